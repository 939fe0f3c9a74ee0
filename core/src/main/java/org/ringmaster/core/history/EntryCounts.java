// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.history;

import java.util.EnumMap;
import java.util.Map;
import org.ringmaster.core.interval.Kpis;
import org.ringmaster.core.interval.QueueFigure;

/**
 * Which waiting contacts each count is made of, said once: the sum and the list of calls behind it
 * use the same words. In SQL over {@code figure_entries e} and {@code calls c}.
 */
final class EntryCounts {
  private static final String DIALLED = "c.direction is not distinct from 'OUTBOUND'";

  /** Conditions by figure. */
  static final Map<QueueFigure, String> CONDITIONS = conditions();

  /** Sums of waits by figure: which contacts' waits. */
  static final Map<QueueFigure, String> WAITS =
      new EnumMap<>(
          Map.of(
              QueueFigure.ANSWER_WAIT_MICROS,
              "e.answered",
              QueueFigure.ABANDON_WAIT_MICROS,
              "e.went is not null",
              QueueFigure.ANSWER_WAIT_DIALLED_MICROS,
              "e.answered and " + DIALLED,
              QueueFigure.ABANDON_WAIT_DIALLED_MICROS,
              "e.went is not null and " + DIALLED));

  /** Counts that are told as no sum, but whose contacts formulas open. */
  static final Map<String, String> BEHIND =
      Map.of(
          "ABANDONED",
          "e.went is not null",
          "ABANDONED" + Kpis.OF_CALLERS,
          "e.went is not null and not " + DIALLED,
          "ANSWERED" + Kpis.OF_CALLERS,
          "e.answered and not " + DIALLED,
          "OFFERED" + Kpis.OF_CALLERS,
          "not " + DIALLED,
          "FORESEEN",
          "e.foreseen_s is not null and e.answered");

  private EntryCounts() {}

  private static Map<QueueFigure, String> conditions() {
    Map<QueueFigure, String> all = new EnumMap<>(QueueFigure.class);
    all.put(QueueFigure.OFFERED, "true");
    all.put(QueueFigure.ANSWERED, "e.answered");
    all.put(QueueFigure.ANSWERED_IN_TIME, "e.answered and e.in_time");
    all.put(QueueFigure.ABANDONED_WAITING, "e.went = 'WAITING' and not " + DIALLED);
    all.put(QueueFigure.ABANDONED_RINGING, "e.went = 'RINGING' and not " + DIALLED);
    all.put(QueueFigure.ABANDONED_DIALLED, "e.went is not null and " + DIALLED);
    all.put(QueueFigure.ABANDONED_SHORT, "e.went is not null and e.waited_us < 5000000");
    all.put(QueueFigure.ABANDONED_IN_TIME, "e.went is not null and e.in_time");
    all.put(QueueFigure.ABANDONED_HELD, "e.held");
    all.put(QueueFigure.FLOWED_OUT, "e.flowed_out");
    all.put(QueueFigure.OFFERED_DIALLED, DIALLED);
    all.put(QueueFigure.ANSWERED_DIALLED, "e.answered and " + DIALLED);
    all.put(QueueFigure.ANSWERED_IN_TIME_DIALLED, "e.answered and e.in_time and " + DIALLED);
    all.put(
        QueueFigure.ABANDONED_SHORT_DIALLED,
        "e.went is not null and e.waited_us < 5000000 and " + DIALLED);
    all.put(
        QueueFigure.ABANDONED_IN_TIME_DIALLED, "e.went is not null and e.in_time and " + DIALLED);
    all.put(QueueFigure.FLOWED_OUT_DIALLED, "e.flowed_out and " + DIALLED);
    return all;
  }
}
