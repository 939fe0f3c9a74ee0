// SPDX-License-Identifier: Apache-2.0
// What each queue showed in the last half hour, as the server keeps it.

import { useEffect, useState } from "preact/hooks";
import { get, post } from "./ask";

/** In the order in which the server sends them, behind the instant. */
export const FIGURES = [
  "waiting",
  "longest",
  "available",
  "on-call",
  "wrap-up",
  "paused",
  "level",
  "abandoned",
  "asa",
  "aht",
] as const;
export type Figure = (typeof FIGURES)[number];

type Sample = (number | null)[];
export type History = Map<string, Sample[]>;

const STEP_MILLIS = 30_000;
const KEPT_MILLIS = 60 * STEP_MILLIS;

interface Answer {
  queues: { id: string; samples: Sample[] }[];
}

function added(history: History, answer: Answer): History {
  const next: History = new Map();
  for (const { id, samples } of answer.queues) {
    const all = (history.get(id) ?? []).concat(samples);
    const newest = all[all.length - 1]?.[0] ?? 0;
    next.set(
      id,
      all.filter((sample) => (sample[0] ?? 0) > newest - KEPT_MILLIS),
    );
  }
  return next;
}

/** The half hour up to now; asks only for what is new, a little after each half minute. */
export function useHistory(token?: string): History {
  const [history, setHistory] = useState<History>(new Map());
  useEffect(() => {
    let timer = 0;
    let sinceMillis = 0;
    let stopped = false;
    const look = async () => {
      const answer =
        token === undefined
          ? await get<Answer>(`/api/wall/history?sinceMillis=${sinceMillis}`)
          : await post<Answer>("/tv/history", { token, sinceMillis });
      if (stopped) {
        return;
      }
      if (answer.ok && answer.body) {
        const told = answer.body;
        setHistory((before) => added(before, told));
        told.queues.forEach(({ samples }) => {
          sinceMillis = Math.max(sinceMillis, samples[samples.length - 1]?.[0] ?? 0);
        });
      }
      // Not all pages at once.
      timer = window.setTimeout(look, STEP_MILLIS - (Date.now() % STEP_MILLIS) + 500 + Math.random() * 4_000);
    };
    void look();
    return () => {
      stopped = true;
      window.clearTimeout(timer);
    };
  }, [token]);
  return history;
}

/** A figure's line: instants in seconds, values. */
export function line(history: History, queue: string, figure: Figure): [number[], (number | null)[]] {
  const at = FIGURES.indexOf(figure) + 1;
  const samples = history.get(queue) ?? [];
  return [samples.map((sample) => (sample[0] ?? 0) / 1_000), samples.map((sample) => sample[at] ?? null)];
}
