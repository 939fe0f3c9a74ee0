// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.measure;

import java.math.BigDecimal;
import java.math.MathContext;

/** Figures with no more digits than a noisy machine can stand for. Pure functions. */
final class Rounded {
  private static final MathContext DIGITS = new MathContext(4);

  private Rounded() {}

  static double of(double value) {
    return Double.isFinite(value) ? BigDecimal.valueOf(value).round(DIGITS).doubleValue() : value;
  }
}
