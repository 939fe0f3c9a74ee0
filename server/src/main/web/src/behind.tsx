// SPDX-License-Identifier: Apache-2.0

import { useEffect, useRef, useState } from "preact/hooks";
import { type Behind, seconds } from "./history";

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

function instant(micros: number): string {
  return new Date(micros / 1_000).toLocaleTimeString([], { hour12: false });
}

/** The calls that a figure is made of, and what one of them went through. */
export function CallsBehind({ behind, close }: { behind: Behind; close: () => void }) {
  const [parts, setParts] = useState<Parts>();
  const [call, setCall] = useState<string>();
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    setParts(undefined);
    setCall(undefined);
    head.current?.focus();
    fetch(`/api/history/behind?limit=500&figure=${behind.figure}&${behind.query}`)
      .then(async (answer) => answer.ok && setParts((await answer.json()) as Parts))
      .catch(() => undefined);
  }, [behind]);
  const timed = behind.figure.endsWith("_MICROS");
  return (
    <section class="behind" onKeyDown={(event) => event.key === "Escape" && close()}>
      <h2 ref={head} tabIndex={-1}>
        {behind.title}
        <small>{parts && ` ${parts.count} in all, together ${timed ? seconds(parts.sum) : parts.sum}`}</small>
        <button type="button" class="quiet" onClick={close}>
          Close
        </button>
      </h2>
      <div class="pair">
        <ul>
          {parts?.parts.map((part) => (
            <li key={`${part.call} ${part.atMicros} ${part.agent}`}>
              <button type="button" class="drill" disabled={!part.call} onClick={() => setCall(part.call ?? undefined)}>
                {instant(part.atMicros)} {part.call ?? "no call"} {part.agent ?? ""} {timed && seconds(part.amount)}
              </button>
            </li>
          ))}
        </ul>
        {call && <OneCall call={call} />}
      </div>
    </section>
  );
}

function OneCall({ call }: { call: string }) {
  const [steps, setSteps] = useState<Step[]>([]);
  const [wrong, setWrong] = useState("");
  useEffect(() => {
    fetch(`/api/calls/${encodeURIComponent(call)}/ladder`)
      .then(async (answer) => {
        const told = (await answer.json()) as { steps?: Step[]; error?: string };
        setSteps(told.steps ?? []);
        setWrong(told.error ?? "");
      })
      .catch(() => setWrong("The server cannot be reached."));
  }, [call]);
  return (
    <div class="ladder" aria-live="polite">
      <h3>Call {call}</h3>
      <p class="wrong">{wrong}</p>
      <ol>
        {steps.map((step, place) => (
          <li class={`step-${step.kind}`} key={place}>
            <time>{instant(step.atMicros)}</time> <b>{step.name}</b> <span>{step.detail}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
