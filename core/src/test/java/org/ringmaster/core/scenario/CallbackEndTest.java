// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.calendar.Calendar;
import org.ringmaster.core.calendar.CalendarId;
import org.ringmaster.core.calendar.OpenHours;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.callback.Callback;
import org.ringmaster.core.callback.CallbackEnd;
import org.ringmaster.core.callback.CallbackFact;
import org.ringmaster.core.callback.CallbackInput;
import org.ringmaster.core.callback.CallbackOutcome;
import org.ringmaster.core.callback.CallbackState;
import org.ringmaster.core.journey.ConsentScope;
import org.ringmaster.core.journey.JourneyInput;
import org.ringmaster.core.kernel.Answer;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.queue.WaitChoice;
import org.ringmaster.core.testing.ManualAsterisk.Manner;
import org.ringmaster.core.testing.ScenarioCallback;
import org.ringmaster.core.testing.ScenarioCaller;
import org.ringmaster.core.testing.ScenarioQueue;

/** How callbacks end: by themselves, by somebody's word, and that a restart ends none. */
class CallbackEndTest extends CallbackScenario {

  // It ends by itself.

  @Test
  void whoRingsAgainHasTheOldPlaceAndIsNotCalledBack() {
    asks(ANNA);
    centre.passes(30);
    ScenarioCaller bert = centre.rings(BERT, "500");
    centre.passes(5);
    ScenarioCaller anna = centre.rings(ANNA, "500");
    assertEquals(CallbackState.IN_PERSON, theOne().state());
    centre.agent("dave").signsIn();
    anna.talksWith("dave");
    bert.waits();
    assertEquals(CallbackEnd.REACHED, end());
    assertEquals(0, dialled());
  }

  @Test
  void whoRingsAgainInVainIsCalledBackAfterAll() {
    asks(ANNA);
    centre.passes(30);
    ScenarioCaller anna = centre.rings(ANNA, "500");
    anna.hangsUp();
    Callback again = theOne();
    assertEquals(CallbackState.WAITING, again.state());
    assertTrue(centre.nowMicros() - again.sinceMicros() >= 30_000_000);
    centre.agent("dave").signsIn();
    assertTrue(centre.edge().rings(ANNA));
  }

  @Test
  void twoCallbacksToOneCustomerBothWaitAgainAfterTheyCameInVain() {
    asks(BERT);
    ScenarioCaller other = centre.rings(ANNA, "500");
    other.presses("5");
    other.presses("2");
    other.presses("030222222#");
    other.presses("1");
    assertEquals(2, centre.centre().callbacks().books().callbacks().size());
    ScenarioCaller bert = centre.rings(BERT, "500");
    bert.hangsUp();
    assertEquals(
        List.of(CallbackState.WAITING, CallbackState.WAITING),
        centre.centre().callbacks().books().callbacks().stream().map(Callback::state).toList());
  }

  @Test
  void whoAsksAgainHasOneCallbackAtTheOldPlace() {
    asks(ANNA);
    centre.passes(30);
    asks(ANNA);
    assertEquals(CallbackEnd.RENEWED, centre.last(CallbackFact.Ended.class).end());
    assertTrue(centre.nowMicros() - theOne().sinceMicros() >= 30_000_000);
  }

  @Test
  void whoRingsUsWhileTheyAreDialledIsNotDialledTwice() {
    asks(ANNA);
    centre.agent("alice").signsIn();
    assertTrue(centre.edge().rings(ANNA));
    ScenarioCaller anna = centre.rings(ANNA, "500");
    assertFalse(centre.edge().rings(ANNA));
    centre.agent("alice").answers();
    anna.talksWith("alice");
    assertEquals(CallbackEnd.REACHED, end());
  }

  @Test
  void whoRingsAgainWhileAnAgentIsRungForThemTalksWithThatAgentInTheEnd() {
    agentFirst();
    asks(ANNA);
    centre.agent("alice").signsIn();
    assertEquals(CallbackState.AGENT_RUNG, theOne().state());
    ScenarioCaller anna = centre.rings(ANNA, "500");
    centre.passes(6);
    centre.agent("alice").answers();
    anna.talksWith("alice");
    assertEquals(CallbackEnd.REACHED, end());
  }

