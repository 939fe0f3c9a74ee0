// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.interval;

import java.util.OptionalDouble;

/**
 * A figure with its formula, kept as the two whole numbers that it is the quotient of, so that
 * nothing is rounded before it is shown and figures of several intervals can be added up.
 *
 * @param above what is divided
 * @param below what it is divided by; where it is 0 there is no figure
 */
public record Kpi(Formula formula, long above, long below) {

  /** The figure, in the formula's unit; none where nothing was counted. */
  public OptionalDouble value() {
    return below == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) above / below);
  }
}
