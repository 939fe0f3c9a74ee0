// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.pacing;

import java.util.PrimitiveIterator;
import java.util.function.DoubleConsumer;

/**
 * When people answer: for a call that rings since so long, the chance that a person answers within
 * the next seconds. It falls the longer it rings, as those who answer do it soon. The rate by age
 * is learnt slowly; one factor on top of it follows the hour quickly. Owned by one thread.
 */
final class Answers {
  private static final int AGES = 64;
  private static final double MEMORY = 3_500;
  private static final int PERSON = 0;
  private static final int OTHER = 1;
  private static final double PRIOR_CALLS = 30;

  /** How many calls ago count a little more than a third in the quick factor. */
  private static final double QUICK_MEMORY = 250;

  /** The quick factor begins as if so many answers had come as expected. */
  private static final double QUICK_PRIOR = 6;

  /** One call more in so many makes no difference to the slow rates. */
  private static final long PATIENCE = 50;

  /** Nor does so small a change of the factor. */
  private static final double PRECISION = 0.005;

  private final Hazard hazard = new Hazard(AGES, 2, MEMORY);
  private final double[] person = new double[AGES];
  private final double[] other = new double[AGES];
  private final double[][] within;
  private final double[] ends;
  private final int horizon;
  private final int ringSeconds;
  private double observed;
  private double expected;
  private long seen;
  private long unread;
  private double workedOutFor;
  private boolean isStale;

  /**
   * Nothing learnt but what is expected.
   *
   * @param horizon how many seconds ahead are asked for
   * @param ringSeconds after how long we give a call up
   */
  Answers(PacingPriors priors, int horizon, int ringSeconds) {
    this.horizon = horizon;
    this.ringSeconds = ringSeconds;
    double left = 1 / priors.ringSeconds();
    hazard.expect(PRIOR_CALLS, left * priors.answerShare(), left * (1 - priors.answerShare()));
    within = new double[ringSeconds + 1][horizon + 1];
    ends = new double[ringSeconds];
    takeOver(Underway.NOTHING);
  }

  void rang(long micros, RingEnd end, Underway others) {
    observed -= observed / QUICK_MEMORY;
    expected -= expected / QUICK_MEMORY;
    expected += Hazard.sum(person, micros);
    observed += end == RingEnd.PERSON ? 1 : 0;
    unread++;
    hazard.ended(
        micros,
        switch (end) {
          case PERSON -> PERSON;
          case OTHER -> OTHER;
          case GIVEN_UP -> -1;
        });
    takeOver(others);
  }

  /**
   * Takes over what was learnt, when there is enough of it to make a difference. Depends on what
   * was told alone, never on when somebody asks: so that who is told the same knows the same.
   */
  private void takeOver(Underway others) {
    if (unread * PATIENCE >= seen) {
      seen = StrictMath.min(seen + unread, (long) MEMORY);
      unread = 0;
      hazard.nobodyLasts();
      others.ringing(hazard::lasts);
      hazard.rates(PERSON, person);
      hazard.rates(OTHER, other);
      workedOutFor = -1;
    }
    double factor = factor();
    if (StrictMath.abs(factor - workedOutFor) > PRECISION * factor) {
      workedOutFor = factor;
      isStale = true;
    }
  }

  /** Works the chances out, where something was taken over since. */
  private void refresh() {
    if (isStale) {
      rebuild(workedOutFor);
      isStale = false;
    }
  }

  /** How many more answer now than the slow rates say: 1 as many. */
  double factor() {
    return (observed + QUICK_PRIOR) / (expected + QUICK_PRIOR);
  }

  private void rebuild(double factor) {
    for (int at = 0; at < ringSeconds; at++) {
      // Once for each second, not once for each age that comes to it: it is the dearest of all.
      ends[at] = -StrictMath.expm1(-(person[at] * factor + other[at]));
    }
    for (int age = 0; age <= ringSeconds; age++) {
      double there = 1;
      double answered = 0;
      double[] row = within[age];
      for (int ahead = 1; ahead <= horizon; ahead++) {
        int at = age + ahead - 1;
        if (at < ringSeconds) {
          double quick = person[at] * factor;
          double all = quick + other[at];
          if (all > 0) {
            answered += there * ends[at] * quick / all;
          }
          there *= 1 - ends[at];
        }
        row[ahead] = answered;
      }
    }
  }

  /** Tells all that was learnt. */
  void save(DoubleConsumer out) {
    hazard.save(out);
    for (double rate : person) {
      out.accept(rate);
    }
    for (double rate : other) {
      out.accept(rate);
    }
    out.accept(observed);
    out.accept(expected);
    out.accept(seen);
    out.accept(unread);
    out.accept(workedOutFor);
  }

  /** Takes over what another has told. */
  void load(PrimitiveIterator.OfDouble in) {
    hazard.load(in);
    Hazard.fill(person, in);
    Hazard.fill(other, in);
    observed = in.nextDouble();
    expected = in.nextDouble();
    seen = (long) in.nextDouble();
    unread = (long) in.nextDouble();
    workedOutFor = in.nextDouble();
    isStale = true;
  }

  /** The chances of a call of this age, by seconds ahead; index 0 is now. */
  double[] of(long ringingMicros) {
    refresh();
    int age = (int) ((ringingMicros + 500_000) / 1_000_000);
    return within[StrictMath.min(age, ringSeconds)];
  }

  /** The chances of a call that is dialled now. */
  double[] ofNew() {
    refresh();
    return within[0];
  }
}