  @Test
  void whoRingsAgainWhileTheyRestIsNotDialledAgain() {
    centre.edge().takes(ANNA, Manner.BUSY);
    asks(ANNA);
    centre.agent("dave").signsIn();
    assertEquals(CallbackState.RESTING, theOne().state());
    ScenarioCaller anna = centre.rings(ANNA, "500");
    anna.talksWith("dave");
    assertEquals(CallbackEnd.REACHED, end());
    centre.passes(300);
    assertEquals(1, dialled());
  }

  @Test
  void whoIsServedByAnotherQueueNeedsNoCallback() {
    centre.rereads(
        plan.queue(ScenarioQueue.named("second").servedBy("bob")).number("600", "second"));
    asks(ANNA);
    ScenarioCaller anna = centre.rings(ANNA, "600");
    assertEquals(CallbackState.WAITING, theOne().state());
    centre.agent("bob").signsIn().answers();
    anna.talksWith("bob");
    assertEquals(CallbackEnd.REACHED, end());
  }

  @Test
  void afterItsTimeItIsWorthNothing() {
    asks(ANNA);
    centre.passes(3_601);
    assertEquals(CallbackEnd.EXPIRED, end());
    centre.agent("alice").signsIn();
    assertEquals(0, dialled());
  }

  @Test
  void agentsWhoNeverAnswerDoNotKeepItAlive() {
    agentFirst();
    asks(ANNA);
    centre.agent("alice").signsIn();
    centre.rereads(
        plan.queue(
            ScenarioQueue.named("sales")
                .servedBy("alice", "dave")
                .retrySeconds(0)
                .key("5", WaitChoice.CALLBACK)));
    centre.passes(3_700);
    assertEquals(CallbackEnd.EXPIRED, end());
    assertFalse(centre.edge().rings("1001"));
  }

  @Test
  void whatClosesWhileTheAgentRingsDialsNobody() {
    centre.rereads(
        plan.calendar(
                new Calendar(
                    new CalendarId("morning"),
                    "UTC",
                    List.of(new OpenHours(DayOfWeek.MONDAY, 600, 601)),
                    List.of()))
            .callbacks(ScenarioCallback.of("sales").through("out").agentFirst().hours("morning")));
    asks(ANNA);
    centre.passes(50);
    centre.agent("alice").signsIn();
    assertEquals(CallbackState.AGENT_RUNG, theOne().state());
    centre.passes(15);
    centre.agent("alice").answers();
    assertEquals(0, dialled());
    assertEquals(1, centre.count(CallbackFact.PutOff.class));
    centre.passes(40);
    assertEquals(0, dialled());
    assertFalse(centre.edge().rings("1001"));
  }

  @Test
  void whoMustNotBeCalledIsNotDialledByTheAgentWhoRings() {
    agentFirst();
    asks(ANNA);
    centre.agent("alice").signsIn();
    centre.tell(new JourneyInput.Forbid(new Personal(ANNA), ConsentScope.ANY, BOSS));
    assertEquals(CallbackEnd.FORBIDDEN, end());
    assertFalse(centre.edge().rings("1001"));
  }

  @Test
  void whoRestsLongerThanItIsWorthIsDoneWith() {
    centre.rereads(plan.callbacks(ScenarioCallback.of("sales").through("out").retrySeconds(7_200)));
    centre.edge().takes(ANNA, Manner.BUSY);
    asks(ANNA);
    centre.agent("dave").signsIn();
    centre.passes(3_601);
    assertEquals(CallbackEnd.EXPIRED, end());
    assertEquals(1, dialled());
  }

  @Test
  void nobodyIsDialledOutsideTheHours() {
    centre.rereads(plan.callbacks(ScenarioCallback.of("sales").through("out").hours("never")));
    asks(ANNA);
    centre.agent("dave").signsIn();
    centre.passes(600);
    assertEquals(0, dialled());
    Answer answer = centre.tell(new CallbackInput.Hasten(theOne().id(), BOSS));
    assertInstanceOf(Answer.Refused.class, answer);
    assertEquals(0, dialled());
  }

