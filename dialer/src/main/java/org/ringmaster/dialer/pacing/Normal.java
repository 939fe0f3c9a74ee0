// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.pacing;

/** The normal law. */
final class Normal {
  private static final double A1 = 0.319381530;
  private static final double A2 = -0.356563782;
  private static final double A3 = 1.781477937;
  private static final double A4 = -1.821255978;
  private static final double A5 = 1.330274429;
  private static final double P = 0.2316419;
  private static final double INVERSE_ROOT_2_PI = 0.3989422804014327;

  private Normal() {}

  /**
   * The chance to lie below a value, mean 0 and deviation 1, to 7.5e-8 (Abramowitz and Stegun,
   * Handbook of Mathematical Functions, 26.2.17).
   */
  static double below(double value) {
    double x = StrictMath.abs(value);
    double t = 1 / (1 + P * x);
    double tail =
        INVERSE_ROOT_2_PI
            * StrictMath.exp(-x * x / 2)
            * t
            * (A1 + t * (A2 + t * (A3 + t * (A4 + t * A5))));
    return value >= 0 ? 1 - tail : tail;
  }
}
