// SPDX-License-Identifier: Apache-2.0
// Single keys that do something, while nobody is writing. They can be switched off, as WCAG 2.1.4 asks.

import { useLayoutEffect } from "preact/hooks";

export interface Key {
  key: string;
  what: string;
  /** Nothing to do now: the key is passed over. */
  run: (() => void) | undefined;
}

const WRITING = "input, textarea, select, [contenteditable]";
const KEPT = "keys";

export function keysAreOn(): boolean {
  return localStorage.getItem(KEPT) !== "off";
}

export function turnKeys(on: boolean): void {
  localStorage.setItem(KEPT, on ? "on" : "off");
}

export function useKeys(keys: Key[]): void {
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      const at = event.target instanceof Element ? event.target : document.body;
      // A window's own key has been used there. One that is held down is pressed once.
      if (event.defaultPrevented || event.repeat || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) {
        return;
      }
      if (at.matches(WRITING)) {
        if (event.key === "Escape" && at instanceof HTMLElement) {
          at.blur();
        }
        return;
      }
      const found = keys.find((one) => one.key === event.key.toLowerCase());
      if (found?.run && (keysAreOn() || found.key === "?") && !document.querySelector("dialog[open]")) {
        event.preventDefault();
        found.run();
      }
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  });
}
