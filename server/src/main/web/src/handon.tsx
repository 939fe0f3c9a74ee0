// SPDX-License-Identifier: Apache-2.0
// To whom a customer is handed on, and from where a parked one is fetched.

import { useState } from "preact/hooks";
import { Dialog } from "./dialog";

const KINDS = ["queue", "agent", "number"] as const;
type Kind = (typeof KINDS)[number];

const WORDS: Record<Kind, string> = { queue: "Queue", agent: "Agent", number: "Number" };

export interface HandOnProps {
  title: string;
  /** What can be named; without it anything. */
  kinds?: readonly Kind[];
  send: (to: Partial<Record<Kind, string>>) => void;
  close: () => void;
}

export function HandOn({ title, kinds = KINDS, send, close }: HandOnProps) {
  const [kind, setKind] = useState<Kind>(kinds[0] ?? "number");
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
          <input name="to" required autocapitalize="none" />
        </label>
        <button type="submit">Go</button>
      </form>
    </Dialog>
  );
}

export interface FetchProps {
  send: (from: { slot: string }) => void;
  close: () => void;
}

/** The place of a parked customer. */
export function Fetch({ send, close }: FetchProps) {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    send({ slot: String(new FormData(event.currentTarget as HTMLFormElement).get("slot") ?? "").trim() });
  };
  return (
    <Dialog title="Fetch whom?" close={close}>
      <form class="limits" onSubmit={submit}>
        <label>
          Parked in
          <input name="slot" required autofocus inputMode="numeric" autocomplete="off" />
        </label>
        <button type="submit">Fetch</button>
      </form>
    </Dialog>
  );
}
