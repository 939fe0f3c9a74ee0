// SPDX-License-Identifier: Apache-2.0

import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { post } from "./ask";

const SAVE_MILLIS = 500;
const MOST = 4_000;

interface Draft {
  text: string;
  seen: number;
}

const keptAs = (call: string) => `note:${call}`;

function keptDraft(call: string): Draft | undefined {
  const kept = sessionStorage.getItem(keptAs(call));
  return kept === null ? undefined : (JSON.parse(kept) as Draft);
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
    const told = await post("/api/desk/note", { call, seenVersion: sent.seen, text: sent.text }, leaving);
    saving.current = false;
    setProblem(told.error);
    if (told.ok) {
      const more = latest.current.text !== sent.text;
      put({ text: latest.current.text, seen: sent.seen + 1 }, more);
      if (more) {
        void save();
      }
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
    const leave = () => void save(true);
    window.addEventListener("pagehide", leave);
    return () => window.removeEventListener("pagehide", leave);
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
        {problem && dirty && version > draft.seen && (
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
