// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.interval;

/**
 * What is counted and timed of an agent. Everything but {@link #HANDLED} is a time in microseconds,
 * split at the borders; together the times are the agent's shift.
 */
public enum AgentFigure {
  /** Contacts that were talked with and whose wrap-up closed in the interval. */
  HANDLED,
  /** Signed in while the open telephone was being connected. */
  SIGNING_IN_MICROS,
  /** Waiting for a caller. */
  IDLE_MICROS,
  /** Being rung, until the two hear each other or it comes to nothing. */
  RING_MICROS,
  /** Talking. */
  TALK_MICROS,
  /** Having put the caller on hold. */
  HOLD_MICROS,
  /** Finishing the work of a talk. */
  WRAP_UP_MICROS,
  /** Paused. */
  PAUSED_MICROS
}
