// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.agent.PauseReason;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.kernel.Answer;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.queue.Choice;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.queue.Reason;
import org.ringmaster.core.routing.Routing;
import org.ringmaster.core.steering.SteeringFact;
import org.ringmaster.core.steering.SteeringInput;
import org.ringmaster.core.steering.Subject;
import org.ringmaster.core.testing.ScenarioAgent;
import org.ringmaster.core.testing.ScenarioCaller;
import org.ringmaster.core.testing.ScenarioCentre;
import org.ringmaster.core.testing.ScenarioPlan;
import org.ringmaster.core.testing.ScenarioQueue;

class SteeringTest {
  private static final Author SUE = new Author("sue");
  private static final Author TOM = new Author("tom");
  private static final AgentId ALICE = new AgentId("alice");
  private static final AgentId BOB = new AgentId("bob");
  private static final QueueId SALES = new QueueId("sales");
  private static final QueueId HELP = new QueueId("help");
  private static final long ANY = SteeringInput.UNSEEN;

  private final ScenarioPlan plan =
      ScenarioPlan.standard()
          .queue(ScenarioQueue.named("sales").servedBy("alice").wrapUpSeconds(60))
          .queue(ScenarioQueue.named("help").servedBy("bob", "carol"))
          .number("600", "help");
  private final ScenarioCentre centre = ScenarioCentre.open(plan);
  private final ScenarioAgent alice = centre.agent("alice");
  private final ScenarioAgent bob = centre.agent("bob");

  private void done(SteeringInput wish) {
    assertInstanceOf(Answer.Accepted.class, centre.tell(wish), wish.toString());
  }

  private String refused(SteeringInput wish) {
    return assertInstanceOf(Answer.Refused.class, centre.tell(wish), wish.toString()).why();
  }

  private CallId lastCall() {
    return centre.last(QueueFact.EntryJoined.class).call();
  }

  private long minutes(int count) {
    return centre.nowMicros() + count * 60_000_000L;
  }

  private SteeringInput.MoveAgent moves(AgentId agent, QueueId queue, int penalty) {
    return new SteeringInput.MoveAgent(agent, queue, true, penalty, minutes(60), ANY, SUE);
  }

  @Test
  void whoPausesAnAgentIsNamedInAFact() {
    alice.signsIn();
    done(new SteeringInput.PauseAgent(ALICE, new PauseReason("training"), ANY, SUE));
    alice.isPausedFor("training");
    assertEquals(SUE, centre.last(SteeringFact.AgentPaused.class).author());
    done(new SteeringInput.UnpauseAgent(ALICE, ANY, TOM));
    alice.is(AgentState.AVAILABLE);
    assertEquals(TOM, centre.last(SteeringFact.AgentUnpaused.class).author());
    assertEquals(
        "Agent alice is not paused.", refused(new SteeringInput.UnpauseAgent(ALICE, ANY, TOM)));
    assertEquals(1, centre.count(SteeringFact.AgentUnpaused.class));
  }

  @Test
  void theSecondOfTwoSupervisorsIsToldWhatTheFirstDid() {
    alice.signsIn();
    done(new SteeringInput.PauseAgent(ALICE, new PauseReason("training"), 0, SUE));
    long version = centre.centre().steering().books().last(Subject.of(ALICE)).version();
    centre.passes(12);
    assertEquals(
        "Meanwhile sue paused agent alice (training), 12 s ago: look again, and ask again if you"
            + " still want it.",
        refused(new SteeringInput.SignOutAgent(ALICE, false, 0, TOM)));
    alice.isPausedFor("training");
    // The first may go on, and so may the second once they have looked.
    done(new SteeringInput.UnpauseAgent(ALICE, 0, SUE));
    refused(new SteeringInput.SignOutAgent(ALICE, false, version, TOM));
    version = centre.centre().steering().books().last(Subject.of(ALICE)).version();
    done(new SteeringInput.SignOutAgent(ALICE, false, version, TOM));
    alice.is(AgentState.SIGNED_OUT);
  }

