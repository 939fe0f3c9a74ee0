// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.pacing;

import java.util.Arrays;
import java.util.PrimitiveIterator;
import java.util.function.DoubleConsumer;

/**
 * At what rate something that lasts ends, for each second of its age, learnt from those that ended:
 * endings of an age divided by the time spent at that age (the occurrence/exposure rate of survival
 * analysis, in which those that were broken off count as far as they were seen). What was learnt
 * long ago counts less. Owned by one thread.
 */
final class Hazard {
  private static final double MICROS = 1e6;
  private static final double HEAVY = 1e100;

  /** Neighbours within this share of an age help to know its rate. */
  private static final double SMOOTHING = 0.25;

  private final double[] exposure;
  private final double[][] endings;

  /** How many of those that last have come to each second of age. */
  private final double[] lasting;

  private boolean someLast;
  private final double growth;
  private double weight = 1;

  /**
   * Nothing learnt.
   *
   * @param seconds ages that are told apart; what is older counts as the last
   * @param kinds kinds of endings that are told apart
   * @param memory how many endings ago counts a little more than a third
   */
  Hazard(int seconds, int kinds, double memory) {
    exposure = new double[seconds];
    endings = new double[kinds][seconds];
    lasting = new double[seconds];
    growth = 1 / (1 - 1 / memory);
  }

  /** Begins as if so many had been seen that end at a steady rate per second. */
  void expect(double count, double... ratePerSecond) {
    double all = 0;
    for (double rate : ratePerSecond) {
      all += rate;
    }
    double left = count;
    for (int age = 0; age < exposure.length; age++) {
      double next = left * StrictMath.exp(-all);
      double spent = all == 0 ? left : (left - next) / all;
      exposure[age] += spent;
      for (int kind = 0; kind < endings.length; kind++) {
        endings[kind][age] += spent * ratePerSecond[kind];
      }
      left = next;
    }
  }

  /** None lasts but those of whom is told from now on, by {@link #lasts}. */
  void nobodyLasts() {
    if (someLast) {
      Arrays.fill(lasting, 0);
      someLast = false;
    }
  }

  /**
   * One has come to this age and lasts: its time counts in the rates until it is told anew who
   * lasts. Of a hundred that begin at once the first to end are the shortest, as busy numbers are,
   * and by their time alone all would seem to be as short. The second that it is in counts whole:
   * what ends at a fixed age does so within an instant of its second, and those that have just
   * outlasted it would else seem not to have.
   */
  void lasts(long micros) {
    someLast = true;
    int age = (int) StrictMath.min(micros / MICROS, lasting.length - 1);
    for (int lived = 0; lived <= age; lived++) {
      lasting[lived]++;
    }
  }

  /** One more has ended; a negative kind was broken off. */
  void ended(long micros, int kind) {
    double seconds = micros / MICROS;
    int whole = (int) StrictMath.min(seconds, exposure.length - 1);
    for (int age = 0; age < whole; age++) {
      exposure[age] += weight;
    }
    exposure[whole] += weight * (seconds - whole);
    if (kind >= 0) {
      endings[kind][whole] += weight;
      weight *= growth;
      if (weight > HEAVY) {
        lighten();
      }
    }
  }

  /** The smoothed rate of a kind at each age, per second, into an array of all ages. */
  void rates(int kind, double[] into) {
    int last = exposure.length - 1;
    int low = 0;
    int high = -1;
    double seen = 0;
    double spent = 0;
    for (int age = 0; age <= last; age++) {
      int reach = (int) (age * SMOOTHING);
      for (; high < StrictMath.min(last, age + reach); ) {
        high++;
        seen += endings[kind][high];
        spent += exposure[high] + weight * lasting[high];
      }
      for (; low < age - reach; low++) {
        seen -= endings[kind][low];
        spent -= exposure[low] + weight * lasting[low];
      }
      if (spent > weight / 2) {
        into[age] = StrictMath.max(0, seen / spent);
      } else {
        into[age] = age == 0 ? 0 : into[age - 1];
      }
    }
  }

  /** The sum of unsmoothed rates of a kind from an age of 0 to another: what it was exposed to. */
  static double sum(double[] rates, long micros) {
    double seconds = micros / MICROS;
    int whole = (int) StrictMath.min(seconds, rates.length - 1);
    double sum = 0;
    for (int age = 0; age < whole; age++) {
      sum += rates[age];
    }
    return sum + rates[whole] * (seconds - whole);
  }

  /** Tells all that was learnt, so that {@link #load} can take it over. */
  void save(DoubleConsumer out) {
    out.accept(weight);
    for (double spent : exposure) {
      out.accept(spent);
    }
    for (double[] kind : endings) {
      for (double ended : kind) {
        out.accept(ended);
      }
    }
  }

  /** Takes over what another of the same ages and kinds has told. */
  void load(PrimitiveIterator.OfDouble in) {
    weight = in.nextDouble();
    fill(exposure, in);
    for (double[] kind : endings) {
      fill(kind, in);
    }
  }

  /** Fills an array, in order. */
  static void fill(double[] values, PrimitiveIterator.OfDouble in) {
    for (int i = 0; i < values.length; i++) {
      values[i] = in.nextDouble();
    }
  }

  private void lighten() {
    for (int age = 0; age < exposure.length; age++) {
      exposure[age] /= weight;
      for (double[] kind : endings) {
        kind[age] /= weight;
      }
    }
    weight = 1;
  }
}
