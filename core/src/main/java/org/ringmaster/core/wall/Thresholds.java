// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.wall;

import org.jspecify.annotations.Nullable;

/**
 * From where on a queue is amber, and red. 0 switches a threshold off.
 *
 * @param waitingAmber so many callers wait
 * @param waitingRed so many callers wait
 * @param longestAmberMillis one caller waits so long
 * @param longestRedMillis one caller waits so long
 * @param levelTarget the share of callers to be answered in time, percent; shown, and no alarm
 * @param levelAmber the share answered in time is below this, percent
 * @param levelRed the share answered in time is below this, percent
 */
public record Thresholds(
    int waitingAmber,
    int waitingRed,
    long longestAmberMillis,
    long longestRedMillis,
    int levelTarget,
    int levelAmber,
    int levelRed) {

  private static final int USUAL_TARGET = 80;
  private static final int USUAL_RED = 60;
  private static final long RED_TIMES = 3;
  private static final int MAX_WAITING = 100_000;
  private static final long MAX_MILLIS = 24 * 3_600_000L;

  /** Those of a queue for which nobody has set others. */
  public static Thresholds usual(long serviceLevelMillis) {
    return new Thresholds(
        0,
        0,
        serviceLevelMillis,
        serviceLevelMillis * RED_TIMES,
        USUAL_TARGET,
        USUAL_TARGET,
        USUAL_RED);
  }

  /**
   * Why these contradict themselves, as a sentence that says what to do; null where they do not.
   */
  @Nullable String refusal() {
    if (!within(waitingAmber, MAX_WAITING) || !within(waitingRed, MAX_WAITING)) {
      return "How many wait must be between 0 (no alarm) and " + MAX_WAITING + ".";
    }
    if (!within(longestAmberMillis, MAX_MILLIS) || !within(longestRedMillis, MAX_MILLIS)) {
      return "The longest wait must be between 0 (no alarm) and 24 hours.";
    }
    if (!within(levelTarget, 100) || !within(levelAmber, 100) || !within(levelRed, 100)) {
      return "A service level must be between 0 (no alarm) and 100 percent.";
    }
    if (waitingAmber > 0 && waitingRed > 0 && waitingRed <= waitingAmber) {
      return "Red must come after amber: let more callers wait for red, or fewer for amber.";
    }
    if (longestAmberMillis > 0 && longestRedMillis > 0 && longestRedMillis <= longestAmberMillis) {
      return "Red must come after amber: let the wait be longer for red, or shorter for amber.";
    }
    if (levelAmber > 0 && levelRed > 0 && levelRed >= levelAmber) {
      return "Red must come after amber: let the service level be lower for red.";
    }
    return null;
  }

  private static boolean within(long value, long most) {
    return value >= 0 && value <= most;
  }
}
