// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.callerid;

/**
 * Whether one number is answered less than another kind, by the pooled test of two proportions
 * (NIST/SEMATECH e-Handbook of Statistical Methods, 7.3.3). It is asked again after each call, so
 * that the bounds are wider than those of a single look.
 */
final class AnswerRates {

  /** Fewer calls say nothing. */
  static final long FEWEST = 100;

  /** So many standard deviations below, it is answered less; by chance once in 30,000 looks. */
  private static final double LOW = -4;

  /** So few, and it is no longer. */
  private static final double FINE = -2;

  /** A difference that nobody would act upon is none, however sure it is. */
  private static final double SMALLER_BY = 0.8;

  /** What a comparison comes to. */
  enum Verdict {
    LOW,
    FINE,
    /** Too few calls, or between the two. */
    UNDECIDED
  }

  private AnswerRates() {}

  static Verdict compare(long ended, long answered, long othersEnded, long othersAnswered) {
    if (ended < FEWEST || othersEnded < FEWEST) {
      return Verdict.UNDECIDED;
    }
    double own = (double) answered / ended;
    double others = (double) othersAnswered / othersEnded;
    double pooled = (double) (answered + othersAnswered) / (ended + othersEnded);
    double variance = pooled * (1 - pooled) * (1.0 / ended + 1.0 / othersEnded);
    double deviations = variance <= 0 ? 0 : (own - others) / StrictMath.sqrt(variance);
    if (deviations < LOW && own < SMALLER_BY * others) {
      return Verdict.LOW;
    }
    return deviations > FINE ? Verdict.FINE : Verdict.UNDECIDED;
  }
}
