// SPDX-License-Identifier: Apache-2.0
// Who is not on the line but still to be dealt with, for supervisors: who is to be called back, and messages.

import { useEffect, useState } from "preact/hooks";
import { get, post } from "./ask";
import { Dialog } from "./dialog";
import { Messages } from "./messages";
import { clock } from "./time";

interface CallbackRow {
  id: string;
  queue: string;
  state: string;
  number: string;
  waitingSinceMillis: number;
  tries: number;
}

export type Later = "callbacks" | "messages";

const LOOK_MILLIS = 2_000;

export interface LaterOfProps {
  queue: string;
  /** How people read it. */
  name: string;
  what: Later;
  nowMillis: number;
  close: () => void;
}

export function LaterOf({ queue, name, what, nowMillis, close }: LaterOfProps) {
  return what === "messages" ? (
    <Dialog key="messages" title={`Messages for ${name}`} close={close}>
      <Messages agent="" queue={queue} canCall={false} />
    </Dialog>
  ) : (
    <Dialog key="callbacks" title={`To be called back by ${name}`} close={close}>
      <Callbacks queue={queue} nowMillis={nowMillis} />
    </Dialog>
  );
}

function Callbacks({ queue, nowMillis }: { queue: string; nowMillis: number }) {
  const [rows, setRows] = useState<CallbackRow[]>([]);
  const [wrong, setWrong] = useState("");
  const look = async () => {
    const told = await get<{ callbacks: CallbackRow[] }>("/api/callbacks");
    if (told.body) {
      setRows(told.body.callbacks.filter((one) => one.queue === queue));
    }
  };
  useEffect(() => {
    void look();
    const timer = window.setInterval(() => void look(), LOOK_MILLIS);
    return () => window.clearInterval(timer);
  }, [queue]);
  const ask = async (id: string, verb: string) => {
    const told = await post(`/api/callbacks/${encodeURIComponent(id)}/${verb}`, {});
    setWrong(told.error);
    await look();
  };
  return (
    <>
      <p class="wrong" role="alert">
        {wrong}
      </p>
      {rows.length === 0 && <p class="empty">Nobody.</p>}
      {rows.length > 0 && (
        <table class="calls">
          <thead>
            <tr>
              <th>Number</th>
              <th>Waits for</th>
              <th>State</th>
              <th>Tries</th>
              <th>What to do</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id} data-callback={row.id}>
                <td>
                  <bdi>{row.number}</bdi>
                </td>
                <td>{clock(nowMillis - row.waitingSinceMillis)}</td>
                <td>{row.state}</td>
                <td>{row.tries}</td>
                <td>
                  <button type="button" data-verb="now" aria-label={`Before all others: ${row.number}`} onClick={() => void ask(row.id, "now")}>
                    Before all others
                  </button>{" "}
                  <button type="button" data-verb="cancel" aria-label={`Take back: ${row.number}`} onClick={() => void ask(row.id, "cancel")}>
                    Take back
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
