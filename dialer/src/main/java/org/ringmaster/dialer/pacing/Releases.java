// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.pacing;

import java.util.Arrays;
import java.util.PrimitiveIterator;
import java.util.function.DoubleConsumer;

/**
 * When agents come free: for an agent who talks or wraps up since so long, the chance to be free
 * within the next seconds. A talk is followed by a wrap-up. Owned by one thread.
 */
final class Releases {
  private static final int AGES = 900;
  private static final double MEMORY = 3_500;
  private static final double PRIOR_TALKS = 20;

  /** One more in so many makes no difference. */
  private static final long PATIENCE = 50;

  private final Hazard talk = new Hazard(AGES, 1, MEMORY);
  private final Hazard wrap = new Hazard(AGES, 1, MEMORY);
  private final double[] talkStays = new double[AGES];
  private final double[] wrapStays = new double[AGES];

  /** Made when they are asked for: who only keeps the books of a campaign never asks. */
  private double[][] talking = {};

  private double[][] wrapping = {};
  private final int horizon;
  private long seen = (long) PRIOR_TALKS;
  private long unread;
  private boolean isStale = true;

  Releases(PacingPriors priors, int horizon) {
    this.horizon = horizon;
    talk.expect(PRIOR_TALKS, 1 / priors.talkSeconds());
    wrap.expect(PRIOR_TALKS, 1 / priors.wrapSeconds());
    stays(talk, talkStays);
    stays(wrap, wrapStays);
  }

  void talked(long micros, Underway others) {
    talk.ended(micros, 0);
    unread++;
    takeOver(others);
  }

  void wrapped(long micros, Underway others) {
    wrap.ended(micros, 0);
    unread++;
    takeOver(others);
  }

  /**
   * Takes over what was learnt, when there is enough of it to make a difference; by what was told
   * alone, as {@link Answers} does.
   */
  private void takeOver(Underway others) {
    if (unread * PATIENCE >= seen) {
      seen = StrictMath.min(seen + unread, (long) MEMORY);
      unread = 0;
      talk.nobodyLasts();
      wrap.nobodyLasts();
      others.talking(talk::lasts);
      others.wrapping(wrap::lasts);
      stays(talk, talkStays);
      stays(wrap, wrapStays);
      isStale = true;
    }
  }

  /** Works the chances out, where something was taken over since. */
  private void refresh() {
    if (isStale) {
      rebuild();
      isStale = false;
    }
  }

  /** Tells all that was learnt. */
  void save(DoubleConsumer out) {
    talk.save(out);
    wrap.save(out);
    for (double stay : talkStays) {
      out.accept(stay);
    }
    for (double stay : wrapStays) {
      out.accept(stay);
    }
    out.accept(seen);
    out.accept(unread);
  }

  /** Takes over what another has told. */
  void load(PrimitiveIterator.OfDouble in) {
    talk.load(in);
    wrap.load(in);
    Hazard.fill(talkStays, in);
    Hazard.fill(wrapStays, in);
    seen = (long) in.nextDouble();
    unread = (long) in.nextDouble();
    isStale = true;
  }

  private void rebuild() {
    if (talking.length == 0) {
      talking = new double[AGES][horizon + 1];
      wrapping = new double[AGES][horizon + 1];
    }
    for (int age = 0; age < AGES; age++) {
      double there = 1;
      for (int ahead = 1; ahead <= horizon; ahead++) {
        there *= wrapStays[StrictMath.min(AGES - 1, age + ahead - 1)];
        wrapping[age][ahead] = 1 - there;
      }
    }
    for (int age = 0; age < AGES; age++) {
      afterTalk(age);
    }
  }

  /** The chance to last through each second of age. */
  private static void stays(Hazard hazard, double[] into) {
    hazard.rates(0, into);
    for (int age = 0; age < AGES; age++) {
      into[age] = StrictMath.exp(-into[age]);
    }
  }

  private void afterTalk(int age) {
    double[] row = talking[age];
    double[] fresh = wrapping[0];
    Arrays.fill(row, 0);
    double there = 1;
    for (int ends = 1; ends <= horizon; ends++) {
      double left = there * talkStays[StrictMath.min(AGES - 1, age + ends - 1)];
      double now = there - left;
      there = left;
      for (int ahead = ends; ahead <= horizon; ahead++) {
        // The talk ended in the middle of its second.
        int since = ahead - ends;
        row[ahead] += now * (fresh[since] + fresh[since + (since < horizon ? 1 : 0)]) / 2;
      }
    }
  }

  /** The chances of an agent whose talk is so old, by seconds ahead; index 0 is now. */
  double[] ofTalk(long micros) {
    refresh();
    return talking[age(micros)];
  }

  /** The chances of an agent whose wrap-up is so old. */
  double[] ofWrap(long micros) {
    refresh();
    return wrapping[age(micros)];
  }

  private static int age(long micros) {
    return (int) StrictMath.min(AGES - 1, (micros + 500_000) / 1_000_000);
  }
}
