// SPDX-License-Identifier: Apache-2.0
// Callbacks that the agent agrees with customers: a new one, and the list of those that are not over.

import { useEffect, useState } from "preact/hooks";
import { get, post } from "./ask";
import { Dialog } from "./dialog";

interface Booked {
  id: string;
  queue: string;
  number: string;
  state: string;
  whose: "mine" | "anyone";
  at: string;
  zone: string;
  note: string;
  call: string | null;
}

/** The next full hour, as the field for it wants it. */
function soon(): string {
  const at = new Date(Date.now() + 3_600_000);
  at.setMinutes(0, 0, 0);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;
const ZONES: string[] = Intl.supportedValuesOf?.("timeZone") ?? [HERE];

export function Bookings({ number, call, close }: { number: string; call: string | undefined; close: () => void }) {
  const [booked, setBooked] = useState<Booked[]>([]);
  const [wrong, setWrong] = useState("");
  const [said, setSaid] = useState("");

  const look = async () => {
    const told = await get<{ callbacks: Booked[] }>("/api/desk/callbacks");
    setBooked(told.body?.callbacks ?? []);
    if (!told.ok) {
      setWrong(told.error);
    }
  };
  useEffect(() => void look(), []);

  const ask = async (path: string, body: unknown, done: string) => {
    const told = await post(path, body);
    setWrong(told.error);
    setSaid(told.ok ? done : "");
    window.setTimeout(look, 200);
  };

  const book = (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    void ask(
      "/api/desk/callback",
      {
        number: form.get("number"),
        at: form.get("at"),
        zone: form.get("zone"),
        minutes: Number(form.get("minutes")),
        whose: form.get("whose"),
        note: form.get("note"),
        call: call ?? null,
      },
      "Agreed.",
    );
  };

  return (
    <Dialog title="Call back" close={close}>
      <form class="limits" onSubmit={book}>
        <label>
          Number
          <input name="number" type="tel" required defaultValue={number} autofocus />
        </label>
        <label>
          Day and time there
          <input name="at" type="datetime-local" required defaultValue={soon()} />
        </label>
        <label>
          Time zone
          <input name="zone" list="zones" required defaultValue={HERE} />
        </label>
        <datalist id="zones">
          {ZONES.map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
        <label>
          Within so many minutes
          <input name="minutes" type="number" min="1" max="10080" required defaultValue="60" />
        </label>
        <label>
          Who calls
          <select name="whose">
            <option value="mine">I do</option>
            <option value="anyone">Anyone of the queue</option>
          </select>
        </label>
        <label>
          Note
          <input name="note" maxLength={1000} />
        </label>
        <button type="submit">Agree</button>
      </form>
      <p class="wrong" role="alert">
        {wrong}
      </p>
      <p role="status">{said}</p>
      {booked.length > 0 && (
        <table class="calls" aria-label="What you have agreed">
          <tbody>
            {booked.map((one) => (
              <tr key={one.id} data-callback={one.id}>
                <td>
                  {one.at.replace("T", " ")} {one.zone}
                </td>
                <td>
                  <bdi>{one.number}</bdi>
                </td>
                <td>{one.whose === "mine" ? "you" : "anyone"}</td>
                <td>{one.state}</td>
                <td>
                  <bdi>{one.note}</bdi>
                </td>
                <td>
                  <button type="button" onClick={() => void ask("/api/desk/callback/cancel", { callback: one.id }, "Taken back.")}>
                    Take back
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Dialog>
  );
}
