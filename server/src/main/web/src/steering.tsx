// SPDX-License-Identifier: Apache-2.0
// What supervisors change while the centre is at work. Whoever opens a window here sees what was
// changed last; the server says no where somebody has been quicker.

import { useEffect, useState } from "preact/hooks";
import { get, post } from "./ask";
import { Dialog } from "./dialog";
import { type AgentRow, nameOf, type QueueRow, queueName, type TelephoneRow } from "./model";
import { timeOfDay } from "./time";

interface Change {
  kind: "agent" | "queue" | "call";
  name: string;
  version: number;
  by: string;
  what: string;
  atMillis: number;
}

interface Seat {
  agent: string;
  queue: string;
  serves: boolean;
  penalty: number;
  untilMillis: number;
}

interface Door {
  queue: string;
  open: boolean;
  untilMillis: number | null;
  say: string[];
}

interface Steering {
  changes: Change[];
  seats: Seat[];
  doors: Door[];
  /** For what an agent can be paused; empty where any word will do. */
  pauseReasons: string[];
}

const NOTHING: Steering = { changes: [], seats: [], doors: [], pauseReasons: [] };

/** What is set now, a way to look again, and a way to ask for something at one thing. */
function useSteering(kind: Change["kind"], name: string) {
  const [seen, setSeen] = useState<Steering>(NOTHING);
  const [said, setSaid] = useState("");
  const [wrong, setWrong] = useState("");
  const look = async () => {
    const told = await get<Steering>("/api/steering");
    setSeen(told.body ?? NOTHING);
    if (!told.ok) {
      setWrong(told.error);
    }
  };
  useEffect(() => void look(), [kind, name]);
  const last = seen.changes.find((change) => change.kind === kind && change.name === name);
  const ask = async (path: string, done: string, body: Record<string, unknown> = {}) => {
    const told = await post(path, { seen: last?.version ?? 0, ...body });
    setWrong(told.error);
    setSaid(told.ok ? done : "");
    await look();
    return told.ok;
  };
  return { seen, last, ask, said, wrong };
}

function Told({ last, said, wrong }: { last: Change | undefined; said: string; wrong: string }) {
  return (
    <>
      <p class="by">{last ? `Last: ${last.by} ${last.what}, ${timeOfDay(last.atMillis)}.` : "No supervisor has changed anything here."}</p>
      <p class="wrong" role="alert">
        {wrong}
      </p>
      <p role="status">{said}</p>
    </>
  );
}

function minutes(form: FormData): Record<string, number> {
  const count = Number(form.get("minutes"));
  return count > 0 ? { minutes: count } : {};
}

function formOf(event: SubmitEvent): FormData {
  event.preventDefault();
  return new FormData(event.currentTarget as HTMLFormElement);
}

const ATTEND: [string, string][] = [
  ["listen", "Listen"],
  ["whisper", "Whisper to the agent"],
  ["barge", "Join in"],
  ["takeover", "Take over"],
  ["leave", "Leave"],
];

