// SPDX-License-Identifier: Apache-2.0
// Small shapes that go with a word, so that nothing is said by colour alone.

import type { AgentState, NodeSight } from "./model";

export const STATE_WORD: Record<AgentState, string> = {
  available: "free",
  offered: "ringing",
  "on-call": "talking",
  "wrap-up": "wrap-up",
  paused: "paused",
  "signing-in": "signing in",
  "signed-out": "signed out",
};

/** In the order in which a supervisor looks for them. */
export const STATES = Object.keys(STATE_WORD) as AgentState[];

const SHAPES: Record<AgentState | NodeSight, string> = {
  available: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Z",
  offered: "M8 1 15 8 8 15 1 8Z",
  "on-call": "M2 3h12v8H8l-4 4v-4H2Z",
  "wrap-up": "M3 13V10l7-7 3 3-7 7Z",
  paused: "M3 2h4v12H3ZM9 2h4v12H9Z",
  "signing-in": "M2 2h5v5H2ZM9 9h5v5H9Z",
  "signed-out": "M2 7h12v2H2Z",
  connected: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Z",
  lost: "M8 1 15.5 14.5H.5Z",
  fenced: "M2 2h12v12H2Z",
};

export function Mark({ of }: { of: AgentState | NodeSight }) {
  return (
    <svg class={`mark mark-${of}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={SHAPES[of]} />
    </svg>
  );
}

/** The ring, and who directs it. */
export function Logo() {
  return (
    <svg class="logo" viewBox="0 0 32 32" aria-hidden="true">
      <circle cx="16" cy="17" r="10" fill="none" stroke="currentColor" stroke-width="4" />
      <circle cx="16" cy="7" r="4.5" class="logo-master" />
    </svg>
  );
}
