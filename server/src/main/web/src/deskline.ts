// SPDX-License-Identifier: Apache-2.0
// The stream of an agent's desk. All that the page shows comes from here, so that two pages agree.

import { useEffect, useState } from "preact/hooks";
import { Line, whoAmI } from "./live";
import type { DeskMessage } from "./model";

export interface Desk {
  told: DeskMessage | undefined;
  clockOffsetMillis: number;
  heardAtMillis: number;
  open: boolean;
  /** Whoever has logged in is no agent. */
  noAgent: boolean;
}

const NOTHING: Desk = { told: undefined, clockOffsetMillis: 0, heardAtMillis: 0, open: false, noAgent: false };

export function useDesk(refused: () => void): Desk {
  const [desk, setDesk] = useState<Desk>(NOTHING);
  useEffect(() => {
    const change = (some: Partial<Desk>) => setDesk((before) => ({ ...before, ...some }));
    const hear = (text: string) => {
      const message = JSON.parse(text) as DeskMessage;
      const now = Date.now();
      const heard = { heardAtMillis: now, clockOffsetMillis: message.atMillis - now };
      change(message.type === "desk" ? { ...heard, told: message } : heard);
      // Said by this script and by nothing below it: a page that sleeps or hangs says nothing.
      line.send("here");
    };
    const lost = async () => {
      change({ open: false });
      const answer = await whoAmI();
      if (answer?.status === 401) {
        refused();
        return false;
      }
      const me = answer?.ok ? ((await answer.json()) as { agent: string | null }) : undefined;
      change({ noAgent: me?.agent === null });
      return me?.agent !== null;
    };
    const line = new Line("/desk/live", () => change({ open: true }), hear, lost);
    return () => line.stop();
  }, []);
  return desk;
}
