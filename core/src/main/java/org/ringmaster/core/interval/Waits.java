// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.interval;

/**
 * What became of those who waited, as the formulas of a queue ask for it: of all, as version 1 of
 * these formulas has it, or of those alone who called, as version 2 has it. Whom we dialled
 * ourselves joins a queue when an agent is as good as free, so their waits say nothing of how long
 * callers wait. Waits are in microseconds.
 */
record Waits(
    long offered,
    long answered,
    long answeredInTime,
    long abandoned,
    long abandonedShort,
    long abandonedInTime,
    long answerMicros,
    long abandonMicros) {

  /** All who joined. */
  static Waits ofAll(Tally<QueueFigure> sums) {
    return new Waits(
        sums.of(QueueFigure.OFFERED),
        sums.of(QueueFigure.ANSWERED),
        sums.of(QueueFigure.ANSWERED_IN_TIME),
        Kpis.abandoned(sums),
        sums.of(QueueFigure.ABANDONED_SHORT),
        sums.of(QueueFigure.ABANDONED_IN_TIME),
        sums.of(QueueFigure.ANSWER_WAIT_MICROS),
        sums.of(QueueFigure.ABANDON_WAIT_MICROS));
  }

  /** Those alone who called. */
  static Waits ofCallers(Tally<QueueFigure> sums) {
    Waits all = ofAll(sums);
    return new Waits(
        all.offered - sums.of(QueueFigure.OFFERED_DIALLED),
        all.answered - sums.of(QueueFigure.ANSWERED_DIALLED),
        all.answeredInTime - sums.of(QueueFigure.ANSWERED_IN_TIME_DIALLED),
        all.abandoned - sums.of(QueueFigure.ABANDONED_DIALLED),
        all.abandonedShort - sums.of(QueueFigure.ABANDONED_SHORT_DIALLED),
        all.abandonedInTime - sums.of(QueueFigure.ABANDONED_IN_TIME_DIALLED),
        all.answerMicros - sums.of(QueueFigure.ANSWER_WAIT_DIALLED_MICROS),
        all.abandonMicros - sums.of(QueueFigure.ABANDON_WAIT_DIALLED_MICROS));
  }
}
