// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.interval;

import java.util.function.ToLongFunction;

/**
 * The four ways in which a service level is told. They differ in who is left out, so each says so.
 */
public enum ServiceLevel {
  /** Those who gave up are left out: the more give up, the better it looks. */
  NAIVE(
      "service-level-a",
      "service level (a) naive",
      "answered in time / answered",
      "app_queue's own: ServicelevelPerf of queue show",
      "ANSWERED",
      sums -> sums.of(QueueFigure.ANSWERED_IN_TIME),
      sums -> sums.of(QueueFigure.ANSWERED)),

  /** Those who gave up in time count as served in time. */
  FORGIVING(
      "service-level-b",
      "service level (b) forgiving",
      "(answered in time + abandoned in time) / (answered + abandoned)",
      "app_queue's second: ServicelevelPerf2, called SL2",
      "OFFERED",
      sums -> sums.of(QueueFigure.ANSWERED_IN_TIME) + sums.of(QueueFigure.ABANDONED_IN_TIME),
      sums -> sums.of(QueueFigure.ANSWERED) + Kpis.abandoned(sums)),

  /** Those who gave up count against us, except within the first five seconds. */
  COMMON(
      "service-level-c",
      "service level (c) common",
      "answered in time / (answered + abandoned - short abandons)",
      "common in contact centres; the default here",
      "OFFERED",
      sums -> sums.of(QueueFigure.ANSWERED_IN_TIME),
      sums ->
          sums.of(QueueFigure.ANSWERED)
              + Kpis.abandoned(sums)
              - sums.of(QueueFigure.ABANDONED_SHORT)),

  /** Everybody who came counts, those who were sent on and those who still wait too. */
  STRICT(
      "service-level-d",
      "service level (d) strict",
      "answered in time / offered",
      "strict: who is sent on counts against us",
      "OFFERED",
      sums -> sums.of(QueueFigure.ANSWERED_IN_TIME),
      sums -> sums.of(QueueFigure.OFFERED));

  private final Formula formula;
  private final ToLongFunction<Tally<QueueFigure>> above;
  private final ToLongFunction<Tally<QueueFigure>> below;

  ServiceLevel(
      String id,
      String name,
      String text,
      String source,
      String opens,
      ToLongFunction<Tally<QueueFigure>> above,
      ToLongFunction<Tally<QueueFigure>> below) {
    this.formula = new Formula(id, name, 1, Formula.Unit.SHARE, text, source, opens);
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
