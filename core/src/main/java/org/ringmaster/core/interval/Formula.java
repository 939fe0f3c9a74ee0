// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.interval;

/**
 * How a figure is worked out, shown beside the figure. A formula is never changed: another way to
 * work it out is a new version, and old reports keep theirs.
 *
 * @param id names it in addresses and files, such as {@code service-level-a}
 * @param name what the figure is called
 * @param version counted from 1
 * @param unit what it is told in
 * @param text the formula, for people
 * @param source who else works it out so, or where it is defined
 * @param opens the count whose contacts lie behind it, as {@link QueueFigure} or {@link
 *     AgentFigure} name it
 */
public record Formula(
    String id, String name, int version, Unit unit, String text, String source, String opens) {

  /** What a figure is told in. */
  public enum Unit {
    /** A share of one. */
    SHARE,
    /** Microseconds for each. */
    MICROS
  }
}
