// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.lab;

/**
 * How SIPp's callers call. Their media is silent; callers who must hear something or whose times
 * are drawn are {@link Outside}'s.
 *
 * @param number what they dial
 * @param callerPrefix their own number is this and the count of the call
 * @param calls how many calls
 * @param callsPerSecond how fast they begin
 * @param stayMillis how long each stays before it hangs up
 * @param digits what each presses once answered; may be empty
 * @param beforeDigitsMillis when, counted from the answer
 */
public record SippCallers(
    String number,
    String callerPrefix,
    int calls,
    int callsPerSecond,
    int stayMillis,
    String digits,
    int beforeDigitsMillis) {

  /** Refuses numbers that are none. */
  public SippCallers {
    if (!(number + callerPrefix).matches("[0-9+*#]{2,60}") || !digits.matches("[0-9*#]*")) {
      throw new IllegalArgumentException("not a number: " + number);
    }
  }

  /** Callers that press nothing. */
  public static SippCallers of(String number, int calls, int callsPerSecond, int stayMillis) {
    return new SippCallers(number, "4915", calls, callsPerSecond, stayMillis, "", 0);
  }

  /** The same, pressing digits after the answer. */
  public SippCallers pressing(String what, int afterMillis) {
    return new SippCallers(
        number, callerPrefix, calls, callsPerSecond, stayMillis, what, afterMillis);
  }
}
