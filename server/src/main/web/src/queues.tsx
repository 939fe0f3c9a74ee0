// SPDX-License-Identifier: Apache-2.0

import { Mark, STATES, STATE_WORD } from "./marks";
import type { AgentState, QueueRow } from "./model";
import { clock, rough } from "./time";

/** How urgent a queue is: a word, which the style gives a shape and a colour. */
function urgency(queue: QueueRow, waitMillis: number): "calm" | "waiting" | "late" {
  if (queue.waiting === 0) {
    return "calm";
  }
  return waitMillis > queue.serviceLevelMillis ? "late" : "waiting";
}

const SAID = { calm: "nobody waits", waiting: "waiting", late: "waiting too long" };

const SHOWN: AgentState[] = STATES.filter((state) => state !== "signed-out" && state !== "signing-in");

export function QueueTile({ queue, nowMillis }: { queue: QueueRow; nowMillis: number }) {
  const waitMillis = queue.longestWaitingSinceMillis === null ? 0 : nowMillis - queue.longestWaitingSinceMillis;
  const how = urgency(queue, waitMillis);
  return (
    <article class={`tile tile-${how}`} aria-label={`Queue ${queue.id}`} data-queue={queue.id}>
      <header>
        <h2>{queue.id}</h2>
        <span class="said">{SAID[how]}</span>
      </header>
      <div class="now">
        <Figure label="waiting" value={String(queue.waiting)} name="waiting" />
        <Figure label="longest wait" value={queue.waiting === 0 ? "–" : clock(waitMillis)} name="longest" />
        <Figure label="talking" value={String(queue.talking)} name="talking" />
      </div>
      <ul class="states" aria-label="Agents">
        {SHOWN.map((state) => (
          <li class={queue.agents[state] === 0 ? "none" : ""} key={state}>
            <Mark of={state} />
            <b>{queue.agents[state]}</b> {STATE_WORD[state]}
          </li>
        ))}
      </ul>
      <Today queue={queue} />
    </article>
  );
}

function Figure({ label, value, name }: { label: string; value: string; name: string }) {
  return (
    <div class={`figure figure-${name}`}>
      <b data-figure={name}>{value}</b>
      <span>{label}</span>
    </div>
  );
}

function Today({ queue }: { queue: QueueRow }) {
  const { today } = queue;
  const level = today.serviceLevel;
  return (
    <>
      <p class="caption">Today</p>
      <dl class="today">
        <div>
          <dt>answered</dt>
          <dd data-figure="answered">{today.answered}</dd>
        </div>
        <div>
          <dt>abandoned</dt>
          <dd data-figure="abandoned">{today.abandoned}</dd>
        </div>
        <div>
          <dt>sent on</dt>
          <dd>{today.overflowed}</dd>
        </div>
        <div class="level">
          <dt>within {rough(queue.serviceLevelMillis)}</dt>
          <dd>{level === null ? "–" : `${Math.floor(level * 100)} %`}</dd>
          <meter min={0} max={1} value={level ?? 0} aria-hidden="true" />
        </div>
      </dl>
    </>
  );
}
