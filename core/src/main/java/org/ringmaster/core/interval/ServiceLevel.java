// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.interval;

import java.util.function.ToLongFunction;

/**
 * The four ways in which a service level is told. They differ in who is left out, so each says so.
 * Each has two versions, of the same quotient: version 1 counts all who waited, version 2 leaves
 * out whom we had dialled ourselves.
 */
public enum ServiceLevel {
  /** Those who gave up are left out: the more give up, the better it looks. */
  NAIVE(
      "service-level-a",
      "service level (a) naive",
      "answered in time / answered",
      "callers answered in time / callers answered",
      "app_queue's own: ServicelevelPerf of queue show",
      "ANSWERED",
      Waits::answeredInTime,
      Waits::answered),

  /** Those who gave up in time count as served in time. */
  FORGIVING(
      "service-level-b",
      "service level (b) forgiving",
      "(answered in time + abandoned in time) / (answered + abandoned)",
      "(callers answered in time + callers abandoned in time)"
          + " / (callers answered + callers abandoned)",
      "app_queue's second: ServicelevelPerf2, called SL2",
      "OFFERED",
      waits -> waits.answeredInTime() + waits.abandonedInTime(),
      waits -> waits.answered() + waits.abandoned()),

  /** Those who gave up count against us, except within the first five seconds. */
  COMMON(
      "service-level-c",
      "service level (c) common",
      "answered in time / (answered + abandoned - short abandons)",
      "callers answered in time"
          + " / (callers answered + callers abandoned - short abandons of callers)",
      "common in contact centres; the default here",
      "OFFERED",
      Waits::answeredInTime,
      waits -> waits.answered() + waits.abandoned() - waits.abandonedShort()),

  /** Everybody who came counts, those who were sent on and those who still wait too. */
  STRICT(
      "service-level-d",
      "service level (d) strict",
      "answered in time / offered",
      "callers answered in time / callers offered",
      "strict: who is sent on counts against us",
      "OFFERED",
      Waits::answeredInTime,
      Waits::offered);

  private final WaitKpi figure;

  ServiceLevel(
      String id,
      String name,
      String first,
      String second,
      String source,
      String opens,
      ToLongFunction<Waits> above,
      ToLongFunction<Waits> below) {
    Formula formula = new Formula(id, name, 1, Formula.Unit.SHARE, first, source, opens);
    this.figure = WaitKpi.of(formula, second, above, below);
  }

  /** How it is worked out. */
  public Formula formula() {
    return figure.second();
  }

  /** The service level of a queue's figures. */
  public Kpi of(Tally<QueueFigure> sums) {
    return figure.of(sums);
  }

  /** The same by version 1, which counts whom we had dialled like callers. */
  public Kpi firstOf(Tally<QueueFigure> sums) {
    return figure.firstOf(sums);
  }
}
