// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.board;

import java.util.Map;
import org.ringmaster.dialer.campaign.AttemptOutcome;

/**
 * What came of a campaign's attempts in a stretch of time.
 *
 * @param dialled attempts that began
 * @param answered those that somebody, or something, answered
 * @param connected those that came to an agent
 * @param abandoned those for which no agent was there in time
 * @param idleMicros how long the agents of those connected had been idle before, microseconds
 * @param ringingMicros how long lines were in use until somebody answered or the attempt ended,
 *     microseconds
 * @param ended how attempts ended; each outcome is there
 */
public record CarrierResults(
    long dialled,
    long answered,
    long connected,
    long abandoned,
    long idleMicros,
    long ringingMicros,
    Map<AttemptOutcome, Long> ended) {

  private static final double PERCENT = 100;
  private static final double MICROS_PER_SECOND = 1_000_000;

  /** Answers of people, as far as is known: those found to be machines are left out. */
  public long contacts() {
    long machines =
        ended.getOrDefault(AttemptOutcome.MACHINE, 0L)
            + ended.getOrDefault(AttemptOutcome.MESSAGE_LEFT, 0L);
    return Math.max(0, answered - machines);
  }

  /** How many of a hundred attempts a person answered; 0 while there is none. */
  public double contactPercent() {
    return dialled == 0 ? 0 : PERCENT * contacts() / dialled;
  }

  /** How long an agent was idle for each call that came to one, seconds; 0 while there is none. */
  public double idleSecondsPerConnect() {
    return connected == 0 ? 0 : idleMicros / MICROS_PER_SECOND / connected;
  }

  /**
   * How long an agent would have been idle for each call with progressive dialling of the same
   * leads, seconds; 0 while nobody has answered. An agent who is idle has one line then, so it is
   * the time that lines rang for each that was answered. What was given up early would have rung
   * on: it is rather too little.
   */
  public double progressiveIdleSecondsPerConnect() {
    return answered == 0 ? 0 : ringingMicros / MICROS_PER_SECOND / answered;
  }
}
