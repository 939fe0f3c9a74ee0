// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.compliance;

/**
 * What detectors said of the answered calls of a window, and how far they were right.
 *
 * @param humans taken for people
 * @param machines taken for machines
 * @param unknown neither, and treated as people
 * @param givenUp machines that were hung up or told a message
 * @param audited machines of which an agent said whether it was one
 * @param people of these, those that were people
 */
public record ScreeningFigures(
    long humans, long machines, long unknown, long givenUp, long audited, long people) {

  /** Nothing was screened. */
  public static final ScreeningFigures NONE = new ScreeningFigures(0, 0, 0, 0, 0, 0);

  private static final double PERCENT = 100;

  /** The standard normal's quantile of an interval that holds the truth 19 times of 20. */
  private static final double Z = 1.959964;

  /** The share of people among what is taken for machines, 0 to 1; 0 where nobody was asked. */
  public double share() {
    return audited == 0 ? 0 : (double) people / audited;
  }

  /** The same, percent. */
  public double falsePercent() {
    return PERCENT * share();
  }

  /** The least that share may be, percent: Wilson's interval, 95 %. */
  public double leastFalsePercent() {
    return audited == 0 ? 0 : PERCENT * StrictMath.max(0, middle() - reach());
  }

  /** The most that share may be, percent; 100 where nobody was asked. */
  public double mostFalsePercent() {
    return audited == 0 ? PERCENT : PERCENT * StrictMath.min(1, middle() + reach());
  }

  private double middle() {
    return (share() + Z * Z / (2 * audited)) / (1 + Z * Z / audited);
  }

  private double reach() {
    double share = share();
    double inside = share * (1 - share) / audited + Z * Z / (4.0 * audited * audited);
    return Z * StrictMath.sqrt(inside) / (1 + Z * Z / audited);
  }
}
