// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.asteriskconf;

/**
 * How long SIP waits for an answer from the other side (RFC 3261, T1 and B).
 *
 * @param t1Millis first repetition of an unanswered request
 * @param bMillis when an unanswered INVITE is given up
 */
public record SipTimers(int t1Millis, int bMillis) {
  private static final int SHORTEST_T1 = 100;
  private static final int B_IN_T1 = 64;

  /** Refuses what PJSIP refuses: T1 below 100 ms, B below 64 times T1. */
  public SipTimers {
    Refusal.unless(t1Millis >= SHORTEST_T1, "T1 (100 ms or more)", "" + t1Millis);
    Refusal.unless(bMillis >= B_IN_T1 * t1Millis, "B (64 times T1 or more)", "" + bMillis);
  }

  /** The values of RFC 3261, for carriers far away. */
  public static SipTimers standard() {
    return new SipTimers(500, 32_000);
  }

  /**
   * A fifth of the standard, for partners on one machine or network: the dead are told in 6.4 s.
   */
  public static SipTimers near() {
    return new SipTimers(100, 6_400);
  }
}
