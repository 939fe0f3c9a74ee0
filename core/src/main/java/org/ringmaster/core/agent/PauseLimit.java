// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.agent;

/**
 * How much of a pause is allowed; 0 for any.
 *
 * @param mostMillis how long one may last
 * @param mostADayMillis how long all of an agent's may last together on a day
 * @param atOnce how many agents may have one at once
 * @param ofQueue how many agents who serve the same queue may
 * @param refuses whether more is refused where it is asked for; else it is only recorded
 */
public record PauseLimit(
    long mostMillis, long mostADayMillis, int atOnce, int ofQueue, boolean refuses) {

  /** As much as anybody likes. */
  public static final PauseLimit NONE = new PauseLimit(0, 0, 0, 0, false);

  /** What a pause is too much by. */
  public enum Kind {
    /** It lasts too long. */
    LENGTH,
    /** All of the day's together last too long. */
    DAY,
    /** Too many have one. */
    AT_ONCE,
    /** Too many who serve the same queue have one. */
    OF_QUEUE
  }
}
