// SPDX-License-Identifier: Apache-2.0

import { useEffect, useRef, useState } from "preact/hooks";
import { get } from "./ask";
import { type Behind, seconds, shown } from "./history";
import { Recording } from "./recording";

interface Part {
  call: string | null;
  agent: string | null;
  atMicros: number;
  amount: number;
}

interface Parts {
  count: number;
  sum: number;
  parts: Part[];
}

interface Step {
  sequence: number;
  kind: string;
  name: string;
  detail: string;
  atMicros: number;
}

/** So many are shown at once. */
const PAGE = 500;

function instant(micros: number, zone: string): string {
  return shown(micros / 1_000, zone, { dateStyle: "short", timeStyle: "medium" });
}

/** The calls that a figure is made of, and what one of them went through. */
export function CallsBehind({ behind, refused, close }: { behind: Behind; refused: () => void; close: () => void }) {
  const [parts, setParts] = useState<Parts>();
  const [wrong, setWrong] = useState("");
  const [call, setCall] = useState<string>();
  const head = useRef<HTMLHeadingElement>(null);
  // Of two that were asked for, the answer to the last one counts.
  const asked = useRef(behind);

  const look = async (offset: number) => {
    asked.current = behind;
    const told = await get<Parts>(`/api/history/behind?limit=${PAGE}&offset=${offset}&figure=${behind.figure}&${behind.query}`);
    if (asked.current !== behind) {
      return;
    }
    if (told.status === 401) {
      refused();
    }
    setWrong(told.error);
    const more = told.body?.parts;
    if (told.ok && told.body && more) {
      const { count, sum } = told.body;
      setParts((before) => ({ count, sum, parts: offset === 0 ? more : (before?.parts ?? []).concat(more) }));
    }
  };
  useEffect(() => {
    setParts(undefined);
    setWrong("");
    setCall(undefined);
    head.current?.focus();
    void look(0);
  }, [behind]);
  const timed = behind.figure.endsWith("_MICROS");
  // The longest of all waits is not their sum.
  const summed = behind.figure !== "LONGEST_WAIT_MICROS";
  return (
    <section class="behind" onKeyDown={(event) => event.key === "Escape" && close()}>
      <h2 ref={head} tabIndex={-1}>
        {behind.title}
        <small>{parts && ` ${parts.count} in all${summed ? `, together ${timed ? seconds(parts.sum) : parts.sum}` : ""}`}</small>
        <button type="button" class="quiet" onClick={close}>
          Close
        </button>
      </h2>
      <p class="wrong" role="status">
        {wrong}
      </p>
      <div class="pair">
        <ul>
          {parts?.parts.map((part) => (
            <li key={`${part.call} ${part.atMicros} ${part.agent}`}>
              <button type="button" class="drill" disabled={!part.call} onClick={() => setCall(part.call ?? undefined)}>
                {instant(part.atMicros, behind.zone)} {part.call ?? "no call"} {part.agent ?? ""} {timed && seconds(part.amount)}
              </button>
            </li>
          ))}
          {parts && parts.parts.length < parts.count && (
            <li>
              <button type="button" class="drill" onClick={() => void look(parts.parts.length)}>
                Show more
              </button>
            </li>
          )}
        </ul>
        {call && <OneCall call={call} zone={behind.zone} />}
      </div>
    </section>
  );
}

function OneCall({ call, zone }: { call: string; zone: string }) {
  const [steps, setSteps] = useState<Step[]>([]);
  const [wrong, setWrong] = useState("");
  useEffect(() => {
    let stopped = false;
    void get<{ steps: Step[] }>(`/api/calls/${encodeURIComponent(call)}/ladder`).then((told) => {
      if (!stopped) {
        setSteps(told.body?.steps ?? []);
        setWrong(told.error);
      }
    });
    return () => {
      stopped = true;
    };
  }, [call]);
  return (
    <div class="ladder" aria-live="polite">
      <h3>Call {call}</h3>
      <Recording call={call} />
      <p class="wrong">{wrong}</p>
      <ol>
        {steps.map((step, place) => (
          <li class={`step-${step.kind}`} key={place}>
            <time>{instant(step.atMicros, zone)}</time> <b>{step.name}</b> <span>{step.detail}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
