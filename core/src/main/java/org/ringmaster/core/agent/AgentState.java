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
  PAUSED;

  /** Whether they work for their queues: wait for a caller, or are busy with one. */
  public boolean isAtWork() {
    return switch (this) {
      case AVAILABLE, OFFERED, ON_CALL, WRAP_UP -> true;
      case SIGNED_OUT, SIGNING_IN, PAUSED -> false;
    };
  }
}
