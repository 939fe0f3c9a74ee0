// SPDX-License-Identifier: Apache-2.0

import { Mark, STATES, STATE_WORD } from "./marks";
import type { AgentRow, AgentState, TelephoneRow } from "./model";
import { clock } from "./time";

/** Those who work first, then by what they do, the longest first. */
function order(a: AgentRow, b: AgentRow): number {
  return (
    STATES.indexOf(a.state) - STATES.indexOf(b.state) ||
    (a.sinceMillis ?? 0) - (b.sinceMillis ?? 0) ||
    a.id.localeCompare(b.id)
  );
}

/** From when on a time in a state is a step longer, milliseconds: VICIdial's ten seconds, one minute, five minutes. */
const STEPS = [10_000, 60_000, 300_000];

/** Who waits for a caller is not looked at before a minute. */
const NO_FIRST_STEP: AgentState[] = ["available", "signing-in"];

const STEP_WORD = ["", "over 10 seconds", "over a minute", "over 5 minutes"];

export function step(state: AgentState, millis: number): number {
  const steps = STEPS.filter((from) => millis > from).length;
  return steps === 1 && NO_FIRST_STEP.includes(state) ? 0 : steps;
}

function remark(agent: AgentRow, telephone: TelephoneRow | undefined): string {
  if (telephone?.engaged) {
    return `${telephone.id} is in another call`;
  }
  if (telephone?.reach === "unreachable") {
    return `${telephone.id} cannot be reached`;
  }
  if (agent.state === "paused") {
    return agent.reason ?? "";
  }
  if (agent.logoutAsked) {
    return "then signs out";
  }
  return agent.pauseAsked === null ? "" : `then ${agent.pauseAsked}`;
}

/** One to three bars for the steps; the word is for those who do not see them. */
function Bars({ steps }: { steps: number }) {
  return (
    <span class="bars" data-step={steps}>
      {[1, 2, 3].map((bar) => (
        <i key={bar} class={bar <= steps ? "full" : ""} />
      ))}
      <span class="unseen">{STEP_WORD[steps]}</span>
    </span>
  );
}

/** The agents behind a figure, the longest first, each with the call in hand. */
export function AgentsOf({ agents, nowMillis, open }: { agents: AgentRow[]; nowMillis: number; open: (call: string) => void }) {
  if (agents.length === 0) {
    return <p class="empty">None now.</p>;
  }
  return (
    <table class="calls">
      <thead>
        <tr>
          <th>Agent</th>
          <th>State</th>
          <th>For</th>
          <th>Call</th>
        </tr>
      </thead>
      <tbody>
        {[...agents].sort(order).map((agent) => {
          const { call } = agent;
          return (
            <tr key={agent.id} data-behind={agent.id}>
              <td>
                <bdi>{agent.name ?? agent.id}</bdi>
              </td>
              <td>
                {STATE_WORD[agent.state]} {agent.state === "paused" && agent.reason}
              </td>
              <td>{clock(nowMillis - (agent.sinceMillis ?? nowMillis))}</td>
              <td>
                {call !== null && (
                  <button type="button" class="link" data-call={call} onClick={() => open(call)}>
                    {call}
                  </button>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

export interface AgentListProps {
  agents: AgentRow[];
  telephones: TelephoneRow[];
  nowMillis: number;
  /** Opens what a supervisor can do with an agent; nothing where nobody may. */
  steer?: ((agent: string) => void) | undefined;
}

export function AgentList({ agents, telephones, nowMillis, steer }: AgentListProps) {
  const byId = new Map(telephones.map((one) => [one.id, one]));
  const atWork = agents.filter((agent) => agent.state !== "signed-out").sort(order);
  const away = agents.filter((agent) => agent.state === "signed-out");
  return (
    <section class="agents" aria-label="Agents">
      <h2>
        Agents <small>{atWork.length} at work</small>
      </h2>
      {atWork.length === 0 && <p class="empty">Nobody is signed in.</p>}
      <ul>
        {atWork.map((agent) => {
          const millis = nowMillis - (agent.sinceMillis ?? nowMillis);
          const steps = step(agent.state, millis);
          return (
            <li key={agent.id} class={`agent agent-${agent.state} step-${steps}`} data-agent={agent.id}>
              <Mark of={agent.state} />
              <b class="who" title={agent.queues.join(", ")}>
                <bdi>{agent.name ?? agent.id}</bdi>
              </b>
              <span class="what">
                {STATE_WORD[agent.state]}
                <i>{remark(agent, byId.get(agent.telephone ?? ""))}</i>
              </span>
              <time>{clock(millis)}</time>
              <Bars steps={steps} />
              {steer && (
                <button type="button" class="quiet" aria-label={`Steer ${agent.name ?? agent.id}`} onClick={() => steer(agent.id)}>
                  Steer
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {away.length > 0 && (
        <p class="away">
          <Mark of="signed-out" /> {away.length} signed out: {away.map((agent) => agent.name ?? agent.id).join(", ")}
        </p>
      )}
    </section>
  );
}
