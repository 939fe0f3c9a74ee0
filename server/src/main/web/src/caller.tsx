// SPDX-License-Identifier: Apache-2.0
// Whom the agent speaks with, and where they have been before.

import { useEffect, useState } from "preact/hooks";
import { get } from "./ask";
import type { CallRow, Contact } from "./model";
import { clock } from "./time";

const SHORT = 120;

/** A name that a stranger's telephone sends: of any length, in any direction. It is text and nothing else. */
export function Strange({ text }: { text: string }) {
  const letters = [...text];
  return (
    <bdi class="strange" dir="auto">
      {letters.length > SHORT ? letters.slice(0, SHORT).join("") + "…" : text}
    </bdi>
  );
}

const STAGE: Record<CallRow["stage"], string> = {
  started: "began",
  waiting: "waits",
  offered: "rings at you",
  talking: "talks with you",
  held: "hears music",
  "handed-on": "is handed on",
  parked: "is parked",
  "passed-on": "talks with somebody outside",
  overflowed: "was sent on",
  turned: "was turned away",
  ending: "hangs up",
  ended: "has hung up",
};

const TALK: Record<string, string> = {
  held: "hears music",
  asking: "hears music, you ring somebody else",
  consulting: "hears music, you talk with somebody else",
  swapped: "talks with you, somebody else hears music",
  together: "talks with you and somebody else",
};

/** A store that is away or behind is soon back, mostly while the caller is still there. */
const ASK_AGAIN_MILLIS = 2_000;

export function Caller({ call, talk, nowMillis }: { call: CallRow; talk: string | null; nowMillis: number }) {
  const [contacts, setContacts] = useState<Contact[]>();
  const [why, setWhy] = useState("");
  const known = !["started", "offered", "waiting"].includes(call.stage);
  useEffect(() => {
    let stopped = false;
    let again: ReturnType<typeof setTimeout> | undefined;
    const ask = () =>
      void get<{ call: string; contacts: Contact[] }>("/api/desk/caller").then((told) => {
        if (stopped) {
          return;
        }
        setWhy(told.error);
        setContacts(told.body?.call === call.id ? told.body.contacts : []);
        if (!told.ok) {
          again = setTimeout(ask, ASK_AGAIN_MILLIS);
        }
      });
    setContacts(undefined);
    setWhy("");
    if (known) {
      ask();
    }
    return () => {
      stopped = true;
      clearTimeout(again);
    };
  }, [call.id, known]);

  return (
    <section class="caller" aria-label="Caller" data-call={call.id}>
      <p class="who">
        {call.callerName && <Strange text={call.callerName} />} <bdi class="number">{call.caller ?? "number withheld"}</bdi>
      </p>
      <p>
        <b data-talk={talk ?? ""}>{(talk !== null && TALK[talk]) || STAGE[call.stage]}</b>
        {call.stage !== "ended" && <time> {clock(nowMillis - (call.stageSinceMillis ?? nowMillis))}</time>}
        {call.queue && (
          <>
            {" · "}queue <bdi>{call.queueName ?? call.queue}</bdi>
          </>
        )} · dialled <bdi>{call.dialled}</bdi>
      </p>
      {known && (
        <>
          <h3>Before</h3>
          {why && <p class="by">{why}</p>}
          {!why && contacts?.length === 0 && <p class="by">We know of no contact before this one.</p>}
          <ul class="contacts">
            {contacts?.map((one) => (
              <li key={one.beganAtMillis}>
                <time>{new Date(one.beganAtMillis).toLocaleString()}</time> {one.medium.toLowerCase()}
                {one.outcome && `, ${one.outcome.toLowerCase().replaceAll("_", " ")}`}
                {one.queue && (
                  <>
                    , <bdi>{one.queueName ?? one.queue}</bdi>
                  </>
                )}
                {one.agent && `, with ${one.agent}`}
                {one.disposition && `: ${one.disposition}`}
                {one.note && (
                  <q>
                    <Strange text={one.note} />
                  </q>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
