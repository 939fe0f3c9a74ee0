// SPDX-License-Identifier: Apache-2.0

import { useEffect, useState } from "preact/hooks";
import { get } from "./ask";
import { CallsBehind } from "./behind";
import { Logo } from "./marks";
import { ThemeButton } from "./theme";

/** What the server says of the past, as openapi.yaml describes it. */
export interface Formula {
  id: string;
  name: string;
  version: number;
  unit: "share" | "micros";
  formula: string;
  source: string;
  opens: string;
}

interface Line {
  whom: string;
  /** How people read the queue, where it has a name of its own. */
  name: string | null;
  atMillis: number;
  /** The part of the step that was asked for; a day is not always 24 hours. */
  fromMillis: number;
  untilMillis: number;
  sums: Record<string, number>;
  spread: Record<string, { p50Micros: number; p90Micros: number }>;
  figures: Record<string, { value: number | null; above: number; below: number }>;
}

interface History {
  zone: string;
  step: string;
  formulas: Formula[];
  lines: Line[];
}

export interface Behind {
  figure: string;
  title: string;
  query: string;
  zone: string;
}

const BY = ["queue", "agent", "trunk"];
const STEPS = ["interval", "hour", "day", "whole"];
const COUNTS: [string, string][] = [
  ["OFFERED", "offered"],
  ["ANSWERED", "answered"],
  ["OFFERED_DIALLED", "of offered, dialled"],
  ["ANSWERED_DIALLED", "of answered, dialled"],
  ["ABANDONED_IN_FLOW", "left in flow"],
  ["ABANDONED_WAITING", "left waiting"],
  ["ABANDONED_RINGING", "left ringing"],
  ["ABANDONED_HELD", "left on hold"],
  ["ABANDONED_DIALLED", "left in dial"],
  ["ABANDONED_SHORT", "short abandons"],
  ["FLOWED_OUT", "sent on"],
  ["LONGEST_WAIT_MICROS", "longest wait"],
  ["HANDLED", "handled"],
];
const TIMES: [string, string][] = [
  ["HANDLED", "handled"],
  ["IDLE_MICROS", "idle"],
  ["RING_MICROS", "ring"],
  ["TALK_MICROS", "talk"],
  ["HOLD_MICROS", "hold"],
  ["WRAP_UP_MICROS", "wrap-up"],
  ["PAUSED_MICROS", "paused"],
];

export function seconds(micros: number): string {
  const all = micros / 1_000_000;
  return all >= 3_600 ? `${(all / 3_600).toFixed(1)} h` : all >= 100 ? `${(all / 60).toFixed(1)} min` : `${all.toFixed(1)} s`;
}

function sum(name: string, value: number | undefined): string {
  return value === undefined ? "–" : name.endsWith("_MICROS") ? seconds(value) : String(value);
}

function figure(formula: Formula, value: number | null | undefined): string {
  if (value === null || value === undefined) {
    return "–";
  }
  return formula.unit === "share" ? `${(value * 100).toFixed(1)} %` : seconds(value);
}

