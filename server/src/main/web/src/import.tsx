// SPDX-License-Identifier: Apache-2.0
// Loads a list into a campaign: how the file would be read, then the file, then what became of its rows.

import { useState } from "preact/hooks";
import { get, type Told } from "./ask";
import { type Ledger, LedgerTable } from "./lists";

interface Mapping {
  delimiter: string;
  encoding: string;
  header: boolean;
  region: string | null;
  columns: { name: string; use: string; order: number }[];
}

interface Guess {
  mapping: Mapping;
  why: string | null;
  sample: string[][];
}

interface Job {
  id: string;
  state: string;
  bytes: number;
  totalBytes: number;
  rows: number;
  list: string | null;
  why: string | null;
  ledger?: Ledger;
}

/** The server looks at no more of a file to guess how it is to be read. */
const PREVIEW_BYTES = 64 * 1024;
const PROGRESS_MILLIS = 500;

const isBook = (file: File) => file.name.toLowerCase().endsWith(".xlsx");

async function send<T>(path: string, body: Blob): Promise<Told<T>> {
  const answer = await fetch(path, { method: "POST", headers: { "content-type": "text/csv" }, body }).catch(() => undefined);
  const read = (await answer?.json().catch(() => undefined)) as (T & { error?: string }) | undefined;
  const ok = answer?.ok ?? false;
  return { ok, status: answer?.status ?? 0, error: ok ? "" : (read?.error ?? "The server cannot be reached."), body: read };
}

const pause = (millis: number) => new Promise((done) => setTimeout(done, millis));

/** Shows how an import goes on, until it is over. */
async function follow(begun: Told<Job>, show: (job: Job) => void, tell: (problem: string) => void) {
  tell(begun.error);
  let now = begun.ok ? begun.body : undefined;
  while (now) {
    show(now);
    if (now.state === "done" || now.state === "refused" || now.state === "unanswered") {
      break;
    }
    await pause(PROGRESS_MILLIS);
    const told: Told<Job> = await get<Job>(`/api/imports/${encodeURIComponent(now.id)}`);
    tell(told.error);
    now = told.ok ? told.body : undefined;
  }
}

/** What may have happened to people, with the words beside it; the command line knows more. */
const HAPPENED: [string, string][] = [
  ["abandoned", "gave up waiting"],
  ["flowed-out", "waited too long and were sent on"],
  ["answered", "talked with an agent"],
  ["message-unanswered", "left a message that nobody answered"],
];

/** Loads people to whom something has happened. */
export function FromJourneys({ campaign, loaded }: { campaign: string; loaded: () => void }) {
  const [what, setWhat] = useState("abandoned");
  const [queue, setQueue] = useState("");
  const [days, setDays] = useState("3");
  const [waited, setWaited] = useState("");
  const [notTalkedSince, setNotTalkedSince] = useState(true);
  const [job, setJob] = useState<Job>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");

  const make = async (dryRun: boolean) => {
    setBusy(true);
    setJob(undefined);
    const query = new URLSearchParams({ campaign, what, days, notTalkedSince: String(notTalkedSince), dryRun: String(dryRun) });
    for (const [name, value] of [["queue", queue], ["waited", waited]] as const) {
      if (value) {
        query.set(name, value);
      }
    }
    await follow(await send<Job>(`/api/lists/journeys?${query}`, new Blob([])), setJob, setProblem);
    setBusy(false);
    loaded();
  };

  return (
    <details class="import">
      <summary>Load people who rang</summary>
      <p>
        <label>
          Who{" "}
          <select value={what} onChange={(event) => setWhat(event.currentTarget.value)}>
            {HAPPENED.map(([word, words]) => (
              <option key={word} value={word}>
                {words}
              </option>
            ))}
          </select>
        </label>
        <label>
          In queue
          <input value={queue} placeholder="any" onInput={(event) => setQueue(event.currentTarget.value)} />
        </label>
        <label>
          In the last days
          <input value={days} inputMode="numeric" size={4} onInput={(event) => setDays(event.currentTarget.value)} />
        </label>
        <label>
          Waited at least, seconds
          <input value={waited} inputMode="numeric" size={4} onInput={(event) => setWaited(event.currentTarget.value)} />
        </label>
        <label>
          <input type="checkbox" checked={notTalkedSince} onChange={(event) => setNotTalkedSince(event.currentTarget.checked)} /> and have talked with
          nobody since
        </label>
      </p>
      <button type="button" class="quiet" disabled={busy} onClick={() => make(true)}>
        Count them
      </button>{" "}
      <button type="button" disabled={busy} onClick={() => make(false)}>
        Load them
      </button>
      <p class="wrong" role="alert">
        {problem || job?.why || ""}
      </p>
      {job && <Progress job={job} />}
    </details>
  );
}

