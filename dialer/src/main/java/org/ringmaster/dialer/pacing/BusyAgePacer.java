// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.pacing;

/**
 * The published predictor of Issabel's call centre, written from its description: every three
 * seconds it counts as free also each busy agent whose talk, after one more usual answer time, is
 * over with a given certainty, and divides by the share of calls answered lately. It knows nothing
 * of abandoned calls.
 */
public final class BusyAgePacer implements Pacer {
  private static final long PERIOD_MICROS = 3_000_000;
  private static final double CERTAIN = 0.97;
  private static final double LEAST_SHARE = 0.20;
  private static final double MICROS = 1e6;
  private static final double MEMORY = 500;

  private long nextMicros = Long.MIN_VALUE;
  private double calls = 1;
  private double answers = 0.5;
  private double answerSeconds = 10;
  private double talkSeconds = 120;

  @Override
  public Pacing decide(PacingMoment moment) {
    if (moment.nowMicros() < nextMicros) {
      return Pacing.lines(0, moment);
    }
    nextMicros = moment.nowMicros() + PERIOD_MICROS;
    int free = moment.idle();
    for (int i = 0; i < moment.talking(); i++) {
      double age = moment.talkingMicros(i) / MICROS;
      if (1 - StrictMath.exp(-(age + answerSeconds) / talkSeconds) >= CERTAIN) {
        free++;
      }
    }
    int missing = free - moment.waiting() - moment.ringing();
    double share = StrictMath.max(answers / calls, LEAST_SHARE);
    return Pacing.lines((int) StrictMath.rint(missing / share), moment);
  }

  @Override
  public void rang(long micros, RingEnd end, Underway others) {
    calls += 1 - calls / MEMORY;
    answers += (end == RingEnd.PERSON ? 1 : 0) - answers / MEMORY;
    if (end == RingEnd.PERSON) {
      answerSeconds += (micros / MICROS - answerSeconds) / 100;
    }
  }

  @Override
  public void talked(long micros, Underway others) {
    talkSeconds += (micros / MICROS - talkSeconds) / 100;
  }
}
