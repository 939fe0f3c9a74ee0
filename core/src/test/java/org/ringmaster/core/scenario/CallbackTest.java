// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
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
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.queue.Overflow;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.WaitChoice;
import org.ringmaster.core.testing.ManualAsterisk.Manner;
import org.ringmaster.core.testing.ScenarioCallback;
import org.ringmaster.core.testing.ScenarioCaller;
import org.ringmaster.core.testing.ScenarioCentre;
import org.ringmaster.core.testing.ScenarioPlan;
import org.ringmaster.core.testing.ScenarioQueue;

/** A caller's place is kept, and they are called back when it comes up. */
class CallbackTest {
  private static final String ANNA = "+4930111111";
  private static final String BERT = "+4930222222";
  private static final Author BOSS = new Author("boss");

  private final ScenarioPlan plan =
      ScenarioPlan.standard()
          .trunk("out", 0, 0)
          .queue(
              ScenarioQueue.named("sales").servedBy("alice", "dave").key("5", WaitChoice.CALLBACK))
          .callbacks(ScenarioCallback.of("sales").through("out"));
  private final ScenarioCentre centre = ScenarioCentre.open(plan);

  private ScenarioCaller asks(String number) {
    ScenarioCaller caller = centre.rings(number, "500");
    caller.presses("5");
    caller.presses("1");
    return caller;
  }

  private void agentFirst() {
    centre.rereads(plan.callbacks(ScenarioCallback.of("sales").through("out").agentFirst()));
  }

  private Callback theOne() {
    assertEquals(1, centre.centre().callbacks().books().callbacks().size());
    return centre.centre().callbacks().books().callbacks().iterator().next();
  }

  private CallbackEnd end() {
    assertTrue(centre.centre().callbacks().books().callbacks().isEmpty(), "one is not over");
    return centre.last(CallbackFact.Ended.class).end();
  }

  private int dialled() {
    return centre.count(CallbackFact.Dialled.class);
  }

  // The wish.

  @Test
  void aCallerPressesTheKeySaysYesToTheNumberAndHangsUpWithTheirPlaceKept() {
    ScenarioCaller anna = centre.rings(ANNA, "500");
    centre.passes(40);
    anna.presses("5");
    anna.hearsPrompt();
    anna.presses("1");
    anna.hearsPrompt();
    centre.passes(3);
    anna.isGone();
    QueueFact.EntryOverflowed left = centre.last(QueueFact.EntryOverflowed.class);
    assertEquals(Overflow.Kind.CALLBACK, left.target().kind());
    assertEquals(0, centre.count(QueueFact.EntryAbandoned.class));
    Callback kept = theOne();
    assertEquals(ANNA, kept.number().text());
    assertEquals(40_000_000, kept.takenAtMicros() - kept.sinceMicros());
  }

  @Test
  void anotherNumberCanBeTypedAsItIsDialledInTheCountry() {
    ScenarioCaller anna = centre.rings(ANNA, "500");
    anna.presses("5");
    anna.presses("2");
    anna.presses("030222222#");
    anna.presses("1");
    assertEquals(BERT, theOne().number().text());
  }

  @Test
  void whoseNumberIsWithheldTypesOne() {
    ScenarioCaller nobody = centre.rings("", "500");
    nobody.presses("5");
    nobody.presses("030222222#");
    nobody.presses("1");
    assertEquals(BERT, theOne().number().text());
  }

  @Test
  void whoSaysNothingOrTypesNonsenseWaitsOn() {
    ScenarioCaller anna = centre.rings(ANNA, "500");
    anna.presses("5");
    centre.passes(12);
    anna.waits();
    anna.presses("5");
    anna.presses("2");
    anna.presses("12#");
    centre.passes(3);
    anna.waits();
    assertEquals(2, centre.count(CallbackFact.Declined.class));
    anna.presses("5");
    anna.presses("1");
    assertEquals(CallbackState.WAITING, theOne().state());
  }

  @Test
  void whoGetsAnAgentWhileTheyAreAskedTalks() {
    ScenarioCaller anna = centre.rings(ANNA, "500");
    anna.presses("5");
    centre.agent("alice").signsIn().answers();
    anna.talksWith("alice");
    anna.presses("1");
    anna.talksWith("alice");
    assertEquals(0, centre.count(CallbackFact.Taken.class));
  }

  @Test
  void whoseAgentRingsWhileTheyAskIsCalledBackAndTheAgentIsLetGo() {
    ScenarioCaller anna = centre.rings(ANNA, "500");
    anna.presses("5");
    centre.agent("alice").signsIn();
    assertTrue(centre.edge().rings("1001"));
    anna.presses("1");
    assertEquals(1, centre.count(CallbackFact.Taken.class));
    assertTrue(centre.edge().rings(ANNA));
    assertFalse(centre.edge().rings("1001"));
  }