  @Test
  void whoseHoursAreNoLongerConfiguredIsCalledBackInThoseOfTheirQueueNow() {
    asksFor("night");
    centre.rereads(
        plan.withoutCalendar("night")
            .callbacks(ScenarioCallback.of("sales").through("out").hours("never")));
    centre.passes(60);
    assertEquals(0, dialled());
    centre.rereads(
        plan.calendar(new Calendar(new CalendarId("always"), "UTC", List.of(), List.of()))
            .callbacks(ScenarioCallback.of("sales").through("out").hours("always")));
    centre.passes(60);
    assertEquals(1, dialled());
  }

  @Test
  void whoWasPromisedHoursIsNotCalledBackAtAnyTimeBecauseNobodyNamesThemAnyMore() {
    asksFor("night");
    centre.rereads(
        plan.withoutCalendar("night").callbacks(ScenarioCallback.of("sales").through("out")));
    centre.passes(600);
    assertEquals(0, dialled());
    Answer answer = centre.tell(new CallbackInput.Hasten(theOne().id(), BOSS));
    assertTrue(answer.toString().contains("calendar night, which is not configured"), "" + answer);
    centre.passes(3_600);
    assertEquals(CallbackEnd.EXPIRED, end());
  }

  /** Asks for a callback within hours that are not now, of a queue in which an agent is free. */
  private void asksFor(String hours) {
    centre.rereads(
        plan.calendar(
                new Calendar(
                    new CalendarId(hours),
                    "UTC",
                    List.of(new OpenHours(DayOfWeek.SUNDAY, 0, 1)),
                    List.of()))
            .callbacks(ScenarioCallback.of("sales").through("out").hours(hours)));
    asks(ANNA);
    centre.agent("dave").signsIn();
  }

  @Test
  void nobodyIsRungForAPlaceOutsideTheHours() {
    centre.rereads(
        plan.callbacks(ScenarioCallback.of("sales").through("out").agentFirst().hours("never")));
    asks(ANNA);
    centre.agent("dave").signsIn();
    centre.passes(600);
    assertNull(centre.centre().acd().books().place(theOne().place()));
    assertEquals(0, dialled());
  }

  @Test
  void whoMustNotBeCalledAnyMoreIsNot() {
    asks(ANNA);
    centre.tell(new JourneyInput.Forbid(new Personal(ANNA), ConsentScope.ANY, BOSS));
    assertEquals(CallbackEnd.FORBIDDEN, end());
    centre.agent("dave").signsIn();
    assertEquals(0, dialled());
    assertInstanceOf(
        Answer.Accepted.class,
        centre.tell(new JourneyInput.Permit(new Personal(ANNA), ConsentScope.ANY, BOSS)));
  }

  @Test
  void whoseQueueIsTakenAwayIsDoneWith() {
    asks(ANNA);
    centre.rereads(plan.withoutQueue("sales").withoutNumber("500").withoutNumber("998"));
    assertEquals(CallbackEnd.QUEUE_REMOVED, end());
  }

  // By somebody's word.

  @Test
  void somebodyTakesItBack() {
    asks(ANNA);
    Callback callback = theOne();
    assertInstanceOf(
        Answer.Accepted.class, centre.tell(new CallbackInput.Cancel(callback.id(), BOSS)));
    assertEquals(CallbackEnd.CANCELLED, end());
    assertEquals(BOSS, centre.last(CallbackFact.Ended.class).author());
    assertInstanceOf(
        Answer.Refused.class, centre.tell(new CallbackInput.Cancel(callback.id(), BOSS)));
  }

  @Test
  void takenBackWhileItRingsNobodyRingsAnyMore() {
    agentFirst();
    asks(ANNA);
    centre.agent("alice").signsIn().answers();
    assertTrue(centre.edge().rings(ANNA));
    centre.passes(3);
    centre.tell(new CallbackInput.Cancel(theOne().id(), BOSS));
    assertEquals(CallbackEnd.CANCELLED, end());
    assertEquals(0, centre.edge().legs());
  }

  @Test
  void takenBackWhileAnAgentRingsTheAgentIsLetGo() {
    agentFirst();
    asks(ANNA);
    centre.agent("alice").signsIn();
    centre.passes(3);
    centre.tell(new CallbackInput.Cancel(theOne().id(), BOSS));
    assertEquals(CallbackEnd.CANCELLED, end());
    assertEquals(0, centre.edge().legs());
  }

