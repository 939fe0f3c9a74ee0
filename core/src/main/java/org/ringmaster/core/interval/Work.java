// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.interval;

import org.jspecify.annotations.Nullable;

/** What an agent who is signed in does, as it is timed. */
enum Work {
  /** The open telephone is being connected. */
  SIGNING_IN(AgentFigure.SIGNING_IN_MICROS, null),
  /** Waits for a caller. */
  IDLE(AgentFigure.IDLE_MICROS, null),
  /** Is rung, or has answered and is not heard yet. */
  RINGING(AgentFigure.RING_MICROS, QueueFigure.RING_MICROS),
  /** Talks. */
  TALKING(AgentFigure.TALK_MICROS, QueueFigure.TALK_MICROS),
  /** Has put the caller on hold. */
  HOLDING(AgentFigure.HOLD_MICROS, QueueFigure.HOLD_MICROS),
  /** Finishes the work of the talk. */
  WRAPPING_UP(AgentFigure.WRAP_UP_MICROS, QueueFigure.WRAP_UP_MICROS),
  /** Takes no callers. */
  PAUSED(AgentFigure.PAUSED_MICROS, null);

  private final AgentFigure ofAgent;
  private final @Nullable QueueFigure ofQueue;

  Work(AgentFigure ofAgent, @Nullable QueueFigure ofQueue) {
    this.ofAgent = ofAgent;
    this.ofQueue = ofQueue;
  }

  /** Where its time counts for the agent. */
  AgentFigure ofAgent() {
    return ofAgent;
  }

  /** Where its time counts for the queue it is done for; null where it is done for none. */
  @Nullable QueueFigure ofQueue() {
    return ofQueue;
  }

  /** Whether an agent has the caller on the line. */
  boolean isTalk() {
    return this == TALKING || this == HOLDING;
  }
}