  @Test
  void whatWasChangedLastIsKnownAfterARestart() {
    alice.signsIn();
    done(new SteeringInput.PauseAgent(ALICE, new PauseReason("training"), 0, SUE));
    centre.dies();
    centre.comesBackFromSnapshot();
    assertTrue(refused(new SteeringInput.UnpauseAgent(ALICE, 0, TOM)).startsWith("Meanwhile sue"));
  }

  @Test
  void anAgentSignedOutAtOnceGivesTheCallerBackToTheQueueWithTheEarnedWait() {
    alice.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    centre.passes(5);
    alice.answers();
    caller.talksWith("alice");
    done(new SteeringInput.SignOutAgent(ALICE, true, ANY, SUE));
    alice.is(AgentState.SIGNED_OUT);
    caller.waits();
    QueueFact.EntryJoined again = centre.last(QueueFact.EntryJoined.class);
    assertEquals(SALES, again.queue());
    assertEquals(5_000, again.creditMillis());
    assertTrue(centre.last(SteeringFact.AgentSignedOut.class).now());
  }

  @Test
  void anAgentSignedOutAfterTheCallKeepsTheCallerUntilThen() {
    alice.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    alice.answers();
    done(new SteeringInput.SignOutAgent(ALICE, false, ANY, SUE));
    caller.talksWith("alice");
    caller.hangsUp();
    alice.is(AgentState.SIGNED_OUT);
  }

  @Test
  void whoCannotGoAtOnceIsLeftAlone() {
    plan.allowsNumber("_+49X.", "carrier");
    centre.rereads(plan);
    alice.signsIn().dialsOut("+493099");
    alice.answers();
    assertEquals(
        "Agent alice has a call of no queue: its caller can go nowhere. Sign them out after this"
            + " call instead.",
        refused(new SteeringInput.SignOutAgent(ALICE, true, ANY, SUE)));
    alice.is(AgentState.ON_CALL);
    assertEquals(0, centre.count(SteeringFact.AgentSignedOut.class));
  }

  @Test
  void anAgentPutIntoAQueueGetsItsCallersUntilTheTimeIsOver() {
    bob.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    assertFalse(bob.isRung());
    done(moves(BOB, SALES, 3));
    assertTrue(bob.isRung());
    assertEquals(3, centre.centre().acd().books().queue(SALES).routing().penaltyOf(BOB));
    bob.answers();
    caller.talksWith("bob");
    caller.hangsUp();
    centre.passes(3_600);
    assertNull(centre.last(SteeringFact.AgentRestored.class).author());
    assertEquals(List.of(ALICE), centre.centre().acd().books().queue(SALES).agents());
    assertTrue(centre.centre().steering().books().seats().isEmpty());
  }

  @Test
  void anAgentTakenOutOfAQueueGetsNoneOfItsCallers() {
    alice.signsIn();
    done(new SteeringInput.MoveAgent(ALICE, SALES, false, 0, minutes(10), ANY, SUE));
    centre.callerRings("500");
    assertFalse(alice.isRung());
    centre.dies();
    centre.comesBackFromSnapshot();
    assertFalse(alice.isRung());
    done(new SteeringInput.RestoreAgent(ALICE, SALES, ANY, TOM));
    assertTrue(alice.isRung());
  }

  @Test
  void whoIsLentToAQueueChangesNothingElseOfIt() {
    centre.rereads(plan.queue(ScenarioQueue.named("sales").servedBy("alice").weight(3).keeps(1)));
    Routing before = centre.centre().acd().books().queue(SALES).routing();
    done(moves(BOB, SALES, 2));
    Routing lent = centre.centre().acd().books().queue(SALES).routing();
    assertEquals(2, lent.penaltyOf(BOB));
    assertEquals(before, lent.with(new Routing.Seat(BOB, 0)));
    assertEquals(1, lent.reserve().agents());
  }

