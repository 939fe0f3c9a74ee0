// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.interval;

import java.util.function.ToLongFunction;

/**
 * A figure of those who wait, in its two versions: the same quotient, in version 1 of all who
 * waited, in version 2 of those alone who called.
 */
record WaitKpi(
    Formula first, Formula second, ToLongFunction<Waits> above, ToLongFunction<Waits> below) {

  /**
   * A figure whose second version has its own text and opens callers alone.
   *
   * @param text the formula of version 2
   */
  static WaitKpi of(
      Formula first, String text, ToLongFunction<Waits> above, ToLongFunction<Waits> below) {
    Formula second =
        new Formula(
            first.id(),
            first.name(),
            first.version() + 1,
            first.unit(),
            text,
            first.source(),
            first.opens() + Kpis.OF_CALLERS);
    return new WaitKpi(first, second, above, below);
  }

  /** The figure as it is worked out now. */
  Kpi of(Tally<QueueFigure> sums) {
    return kpi(second, Waits.ofCallers(sums));
  }

  /** The figure as version 1 has it. */
  Kpi firstOf(Tally<QueueFigure> sums) {
    return kpi(first, Waits.ofAll(sums));
  }

  private Kpi kpi(Formula version, Waits waits) {
    return new Kpi(version, above.applyAsLong(waits), below.applyAsLong(waits));
  }
}