/** A supervisor at the talk of an agent: their telephone is rung once, then they go from one to the other. */
function Attending({ agent, telephones }: { agent: AgentRow; telephones: TelephoneRow[] }) {
  const [telephone, setTelephone] = useState("");
  const [said, setSaid] = useState("");
  const [wrong, setWrong] = useState("");
  const ask = async (verb: string) => {
    const body = telephone === "" || verb === "leave" ? {} : { telephone };
    const told = await post(`/api/agents/${encodeURIComponent(agent.id)}/call/${verb}`, body);
    setWrong(told.error);
    setSaid(told.ok ? (verb === "leave" ? "You have left." : "Done. If your telephone rings, answer it.") : "");
  };
  const free = telephones.filter((one) => one.id === telephone || (one.agent === null && one.reach !== "unreachable"));
  return (
    <section aria-label="The agent's talk">
      <p class="wrong" role="alert">
        {wrong}
      </p>
      <p role="status">{said}</p>
      <div class="limits">
        <label>
          The telephone to ring
          <select name="telephone" value={telephone} onChange={(event) => setTelephone(event.currentTarget.value)}>
            <option value="">where I am signed in</option>
            {free.map((one) => (
              <option key={one.id} value={one.id}>
                {one.id}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div class="choice" role="group" aria-label="At the agent's talk">
        {ATTEND.map(([verb, word]) => (
          <button type="button" key={verb} data-attend={verb} onClick={() => void ask(verb)}>
            {word}
          </button>
        ))}
      </div>
    </section>
  );
}

export interface AgentSteeringProps {
  agent: AgentRow;
  queues: QueueRow[];
  telephones: TelephoneRow[];
  close: () => void;
}

export function AgentSteering({ agent, queues, telephones, close }: AgentSteeringProps) {
  const { seen, last, ask, said, wrong } = useSteering("agent", agent.id);
  const path = `/api/agents/${encodeURIComponent(agent.id)}`;
  const seats = seen.seats.filter((seat) => seat.agent === agent.id);
  const pause = (event: SubmitEvent) => {
    const reason = String(formOf(event).get("reason")).trim();
    return ask(`${path}/pause`, "Paused, or will be after the call.", reason === "" ? {} : { reason });
  };
  const move = (event: SubmitEvent) => {
    const form = formOf(event);
    const serves = (event.submitter as HTMLButtonElement | null)?.value ?? "yes";
    return ask(`${path}/move`, "Moved.", {
      queue: form.get("queue"),
      serves,
      penalty: Number(form.get("penalty")),
      ...minutes(form),
    });
  };
  return (
    <Dialog title={`Agent ${agent.name ?? agent.id}`} close={close}>
      <Told last={last} said={said} wrong={wrong} />
      {agent.state === "on-call" && <Attending agent={agent} telephones={telephones} />}
      <form class="limits" onSubmit={pause}>
        <label>
          Reason
          {seen.pauseReasons.length === 0 ? (
            <input name="reason" maxLength={64} pattern="[A-Za-z0-9][A-Za-z0-9._-]*" />
          ) : (
            <select name="reason">
              <option value="">none</option>
              {seen.pauseReasons.map((reason) => (
                <option key={reason}>{reason}</option>
              ))}
            </select>
          )}
        </label>
        <button type="submit">Pause</button>
        <button type="button" onClick={() => ask(`${path}/unpause`, "The pause is over.")}>
          End the pause
        </button>
      </form>
      <div class="choice" role="group" aria-label="Sign out">
        <button type="button" onClick={() => ask(`${path}/logout`, "Signs out after the call.")}>
          Sign out after the call
        </button>
        <button type="button" onClick={() => ask(`${path}/logout`, "Signed out.", { when: "now" })}>
          Sign out now
        </button>
      </div>
      <form class="limits" onSubmit={move}>
        <label>
          Queue
          <select name="queue">
            {queues.map((queue) => (
              <option key={queue.id} value={queue.id}>
                {queueName(queue)}
              </option>
            ))}
          </select>
        </label>
        <label>
          Penalty
          <input name="penalty" type="number" min="0" max="1000" defaultValue="0" />
        </label>
        <label>
          Minutes (empty: until the day ends)
          <input name="minutes" type="number" min="1" />
        </label>
        <button type="submit" value="yes">
          Put into the queue
        </button>
        <button type="submit" value="no">
          Take out of it
        </button>
      </form>
      {seats.map((seat) => (
        <p key={seat.queue}>
          {seat.serves ? "Serves" : "Does not serve"} <bdi>{nameOf(queues, seat.queue)}</bdi> until {timeOfDay(seat.untilMillis)}.{" "}
          <button type="button" onClick={() => ask(`${path}/restore`, "As the file says.", { queue: seat.queue })}>
            As the file says
          </button>
        </p>
      ))}
    </Dialog>
  );
}

export function QueueSteering({ queue, name, close }: { queue: string; name: string; close: () => void }) {
  const { seen, last, ask, said, wrong } = useSteering("queue", queue);
  const path = `/api/queues/${encodeURIComponent(queue)}`;
  const door = seen.doors.find((one) => one.queue === queue);
  const set = (event: SubmitEvent) => {
    const form = formOf(event);
    const verb = (event.submitter as HTMLButtonElement | null)?.value ?? "close";
    const say = String(form.get("say")).trim();
    return ask(`${path}/${verb}`, verb === "open" ? "Open." : "Closed.", {
      ...minutes(form),
      ...(verb === "close" && say !== "" ? { say } : {}),
    });
  };
  return (
    <Dialog title={`Doors of ${name}`} close={close}>
      <Told last={last} said={said} wrong={wrong} />
      <p data-door={door === undefined ? "calendar" : door.open ? "open" : "closed"}>
        {door === undefined
          ? "Opens and closes by its calendar."
          : `${door.open ? "Open" : "Closed"} ${door.untilMillis === null ? "until somebody changes it" : `until ${timeOfDay(door.untilMillis)}`}, whatever its calendar says.`}
      </p>
      <form class="limits" onSubmit={set}>
        <label>
          Minutes (empty: until somebody changes it)
          <input name="minutes" type="number" min="1" />
        </label>
        <label>
          What callers hear when it is closed: sounds, commas between them
          <input name="say" maxLength={200} />
        </label>
        <button type="submit" value="close">
          Close
        </button>
        <button type="submit" value="open">
          Open
        </button>
      </form>
      {door !== undefined && (
        <button type="button" onClick={() => ask(`${path}/restore`, "By its calendar.")}>
          By its calendar again
        </button>
      )}
    </Dialog>
  );
}

/** What can be done with a call that waits or is talked in. */
export function CallSteering({ call, agents, queues }: { call: string; agents: AgentRow[]; queues: QueueRow[] }) {
  const { last, ask, said, wrong } = useSteering("call", call);
  const path = `/api/calls/${encodeURIComponent(call)}`;
  return (
    <section class="steering" aria-label="What can be done with the call">
      <Told last={last} said={said} wrong={wrong} />
      <form class="limits" onSubmit={(event) => ask(`${path}/pull`, "The agent is rung.", { agent: formOf(event).get("agent") })}>
        <label>
          Agent
          <select name="agent">
            {agents
              .filter((agent) => agent.state !== "signed-out")
              .map((agent) => (
                <option key={agent.id} value={agent.id}>
                  {agent.name ?? agent.id}
                </option>
              ))}
          </select>
        </label>
        <button type="submit">Give the call to the agent</button>
      </form>
      <form class="limits" onSubmit={(event) => ask(`${path}/requeue`, "Waits there.", { queue: formOf(event).get("queue") })}>
        <label>
          Queue
          <select name="queue">
            {queues.map((queue) => (
              <option key={queue.id} value={queue.id}>
                {queueName(queue)}
              </option>
            ))}
          </select>
        </label>
        <button type="submit">Send to the queue</button>
      </form>
      <form
        class="limits"
        onSubmit={(event) => ask(`${path}/priority`, "Done.", { priority: Number(formOf(event).get("priority")) })}
      >
        <label>
          Priority
          <input name="priority" type="number" min="0" max="1000" required />
        </label>
        <button type="submit">Set the priority</button>
      </form>
    </section>
  );
}
