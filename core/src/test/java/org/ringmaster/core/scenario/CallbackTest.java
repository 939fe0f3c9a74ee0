// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentInput;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.callback.Callback;
import org.ringmaster.core.callback.CallbackEnd;
import org.ringmaster.core.callback.CallbackFact;
import org.ringmaster.core.callback.CallbackOutcome;
import org.ringmaster.core.callback.CallbackState;
import org.ringmaster.core.engine.Centre;
import org.ringmaster.core.journey.ConsentScope;
import org.ringmaster.core.journey.JourneyInput;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.kernel.Turn;
import org.ringmaster.core.queue.Overflow;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.WaitChoice;
import org.ringmaster.core.routing.SkillNeed.Relaxation;
import org.ringmaster.core.testing.ManualAsterisk.Manner;
import org.ringmaster.core.testing.ScenarioCallback;
import org.ringmaster.core.testing.ScenarioCaller;
import org.ringmaster.core.testing.ScenarioQueue;

/** A caller's place is kept, and they are called back when it comes up. */
class CallbackTest extends CallbackScenario {

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
    assertFalse(centre.edge().rings("1001"));
    centre.passes(3);
    assertTrue(centre.edge().rings(ANNA));
  }

  @Test
  void whoseAgentHearsTheWhisperSaysYesTooLateAndIsJoinedWithThem() {
    centre.rereads(
        plan.queue(
            ScenarioQueue.named("sales")
                .servedBy("alice", "dave")
                .key("5", WaitChoice.CALLBACK)
                .whispers("sales-call")));
    ScenarioCaller anna = centre.rings(ANNA, "500");
    anna.presses("5");
    centre.agent("alice").signsIn();
    centre.agent("alice").answers();
    anna.presses("1");
    assertEquals(1, centre.count(CallbackFact.Declined.class));
    assertEquals(0, centre.count(CallbackFact.Taken.class));
    centre.passes(2);
    anna.talksWith("alice");
  }

  @Test
  void aNumberThatMustNotBeCalledIsNotTaken() {
    centre.tell(new JourneyInput.Forbid(new Personal(ANNA), ConsentScope.CALLBACK, BOSS));
    ScenarioCaller anna = asks(ANNA);
    centre.passes(3);
    anna.waits();
    assertEquals(0, centre.count(CallbackFact.Taken.class));
  }

  @Test
  void whoseTrunkIsTakenAwayWhileTheyListenWaitsOn() {
    ScenarioCaller anna = centre.rings(ANNA, "500");
    anna.presses("5");
    centre.rereads(plan.withoutTrunk("out"));
    anna.presses("1");
    centre.passes(3);
    anna.waits();
    assertEquals(0, centre.count(CallbackFact.Taken.class));
  }

  @Test
  void hundredsWhoWaitToBeCalledCostAnAgentNoMoreThanTen() {
    costsNoMoreWithHundreds("bob");
  }

  @Test
  void hundredsWhoWaitForTheirHoursCostAnAgentOfTheirQueueNoMoreThanTen() {
    centre.rereads(plan.callbacks(ScenarioCallback.of("sales").through("out").hours("never")));
    costsNoMoreWithHundreds("alice");
  }

  private void costsNoMoreWithHundreds(String agent) {
    long ten = bytesOfAnAgentsSignIn(10, agent);
    long hundreds = bytesOfAnAgentsSignIn(290, agent);
    assertTrue(hundreds < 2 * ten, ten + " bytes with ten, " + hundreds + " with hundreds");
  }

  /** What is allocated while an agent signs in, after more wishes. */
  private long bytesOfAnAgentsSignIn(int wishes, String agent) {
    for (int i = 0; i < wishes; i++) {
      asks("+4930%07d".formatted(centre.count(CallbackFact.Taken.class)));
    }
    Centre copy = centre.restored();
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 20; i++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      handle(copy, new AgentInput.SignIn(new AgentId(agent), null));
      handle(copy, new AgentInput.SignOut(new AgentId(agent)));
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }

  private void handle(Centre copy, Input input) {
    Turn turn = new Turn();
    turn.input = input;
    turn.recordedAtMicros = centre.nowMicros();
    turn.occurredAtMicros = centre.nowMicros();
    copy.kernel().handle(turn);
    assertTrue(!turn.facts.isEmpty(), "nothing came of it");
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
  void aKeptPlaceIsRelaxedAtItsTimeLikeACaller() {
    centre.rereads(
        plan.queue(
            ScenarioQueue.named("sales")
                .servedBy("alice", "dave")
                .needs("spanish", 5, new Relaxation(60_000, 0))
                .key("5", WaitChoice.CALLBACK)));
    agentFirst();
    centre.agent("alice").signsIn();
    asks(ANNA);
    centre.passes(50);
    assertFalse(centre.edge().rings("1001"));
    centre.passes(11);
    assertTrue(centre.edge().rings("1001"));
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
    ScenarioCaller sentOut = centre.callerRings("600");
    centre.passes(2);
    centre.agent("alice").answers();
    assertEquals(1, centre.count(CallbackFact.PutOff.class));
    assertEquals(0, dialled());
    sentOut.hangsUp();
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
}
