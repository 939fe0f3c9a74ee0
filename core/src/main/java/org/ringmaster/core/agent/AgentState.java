// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.agent;

/** What an agent is doing. */
public enum AgentState {
  /** Not at work. */
  SIGNED_OUT,
  /** Signed in, and their open telephone is being connected. */
  SIGNING_IN,
  /** Waits for a caller. */
  AVAILABLE,
  /** Is being rung for a caller. */
  OFFERED,
  /** Talks. */
  ON_CALL,
  /** Finishes the work of the last call. */
  WRAP_UP,
  /** Takes no callers, for a reason. */
  PAUSED
}
