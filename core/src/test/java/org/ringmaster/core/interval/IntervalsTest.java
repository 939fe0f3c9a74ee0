// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentInput;
import org.ringmaster.core.agent.PauseReason;
import org.ringmaster.core.board.ManualSite;
import org.ringmaster.core.call.BridgeId;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.engine.Centre;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.queue.QueueInput;

class IntervalsTest {
  private static final long MINUTE_MILLIS = 60_000;
  private static final long MINUTE = 60_000_000;
  private static final Interval FIRST = Interval.of(ManualSite.MORNING_MICROS);
  private static final Interval SECOND = new Interval(FIRST.endMicros());

  private final ManualSite site = ManualSite.atWork();

  @Test
  void a_talk_over_a_border_counts_on_both_sides_to_the_microsecond() {
    site.pass(14 * MINUTE_MILLIS);
    site.tell(new AgentInput.SignIn(ManualSite.ANNA, null));
    LegId caller = site.callerArrives();
    hear(caller, site.telephoneAnswers());
    site.pass(2 * MINUTE_MILLIS);
    site.goes(caller);
    site.pass(3_000);
    site.tell(new AgentInput.EndWrapUp(ManualSite.ANNA));

    assertEquals(
        Map.of(AgentFigure.RING_MICROS, 2_000_000L, AgentFigure.TALK_MICROS, 58_000_000L),
        anna(FIRST).sums());
    assertEquals(
        Map.of(
            AgentFigure.TALK_MICROS,
            62_000_000L,
            AgentFigure.WRAP_UP_MICROS,
            3_000_000L,
            AgentFigure.HANDLED,
            1L),
        anna(SECOND).sums());
    assertEquals(58_000_000, sales(FIRST).of(QueueFigure.TALK_MICROS));
    assertEquals(62_000_000, sales(SECOND).of(QueueFigure.TALK_MICROS));
    assertEquals(0, sales(FIRST).of(QueueFigure.HANDLED));
    assertEquals(1, sales(SECOND).of(QueueFigure.HANDLED));
  }

  @Test
  void a_caller_counts_where_they_joined_whatever_becomes_of_them_later() {
    site.pass(14 * MINUTE_MILLIS);
    site.callerArrives();
    LegId second = site.callerArrives();
    site.pass(3_000);
    site.goes(second);
    assertEquals(1, intervals().waiting(ManualSite.SALES, FIRST));
    assertEquals(3_000_000, intervals().longestWaitMicros(ManualSite.SALES, site.nowMicros()));
    site.pass(5 * MINUTE_MILLIS);
    site.tell(new AgentInput.SignIn(ManualSite.ANNA, null));
    site.telephoneAnswers();

    Tally<QueueFigure> sums = sales(FIRST);
    assertEquals(2, sums.of(QueueFigure.OFFERED));
    assertEquals(1, sums.of(QueueFigure.ANSWERED));
    assertEquals(0, sums.of(QueueFigure.ANSWERED_IN_TIME));
    assertEquals(1, sums.of(QueueFigure.ABANDONED_WAITING));
    assertEquals(1, sums.of(QueueFigure.ABANDONED_SHORT));
    assertEquals(305_000_000, sums.of(QueueFigure.ANSWER_WAIT_MICROS));
    assertEquals(305_000_000, sums.of(QueueFigure.LONGEST_WAIT_MICROS));
    assertEquals(0, intervals().waiting(ManualSite.SALES, FIRST));
    assertEquals(0, sales(SECOND).of(QueueFigure.OFFERED));
  }

  @Test
  void who_goes_while_an_agent_is_rung_is_told_from_who_goes_while_nobody_is() {
    LegId waiting = site.callerArrives();
    site.pass(6_000);
    site.goes(waiting);
    site.tell(new AgentInput.SignIn(ManualSite.ANNA, null));
    LegId ringing = site.callerArrives();
    site.pass(6_000);
    site.goes(ringing);
    site.pass(60_000);

    Tally<QueueFigure> sums = sales(FIRST);
    assertEquals(1, sums.of(QueueFigure.ABANDONED_WAITING));
    assertEquals(1, sums.of(QueueFigure.ABANDONED_RINGING));
    assertEquals(0, sums.of(QueueFigure.ABANDONED_SHORT));
    assertEquals(2, sums.of(QueueFigure.ABANDONED_IN_TIME));
    assertEquals(12_000_000, sums.of(QueueFigure.ABANDON_WAIT_MICROS));
    assertEquals(6_000_000, sums.of(QueueFigure.RING_MICROS));
  }

  @Test
  void who_goes_while_on_hold_is_counted_apart_from_those_who_gave_up_waiting() {
    site.tell(new AgentInput.SignIn(ManualSite.ANNA, null));
    LegId caller = site.callerArrives();
    LegId agent = site.telephoneAnswers();
    hear(caller, agent);
    site.pass(10_000);
    site.tell(new CallInput.LegHeld(ManualSite.EDGE, agent, true));
    site.pass(20_000);
    site.goes(caller);

    Tally<QueueFigure> sums = sales(FIRST);
    assertEquals(1, sums.of(QueueFigure.ABANDONED_HELD));
    assertEquals(0, Kpis.abandoned(sums));
    assertEquals(10_000_000, sums.of(QueueFigure.TALK_MICROS));
    assertEquals(20_000_000, sums.of(QueueFigure.HOLD_MICROS));
  }