  @Test
  void aNumberThatMustNotBeCalledIsNotTaken() {
    centre.tell(new JourneyInput.Forbid(new Personal(ANNA), ConsentScope.CALLBACK, BOSS));
    ScenarioCaller anna = asks(ANNA);
    centre.passes(3);
    anna.waits();
    assertEquals(0, centre.count(CallbackFact.Taken.class));
  }

  // The customer is dialled first.

  @Test
  void nobodyIsDialledWhileNoAgentCanBeThere() {
    asks(ANNA);
    centre.passes(600);
    assertEquals(0, dialled());
    centre.agent("alice").signsIn();
    assertTrue(centre.edge().rings(ANNA));
  }

  @Test
  void theCustomerIsDialledWhenThePlaceComesUpAndTalksWithTheNextFreeAgent() {
    asks(ANNA);
    centre.passes(60);
    centre.agent("alice").signsIn();
    centre.answersAt(ANNA);
    assertTrue(centre.edge().rings("1001"));
    centre.agent("alice").answers();
    assertEquals(CallbackEnd.TALKED, end());
    QueueFact.EntryJoined joined = centre.last(QueueFact.EntryJoined.class);
    assertTrue(joined.creditMillis() >= 60_000, "earned wait");
    centre.hangsUpAt(ANNA, HangupCause.NORMAL);
    assertEquals(0, centre.edge().legs());
  }

  @Test
  void whoCameLaterIsServedLater() {
    asks(ANNA);
    centre.passes(10);
    ScenarioCaller bert = centre.rings(BERT, "500");
    centre.agent("dave").signsIn();
    bert.talksWith("dave");
    assertTrue(centre.edge().rings(ANNA), "is dialled while dave talks, being the next");
    ScenarioCaller carl = centre.rings("+4930333333", "500");
    centre.answersAt(ANNA);
    bert.hangsUp();
    carl.waits();
    assertEquals(CallbackEnd.TALKED, end());
  }

  @Test
  void whoIsStillBehindOthersIsNotDialled() {
    ScenarioCaller bert = centre.rings(BERT, "500");
    ScenarioCaller carl = centre.rings("+4930333333", "500");
    asks(ANNA);
    centre.agent("dave").signsIn();
    bert.talksWith("dave");
    assertEquals(0, dialled());
    bert.hangsUp();
    carl.talksWith("dave");
    assertTrue(centre.edge().rings(ANNA));
  }

  @Test
  void whoDoesNotAnswerIsTriedAgainAndThenNoMore() {
    asks(ANNA);
    centre.agent("alice").signsIn();
    centre.passes(45);
    assertEquals(CallbackState.RESTING, theOne().state());
    assertEquals(CallbackOutcome.NO_ANSWER, centre.last(CallbackFact.TryFailed.class).outcome());
    centre.passes(60);
    assertTrue(centre.edge().rings(ANNA));
    centre.passes(300);
    assertEquals(3, dialled());
    assertEquals(CallbackEnd.UNREACHED, end());
  }

  @Test
  void aBusyLineIsTriedAgain() {
    centre.edge().takes(ANNA, Manner.BUSY);
    asks(ANNA);
    centre.agent("alice").signsIn();
    assertEquals(CallbackOutcome.BUSY, centre.last(CallbackFact.TryFailed.class).outcome());
    centre.edge().takes(ANNA, Manner.RINGS);
    centre.passes(61);
    centre.answersAt(ANNA);
    centre.agent("alice").answers();
    assertEquals(CallbackEnd.TALKED, end());
  }

  @Test
  void aMachineDoesNotPressOne() {
    centre.rereads(plan.callbacks(ScenarioCallback.of("sales").through("out").askingForOne()));
    asks(ANNA);
    centre.agent("alice").signsIn();
    centre.answersAt(ANNA);
    centre.passes(9);
    assertEquals(CallbackOutcome.MACHINE, centre.last(CallbackFact.TryFailed.class).outcome());
    assertFalse(centre.edge().hasLegOf(ANNA));
    centre.passes(60);
    centre.answersAt(ANNA);
    centre.pressesAt(ANNA, "1");
    centre.agent("alice").answers();
    assertEquals(CallbackEnd.TALKED, end());
  }

  @Test
  void whoAnswersAndHangsUpBeforeAnAgentComesIsDoneWith() {
    asks(ANNA);
    centre.agent("alice").signsIn();
    centre.answersAt(ANNA);
    centre.hangsUpAt(ANNA, HangupCause.NORMAL);
    assertEquals(CallbackEnd.GAVE_UP, end());
  }

  @Test
  void whoIsSentOnByTheQueueIsDoneWith() {
    centre.rereads(
        plan.queue(
            ScenarioQueue.named("sales")
                .servedBy("alice", "dave")
                .key("5", WaitChoice.CALLBACK)
                .maxWaitSeconds(30)
                .thenPrompt("sorry")));
    asks(ANNA);
    centre.agent("alice").signsIn();
    centre.answersAt(ANNA);
    centre.agent("alice").pauses("lunch");
    centre.passes(31);
    assertEquals(CallbackEnd.SENT_ON, end());
  }

