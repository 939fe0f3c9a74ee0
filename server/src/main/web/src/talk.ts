// SPDX-License-Identifier: Apache-2.0
// What an agent can do with a conversation, by how far it has come. The server says no where this is out of date.

import type { DeskMessage } from "./model";

export interface TalkVerb {
  key: string;
  what: string;
  /** What is asked of the server. */
  verb: string;
  /** Somebody has to be named first. */
  to: boolean;
}

const HOLD: TalkVerb = { key: "h", what: "Hold", verb: "hold", to: false };
const RESUME: TalkVerb = { key: "h", what: "Take back", verb: "resume", to: false };
const HAND_ON: TalkVerb[] = [
  { key: "t", what: "Transfer", verb: "transfer", to: true },
  { key: "c", what: "Consult", verb: "consult", to: true },
  { key: "k", what: "Park", verb: "park", to: false },
];
const COMPLETE: TalkVerb = { key: "g", what: "Give to them", verb: "complete", to: false };
const CANCEL: TalkVerb = { key: "x", what: "Back to the caller", verb: "cancel", to: false };
const SWAP: TalkVerb = { key: "w", what: "Talk with the other", verb: "swap", to: false };
const JOIN: TalkVerb = { key: "j", what: "All together", verb: "conference", to: false };

/** Everything there is, for the list of keys. */
export const TALK_VERBS = [HOLD, ...HAND_ON, COMPLETE, CANCEL, SWAP, JOIN];

const RECORD = "v";
const CARD = "y";

/** What can be done with the recording now, where anything is recorded at all. */
export function recordVerbs(records: boolean, recording: DeskMessage["recording"]): TalkVerb[] {
  if (!records) {
    return [];
  }
  const card: TalkVerb = { key: CARD, what: "Take card digits", verb: "record/card", to: false };
  switch (recording?.state) {
    case "paused":
      return [{ key: RECORD, what: "Record again", verb: "record/resume", to: false }];
    case "secured":
      return [{ key: CARD, what: "Card digits are taken", verb: "record/resume", to: false }];
    case "running":
      return recording?.recorded
        ? [{ key: RECORD, what: "Pause recording", verb: "record/pause", to: false }, card]
        : [{ key: RECORD, what: "Record", verb: "record/start", to: false }];
    default:
      return [{ key: RECORD, what: "Record", verb: "record/start", to: false }];
  }
}

/** What is possible now; null is a conversation in which nobody did more than talk. */
export function talkVerbs(talk: string | null): TalkVerb[] {
  switch (talk) {
    case null:
    case "talking":
      return [HOLD, ...HAND_ON];
    case "held":
      return [RESUME, ...HAND_ON];
    case "asking":
      return [COMPLETE, CANCEL];
    case "consulting":
    case "swapped":
      return [COMPLETE, CANCEL, SWAP, JOIN];
    case "together":
      return [COMPLETE, CANCEL];
    default:
      return [];
  }
}