  @Test
  void who_waited_too_long_flowed_out() {
    site.callerArrives();
    site.pass(5 * MINUTE_MILLIS);
    site.tell(new QueueInput.WaitDue(site.lastEntry()));

    assertEquals(1, sales(FIRST).of(QueueFigure.FLOWED_OUT));
    assertEquals(0, Kpis.abandoned(sales(FIRST)));
    assertEquals(5 * MINUTE, sales(FIRST).of(QueueFigure.LONGEST_WAIT_MICROS));
  }

  @Test
  void an_answer_that_nobody_heard_is_taken_back() {
    site.tell(new AgentInput.SignIn(ManualSite.ANNA, null));
    site.callerArrives();
    LegId agent = site.telephoneAnswers();
    assertEquals(1, sales(FIRST).of(QueueFigure.ANSWERED));
    site.goes(agent);

    assertEquals(0, sales(FIRST).of(QueueFigure.ANSWERED));
    assertEquals(0, sales(FIRST).of(QueueFigure.ANSWERED_IN_TIME));
    assertEquals(0, sales(FIRST).of(QueueFigure.ANSWER_WAIT_MICROS));
    assertEquals(1, intervals().waiting(ManualSite.SALES, FIRST));
    assertEquals(0, sales(FIRST).of(QueueFigure.HANDLED));
  }

  @Test
  void the_intervals_of_an_agent_are_their_shift() {
    site.pass(8 * MINUTE_MILLIS);
    site.tell(new AgentInput.SignIn(ManualSite.ANNA, null));
    site.pass(20 * MINUTE_MILLIS);
    site.tell(new AgentInput.Pause(ManualSite.ANNA, new PauseReason("lunch")));
    site.pass(33 * MINUTE_MILLIS);
    site.tell(new AgentInput.SignOut(ManualSite.ANNA));
    site.pass(5 * MINUTE_MILLIS);

    long shift = 0;
    for (Interval interval : intervals().intervals(site.nowMicros())) {
      shift += Kpis.signedInMicros(anna(interval));
    }
    assertEquals(53 * MINUTE, shift);
    assertEquals(15 * MINUTE, Kpis.signedInMicros(anna(SECOND)));
  }

  @Test
  void what_goes_on_is_counted_until_now() {
    site.tell(new AgentInput.SignIn(ManualSite.ANNA, null));
    site.pass(20 * MINUTE_MILLIS);

    assertEquals(15 * MINUTE, anna(FIRST).of(AgentFigure.IDLE_MICROS));
    assertEquals(5 * MINUTE, anna(SECOND).of(AgentFigure.IDLE_MICROS));
  }

  @Test
  void a_reading_from_a_snapshot_goes_on_as_the_one_from_the_facts() {
    site.tell(new AgentInput.SignIn(ManualSite.ANNA, null));
    LegId caller = site.callerArrives();
    hear(caller, site.telephoneAnswers());
    site.callerArrives();
    site.pass(13 * MINUTE_MILLIS);
    int saved = site.facts.size();
    Intervals before = read(site.facts);
    FactCodec codec = FactCodec.of(Centre.names().build());
    Intervals restored = new Intervals(Intervals.KEPT);
    before.snapshot(
        record -> restored.restore(codec.decode(codec.nameOf(record), codec.encode(record))));
    site.pass(4 * MINUTE_MILLIS);
    site.goes(caller);
    site.pass(MINUTE_MILLIS);
    site.tell(new AgentInput.EndWrapUp(ManualSite.ANNA));
    site.facts
        .subList(saved, site.facts.size())
        .forEach(f -> restored.apply(f.fact(), f.envelope()));

    assertEquals(lines(intervals()), lines(restored));
    assertFalse(lines(restored).isEmpty());
  }

  @Test
  void old_intervals_are_forgotten() {
    site.tell(new AgentInput.SignIn(ManualSite.ANNA, null));
    site.goes(site.callerArrives());
    site.pass(61 * MINUTE_MILLIS);
    site.tell(new AgentInput.SignOut(ManualSite.ANNA));
    Intervals two = new Intervals(2);
    site.facts.forEach(fact -> two.apply(fact.fact(), fact.envelope()));

    assertEquals(2, two.intervals(site.nowMicros()).size());
    assertEquals(0, two.queue(ManualSite.SALES, FIRST, site.nowMicros()).of(QueueFigure.OFFERED));
  }

  private void hear(LegId caller, LegId agent) {
    BridgeId bridge = site.lastFact(CallFact.BridgeOpened.class).bridge();
    site.tell(new CallInput.LegJoined(ManualSite.EDGE, caller, bridge));
    site.tell(new CallInput.LegJoined(ManualSite.EDGE, agent, bridge));
  }

  private Tally<QueueFigure> sales(Interval interval) {
    return intervals().queue(ManualSite.SALES, interval, site.nowMicros());
  }

  private Tally<AgentFigure> anna(Interval interval) {
    return intervals().agent(ManualSite.ANNA, interval, site.nowMicros());
  }

  private Intervals intervals() {
    return read(site.facts);
  }

  private static Intervals read(List<RecordedFact> facts) {
    Intervals intervals = new Intervals(Intervals.KEPT);
    facts.forEach(fact -> intervals.apply(fact.fact(), fact.envelope()));
    return intervals;
  }

  private static List<Record> lines(Intervals intervals) {
    List<Record> lines = new ArrayList<>();
    intervals.snapshot(lines::add);
    return lines;
  }
}
