// SPDX-License-Identifier: Apache-2.0
// From a figure to the calls behind it, and from a call to what happened to it.

import { useEffect, useState } from "preact/hooks";
import { get } from "./ask";
import type { Board } from "./board";
import { AgentsOf } from "./agents";
import { Dialog } from "./dialog";
import type { Figure } from "./halfhour";
import { Ladder } from "./ladder";
import type { AgentRow, AgentState, CallRow } from "./model";
import { CallSteering } from "./steering";
import { clock, timeOfDay } from "./time";

/** Which calls are behind a figure. */
const BEHIND: Partial<Record<Figure, (call: CallRow) => boolean>> = {
  waiting: (call) => call.stage === "waiting" || call.stage === "offered",
  longest: (call) => call.stage === "waiting" || call.stage === "offered",
};

/** Whom we had dialled is in no service level and no average answer. */
const called = (call: CallRow) => call.direction !== "outbound";

/** Which of those that have ended. */
const ENDED: Partial<Record<Figure, (call: CallRow) => boolean>> = {
  level: (call) => called(call) && (call.outcome === "served" || call.outcome === "abandoned"),
  abandoned: (call) => call.outcome === "abandoned",
  asa: (call) => called(call) && call.outcome === "served",
  aht: (call) => call.outcome === "served",
};

/** Which agents are behind one that counts them. */
const STATE: Partial<Record<Figure, AgentState>> = {
  available: "available",
  "on-call": "on-call",
  "wrap-up": "wrap-up",
  paused: "paused",
};

const OUTCOME: Record<string, string> = { served: "served", abandoned: "went before an agent came", "sent-on": "sent on" };

const LOOK_MILLIS = 2_000;

function useCalls(queue: string, ended: boolean): { calls: CallRow[]; error: string } {
  const [calls, setCalls] = useState<CallRow[]>([]);
  const [error, setError] = useState("");
  useEffect(() => {
    let stopped = false;
    const look = async () => {
      const told = await get<{ calls: CallRow[] }>(`/api/calls?queue=${encodeURIComponent(queue)}&ended=${ended}`);
      if (!stopped) {
        setError(told.error);
        setCalls(told.body?.calls ?? []);
      }
    };
    void look();
    const timer = window.setInterval(look, LOOK_MILLIS);
    return () => {
      stopped = true;
      window.clearInterval(timer);
    };
  }, [queue, ended]);
  return { calls, error };
}

export interface CallsProps {
  queue: string;
  /** How people read it. */
  name: string;
  figure: Figure;
  nowMillis: number;
  agents: AgentRow[];
  /** Who could have a call, and where it could wait; nothing where the viewer may not say so. */
  board: Board | undefined;
  close: () => void;
}

export function Calls({ queue, name, figure, agents, nowMillis, board, close }: CallsProps) {
  const live = BEHIND[figure];
  const state = STATE[figure];
  const [ended, setEnded] = useState(live === undefined && state === undefined);
  const [call, setCall] = useState<string>();
  const { calls, error } = useCalls(queue, ended);
  const only = ended ? ENDED[figure] : live;
  const shown = only === undefined ? calls : calls.filter(only);
  if (call !== undefined) {
    return (
      <Dialog key="ladder" title={`Call ${call}`} close={() => setCall(undefined)}>
        {board && calls.some((one) => one.id === call && one.stage !== "ended") && (
          <CallSteering call={call} agents={board.agents} queues={board.queues} />
        )}
        <Ladder call={call} />
      </Dialog>
    );
  }
  if (state !== undefined) {
    return (
      <Dialog key="agents" title={`Agents of ${name}`} close={close}>
        <AgentsOf agents={agents.filter((one) => one.state === state && one.queues.includes(queue))} nowMillis={nowMillis} open={setCall} />
      </Dialog>
    );
  }
  return (
    <Dialog key="calls" title={`Calls of ${name}`} close={close}>
      <div class="choice" role="group" aria-label="Which calls">
        <button type="button" aria-pressed={!ended} onClick={() => setEnded(false)}>
          Now
        </button>
        <button type="button" aria-pressed={ended} onClick={() => setEnded(true)}>
          Ended lately
        </button>
      </div>
      {error && <p class="wrong">{error}</p>}
      {shown.length === 0 && <p class="empty">{ended ? "None has ended lately." : "None now."}</p>}
      {shown.length > 0 && (
        <table class="calls">
          <thead>
            <tr>
              <th>Call</th>
              <th>Caller</th>
              <th>Began</th>
              <th>Stage</th>
              <th>Since</th>
              <th>Agent</th>
            </tr>
          </thead>
          <tbody>
            {shown
              .slice(-200)
              .reverse()
              .map((row) => (
                <tr key={row.id}>
                  <td>
                    <button type="button" class="link" data-call={row.id} onClick={() => setCall(row.id)}>
                      {row.id}
                    </button>
                  </td>
                  <td>
                    <bdi>{row.caller ?? "unknown"}</bdi>
                  </td>
                  <td>{timeOfDay(row.startedAtMillis ?? 0)}</td>
                  <td>{row.stage === "ended" ? (OUTCOME[row.outcome ?? ""] ?? row.stage) : row.stage}</td>
                  <td>{row.stage === "ended" ? timeOfDay(row.stageSinceMillis ?? 0) : clock(nowMillis - (row.stageSinceMillis ?? nowMillis))}</td>
                  <td>{row.agent ?? ""}</td>
                </tr>
              ))}
          </tbody>
        </table>
      )}
    </Dialog>
  );
}
