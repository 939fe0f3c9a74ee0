// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.staffing;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ringmaster.core.history.History;
import org.ringmaster.core.history.HistoryBy;
import org.ringmaster.core.history.HistoryLine;
import org.ringmaster.core.history.HistoryQuestion;
import org.ringmaster.core.history.HistorySpan;
import org.ringmaster.core.history.HistoryStep;
import org.ringmaster.core.interval.Interval;
import org.ringmaster.core.interval.Kpis;
import org.ringmaster.core.interval.QueueFigure;
import org.ringmaster.core.interval.Tally;

/**
 * What the same hours of the same weekday brought in the last four weeks; where there is nothing of
 * those, the same hours of the last seven days. Any thread that may wait for the store.
 */
public final class DayPattern {
  private static final int WEEK = 7;
  private static final int WEEKS = 4;
  private static final double MICROS_PER_SECOND = 1_000_000;
  private static final double INTERVAL_SECONDS = Interval.LENGTH_MICROS / MICROS_PER_SECOND;

  private final History history;

  /** Over the past that the store tells. */
  public DayPattern(History history) {
    this.history = history;
  }

  /**
   * The target that a hint meets.
   *
   * @param share of all callers
   * @param withinSeconds in time
   */
  public record Target(double share, double withinSeconds) {}

  /**
   * What a queue needs from now on.
   *
   * @param intervals how many quarters of an hour, the present one first
   * @throws IllegalArgumentException where the store knows of no such hours
   */
  public StaffingHint hint(String queue, long nowMicros, int intervals, Target target)
      throws SQLException {
    long from = Interval.of(nowMicros).beginMicros();
    Seen seen = new Seen();
    for (int week = 1; week <= WEEKS; week++) {
      look(queue, from, intervals, week * WEEK, seen);
    }
    if (seen.days == 0) {
      for (int day = 1; day < WEEK; day++) {
        look(queue, from, intervals, day, seen);
      }
    }
    if (seen.days == 0 || seen.handled == 0) {
      throw new IllegalArgumentException(
          "Of queue " + queue + " nothing is known at these hours of earlier days.");
    }
    double handle = seen.handleMicros / MICROS_PER_SECOND / seen.handled;
    double patience =
        seen.abandoned == 0
            ? Double.POSITIVE_INFINITY
            : seen.waitMicros / MICROS_PER_SECOND / seen.abandoned;
    List<StaffingLine> lines = new ArrayList<>();
    for (int i = 0; i < intervals; i++) {
      long at = from + i * Interval.LENGTH_MICROS;
      double callers = seen.callers.getOrDefault(i, 0L) / (double) seen.days;
      lines.add(line(at, callers, Math.max(1, handle), Math.max(1, patience), target));
    }
    return new StaffingHint(queue, seen.days, handle, patience, List.copyOf(lines));
  }

  static StaffingLine line(long at, double callers, double handle, double patience, Target target) {
    if (callers <= 0) {
      return new StaffingLine(at, 0, 0, 1, 0, 0, 0);
    }
    double rate = callers / INTERVAL_SECONDS;
    int agents = ErlangA.agentsFor(rate, handle, patience, target.share(), target.withinSeconds());
    ErlangA model = new ErlangA(rate, handle, patience, agents);
    return new StaffingLine(
        at,
        callers,
        agents,
        model.servedWithin(target.withinSeconds()),
        model.abandonShare(),
        model.meanWaitSeconds(),
        model.occupancy());
  }

  /** What was seen on earlier days. */
  private static final class Seen {
    int days;
    long handled;
    double handleMicros;
    long abandoned;
    double waitMicros;
    final TreeMap<Integer, Long> callers = new TreeMap<>();
  }

  /**
   * The same time of day some days before, by the clocks of a zone, also where they were changed
   * since; epoch microseconds.
   */
  static long sameTimeBefore(long micros, int days, ZoneId zone) {
    Instant before =
        Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atZone(zone).minusDays(days).toInstant();
    return ChronoUnit.MICROS.between(Instant.EPOCH, before);
  }

  private void look(String queue, long from, int intervals, int daysBefore, Seen seen)
      throws SQLException {
    long begin = sameTimeBefore(from, daysBefore, history.zone());
    long until = begin + intervals * Interval.LENGTH_MICROS;
    HistoryQuestion question =
        new HistoryQuestion(
            HistoryBy.QUEUE,
            HistoryStep.INTERVAL,
            new HistorySpan(begin, until, until),
            queue,
            HistoryQuestion.USUAL_DAYS);
    // Who asks for a callback needs one agent, not two: they count when they ring.
    Map<Long, Long> again = history.calledBack(question);
    long offered = 0;
    for (HistoryLine line : history.lines(question)) {
      Tally<QueueFigure> sums = line.contacts();
      long callers = sums.of(QueueFigure.OFFERED) - again.getOrDefault(line.atMicros(), 0L);
      offered += sums.of(QueueFigure.OFFERED);
      int place = (int) ((line.atMicros() - begin) / Interval.LENGTH_MICROS);
      seen.callers.merge(place, callers, Long::sum);
      seen.handled += sums.of(QueueFigure.HANDLED);
      seen.handleMicros +=
          sums.of(QueueFigure.RING_MICROS)
              + sums.of(QueueFigure.TALK_MICROS)
              + sums.of(QueueFigure.HOLD_MICROS)
              + sums.of(QueueFigure.WRAP_UP_MICROS);
      seen.abandoned += Kpis.abandoned(sums);
      seen.waitMicros +=
          sums.of(QueueFigure.ANSWER_WAIT_MICROS) + sums.of(QueueFigure.ABANDON_WAIT_MICROS);
    }
    seen.days += offered > 0 ? 1 : 0;
  }
}
