// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.board.Boards;
import org.ringmaster.core.board.QueueDay;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.interval.Interval;
import org.ringmaster.core.interval.Intervals;
import org.ringmaster.core.interval.Kpi;
import org.ringmaster.core.interval.Kpis;
import org.ringmaster.core.interval.QueueFigure;
import org.ringmaster.core.interval.ServiceLevel;
import org.ringmaster.core.interval.Tally;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.testing.ScenarioCaller;
import org.ringmaster.core.testing.ScenarioCentre;

/** Who is called back waits for no agent, and must not make callers look served in time. */
class CallbackFiguresTest extends CallbackScenario {
  private static final QueueId SALES = new QueueId("sales");

  @Test
  void whoIsCalledBackIsNoCallerAnsweredInTime() {
    oneIsCalledBackAndOneWaitsLong();

    Tally<QueueFigure> sums = sums();
    assertEquals(3, sums.of(QueueFigure.OFFERED));
    assertEquals(1, sums.of(QueueFigure.OFFERED_DIALLED));
    assertEquals(1, sums.of(QueueFigure.FLOWED_OUT));
    assertEquals(2, sums.of(QueueFigure.ANSWERED));
    assertEquals(1, sums.of(QueueFigure.ANSWERED_DIALLED));
    assertEquals(1, sums.of(QueueFigure.ANSWERED_IN_TIME_DIALLED));
    for (ServiceLevel level : ServiceLevel.values()) {
      assertEquals(0.0, level.of(sums).value().orElseThrow(), level.name());
      assertTrue(level.firstOf(sums).value().orElseThrow() > 0, level + ", version 1");
    }
    double wait = value(Kpis.ofQueue(sums), Kpis.ANSWER_WAIT.id());
    assertTrue(wait >= 40_000_000, "the caller's wait is " + wait);
    double first = value(Kpis.earlierOfQueue(sums), Kpis.ANSWER_WAIT.id());
    assertTrue(first < wait, "version 1 says " + first);
  }

  @Test
  void theBoardCountsWhoIsCalledBackApart() {
    oneIsCalledBackAndOneWaitsLong();

    QueueDay day = day(boards(centre.facts()));
    assertEquals(3, day.joined());
    assertEquals(1, day.dialled());
    assertEquals(2, day.answered());
    assertEquals(1, day.dialledAnswered());
    assertEquals(1, day.answeredInTime());
    assertEquals(1, day.dialledInTime());
    assertEquals(1, day.counted());
    assertEquals(0.0, day.serviceLevel());
    assertEquals(1, day.callersAnswered());
    assertTrue(day.callersWaitMicros() >= 40_000_000, day.toString());
  }

  @Test
  void whoIsCalledBackAndGivesUpIsNoCallerWhoGaveUp() {
    asks(ANNA);
    centre.agent("alice").signsIn();
    centre.answersAt(ANNA);
    centre.hangsUpAt(ANNA, HangupCause.NORMAL);

    Tally<QueueFigure> sums = sums();
    assertEquals(1, sums.of(QueueFigure.ABANDONED_DIALLED));
    assertEquals(1, sums.of(QueueFigure.ABANDONED_SHORT_DIALLED));
    assertEquals(1, sums.of(QueueFigure.ABANDONED_IN_TIME_DIALLED));
    assertEquals(0.0, value(Kpis.ofQueue(sums), Kpis.ABANDON_RATE.id()));
    assertEquals(0.5, value(Kpis.earlierOfQueue(sums), Kpis.ABANDON_RATE.id()));
    assertEquals(0, ServiceLevel.FORGIVING.of(sums).below());
    QueueDay day = day(boards(centre.facts()));
    assertEquals(1, day.abandoned());
    assertEquals(1, day.dialledAbandoned());
    assertEquals(1, day.dialledShort());
    assertEquals(0, day.counted());
  }

  @Test
  void aBoardFromASnapshotKnowsWhomWeHadDialled() {
    asks(ANNA);
    centre.agent("alice").signsIn();
    centre.answersAt(ANNA);
    int saved = centre.facts().size();
    List<Record> entities = new ArrayList<>();
    centre.centre().snapshot(entities::add);
    boards(centre.facts()).snapshot(entities::add);
    Boards restored = new Boards(ZoneOffset.UTC, () -> 0);
    entities.forEach(
        it ->
            restored.restore(
                ScenarioCentre.CODEC.decode(
                    ScenarioCentre.CODEC.nameOf(it), ScenarioCentre.CODEC.encode(it))));
    centre.agent("alice").answers();
    centre
        .facts()
        .subList(saved, centre.facts().size())
        .forEach(f -> restored.apply(f.fact(), f.envelope()));
    restored.publish();

    assertEquals(1, day(restored).dialledAnswered());
    assertEquals(day(boards(centre.facts())), day(restored));
  }

  private void oneIsCalledBackAndOneWaitsLong() {
    asks(ANNA);
    centre.passes(60);
    centre.agent("alice").signsIn();
    centre.answersAt(ANNA);
    centre.agent("alice").answers();
    ScenarioCaller bert = centre.rings(BERT, "500");
    centre.passes(40);
    centre.agent("dave").signsIn();
    bert.talksWith("dave");
  }

  private Tally<QueueFigure> sums() {
    Intervals intervals = new Intervals(Intervals.KEPT);
    centre.facts().forEach(it -> intervals.apply(it.fact(), it.envelope()));
    Tally<QueueFigure> all = new Tally<>(QueueFigure.class);
    for (Interval interval : intervals.intervals(centre.nowMicros())) {
      intervals.queue(SALES, interval, centre.nowMicros()).sums().forEach(all::add);
    }
    return all;
  }

  private static Boards boards(List<RecordedFact> facts) {
    Boards boards = new Boards(ZoneOffset.UTC, () -> 0);
    facts.forEach(it -> boards.apply(it.fact(), it.envelope()));
    boards.publish();
    return boards;
  }

  private static QueueDay day(Boards boards) {
    return boards.queues().rows().stream()
        .filter(row -> row.queue().id().equals(SALES))
        .findFirst()
        .orElseThrow()
        .day();
  }

  private static double value(List<Kpi> kpis, String id) {
    return kpis.stream()
        .filter(kpi -> kpi.formula().id().equals(id))
        .findFirst()
        .orElseThrow()
        .value()
        .orElseThrow();
  }
}
