// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.calendar.Calendar;
import org.ringmaster.core.calendar.CalendarId;
import org.ringmaster.core.calendar.OpenHours;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.queue.Overflow;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.queue.Reason;
import org.ringmaster.core.testing.ScenarioCaller;
import org.ringmaster.core.testing.ScenarioCentre;
import org.ringmaster.core.testing.ScenarioPlan;
import org.ringmaster.core.testing.ScenarioQueue;

/** What becomes of those who still wait at 18:00, when the office closes. It is 17:58:30. */
class ClosingTest {
  private static final Overflow GOODBYE =
      new Overflow(Overflow.Kind.PROMPT, null, List.of(Prompt.sound("closed-now")), null, null);

  private final ScenarioPlan plan =
      ScenarioPlan.standard()
          .calendar(
              new Calendar(
                  new CalendarId("office"),
                  "UTC",
                  List.of(
                      new OpenHours(DayOfWeek.MONDAY, 9 * 60, 18 * 60),
                      new OpenHours(DayOfWeek.MONDAY, 18 * 60 + 5, 20 * 60)),
                  List.of()))
          .queue(ScenarioQueue.named("second").servedBy("bob").music("jazz"))
          .voicemail("sales", 5);
  private final ScenarioCentre centre = ScenarioCentre.open(plan, "2026-11-02T17:58:30Z");

  private void closes(int graceSeconds, @Nullable Overflow target) {
    centre.rereads(plan.queue(sales().closes("office", graceSeconds, target)));
  }

  private static ScenarioQueue sales() {
    return ScenarioQueue.named("sales").servedBy("alice").thenTo("second");
  }

  @Test
  void whereNothingIsSaidThoseWhoWaitAreServed() {
    centre.rereads(plan.queue(sales()));
    ScenarioCaller caller = centre.callerRings("500");
    centre.passes(3_600);
    caller.waits();
  }

  @Test
  void theyAreSentWhereTheOverflowLeads() {
    closes(0, null);
    ScenarioCaller caller = centre.callerRings("500");
    centre.passes(89);
    caller.waits();
    centre.passes(1);
    caller.waitsWith("jazz");
    QueueFact.EntryOverflowed out = centre.last(QueueFact.EntryOverflowed.class);
    assertEquals(Reason.CLOSED, out.reason());
    assertEquals(new QueueId("second"), out.target().queue());
  }

  @Test
  void theyHearThatItIsClosedAndAreHungUp() {
    closes(0, GOODBYE);
    ScenarioCaller caller = centre.callerRings("500");
    centre.passes(90);
    caller.hears("closed-now");
    centre.passes(2);
    caller.isGone();
    assertEquals(0, centre.count(QueueFact.EntryAbandoned.class));
  }

  @Test
  void theyAreAskedForAMessage() {
    closes(0, Overflow.voicemail(new QueueId("sales")));
    ScenarioCaller caller = centre.callerRings("500");
    centre.passes(90);
    caller.hears("leave-message");
    centre.passes(2);
    caller.isRecorded();
  }

  @Test
  void withinTheGraceAnAgentMayStillAnswerAndAfterItTheyAreSentOn() {
    closes(120, GOODBYE);
    ScenarioCaller first = centre.callerRings("500");
    ScenarioCaller second = centre.callerRings("500");
    centre.passes(150);
    first.waits();
    centre.agent("alice").signsIn().answers();
    first.talksWith("alice");
    centre.passes(60);
    second.hears("closed-now");
    first.talksWith("alice");
  }

  @Test
  void aPauseThatIsShorterThanTheGraceSendsNobodyAway() {
    closes(600, GOODBYE);
    ScenarioCaller caller = centre.callerRings("500");
    centre.passes(3_600);
    caller.waits();
  }

  @Test
  void forWhomAnAgentRingsIsLeftToThemAndSentOnIfTheyDoNotAnswer() {
    closes(0, GOODBYE);
    ScenarioCaller caller = centre.callerRings("500");
    centre.passes(80);
    centre.agent("alice").signsIn();
    centre.passes(12);
    assertTrue(centre.edge().rings("1001"));
    caller.waits();
    centre.passes(8);
    caller.hears("closed-now");
    assertEquals(1, centre.count(CallFact.PromptStarted.class));
  }

  @Test
  void thePlatformThatWasAwayAtSixSendsThemOnWhenItIsBack() {
    closes(0, GOODBYE);
    ScenarioCaller caller = centre.callerRings("500");
    centre.dies();
    centre.passes(100);
    centre.comesBackFromSnapshot();
    caller.hears("closed-now");
  }

  @Test
  void theClockOnTheWallDecidesEvenWhereItWasSetBack() {
    closes(0, GOODBYE);
    centre.machinesClockIsBehind(600);
    ScenarioCaller caller = centre.callerRings("500");
    centre.passes(300);
    caller.waits();
    centre.passes(391);
    caller.hears("closed-now");
  }
}