  @Test
  void somebodyPutsItBeforeAllOthers() {
    ScenarioCaller bert = centre.rings(BERT, "500");
    centre.rings("+4930333333", "500");
    asks(ANNA);
    centre.agent("dave").signsIn();
    bert.talksWith("dave");
    assertEquals(0, dialled());
    assertInstanceOf(
        Answer.Accepted.class, centre.tell(new CallbackInput.Hasten(theOne().id(), BOSS)));
    assertTrue(centre.edge().rings(ANNA));
    assertEquals(BOSS, centre.last(CallbackFact.Hastened.class).author());
  }

  @Test
  void whoRestsCanBePutBeforeAllOthersToo() {
    centre.edge().takes(ANNA, Manner.BUSY);
    asks(ANNA);
    centre.agent("dave").signsIn();
    centre.edge().takes(ANNA, Manner.RINGS);
    centre.tell(new CallbackInput.Hasten(theOne().id(), BOSS));
    assertTrue(centre.edge().rings(ANNA));
    assertInstanceOf(
        Answer.Refused.class, centre.tell(new CallbackInput.Hasten(theOne().id(), BOSS)));
  }

  @Test
  void whoStillHearsTheLastWordsIsNotDialledHoweverSoonItIsWanted() {
    ScenarioCaller anna = chooses(ANNA);
    centre.agent("dave").signsIn();
    anna.isThere();
    assertEquals(0, dialled());
    centre.tell(new CallbackInput.Hasten(theOne().id(), BOSS));
    anna.isThere();
    assertEquals(0, dialled());
    centre.passes(3);
    anna.isGone();
    assertTrue(centre.edge().rings(ANNA));
    assertEquals(1, dialled());
  }

  @Test
  void whoStillHearsTheLastWordsKeepsNobodyElseWaiting() {
    ScenarioCaller anna = centre.rings(ANNA, "500");
    centre.passes(5);
    asks(BERT);
    anna.presses("5");
    anna.presses("1");
    centre.agent("dave").signsIn();
    anna.isThere();
    assertTrue(centre.edge().rings(BERT));
    assertEquals(1, dialled());
  }

  // Restarts.

  @Test
  void killedBetweenDecisionAndDiallingNobodyIsDialledTwice() {
    centre.agent("dave").signsIn().pauses("lunch");
    asks(ANNA);
    centre.diesBefore(CallCommand.OriginateLeg.class);
    centre.agent("dave").unpauses();
    assertFalse(centre.isAlive());
    centre.comesBack();
    centre.passes(5);
    assertEquals(1, dialled());
    assertFalse(centre.edge().hasLegOf(ANNA));
    assertEquals(CallbackOutcome.LOST, centre.last(CallbackFact.TryFailed.class).outcome());
    centre.passes(60);
    assertEquals(1, centre.edge().ringing(ANNA));
  }

  @Test
  void killedWhileTheCustomerRingsItGoesOnWithTheSameLeg() {
    asks(ANNA);
    centre.agent("alice").signsIn();
    assertTrue(centre.edge().rings(ANNA));
    centre.dies();
    centre.comesBack();
    centre.passes(3);
    assertEquals(1, dialled());
    assertEquals(1, centre.edge().ringing(ANNA));
    centre.answersAt(ANNA);
    centre.agent("alice").answers();
    assertEquals(CallbackEnd.TALKED, end());
  }

  @Test
  void aCallbackLivesThroughARestartAndASnapshot() {
    asks(ANNA);
    centre.dies();
    centre.passes(60);
    centre.comesBackFromSnapshot();
    centre.nextTurnHasATwin();
    centre.agent("dave").signsIn();
    assertTrue(centre.edge().rings(ANNA));
    centre.dies();
    centre.hangsUpAt(ANNA, HangupCause.NO_ANSWER);
    centre.comesBackFromSnapshot();
    centre.passes(3);
    assertEquals(CallbackOutcome.LOST, centre.last(CallbackFact.TryFailed.class).outcome());
    centre.passes(61);
    assertEquals(2, dialled());
  }

  @Test
  void expiryIsNotForgottenInARestart() {
    asks(ANNA);
    centre.dies();
    centre.passes(4_000);
    centre.comesBack();
    centre.passes(31);
    assertEquals(CallbackEnd.EXPIRED, end());
  }
}
