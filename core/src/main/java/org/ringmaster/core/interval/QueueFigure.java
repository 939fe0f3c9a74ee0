// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.interval;

/**
 * What is counted and timed of a queue. Callers count in the interval in which they joined,
 * whatever becomes of them later; times are split at the borders. Times are in microseconds.
 */
public enum QueueFigure {
  /** All who joined, whom we had dialled included. */
  OFFERED,
  /** Of these, who got an agent. */
  ANSWERED,
  /** Of those answered, within the service level that was in force. */
  ANSWERED_IN_TIME,
  /** Callers who went while nobody was being rung for them. */
  ABANDONED_WAITING,
  /** Callers who went while an agent was being rung for them. */
  ABANDONED_RINGING,
  /** Of those who went in either way, within the first five seconds. */
  ABANDONED_SHORT,
  /** Of those who went in either way, within the service level that was in force. */
  ABANDONED_IN_TIME,
  /** Callers who got an agent and went while the agent had put them on hold. */
  ABANDONED_HELD,
  /** Callers who were sent on before an agent came. */
  FLOWED_OUT,
  /** All waits of the answered ones. */
  ANSWER_WAIT_MICROS,
  /** All waits of those who went before an agent came. */
  ABANDON_WAIT_MICROS,
  /** The longest wait of all who were answered, went or were sent on. */
  LONGEST_WAIT_MICROS,
  /** Contacts that were talked with and whose wrap-up closed in the interval. */
  HANDLED,
  /** Ringing at agents, until the two hear each other or it comes to nothing. */
  RING_MICROS,
  /** Talking. */
  TALK_MICROS,
  /** Callers put on hold by their agent. */
  HOLD_MICROS,
  /** Work after talks. */
  WRAP_UP_MICROS,
  /** Whom we had dialled ourselves and who went before an agent came, rung or not. */
  ABANDONED_DIALLED,
  /**
   * Callers who went in a speech flow, before they joined any queue. They are counted of the trunk
   * they came by; of a queue this is always 0.
   */
  ABANDONED_IN_FLOW,
  /**
   * Of those who joined, whom we had dialled ourselves: callbacks and leads of campaigns. Those are
   * in the counts above, too, so that who called is the difference.
   */
  OFFERED_DIALLED,
  /** Of the answered, whom we had dialled. */
  ANSWERED_DIALLED,
  /** Of the answered in time, whom we had dialled. */
  ANSWERED_IN_TIME_DIALLED,
  /** Of the short abandons, whom we had dialled. */
  ABANDONED_SHORT_DIALLED,
  /** Of the abandoned in time, whom we had dialled. */
  ABANDONED_IN_TIME_DIALLED,
  /** Of those who were sent on, whom we had dialled. */
  FLOWED_OUT_DIALLED,
  /** Of the waits of the answered, those of whom we had dialled. */
  ANSWER_WAIT_DIALLED_MICROS,
  /** Of the waits of the abandoned, those of whom we had dialled. */
  ABANDON_WAIT_DIALLED_MICROS
}
