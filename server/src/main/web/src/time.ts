// SPDX-License-Identifier: Apache-2.0

import { useEffect, useState } from "preact/hooks";

/** Now by this machine's clock, anew at each full second. */
export function useSeconds(): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    let timer = 0;
    const tick = () => {
      setNow(Date.now());
      timer = window.setTimeout(tick, 1_000 - (Date.now() % 1_000));
    };
    tick();
    return () => window.clearTimeout(timer);
  }, []);
  return now;
}

const two = (number: number) => String(number).padStart(2, "0");

/** A length of time as 0:07, 12:34 or 1:02:03. */
export function clock(millis: number): string {
  const seconds = Math.max(0, Math.floor(millis / 1_000));
  const hours = Math.floor(seconds / 3_600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** A length of time in one unit, for reading aloud: 20 s, 3 min. */
export function rough(millis: number): string {
  const seconds = Math.round(millis / 1_000);
  return seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}

/** A time of day. */
export function timeOfDay(millis: number): string {
  const at = new Date(millis);
  return `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
}

/** A time of day, to the minute. */
export function hourOfDay(millis: number): string {
  return timeOfDay(millis).slice(0, 5);
}

/** How old a figure is, in as few letters as will do. */
export function age(millis: number): string {
  return millis < 3_000 ? "now" : `${rough(millis)} old`;
}
