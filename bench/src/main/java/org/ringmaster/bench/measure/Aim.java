// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.measure;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a row is to show. The rounds are judged pair by pair, so that what slowed a whole round down
 * cancels out; the median of the pairs may miss the bound by half their quartile distance.
 *
 * @param text how it is told
 * @param other the contestant that we are compared with; null where our figure itself is meant
 * @param inverse whether the other's figure is divided by ours, not ours by the other's
 * @param atMost whether the bound is an upper one
 * @param bound the bound
 */
public record Aim(
    String text, @Nullable String other, boolean inverse, boolean atMost, double bound) {

  /** Our figure is at most so many times another's. */
  public static Aim atMostTimes(double factor, String other) {
    return new Aim("at most " + number(factor) + " x " + other, other, false, true, factor);
  }

  /** Our figure is at least so many times another's. */
  public static Aim atLeastTimes(double factor, String other) {
    return new Aim("at least " + number(factor) + " x " + other, other, false, false, factor);
  }

  /** Another's figure is at least so many times ours. */
  public static Aim otherAtLeastTimes(double factor, String other) {
    return new Aim(other + " at least " + number(factor) + " x ours", other, true, false, factor);
  }

  /** Our figure itself is at least this. */
  public static Aim atLeast(double bound) {
    return new Aim("at least " + number(bound), null, false, false, bound);
  }

  /** Our figure itself is at most this. */
  public static Aim atMost(double bound) {
    return new Aim("at most " + number(bound), null, false, true, bound);
  }

  /**
   * How far it is reached.
   *
   * @param value the median over the rounds of what the bound is for
   * @param allowance by how much the median may miss the bound: what the rounds differ by
   * @param met whether it is reached, allowing for that
   * @param missedByPercent by how much the median misses the bound, 0 where it does not
   */
  public record Verdict(double value, double allowance, boolean met, double missedByPercent) {}

  Verdict judge(Row row) {
    Spread pairs = pairs(row.ours(), other == null ? null : row.figure(other));
    double value = pairs.median();
    double missed = Math.max(0, atMost ? value - bound : bound - value);
    double percent = bound == 0 ? 100 * missed : 100 * missed / bound;
    return new Verdict(value, pairs.halfSpread(), missed <= pairs.halfSpread(), percent);
  }

  private Spread pairs(Spread ours, @Nullable Spread others) {
    if (others == null) {
      return ours;
    }
    if (ours.count() != others.count()) {
      return new Spread(quotient(ours.median(), others.median()));
    }
    double[] quotients = new double[ours.count()];
    for (int i = 0; i < quotients.length; i++) {
      quotients[i] = quotient(ours.round(i), others.round(i));
    }
    return new Spread(quotients);
  }

  private double quotient(double ours, double others) {
    double above = inverse ? others : ours;
    double below = inverse ? ours : others;
    return below == 0 ? Double.MAX_VALUE : above / below;
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%s", value);
  }
}