/** The midnight before a day as the server wants it, by this browser's calendar: 0 is today, 1 tomorrow. */
function midnight(day: number): string {
  const then = new Date();
  then.setDate(then.getDate() + day);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${then.getFullYear()}-${two(then.getMonth() + 1)}-${two(then.getDate())}T00:00`;
}

/** An instant by the clocks of the site, wherever this browser is: its days and hours are counted. */
export function shown(millis: number, zone: string, how: Intl.DateTimeFormatOptions): string {
  const timeZone = zone === "Z" ? "UTC" : zone;
  return new Intl.DateTimeFormat([], { ...how, timeZone }).format(millis);
}

interface Named {
  id: string;
  name?: string | null;
}

/** Whom there is to choose from: those of the configuration. */
function useNames(by: string): Named[] {
  const [names, setNames] = useState<Named[]>([]);
  useEffect(() => {
    let stopped = false;
    setNames([]);
    void get<Record<string, Named[]>>(`/api/${by}s`).then((told) => !stopped && setNames(told.body?.[`${by}s`] ?? []));
    return () => {
      stopped = true;
    };
  }, [by]);
  return names;
}

export function HistoryPage({ refused }: { refused: () => void }) {
  const [by, setBy] = useState("queue");
  const [whom, setWhom] = useState("");
  const names = useNames(by);
  const [step, setStep] = useState("hour");
  const [from, setFrom] = useState(midnight(0));
  const [until, setUntil] = useState(midnight(1));
  const [history, setHistory] = useState<History>();
  const [wrong, setWrong] = useState("");
  const [behind, setBehind] = useState<Behind>();
  const span = `from=${encodeURIComponent(from)}&until=${encodeURIComponent(until)}`;
  const one = whom === "" ? "" : `&whom=${encodeURIComponent(whom)}`;
  const query = `by=${by}&step=${step}${one}&${span}`;

  useEffect(() => {
    const stop = new AbortController();
    const ask = async () => {
      const answer = await fetch(`/api/history?${query}`, { signal: stop.signal });
      if (answer.status === 401) {
        refused();
        return;
      }
      const told = (await answer.json()) as History & { error?: string };
      setWrong(answer.ok ? "" : (told.error ?? "That cannot be told."));
      setHistory(answer.ok ? told : undefined);
    };
    ask().catch(() => stop.signal.aborted || setWrong("The server cannot be reached."));
    return () => stop.abort();
  }, [query]);

  return (
    <div class="page">
      <header class="top">
        <h1>
          <Logo />
          History
        </h1>
        <a class="quiet" href="#past">
          A past second
        </a>
        <a class="quiet" href="#">
          Wallboard
        </a>
        <ThemeButton />
      </header>
      <main class="history">
        <form class="asked" onSubmit={(event) => event.preventDefault()}>
          <Choice
            label="By"
            value={by}
            values={BY}
            set={(value) => {
              setWhom("");
              setBy(value);
            }}
          />
          <label>
            Only
            <select name="whom" value={whom} onChange={(event) => setWhom(event.currentTarget.value)}>
              <option value="">all</option>
              {names.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name && name !== id ? `${name} (${id})` : id}
                </option>
              ))}
            </select>
          </label>
          <Choice label="Step" value={step} values={STEPS} set={setStep} />
          <Instant label="From" value={from} set={setFrom} />
          <Instant label="Until" value={until} set={setUntil} />
          <a class="quiet" href={`/api/history.csv?${query}`} download>
            CSV
          </a>
        </form>
        <p class="banner" role="status">
          {wrong}
        </p>
        {history && <Table history={history} by={by} open={setBehind} />}
        {behind && <CallsBehind behind={behind} refused={refused} close={() => setBehind(undefined)} />}
        {history && <Formulas formulas={history.formulas} zone={history.zone} />}
      </main>
    </div>
  );
}

function Choice(props: { label: string; value: string; values: string[]; set: (value: string) => void }) {
  return (
    <label>
      {props.label}
      <select value={props.value} onChange={(event) => props.set(event.currentTarget.value)}>
        {props.values.map((value) => (
          <option key={value} value={value}>
            {value === "interval" ? "15 minutes" : value}
          </option>
        ))}
      </select>
    </label>
  );
}

function Instant(props: { label: string; value: string; set: (value: string) => void }) {
  return (
    <label>
      {props.label}
      <input
        type="datetime-local"
        value={props.value}
        onChange={(event) => event.currentTarget.value && props.set(event.currentTarget.value)}
      />
    </label>
  );
}

interface TableProps {
  history: History;
  by: string;
  open: (behind: Behind) => void;
}

function Table({ history, by, open }: TableProps) {
  if (history.lines.length === 0) {
    return <p class="empty">Nothing was counted in that time.</p>;
  }
  const sums = by === "agent" ? TIMES : COUNTS;
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label="Figures">
      <table>
        <thead>
          <tr>
            <th scope="col">begin</th>
            <th scope="col">{by}</th>
            {sums.map(([name, word]) => (
              <th scope="col" class="number" key={name}>
                {word}
              </th>
            ))}
            {history.formulas.map((formula) => (
              <th scope="col" class="number" key={formula.id} title={formula.formula}>
                {formula.name}
                <small>v{formula.version}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {history.lines.map((line) => (
            <Row key={`${line.atMillis} ${line.whom}`} line={line} sums={sums} {...{ history, by, open }} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ line, sums, history, by, open }: TableProps & { line: Line; sums: [string, string][] }) {
  const { zone } = history;
  const query = `by=${by}&whom=${encodeURIComponent(line.whom)}&from=${line.fromMillis}&until=${line.untilMillis}`;
  const at = shown(line.atMillis, zone, { dateStyle: "short", timeStyle: "short" });
  const opens = (name: string, word: string) => () => open({ figure: name, title: `${word}, ${line.name ?? line.whom}, ${at}`, query, zone });
  return (
    <tr>
      <th scope="row">{at}</th>
      <td title={line.whom}>
        <bdi>{line.name ?? line.whom}</bdi>
      </td>
      {sums.map(([name, word]) => (
        <td class="number" key={name}>
          <button type="button" class="drill" onClick={opens(name, word)} disabled={!line.sums[name]}>
            {sum(name, line.sums[name])}
          </button>
        </td>
      ))}
      {history.formulas.map((formula) => (
        <td class="number" key={formula.id}>
          <button
            type="button"
            class="drill"
            title={formula.formula}
            onClick={opens(formula.opens, formula.name)}
            disabled={line.figures[formula.id]?.value === null}
          >
            {figure(formula, line.figures[formula.id]?.value)}
          </button>
        </td>
      ))}
    </tr>
  );
}

function Formulas({ formulas, zone }: { formulas: Formula[]; zone: string }) {
  return (
    <section class="formulas">
      <h2>How each figure is worked out</h2>
      <dl>
        {formulas.map((formula) => (
          <div key={formula.id}>
            <dt>
              {formula.name} <small>version {formula.version}</small>
            </dt>
            <dd>
              <code>{formula.formula}</code> <small>{formula.source}</small>
            </dd>
          </div>
        ))}
      </dl>
      <p class="away">Who waits counts in the step in which they joined; whom we had dialled is no caller. Times are split at quarters of an hour. Days and hours are those of {zone}.</p>
    </section>
  );
}