  @Test
  void aFileReadAgainKeepsASeatUnlessItChangesThatVerySeat() {
    done(moves(BOB, SALES, 0));
    centre.rereads(plan);
    assertEquals(List.of(ALICE, BOB), centre.centre().acd().books().queue(SALES).agents());
    plan.queue(ScenarioQueue.named("sales").servedBy("alice").wrapUpSeconds(5));
    centre.rereads(plan);
    assertEquals(List.of(ALICE, BOB), centre.centre().acd().books().queue(SALES).agents());
    assertEquals(5_000, centre.centre().acd().books().queue(SALES).wrapUpMillis());
    plan.queue(ScenarioQueue.named("sales").servedBy("bob").penalty("bob", 7).wrapUpSeconds(5));
    centre.rereads(plan);
    assertEquals(List.of(BOB), centre.centre().acd().books().queue(SALES).agents());
    assertEquals(7, centre.centre().acd().books().queue(SALES).routing().penaltyOf(BOB));
    assertTrue(centre.centre().steering().books().seats().isEmpty());
  }

  @Test
  void aWaitingCallGoesToTheAgentNamedWhoeverElseIsRung() {
    alice.signsIn();
    bob.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    assertTrue(alice.isRung());
    done(new SteeringInput.PullCall(lastCall(), BOB, ANY, SUE));
    assertFalse(alice.isRung());
    assertTrue(bob.isRung());
    assertEquals(Choice.Why.PULLED, centre.last(QueueFact.EntryOffered.class).choice().why());
    assertEquals(
        "Agent bob is being rung for this call already.",
        refused(new SteeringInput.PullCall(lastCall(), BOB, ANY, SUE)));
    bob.answers();
    caller.talksWith("bob");
    assertEquals(SUE, centre.last(SteeringFact.CallPulled.class).author());
  }

  @Test
  void whereAllAreRungAPulledCallRingsTheAgentNamedAlone() {
    plan.queue(ScenarioQueue.named("sales").ringall().servedBy("alice", "carol").ringSeconds(10));
    centre.rereads(plan);
    alice.signsIn();
    bob.signsIn().pauses("lunch");
    ScenarioCaller caller = centre.callerRings("500");
    done(new SteeringInput.PullCall(lastCall(), BOB, ANY, SUE));
    assertFalse(alice.isRung());
    assertTrue(bob.isRung());
    centre.passes(10);
    bob.isPausedFor("lunch");
    assertTrue(alice.isRung());
    alice.answers();
    caller.talksWith("alice");
  }

  @Test
  void aCallInHandIsPulledToAnotherAgent() {
    alice.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    alice.answers();
    assertEquals(
        "Agent bob is not signed in.",
        refused(new SteeringInput.PullCall(lastCall(), BOB, ANY, SUE)));
    bob.signsIn();
    done(new SteeringInput.PullCall(lastCall(), BOB, ANY, SUE));
    bob.answers();
    caller.talksWith("bob");
    assertEquals(ALICE, centre.last(SteeringFact.CallPulled.class).from());
  }

  @Test
  void aWaitingCallIsSentToAnotherQueueWithTheWaitItHasEarned() {
    ScenarioCaller caller = centre.callerRings("500");
    centre.passes(30);
    assertEquals(
        "Call " + lastCall() + " waits in queue sales already.",
        refused(new SteeringInput.RequeueCall(lastCall(), SALES, ANY, SUE)));
    done(new SteeringInput.RequeueCall(lastCall(), HELP, ANY, SUE));
    caller.waits();
    QueueFact.EntryJoined again = centre.last(QueueFact.EntryJoined.class);
    assertEquals(HELP, again.queue());
    assertEquals(30_000, again.creditMillis());
    assertEquals(Reason.SUPERVISOR, centre.last(QueueFact.EntryOverflowed.class).reason());
    assertEquals(
        "No queue nowhere.",
        refused(new SteeringInput.RequeueCall(lastCall(), new QueueId("nowhere"), ANY, SUE)));
  }

