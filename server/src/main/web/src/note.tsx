// SPDX-License-Identifier: Apache-2.0

import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { post } from "./ask";

const SAVE_MILLIS = 500;
const AGAIN_MILLIS = 3_000;
const MOST = 4_000;

interface Draft {
  text: string;
  seen: number;
}

const KEPT = "note:";
const keptAs = (call: string) => KEPT + call;

function keptDraft(call: string): Draft | undefined {
  const kept = sessionStorage.getItem(keptAs(call));
  return kept === null ? undefined : (JSON.parse(kept) as Draft);
}

/** The version that the server has now. */
type Kept = { done: string };

/** What was written about the calls before and did not arrive is sent again. */
async function saveFormer(call: string): Promise<void> {
  for (const key of Object.keys(sessionStorage).filter((one) => one.startsWith(KEPT) && one !== keptAs(call))) {
    const draft = keptDraft(key.slice(KEPT.length));
    const told = draft && (await post("/api/desk/note", { call: key.slice(KEPT.length), seenVersion: draft.seen, text: draft.text }));
    if (told?.ok) {
      sessionStorage.removeItem(key);
    }
  }
}

/**
 * What the agent writes about a call. Each pause in the writing saves it; what a reload catches unsaved is kept by the browser
 * until it is saved. Where another page has saved meanwhile, the agent chooses.
 */
export function Note({ call, note, version, place }: { call: string; note: string; version: number; place: RefObject<HTMLTextAreaElement | null> }) {
  const kept = keptDraft(call);
  const [draft, setDraft] = useState<Draft>(kept ?? { text: note, seen: version });
  const [problem, setProblem] = useState("");
  const latest = useRef(draft);
  const saving = useRef(false);
  const again = useRef(0);
  const dirty = sessionStorage.getItem(keptAs(call)) !== null;

  const put = (next: Draft, keep: boolean) => {
    latest.current = next;
    if (keep) {
      sessionStorage.setItem(keptAs(call), JSON.stringify(next));
    } else {
      sessionStorage.removeItem(keptAs(call));
    }
    setDraft(next);
  };

  const save = async (leaving = false) => {
    if (sessionStorage.getItem(keptAs(call)) === null || (saving.current && !leaving)) {
      return;
    }
    const sent = latest.current;
    saving.current = true;
    const told = await post<Kept>("/api/desk/note", { call, seenVersion: sent.seen, text: sent.text }, leaving);
    saving.current = false;
    setProblem(told.error);
    if (told.ok) {
      const more = latest.current.text !== sent.text;
      put({ text: latest.current.text, seen: Number(told.body?.done) }, more);
      if (more) {
        void save(leaving);
      }
    } else if (told.status === 0) {
      window.clearTimeout(again.current);
      again.current = window.setTimeout(() => void save(), AGAIN_MILLIS);
    }
  };

  // What the server says counts, unless something is being written here.
  useEffect(() => {
    const written = sessionStorage.getItem(keptAs(call)) !== null;
    const news = written ? note === latest.current.text : version >= latest.current.seen;
    if (news) {
      put({ text: note, seen: version }, false);
      setProblem("");
    }
  }, [note, version]);

  useEffect(() => {
    const timer = window.setTimeout(() => void save(), SAVE_MILLIS);
    return () => window.clearTimeout(timer);
  }, [draft.text]);

  useEffect(() => {
    void saveFormer(call);
    const leave = () => void save(true);
    window.addEventListener("pagehide", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      window.clearTimeout(again.current);
      // The next caller is there: what was written in the last moment is not forgotten.
      void save();
    };
  }, []);

  return (
    <section class="note" aria-label="Notes">
      <label>
        <span>
          Notes <kbd>N</kbd>
        </span>
        <textarea
          ref={place}
          rows={5}
          maxLength={MOST}
          value={draft.text}
          aria-keyshortcuts="n"
          onInput={(event) => put({ text: event.currentTarget.value, seen: latest.current.seen }, true)}
          onBlur={() => void save()}
        />
      </label>
      <p class="by" role="status" data-saved={!dirty}>
        {problem || (dirty ? "Being saved" : draft.seen > 0 ? "Saved" : "")}
        {problem && dirty && version !== draft.seen && (
          <span class="choice">
            <button type="button" onClick={() => put({ text: note, seen: version }, false)}>
              Take the other page's
            </button>
            <button
              type="button"
              onClick={() => {
                put({ text: latest.current.text, seen: version }, true);
                void save();
              }}
            >
              Keep mine
            </button>
          </span>
        )}
      </p>
    </section>
  );
}
