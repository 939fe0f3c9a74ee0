// SPDX-License-Identifier: Apache-2.0
// The lead that an agent looks at before it is dialled.

import { useEffect, useState } from "preact/hooks";
import { get } from "./ask";
import { Strange } from "./caller";
import { Dialog } from "./dialog";
import type { ShownLead } from "./model";
import { clock } from "./time";

interface Details {
  list: string;
  lead: number;
  name: string | null;
  numbers: string[];
  fields: { column: string; value: string }[];
}

export const SKIPS = ["not now", "wrong person or number", "in contact already", "other"];

function leftOf(lead: ShownLead, nowMillis: number): string {
  if (lead.wanted) {
    return "is being called";
  }
  if (lead.untilMillis === null) {
    return `${clock(nowMillis - lead.sinceMillis)} so far`;
  }
  return `${lead.dialsAtEnd ? "called" : "skipped"} in ${clock(Math.max(0, lead.untilMillis - nowMillis))}`;
}

export function Lead({ lead, nowMillis }: { lead: ShownLead; nowMillis: number }) {
  const [details, setDetails] = useState<Details>();
  const [why, setWhy] = useState("");
  useEffect(() => {
    let stopped = false;
    setDetails(undefined);
    void get<Details>("/api/desk/lead").then((told) => {
      if (!stopped) {
        setWhy(told.error);
        setDetails(told.body?.lead === lead.lead ? told.body : undefined);
      }
    });
    return () => {
      stopped = true;
    };
  }, [lead.list, lead.lead]);
  return (
    <section class="lead" aria-label="Lead" data-lead={lead.lead} data-wanted={lead.wanted}>
      <h2>
        Lead of {lead.campaign} <time data-left>{leftOf(lead, nowMillis)}</time>
      </h2>
      {why && <p class="wrong">{why}</p>}
      {details && (
        <>
          <p class="name">{details.name ? <Strange text={details.name} /> : "No name is known."}</p>
          <dl>
            <div>
              <dt>Number</dt>
              <dd>{details.numbers.join(", ")}</dd>
            </div>
            {details.fields.map((field) => (
              <div key={field.column}>
                <dt>
                  <Strange text={field.column} />
                </dt>
                <dd>
                  <Strange text={field.value} />
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <p class="by" data-tried>
        {lead.tried.length === 0
          ? "Never called before."
          : `Called before: ${lead.tried.map((one) => `${one.outcome} ${one.times} ×`).join(", ")}`}
      </p>
    </section>
  );
}

export function SkipReasons({ choose, close }: { choose: (reason: string) => void; close: () => void }) {
  const press = (event: KeyboardEvent) => {
    const found = SKIPS[Number(event.key) - 1];
    if (found) {
      event.preventDefault();
      choose(found);
    }
  };
  return (
    <Dialog title="Why do you skip this lead?" close={close}>
      <div class="choice" role="group" aria-label="Reasons" onKeyDown={press}>
        {SKIPS.map((reason, place) => (
          <button type="button" key={reason} autofocus={place === 0} onClick={() => choose(reason)}>
            <kbd>{place + 1}</kbd> {reason}
          </button>
        ))}
      </div>
    </Dialog>
  );
}

/** When to call the lead again, by the clock where they are. */
export function Recall({ send, close }: { send: (at: string, whose: string) => void; close: () => void }) {
  const agree = (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    send(String(form.get("at")), String(form.get("whose")));
  };
  return (
    <Dialog title="Call this lead again" close={close}>
      <form class="limits" onSubmit={agree}>
        <label>
          Day and time there
          <input name="at" type="datetime-local" required autofocus />
        </label>
        <label>
          Who calls
          <select name="whose">
            <option value="mine">I do</option>
            <option value="anyone">Anyone of the campaign</option>
          </select>
        </label>
        <button type="submit">Agree</button>
      </form>
    </Dialog>
  );
}