  @Test
  void aMoreUrgentCallGoesFirst() {
    centre.callerRings("500");
    ScenarioCaller second = centre.rings("+49301", "500");
    done(new SteeringInput.PrioritiseCall(lastCall(), 5, ANY, SUE));
    alice.signsIn().answers();
    second.talksWith("alice");
    assertEquals(SUE, centre.last(SteeringFact.CallPrioritised.class).author());
    assertTrue(
        refused(new SteeringInput.PrioritiseCall(lastCall(), 6, ANY, SUE))
            .endsWith("has an agent already."));
  }

  @Test
  void aClosedQueueTellsItsCallersUntilTheTimeIsOver() {
    ScenarioCaller before = centre.callerRings("500");
    done(
        new SteeringInput.SetDoor(
            SALES, false, minutes(10), List.of(Prompt.sound("gone-home")), 0, SUE));
    before.waits();
    centre.rings("+49301", "500").hearsPrompt();
    assertTrue(centre.last(QueueFact.Turned.class).closed());
    assertTrue(
        refused(new SteeringInput.SetDoor(SALES, true, 0, List.of(), 0, TOM))
            .startsWith("Meanwhile sue closed queue sales"));
    ScenarioCaller other = centre.rings("+49302", "600");
    assertEquals(
        "Queue sales is closed.",
        refused(new SteeringInput.RequeueCall(lastCall(), SALES, ANY, SUE)));
    other.waits();
    centre.dies();
    centre.comesBackFromSnapshot();
    centre.passes(600);
    assertNull(centre.last(SteeringFact.DoorRestored.class).author());
    centre.rings("+49303", "500").waits();
  }

  @Test
  void anOpenedQueueLetsCallersInWhateverItsCalendarSays() {
    centre.callerRings("998").hearsPrompt();
    done(new SteeringInput.SetDoor(SALES, true, 0, List.of(), 0, SUE));
    ScenarioCaller caller = centre.rings("+49301", "998");
    caller.waits();
    done(new SteeringInput.RestoreDoor(SALES, ANY, SUE));
    centre.rings("+49302", "998").hearsPrompt();
    caller.waits();
  }

  @Test
  void whoWaitsAtAnOpenedQueueIsNotSentAwayWhenItsHoursAreOver() {
    centre.rereads(
        plan.queue(
            ScenarioQueue.named("sales")
                .servedBy("alice")
                .thenTo("help")
                .closes("never", 0, null)));
    done(new SteeringInput.SetDoor(SALES, true, 0, List.of(), 0, SUE));
    ScenarioCaller caller = centre.callerRings("500");
    centre.passes(300);
    caller.waits();
    assertEquals(SALES, centre.last(QueueFact.EntryJoined.class).queue());
  }

  @Test
  void aKeyToAShutQueueLeavesTheCallerWaiting() {
    centre.rereads(plan.queue(ScenarioQueue.named("sales").servedBy("alice").keyTo("2", "help")));
    ScenarioCaller caller = centre.callerRings("500");
    done(
        new SteeringInput.SetDoor(
            new QueueId("help"), false, 0, List.of(Prompt.sound("gone-home")), 0, SUE));
    caller.presses("2");
    caller.waits();
    assertEquals(0, centre.count(QueueFact.EntryOverflowed.class));
  }

  @Test
  void whoOverflowsToAShutQueueHearsWhatIsSaidThere() {
    centre.rereads(
        plan.queue(
            ScenarioQueue.named("sales").servedBy("alice").thenTo("help").maxWaitSeconds(30)));
    ScenarioCaller caller = centre.callerRings("500");
    done(
        new SteeringInput.SetDoor(
            new QueueId("help"), false, 0, List.of(Prompt.sound("gone-home")), 0, SUE));
    centre.passes(31);
    caller.hears("gone-home");
  }

  @Test
  void aTimeThatHasPassedIsRefused() {
    assertEquals(
        "The time until which queue sales is set has passed.",
        refused(
            new SteeringInput.SetDoor(SALES, true, centre.nowMicros() - 1, List.of(), ANY, SUE)));
    assertEquals(
        "The time until which agent bob is moved has passed.",
        refused(new SteeringInput.MoveAgent(BOB, SALES, true, 0, 0, ANY, SUE)));
  }
}
