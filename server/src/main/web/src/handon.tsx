// SPDX-License-Identifier: Apache-2.0
// To whom a customer is handed on.

import { useState } from "preact/hooks";
import { Dialog } from "./dialog";

const KINDS = ["queue", "agent", "number"] as const;
type Kind = (typeof KINDS)[number];

const WORDS: Record<Kind, string> = { queue: "Queue", agent: "Agent", number: "Number" };

export function HandOn({ title, send, close }: { title: string; send: (to: Partial<Record<Kind, string>>) => void; close: () => void }) {
  const [kind, setKind] = useState<Kind>("queue");
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
          <select autofocus value={kind} onChange={(event) => setKind(KINDS[event.currentTarget.selectedIndex] ?? "queue")}>
            {KINDS.map((one) => (
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
