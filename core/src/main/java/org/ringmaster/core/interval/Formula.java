// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.interval;

/**
 * How a figure is worked out, shown beside the figure. A formula is never changed: another way to
 * work it out is a new version, and old reports keep theirs.
 *
 * @param name what the figure is called
 * @param version counted from 1
 * @param unit what it is told in
 * @param text the formula, for people
 */
public record Formula(String name, int version, Unit unit, String text) {

  /** What a figure is told in. */
  public enum Unit {
    /** A share of one. */
    SHARE,
    /** Microseconds for each. */
    MICROS
  }
}
