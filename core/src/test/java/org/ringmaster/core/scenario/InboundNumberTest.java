// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.calendar.Calendar;
import org.ringmaster.core.calendar.CalendarId;
import org.ringmaster.core.calendar.OpenHours;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.Intake;
import org.ringmaster.core.queue.InboundNumber;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.testing.ScenarioCaller;
import org.ringmaster.core.testing.ScenarioCentre;
import org.ringmaster.core.testing.ScenarioPlan;

class InboundNumberTest {
  private static final Calendar OFFICE =
      new Calendar(
          new CalendarId("office"),
          "Europe/Berlin",
          List.of(new OpenHours(DayOfWeek.MONDAY, 9 * 60, 17 * 60)),
          List.of("2026-11-09"));

  private static ScenarioCentre at(String instant) {
    return ScenarioCentre.open(
        ScenarioPlan.standard().calendar(OFFICE).number("700", "sales", "office"), instant);
  }

  @Test
  void withinTheHoursCallersWait() {
    at("2026-11-02T08:00:00Z").callerRings("700").waits();
    at("2026-11-02T15:59:59Z").callerRings("700").waits();
  }

  @Test
  void outsideTheHoursTheyAreToldSoAndHungUp() {
    ScenarioCentre centre = at("2026-11-02T16:00:00Z");
    ScenarioCaller caller = centre.callerRings("700");
    caller.hearsPrompt();
    assertTrue(centre.last(QueueFact.Turned.class).closed());
    centre.passes(2);
    caller.isGone();
    assertEquals(0, centre.count(QueueFact.EntryJoined.class));
  }

  @Test
  void theHoursAreThoseOfTheMachinesClockWhereThePlatformsIsAhead() {
    ScenarioCentre centre = at("2026-11-02T17:30:00Z");
    centre.machinesClockIsBehind(2 * 3_600);
    centre.callerRings("700").waits();
    centre = at("2026-11-02T08:30:00Z");
    centre.machinesClockIsBehind(2 * 3_600);
    centre.callerRings("700");
    assertTrue(centre.last(QueueFact.Turned.class).closed(), "it is half past seven in Berlin");
  }

  @Test
  void onAHolidayItIsClosed() {
    ScenarioCentre centre = at("2026-11-09T10:00:00Z");
    centre.callerRings("700");
    assertTrue(centre.last(QueueFact.Turned.class).closed());
  }

  @Test
  void theHoursFollowSummerTime() {
    at("2026-06-01T07:00:00Z").callerRings("700").waits(); // nine o'clock in Berlin
    ScenarioCentre winter = at("2026-11-02T07:00:00Z"); // eight o'clock in Berlin
    winter.callerRings("700");
    assertEquals(1, winter.count(QueueFact.Turned.class));
  }

  @Test
  void whoDialsANumberThatIsNoneIsNotAnsweredAndLearnsWhy() {
    ScenarioCentre centre = at("2026-11-02T10:00:00Z");
    ScenarioCaller caller = centre.callerRings("999");
    assertFalse(centre.last(QueueFact.Turned.class).closed());
    caller.isGone();
    assertEquals(HangupCause.UNALLOCATED, centre.last(CallFact.LegEnded.class).cause());
    assertEquals(0, centre.count(CallFact.AnswerAsked.class));
  }

  @Test
  void whereTheClosedHaveNothingToSayNobodyIsAnswered() {
    ScenarioCentre centre =
        ScenarioCentre.open(
            ScenarioPlan.standard().calendar(OFFICE).silentNumber("701", "sales", "office"),
            "2026-11-02T16:00:00Z");
    ScenarioCaller caller = centre.callerRings("701");
    assertTrue(centre.last(QueueFact.Turned.class).closed());
    caller.isGone();
    assertEquals(HangupCause.REJECTED, centre.last(CallFact.LegEnded.class).cause());
    assertEquals(0, centre.count(CallFact.AnswerAsked.class));
  }

  @Test
  void aNumberIsFoundHoweverTheTrunkSpellsItItsOwnSpellingFirst() {
    InboundNumber berlin =
        new InboundNumber(
            "+4930123", new QueueId("sales"), null, List.of(), List.of("004930123", "030123"));
    InboundNumber inside = new InboundNumber("030123", new QueueId("none"), null, List.of());
    ScenarioPlan plan = ScenarioPlan.standard().number(berlin);
    ScenarioCentre centre = ScenarioCentre.open(plan);
    centre.callerRings("+4930123").waits();
    centre.callerRings("004930123").waits();
    centre.callerRings("030123").waits();

    centre.rereads(plan.number(inside));
    centre.callerRings("030123").isGone();
    centre.callerRings("004930123").waits();

    centre.rereads(plan.withoutNumber("+4930123"));
    centre.callerRings("004930123").isGone();
  }

  @Test
  void whoHangsUpDuringTheMessageIsSimplyGone() {
    ScenarioCentre centre = at("2026-11-02T16:00:00Z");
    ScenarioCaller caller = centre.callerRings("700");
    centre.passes(1);
    caller.hangsUp();
    centre.passes(5);
    caller.isGone();
    assertEquals(1, centre.count(CallFact.CallEnded.class));
    assertEquals(0, centre.count(CallFact.CommandFailed.class) - lateHangUps(centre));
  }

  private static int lateHangUps(ScenarioCentre centre) {
    return (int)
        centre.facts(CallFact.CommandFailed.class).stream()
            .filter(failed -> failed.what().equals("HangUpLeg"))
            .count();
  }

  @Test
  void closingTimeDoesNotSendAwayThoseWhoWaitAlready() {
    ScenarioCentre centre = at("2026-11-02T15:59:00Z");
    ScenarioCaller caller = centre.callerRings("700");
    centre.passes(120);
    caller.waits();
  }

  @Test
  void whileTheIntakeIsClosedCallersTakeTheFallbackAndNoFactIsMade() {
    ScenarioCentre centre = at("2026-11-02T10:00:00Z");
    ScenarioCaller before = centre.callerRings("500");
    centre.tell(new CallInput.IntakeChanged(Intake.CLOSED));
    int facts = centre.facts().size();
    ScenarioCaller caller = centre.callerRings("500");
    assertEquals(facts, centre.facts().size());
    assertEquals(caller.leg(), centre.commands(CallCommand.ReleaseLeg.class).get(0).leg());
    before.waits();
    centre.agent("alice").signsIn().answers();
    before.talksWith("alice");
    centre.tell(new CallInput.IntakeChanged(Intake.OPEN));
    centre.callerRings("500").waits();
  }

  @Test
  void hoursMustRunForwardWithinOneDay() {
    org.junit.jupiter.api.Assertions.assertThrows(
        IllegalArgumentException.class, () -> new OpenHours(DayOfWeek.MONDAY, 600, 600));
  }

  @Test
  void withoutHoursACalendarIsAlwaysOpenButOnHolidays() {
    Calendar always =
        new Calendar(new CalendarId("always"), "UTC", List.of(), List.of("2026-12-25"));
    assertTrue(always.isOpen(1_793_613_600_000_000L));
    assertFalse(always.isOpen(1_798_192_800_000_000L)); // 2026-12-25T10:00Z
  }
}
