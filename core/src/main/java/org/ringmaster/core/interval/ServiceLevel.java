// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.interval;

import java.util.function.ToLongFunction;

/**
 * The four ways in which a service level is told. They differ in who is left out, so each says so.
 */
public enum ServiceLevel {
  /** Those who gave up are left out: the more give up, the better it looks. */
  NAIVE(
      "service level (a) naive",
      "answered in time / answered",
      sums -> sums.of(QueueFigure.ANSWERED_IN_TIME),
      sums -> sums.of(QueueFigure.ANSWERED)),

  /** Those who gave up in time count as served in time. */
  FORGIVING(
      "service level (b) forgiving",
      "(answered in time + abandoned in time) / (answered + abandoned)",
      sums -> sums.of(QueueFigure.ANSWERED_IN_TIME) + sums.of(QueueFigure.ABANDONED_IN_TIME),
      sums -> sums.of(QueueFigure.ANSWERED) + Kpis.abandoned(sums)),

  /** Those who gave up count against us, except within the first five seconds. */
  COMMON(
      "service level (c) common",
      "answered in time / (answered + abandoned - short abandons)",
      sums -> sums.of(QueueFigure.ANSWERED_IN_TIME),
      sums ->
          sums.of(QueueFigure.ANSWERED)
              + Kpis.abandoned(sums)
              - sums.of(QueueFigure.ABANDONED_SHORT)),

  /** Everybody who came counts, those who were sent on and those who still wait too. */
  STRICT(
      "service level (d) strict",
      "answered in time / offered",
      sums -> sums.of(QueueFigure.ANSWERED_IN_TIME),
      sums -> sums.of(QueueFigure.OFFERED));

  private final Formula formula;
  private final ToLongFunction<Tally<QueueFigure>> above;
  private final ToLongFunction<Tally<QueueFigure>> below;

  ServiceLevel(
      String name,
      String text,
      ToLongFunction<Tally<QueueFigure>> above,
      ToLongFunction<Tally<QueueFigure>> below) {
    this.formula = new Formula(name, 1, Formula.Unit.SHARE, text);
    this.above = above;
    this.below = below;
  }

  /** How it is worked out. */
  public Formula formula() {
    return formula;
  }

  /** The service level of a queue's figures. */
  public Kpi of(Tally<QueueFigure> sums) {
    return new Kpi(formula, above.applyAsLong(sums), below.applyAsLong(sums));
  }
}
