// SPDX-License-Identifier: Apache-2.0
// What alarms are called, in which order they stand, and the sound that a red one makes once.

import { useEffect, useState } from "preact/hooks";
import type { Board } from "./board";
import type { Figure } from "./halfhour";
import type { AlarmCause, AlarmLevel, LimitsRow, QueueRow } from "./model";

const LEVELS: AlarmLevel[] = ["calm", "amber", "red"];

/** The worst first, of the same those that have lasted longest, then by name. */
export function byAlarm(a: QueueRow, b: QueueRow): number {
  return (
    LEVELS.indexOf(b.alarm.level) - LEVELS.indexOf(a.alarm.level) ||
    (a.alarm.sinceMillis ?? 0) - (b.alarm.sinceMillis ?? 0) ||
    a.id.localeCompare(b.id, undefined, { numeric: true })
  );
}

const CAUSES = {
  waiting: "too many wait",
  "longest-wait": "a caller waits too long",
  "service-level": "too few answered in time",
};

const FIGURE: Record<AlarmCause, Figure> = { waiting: "waiting", "longest-wait": "longest", "service-level": "level" };

/** The figure that an alarm is about, which alone has its colour; undefined where all is calm. */
export function alarmedFigure({ alarm: { level, cause } }: QueueRow): Figure | undefined {
  return level === "calm" || cause === null ? undefined : FIGURE[cause];
}

/** How a queue stands, in words. */
export function said(queue: QueueRow): string {
  const { level, cause } = queue.alarm;
  if (level === "calm" || cause === null) {
    return queue.waiting === 0 ? "nobody waits" : "waiting";
  }
  return `${level === "red" ? "red" : "amber"}: ${CAUSES[cause]}`;
}

export function isMuted(limits: LimitsRow | undefined, nowMillis: number): boolean {
  return (limits?.mutedUntilMillis ?? 0) > nowMillis;
}

let audio: AudioContext | undefined;

/** Browsers let a page make a sound only after somebody has touched it, unless they are told otherwise. */
export async function wakeSound(): Promise<boolean> {
  audio ??= new AudioContext();
  await audio.resume().catch(() => undefined);
  return audio.state === "running";
}

function beep() {
  if (audio?.state !== "running") {
    return;
  }
  const now = audio.currentTime;
  for (const [at, frequency] of [[0, 660], [0.18, 880]] as const) {
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = frequency;
    volume.gain.setValueAtTime(0.2, now + at);
    volume.gain.exponentialRampToValueAtTime(0.001, now + at + 0.16);
    tone.connect(volume).connect(audio.destination);
    tone.start(now + at);
    tone.stop(now + at + 0.17);
  }
}

const KEPT = "sounded";

/**
 * Sounds once for each queue that has turned red; after a reload those that have sounded stay silent. Before the board is
 * there nothing is known of them, and nothing is forgotten.
 */
export function useAlarmSound(board: Board | undefined, nowMillis: number, on: boolean): void {
  const limits = board?.limits ?? [];
  const red = (board?.queues ?? []).filter((queue) => queue.alarm.level === "red");
  const names = board && red.map((queue) => `${queue.id}@${queue.alarm.sinceMillis}`).join();
  useEffect(() => {
    if (names === undefined) {
      return;
    }
    const before = (sessionStorage.getItem(KEPT) ?? "").split(",");
    const fresh = red.filter((queue) => !before.includes(`${queue.id}@${queue.alarm.sinceMillis}`));
    sessionStorage.setItem(KEPT, names);
    const loud = fresh.filter((queue) => !isMuted(limits.find((one) => one.id === queue.id), nowMillis));
    if (on && loud.length > 0) {
      beep();
      document.documentElement.dataset["sounded"] = String(Number(document.documentElement.dataset["sounded"] ?? 0) + 1);
    }
  }, [names]);
}

/** Whether alarms sound here; kept for this browser. */
export function useSound(): [boolean, () => void] {
  const [on, setOn] = useState(localStorage.getItem("sound") === "on");
  useEffect(() => {
    if (on) {
      void wakeSound();
    }
  }, [on]);
  const turn = () => {
    localStorage.setItem("sound", on ? "off" : "on");
    setOn(!on);
  };
  return [on, turn];
}