export function Import({ campaign, loaded }: { campaign: string; loaded: () => void }) {
  const [file, setFile] = useState<File>();
  const [guess, setGuess] = useState<Guess>();
  const [region, setRegion] = useState("");
  const [zone, setZone] = useState("");
  const [map, setMap] = useState("");
  const [again, setAgain] = useState(false);
  const [unique, setUnique] = useState("");
  const [notCalledFor, setNotCalledFor] = useState("");
  const [job, setJob] = useState<Job>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");

  const choose = async (chosen: File | undefined) => {
    setFile(chosen);
    setGuess(undefined);
    setJob(undefined);
    setProblem("");
    // Of a packed file a part cannot be read: a larger one is shown once it was loaded.
    if (chosen && !(isBook(chosen) && chosen.size >= PREVIEW_BYTES)) {
      const told = await send<Guess>("/api/lists/preview", chosen.slice(0, PREVIEW_BYTES));
      setProblem(told.error);
      setGuess(told.ok ? told.body : undefined);
    }
  };

  const load = async (chosen: File) => {
    setBusy(true);
    setJob(undefined);
    const query = new URLSearchParams({ campaign, name: chosen.name });
    const options = { region, zone, map, unique, notCalledFor, again: again ? "true" : "" };
    for (const [name, value] of Object.entries(options)) {
      if (value) {
        query.set(name, value);
      }
    }
    await follow(await send<Job>(`/api/lists?${query}`, chosen), setJob, setProblem);
    setBusy(false);
    loaded();
  };

  return (
    <details class="import">
      <summary>Load a list</summary>
      <p>
        <label>
          CSV, TSV or XLSX file
          <input type="file" accept=".csv,.tsv,.txt,.xlsx,text/csv" disabled={busy} onChange={(event) => choose(event.currentTarget.files?.[0])} />
        </label>
        <label>
          Region of numbers without +
          <input value={region} maxLength={2} size={4} placeholder="DE" onInput={(event) => setRegion(event.currentTarget.value.toUpperCase())} />
        </label>
        <label>
          Time zone, where neither column nor number tells
          <input value={zone} placeholder="Europe/Berlin" onInput={(event) => setZone(event.currentTarget.value)} />
        </label>
        <label>
          Columns, where the guess is wrong
          <input value={map} placeholder="number=mobile,name=customer,postalcode=zip" onInput={(event) => setMap(event.currentTarget.value)} />
        </label>
        <label>
          Leave out numbers that stand
          <select value={unique} onChange={(event) => setUnique(event.currentTarget.value)}>
            <option value="file">earlier in this file</option>
            <option value="">also in this campaign</option>
            <option value="system">also in any campaign</option>
          </select>
        </label>
        <label>
          and that were called within days
          <input type="number" min={1} max={3650} value={notCalledFor} placeholder="none" onInput={(event) => setNotCalledFor(event.currentTarget.value)} />
        </label>
        <label>
          <input type="checkbox" checked={again} onChange={(event) => setAgain(event.currentTarget.checked)} /> load the same file again
        </label>
      </p>
      {guess && <Preview guess={guess} />}
      {file && (
        <button type="button" disabled={busy} onClick={() => load(file)}>
          Load {file.name}
        </button>
      )}
      <p class="wrong" role="alert">
        {problem || job?.why || ""}
      </p>
      {job && <Progress job={job} />}
    </details>
  );
}

function Preview({ guess }: { guess: Guess }) {
  const { mapping } = guess;
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label="How the file would be read">
      <p>
        {mapping.encoding}, cells end at {mapping.delimiter === "tab" ? "a tabulator" : `“${mapping.delimiter}”`}
        {mapping.header ? ", with a header" : ", without a header"}. {guess.why}
      </p>
      <table>
        <thead>
          <tr>
            {mapping.columns.map((column, index) => (
              <th scope="col" key={index}>
                {column.name} <small>{column.use}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {guess.sample.map((row, index) => (
            <tr key={index}>
              {row.map((cell, at) => (
                <td key={at}>
                  <bdi>{cell}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Progress({ job }: { job: Job }) {
  return (
    <div data-import={job.id} data-state={job.state}>
      {job.ledger ? (
        <LedgerTable ledger={job.ledger} list={job.list ?? undefined} />
      ) : (
        <p role="status">
          <progress max={Math.max(1, job.totalBytes)} value={job.bytes} /> {job.rows.toLocaleString()} rows
        </p>
      )}
    </div>
  );
}
