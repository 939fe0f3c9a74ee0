// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.board;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ringmaster.dialer.campaign.PacingReading;

/**
 * One thing that changed in how a campaign is dialled, and what the pacer saw then.
 *
 * @param atMicros when, epoch microseconds
 * @param sequence the fact that tells it; of several alike the first
 * @param what in words, without what was seen
 * @param lines how many lines were dialled; 0 where that is not what happened
 * @param reading null where no pacer was asked
 */
public record PacingNote(
    long atMicros, long sequence, String what, int lines, @Nullable PacingReading reading) {

  private static final double PERCENT = 100;

  /** One line more, dialled in the same look. */
  PacingNote oneMore() {
    return new PacingNote(atMicros, sequence, what, lines + 1, reading);
  }

  /** For people, as a sentence. */
  public String words() {
    String done = lines == 0 ? what : "Dialled " + (lines == 1 ? "one line" : lines + " lines");
    if (reading == null) {
      return done + ".";
    }
    String seen =
        String.format(
            Locale.ROOT,
            "%s. Agents idle: %d, talking: %d, in wrap-up: %d; callers waiting: %d; lines ringing:"
                + " %d",
            done,
            reading.idle(),
            reading.talking(),
            reading.wrapping(),
            reading.waiting(),
            reading.ringing());
    return reading.risk() < 0
        ? seen + "."
        : String.format(
            Locale.ROOT,
            "%s. The chance that one more finds nobody free was %.1f %%, allowed %.1f %%.",
            seen,
            reading.risk() * PERCENT,
            reading.bound() * PERCENT);
  }
}
