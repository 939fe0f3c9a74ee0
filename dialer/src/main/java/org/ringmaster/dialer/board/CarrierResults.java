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
 * @param ended how attempts ended; each outcome is there
 */
public record CarrierResults(
    long dialled,
    long answered,
    long connected,
    long abandoned,
    long idleMicros,
    Map<AttemptOutcome, Long> ended) {

  private static final double MICROS_PER_SECOND = 1_000_000;

  /** How long an agent was idle for each call that came to one, seconds; 0 while there is none. */
  public double idleSecondsPerConnect() {
    return connected == 0 ? 0 : idleMicros / MICROS_PER_SECOND / connected;
  }
}
