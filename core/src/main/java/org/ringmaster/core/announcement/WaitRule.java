// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.announcement;

/**
 * Which figure of an estimated wait is said. It is rounded up, never down, and never grows by more
 * than a fifth from one announcement to the next: a caller who is told more and more loses trust
 * sooner than one who waits. Pure.
 */
public final class WaitRule {

  /** The round figures, minutes. What is above the last is not said. */
  private static final int[] ROUND_MINUTES = {
    1, 2, 3, 4, 5, 7, 10, 15, 20, 25, 30, 40, 50, 60, 75, 90, 120
  };

  private static final int MINUTE = 60;
  private static final int LONGEST_SECONDS = ROUND_MINUTES[ROUND_MINUTES.length - 1] * MINUTE;
  private static final double PADDING = 1.25;
  private static final double MOST_GROWTH = 1.2;

  private WaitRule() {}

  /**
   * The figure to say, seconds; 0 for none, because there is none or it is beyond two hours.
   *
   * @param foreseenSeconds the wait that four in five will not exceed
   * @param lastSeconds what this caller was told last; 0 for nothing yet
   */
  public static int secondsToSay(
      WaitStyle style, int roundSeconds, double foreseenSeconds, int lastSeconds) {
    if (style == WaitStyle.NO || foreseenSeconds > LONGEST_SECONDS) {
      return 0;
    }
    if (style == WaitStyle.PRECISE) {
      int step = StrictMath.max(1, roundSeconds);
      int wanted = StrictMath.max(1, (int) StrictMath.ceil(foreseenSeconds / step)) * step;
      int most = (int) (StrictMath.floor(mostAfter(lastSeconds) / step) * step);
      return lastSeconds == 0 ? wanted : StrictMath.min(wanted, most);
    }
    double padded = style == WaitStyle.PADDED ? foreseenSeconds * PADDING : foreseenSeconds;
    int wanted = roundUp(padded);
    return lastSeconds == 0 ? wanted : StrictMath.min(wanted, roundDown(mostAfter(lastSeconds)));
  }

  private static double mostAfter(int lastSeconds) {
    return lastSeconds * MOST_GROWTH;
  }

  private static int roundUp(double seconds) {
    for (int minutes : ROUND_MINUTES) {
      if (seconds <= minutes * MINUTE) {
        return minutes * MINUTE;
      }
    }
    return LONGEST_SECONDS;
  }

  private static int roundDown(double seconds) {
    int found = 0;
    for (int minutes : ROUND_MINUTES) {
      found = minutes * MINUTE <= seconds ? minutes * MINUTE : found;
    }
    return found;
  }
}
