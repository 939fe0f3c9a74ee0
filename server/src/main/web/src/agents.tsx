// SPDX-License-Identifier: Apache-2.0

import { Mark, STATES, STATE_WORD } from "./marks";
import type { AgentRow, TelephoneRow } from "./model";
import { clock } from "./time";

/** Those who work first, then by what they do, the longest first. */
function order(a: AgentRow, b: AgentRow): number {
  return (
    STATES.indexOf(a.state) - STATES.indexOf(b.state) ||
    (a.sinceMillis ?? 0) - (b.sinceMillis ?? 0) ||
    a.id.localeCompare(b.id)
  );
}

function remark(agent: AgentRow, unreachable: Set<string>): string {
  if (agent.telephone !== null && unreachable.has(agent.telephone)) {
    return `${agent.telephone} cannot be reached`;
  }
  if (agent.state === "paused") {
    return agent.reason ?? "";
  }
  if (agent.logoutAsked) {
    return "then signs out";
  }
  return agent.pauseAsked === null ? "" : `then ${agent.pauseAsked}`;
}

export function AgentList({ agents, telephones, nowMillis }: { agents: AgentRow[]; telephones: TelephoneRow[]; nowMillis: number }) {
  const unreachable = new Set(telephones.filter((one) => one.reach === "unreachable").map((one) => one.id));
  const atWork = agents.filter((agent) => agent.state !== "signed-out").sort(order);
  const away = agents.filter((agent) => agent.state === "signed-out");
  return (
    <section class="agents" aria-label="Agents">
      <h2>
        Agents <small>{atWork.length} at work</small>
      </h2>
      {atWork.length === 0 && <p class="empty">Nobody is signed in.</p>}
      <ul>
        {atWork.map((agent) => (
          <li key={agent.id} class={`agent agent-${agent.state}`} data-agent={agent.id}>
            <Mark of={agent.state} />
            <b class="who" title={agent.queues.join(", ")}>
              {agent.name ?? agent.id}
            </b>
            <span class="what">
              {STATE_WORD[agent.state]}
              <i>{remark(agent, unreachable)}</i>
            </span>
            <time>{clock(nowMillis - (agent.sinceMillis ?? nowMillis))}</time>
          </li>
        ))}
      </ul>
      {away.length > 0 && (
        <p class="away">
          <Mark of="signed-out" /> {away.length} signed out: {away.map((agent) => agent.name ?? agent.id).join(", ")}
        </p>
      )}
    </section>
  );
}
