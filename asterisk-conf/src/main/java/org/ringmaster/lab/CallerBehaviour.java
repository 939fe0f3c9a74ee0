// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.lab;

import java.util.regex.Pattern;

/**
 * What a caller outside does once the edge has answered: presses digits, waits for an agent's
 * voice, talks and hangs up.
 *
 * @param patienceMillis how long it waits for an agent's voice before it hangs up
 * @param talk how long it talks once it hears one; 0 stays until the other side ends
 * @param digits what it presses before it waits; may be empty
 * @param digitsAfterMillis when, counted from the answer
 * @param answerTimeoutMillis how long it lets the edge ring before it gives up
 */
public record CallerBehaviour(
    int patienceMillis,
    DrawnMillis talk,
    String digits,
    int digitsAfterMillis,
    int answerTimeoutMillis) {

  private static final Pattern DIGITS = Pattern.compile("[0-9*#wW]{0,40}");
  private static final int USUAL_TIMEOUT_MILLIS = 60_000;
  private static final int A_DAY_MILLIS = 86_400_000;

  /** Refuses negative times and what cannot be pressed. */
  public CallerBehaviour {
    if (patienceMillis < 0 || digitsAfterMillis < 0 || answerTimeoutMillis <= 0) {
      throw new IllegalArgumentException("negative time");
    }
    if (!DIGITS.matcher(digits).matches()) {
      throw new IllegalArgumentException("cannot be pressed: " + digits);
    }
  }

  /** Waits as long as it takes, talks for a drawn time, hangs up. */
  public static CallerBehaviour talks(DrawnMillis talk) {
    return new CallerBehaviour(A_DAY_MILLIS, talk, "", 0, USUAL_TIMEOUT_MILLIS);
  }

  /** Waits as long as it takes and stays until the other side ends. */
  public static CallerBehaviour stays() {
    return talks(DrawnMillis.untilOtherEnds());
  }

  /** Hangs up if no agent is heard in time; else talks until the other side ends. */
  public static CallerBehaviour abandonsAfter(int patienceMillis) {
    return new CallerBehaviour(
        patienceMillis, DrawnMillis.untilOtherEnds(), "", 0, USUAL_TIMEOUT_MILLIS);
  }

  /** The same with other patience. */
  public CallerBehaviour withPatience(int millis) {
    return new CallerBehaviour(millis, talk, digits, digitsAfterMillis, answerTimeoutMillis);
  }

  /** The same, pressing digits first; {@code w} is half a second of pause. */
  public CallerBehaviour pressing(String what, int afterMillis) {
    return new CallerBehaviour(patienceMillis, talk, what, afterMillis, answerTimeoutMillis);
  }
}