  // An agent is there first.

  @Test
  void anAgentIsRungAndThenTheCustomerIsDialled() {
    agentFirst();
    asks(ANNA);
    centre.passes(60);
    centre.agent("alice").signsIn();
    assertTrue(centre.edge().rings("1001"));
    assertEquals(CallbackState.AGENT_RUNG, theOne().state());
    assertFalse(centre.edge().rings(ANNA));
    centre.agent("alice").answers();
    assertTrue(centre.edge().rings(ANNA));
    centre.answersAt(ANNA);
    assertEquals(CallbackEnd.TALKED, end());
    centre.agent("alice").talksWithNumber(ANNA);
  }

  @Test
  void anOpenTelephoneIsThereAtOnce() {
    agentFirst();
    asks(ANNA);
    centre.agent("dave").signsIn();
    assertTrue(centre.edge().rings(ANNA));
    centre.answersAt(ANNA);
    centre.agent("dave").talksWithNumber(ANNA);
  }

  @Test
  void nobodyWhoCameLaterIsServedBeforeAKeptPlace() {
    agentFirst();
    asks(ANNA);
    centre.passes(5);
    ScenarioCaller bert = centre.rings(BERT, "500");
    centre.agent("dave").signsIn();
    bert.waits();
    centre.answersAt(ANNA);
    centre.agent("dave").talksWithNumber(ANNA);
    bert.waits();
  }

  @Test
  void anAgentWhoDoesNotAnswerLosesNobodyThePlace() {
    agentFirst();
    asks(ANNA);
    centre.agent("alice").signsIn();
    centre.passes(21);
    assertEquals(CallbackState.WAITING, theOne().state());
    assertEquals(0, dialled());
    centre.passes(5);
    centre.agent("alice").answers();
    assertTrue(centre.edge().rings(ANNA));
  }

  @Test
  void anAgentWhoWaitsInVainIsFreeAgainWithoutWrapUp() {
    agentFirst();
    asks(ANNA);
    centre.agent("dave").signsIn();
    centre.passes(45);
    assertEquals(CallbackState.RESTING, theOne().state());
    ScenarioCaller bert = centre.rings(BERT, "500");
    bert.talksWith("dave");
  }

  @Test
  void whenTheAgentGoesWhileTheCustomerRingsTheNextOneTakesThem() {
    agentFirst();
    asks(ANNA);
    centre.agent("alice").signsIn().answers();
    centre.edge().ends("1001", HangupCause.NORMAL);
    centre.agent("alice").pauses("lunch");
    assertTrue(centre.edge().rings(ANNA));
    centre.answersAt(ANNA);
    centre.agent("dave").signsIn();
    centre.agent("dave").talksWithNumber(ANNA);
    assertEquals(CallbackEnd.TALKED, end());
  }

  @Test
  void noAgentIsRungWhileTheTrunkIsFull() {
    centre.rereads(
        plan.trunk("out", 1, 0)
            .callbacks(ScenarioCallback.of("sales").through("out").agentFirst()));
    asks(ANNA);
    asks(BERT);
    centre.agent("dave").signsIn();
    centre.agent("alice").signsIn();
    assertTrue(centre.edge().rings(ANNA));
    assertFalse(centre.edge().rings("1001"));
    centre.hangsUpAt(ANNA, HangupCause.BUSY);
    centre.agent("alice").answers();
    assertTrue(centre.edge().rings(BERT));
  }

  @Test
  void aTrunkThatFillsUpWhileTheAgentRingsPutsItOff() {
    centre.rereads(
        plan.trunk("out", 1, 0)
            .callbacks(ScenarioCallback.of("sales").through("out").agentFirst())
            .number("600", "second")
            .queue(
                ScenarioQueue.named("second")
                    .servedBy()
                    .maxWaitSeconds(1)
                    .thenNumber("out", BERT)));
    asks(ANNA);
    centre.agent("alice").signsIn();
    centre.callerRings("600");
    centre.passes(2);
    centre.agent("alice").answers();
    assertEquals(1, centre.count(CallbackFact.PutOff.class));
    assertEquals(0, dialled());
    centre.hangsUpAt(BERT, HangupCause.BUSY);
    centre.passes(6);
    centre.agent("alice").answers();
    assertTrue(centre.edge().rings(ANNA));
  }

  @Test
  void anAgentWhoGoesWhileTheTrunkIsPacedLosesNobodyThePlace() {
    centre.rereads(
        plan.trunk("out", 0, 1)
            .callbacks(ScenarioCallback.of("sales").through("out").agentFirst()));
    asks(ANNA);
    asks(BERT);
    centre.agent("dave").signsIn();
    assertTrue(centre.edge().rings(ANNA));
    centre.passes(2);
    centre.agent("alice").signsIn();
    centre.hangsUpAt(ANNA, HangupCause.BUSY);
    centre.passesMicros(100_000);
    assertEquals(1, dialled());
    centre.agent("alice").answers();
    assertTrue(centre.edge().rings(BERT));
  }

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
