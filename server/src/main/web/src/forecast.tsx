// SPDX-License-Identifier: Apache-2.0
// What may be expected of a campaign before it dials: bands, what will hold it back, and when it will be over.

import { useEffect, useState } from "preact/hooks";
import { get, post } from "./ask";

interface Figure {
  figure: string;
  words: string;
  unit: string;
  p10: number | null;
  p50: number | null;
  p90: number | null;
}

interface Share {
  limit: string;
  words: string;
  share: number;
}

interface Result {
  leads: number;
  days: number;
  figures: Figure[];
  finishMillis: { p10: number | null; p50: number | null; p90: number | null };
  binds: string;
  shares: Share[];
  guesses: string[];
  words: string[];
}

/** `/api/campaigns/{campaign}/forecast`, as openapi.yaml describes it. */
interface Job {
  state: string;
  runs: number;
  runsDone: number;
  why: string;
  agents: string | null;
  zone: string;
  notes: string[];
  result?: Result;
}

const PROGRESS_MILLIS = 300;
const PERCENT = 100;

const pause = (millis: number) => new Promise((done) => setTimeout(done, millis));

export function Forecast({ campaign }: { campaign: string }) {
  const path = `/api/campaigns/${encodeURIComponent(campaign)}/forecast`;
  const [agents, setAgents] = useState("");
  const [job, setJob] = useState<Job>();
  const [problem, setProblem] = useState("");
  const busy = job?.state === "running";

  const follow = async (begun: Job | undefined) => {
    let now = begun;
    while (now) {
      setJob(now);
      if (now.state !== "running") {
        break;
      }
      await pause(PROGRESS_MILLIS);
      const told = await get<Job>(path);
      setProblem(told.error);
      now = told.ok ? told.body : undefined;
    }
  };

  // One that somebody has made before, or is making, is shown at once.
  useEffect(() => {
    void get<Job>(path).then((told) => (told.ok ? follow(told.body) : undefined));
  }, [path]);

  const begin = async () => {
    const told = await post<Job>(path, agents.trim() === "" ? {} : { agents: agents.trim() });
    setProblem(told.error);
    if (told.ok) {
      await follow(told.body);
    }
  };

  return (
    <details class="forecast" data-forecast={job?.state ?? "none"}>
      <summary>Forecast</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void begin();
        }}
      >
        <label>
          Agents, or by hours; empty for those signed in now
          <input value={agents} placeholder="20 or 9-13=20,13-17=12" disabled={busy} onInput={(event) => setAgents(event.currentTarget.value)} />
        </label>
        <button type="submit" disabled={busy}>
          Make a forecast
        </button>
        {busy && (
          <button type="button" class="quiet" onClick={() => void post(`${path}/cancel`, {})}>
            Cancel
          </button>
        )}
      </form>
      <p class="wrong" role="alert">
        {problem || (job && !busy && job.why) || ""}
      </p>
      {busy && (
        <p role="status">
          <progress max={job.runs} value={job.runsDone} aria-label="Runs done" /> {job.runsDone} of {job.runs} runs
        </p>
      )}
      {job?.result && <Foreseen job={job} result={job.result} />}
    </details>
  );
}

function Foreseen({ job, result }: { job: Job; result: Result }) {
  return (
    <div class="foreseen">
      <p class="said">
        {result.leads.toLocaleString()} leads, {job.agents} agents, lived through {job.runs} times
      </p>
      <table class="bands">
        <thead>
          <tr>
            <th scope="col">Figure</th>
            <th scope="col" class="number">
              one in ten below
            </th>
            <th scope="col" class="number">
              middle
            </th>
            <th scope="col" class="number">
              one in ten above
            </th>
          </tr>
        </thead>
        <tbody>
          {result.figures.map((one) => (
            <tr key={one.figure} data-figure={`forecast-${one.figure}`}>
              <th scope="row">{one.words}</th>
              <td class="number">{number(one.p10, one)}</td>
              <td class="number">
                <b>{number(one.p50, one)}</b>
              </td>
              <td class="number">{number(one.p90, one)}</td>
            </tr>
          ))}
          <tr data-figure="forecast-at">
            <th scope="row">finished at ({job.zone})</th>
            <td class="number">{moment(result.finishMillis.p10, job.zone)}</td>
            <td class="number">
              <b>{moment(result.finishMillis.p50, job.zone)}</b>
            </td>
            <td class="number">{moment(result.finishMillis.p90, job.zone)}</td>
          </tr>
        </tbody>
      </table>
      <p class="label">Where the agents' time goes</p>
      <ul class="shares">
        {result.shares
          .filter((one) => one.share >= 0.005)
          .map((one) => (
            <li key={one.limit} data-limit={one.limit} class={one.limit === result.binds ? "binds" : undefined}>
              <span class="bar" style={{ width: `${Math.max(1, one.share * PERCENT)}%` }} />
              <span>
                <b>{Math.round(one.share * PERCENT)} %</b> {one.words}
              </span>
            </li>
          ))}
      </ul>
      {[...result.words, ...result.guesses, ...job.notes].map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}

/** What does not come to its end has no number. */
function number(value: number | null, { figure, unit }: Figure): string {
  if (value === null) {
    return "not within it";
  }
  if (unit === "") {
    return Math.round(value).toLocaleString();
  }
  return `${value.toFixed(figure === "cost" ? 2 : 1)} ${unit}`;
}

function moment(millis: number | null, zone: string): string {
  return millis === null ? "later" : new Date(millis).toLocaleString(undefined, { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", timeZone: zone });
}
