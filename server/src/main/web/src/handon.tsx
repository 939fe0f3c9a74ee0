// SPDX-License-Identifier: Apache-2.0
// To whom a customer is handed on, and from where a parked one is fetched.

import { useEffect, useState } from "preact/hooks";
import { get } from "./ask";
import { Dialog } from "./dialog";
import { STATE_WORD } from "./marks";
import type { AgentRow, CallRow, QueueRow } from "./model";
import { parkedWords } from "./parked";

const KINDS = ["queue", "agent", "number"] as const;
type Kind = (typeof KINDS)[number];

const WORDS: Record<Kind, string> = { queue: "Queue", agent: "Agent", number: "Number" };

interface Known {
  id: string;
  label: string;
}

/** Whom there is to be named, as they are while the window opens; nobody knows all numbers. */
function useKnown(kind: Kind): Known[] {
  const [known, setKnown] = useState<Known[]>([]);
  useEffect(() => {
    let stopped = false;
    const look = async (): Promise<Known[]> => {
      if (kind === "agent") {
        const told = await get<{ agents: AgentRow[] }>("/api/agents");
        return (told.body?.agents ?? [])
          .filter((one) => one.state !== "signed-out")
          .map((one) => ({ id: one.id, label: `${one.name ?? one.id}, ${STATE_WORD[one.state]}` }));
      }
      if (kind === "queue") {
        const told = await get<{ queues: QueueRow[] }>("/api/queues");
        return (told.body?.queues ?? []).map((one) => ({ id: one.id, label: `${one.name ? `${one.name}, ` : ""}${one.waiting} waiting, ${one.agents.available} free` }));
      }
      return [];
    };
    void look().then((all) => !stopped && setKnown(all));
    return () => {
      stopped = true;
    };
  }, [kind]);
  return known;
}

export interface HandOnProps {
  title: string;
  /** What can be named; without it anything. */
  kinds?: readonly Kind[];
  send: (to: Partial<Record<Kind, string>>) => void;
  close: () => void;
}

export function HandOn({ title, kinds = KINDS, send, close }: HandOnProps) {
  const [kind, setKind] = useState<Kind>(kinds[0] ?? "number");
  const known = useKnown(kind);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const to = String(new FormData(event.currentTarget as HTMLFormElement).get("to") ?? "").trim();
    if (to) {
      send({ [kind]: to });
    }
  };
  return (
    <Dialog title={title} close={close}>
      <form class="limits" onSubmit={submit}>
        <label>
          Kind
          <select autofocus value={kind} onChange={(event) => setKind(kinds[event.currentTarget.selectedIndex] ?? "number")}>
            {kinds.map((one) => (
              <option key={one} value={one}>
                {WORDS[one]}
              </option>
            ))}
          </select>
        </label>
        <label>
          Name or number
          <input name="to" required autocapitalize="none" autocomplete="off" list="known" />
        </label>
        <datalist id="known">
          {known.map(({ id, label }) => (
            <option key={id} value={id} label={label} />
          ))}
        </datalist>
        <button type="submit">Go</button>
      </form>
    </Dialog>
  );
}

export interface FetchProps {
  parked: CallRow[];
  nowMillis: number;
  send: (from: { slot: string }) => void;
  close: () => void;
}

/** The place of a parked customer. */
export function Fetch({ parked, nowMillis, send, close }: FetchProps) {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    send({ slot: String(new FormData(event.currentTarget as HTMLFormElement).get("slot") ?? "").trim() });
  };
  return (
    <Dialog title="Fetch whom?" close={close}>
      <form class="limits" onSubmit={submit}>
        <label>
          Parked in
          <input name="slot" required autofocus inputMode="numeric" autocomplete="off" list="places" />
        </label>
        <datalist id="places">
          {parked.map((call) => (
            <option key={call.id} value={String(call.slot)} label={parkedWords(call, nowMillis)} />
          ))}
        </datalist>
        <button type="submit">Fetch</button>
      </form>
    </Dialog>
  );
}
