// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.journey.JourneyFact;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.talk.Destination;
import org.ringmaster.core.talk.TalkFact;
import org.ringmaster.core.testing.ManualAsterisk.Manner;
import org.ringmaster.core.testing.ScenarioAgent;
import org.ringmaster.core.testing.ScenarioCaller;
import org.ringmaster.core.testing.ScenarioCentre;
import org.ringmaster.core.testing.ScenarioPlan;
import org.ringmaster.core.testing.ScenarioQueue;

/** Handing on without waiting for an answer, parking, and calling out. */
class HandingOnTest {
  private static final Destination BOB = Destination.agent(new AgentId("bob"));
  private static final String EXPERT = "0301234";

  private final ScenarioPlan plan =
      ScenarioPlan.standard()
          .queue(ScenarioQueue.named("sales").servedBy("alice").wrapUpSeconds(10))
          .allowsNumber("_0X.", "carrier");
  private final ScenarioCentre centre = ScenarioCentre.open(plan);
  private final ScenarioAgent alice = centre.agent("alice");
  private final ScenarioAgent bob = centre.agent("bob");
  private ScenarioCaller caller;

  @BeforeEach
  void aliceTalks() {
    alice.signsIn();
    bob.signsIn();
    caller = centre.rings("+493011111", "500");
    alice.answers();
    caller.talksWith("alice");
  }

  @Test
  void aCallerIsHandedToAnAgentWhoAnswers() {
    alice.handsTo(BOB);
    alice.is(AgentState.WRAP_UP).isLeftAlone();
    caller.waits();
    bob.answers();
    caller.talksWith("bob");
    caller.hangsUp();
    bob.is(AgentState.WRAP_UP);
  }

  @Test
  void aCallerWhomNobodyTakesComesBackToTheAgentEvenInWrapUp() {
    alice.handsTo(BOB);
    centre.passes(5);
    bob.declines();
    assertTrue(alice.isRung());
    caller.waits();
    alice.is(AgentState.OFFERED).answers();
    caller.talksWith("alice");
    caller.hangsUp();
    alice.is(AgentState.WRAP_UP);
  }

  @Test
  void aCallerWhomNobodyTakesAndWhoseAgentIsGoneIsFirstInTheQueue() {
    plan.queue(ScenarioQueue.named("sales").servedBy("alice", "carol").wrapUpSeconds(10));
    centre.rereads(plan);
    ScenarioCaller other = centre.callerRings("500");
    centre.passes(20);
    alice.handsTo(BOB);
    alice.signsOut();
    centre.passes(31);
    caller.waits();
    assertEquals(1, centre.count(TalkFact.SentBack.class));
    assertEquals(30_000, centre.last(QueueFact.EntryJoined.class).creditMillis());
    centre.agent("carol").signsIn();
    other.talksWith("carol");
  }

  @Test
  void aCallerWhoGivesUpOnTheWayLeavesTheTelephoneSilent() {
    alice.handsTo(BOB);
    caller.hangsUp();
    bob.is(AgentState.AVAILABLE).isLeftAlone();
  }

  @Test
  void aCallerIsHandedToANumber() {
    alice.handsTo(Destination.number(EXPERT));
    caller.waits();
    alice.is(AgentState.WRAP_UP).isLeftAlone();
    centre.answersAt(EXPERT);
    caller.talksWithNumber(EXPERT);
    caller.hangsUp();
    assertFalse(centre.edge().hasLegOf(EXPERT));
  }

  @Test
  void aNumberThatIsBusyGivesTheCallerBackToTheAgent() {
    centre.edge().takes(EXPERT, Manner.BUSY);
    alice.handsTo(Destination.number(EXPERT));
    caller.waits();
    centre.passes(1);
    assertTrue(alice.isRung());
    alice.answers();
    caller.talksWith("alice");
  }

  @Test
  void aCallerGoesNowhereWhereTheHandoffIsRefused() {
    assertTrue(alice.isRefusedToHandTo(Destination.number("19222")).contains("not allowed"));
    assertEquals(
        "Agent alice has this call already.",
        alice.isRefusedToHandTo(Destination.agent(new AgentId("alice"))));
    centre.edge().isCutOff();
    assertEquals("Node edge cannot be reached now.", alice.isRefusedToHandTo(BOB));
    centre.edge().isBack();
    caller.talksWith("alice");
  }

  @Test
  void aNumberIsRefusedOutsideItsHours() {
    plan.allowsNumber("_9X.", "carrier", "never");
    centre.rereads(plan);
    assertEquals(
        "This number may not be called at this hour.",
        alice.isRefusedToHandTo(Destination.number("900")));
  }

  @Test
  void anyAgentFetchesACallerWhoIsParked() {
    assertEquals("Parked in 701.", alice.parks());
    caller.waits();
    alice.is(AgentState.WRAP_UP).isLeftAlone();
    bob.retrieves(701);
    caller.waits();
    bob.answers();
    caller.talksWith("bob");
    assertEquals("Nobody is parked in 701.", bob.isRefusedToRetrieve(701));
  }

  @Test
  void aParkedCallerIsFetchedByDialingThePlace() {
    alice.parks();
    bob.dials("701");
    caller.talksWith("bob");
    bob.hangsUp();
    caller.isGone();
    bob.is(AgentState.WRAP_UP).isLeftAlone();
  }

  @Test
  void aCallerWhoIsParkedTooLongComesBackToTheAgentAndThenToTheQueue() {
    alice.parks();
    centre.passes(46);
    assertTrue(alice.isRung());
    caller.waits();
    centre.passes(31);
    assertEquals(76.0, centre.last(TalkFact.SentBack.class).creditMillis() / 1_000.0, 1);
    assertTrue(alice.isRung());
    alice.answers();
    caller.talksWith("alice");
  }

  @Test
  void aParkedCallerIsRememberedOverARestart() {
    alice.parks();
    centre.dies();
    centre.passes(100);
    centre.comesBack();
    centre.passes(1);
    assertTrue(alice.isRung());
  }

  @Test
  void aParkedCallerMayHangUp() {
    alice.parks();
    caller.hangsUp();
    assertEquals("Nobody is parked in 701.", bob.isRefusedToRetrieve(701));
  }

  @Test
  void anAgentCallsOutAndIsBusyInIt() {
    bob.dialsOut(EXPERT);
    assertTrue(bob.isRung());
    bob.answers();
    assertTrue(centre.edge().rings(EXPERT));
    bob.is(AgentState.ON_CALL);
    centre.answersAt(EXPERT);
    assertEquals(1, centre.facts(TalkFact.NumberAnswered.class).size());
    bob.holds();
    bob.resumes();
    centre.hangsUpAt(EXPERT, HangupCause.NORMAL);
    bob.is(AgentState.AVAILABLE).isLeftAlone();
    assertEquals(2, centre.count(JourneyFact.TouchpointBegan.class));
  }

  @Test
  void anAgentWhoIsPausedCallsOutAndIsPausedAfterwards() {
    bob.pauses("lunch").dialsOut(EXPERT);
    bob.answers();
    centre.answersAt(EXPERT);
    bob.hangsUp();
    bob.isPausedFor("lunch").isLeftAlone();
    assertFalse(centre.edge().hasLegOf(EXPERT));
  }

  @Test
  void aNumberThatDoesNotAnswerFreesTheAgent() {
    bob.dialsOut(EXPERT);
    bob.answers();
    centre.passes(40);
    bob.is(AgentState.AVAILABLE).isLeftAlone();
    assertFalse(centre.edge().hasLegOf(EXPERT));
  }

  @Test
  void anAgentWhoDoesNotAnswerTheirOwnTelephoneCallsNobody() {
    bob.pauses("lunch").dialsOut(EXPERT);
    centre.passes(40);
    bob.isPausedFor("lunch").isLeftAlone();
    assertEquals(0, centre.count(TalkFact.NumberRung.class));
    assertEquals(0, centre.centre().talks().books().talks().size());
  }

  @Test
  void anAgentDialsANumberOnTheTelephone() {
    bob.dials(EXPERT);
    bob.is(AgentState.ON_CALL);
    centre.answersAt(EXPERT);
    assertEquals(1, centre.count(TalkFact.NumberAnswered.class));
    bob.hangsUp();
    bob.is(AgentState.AVAILABLE).isLeftAlone();
  }

  @Test
  void aTelephoneWhereNobodyIsSignedInCallsNobody() {
    bob.signsOut();
    bob.dials(EXPERT);
    assertEquals(0, centre.count(TalkFact.Dialled.class));
    bob.isLeftAlone();
  }

  @Test
  void whomAnAgentHasRungCanBeHandedOnToo() {
    bob.dialsOut(EXPERT);
    bob.answers();
    centre.answersAt(EXPERT);
    caller.hangsUp();
    alice.endsWrapUp();
    bob.handsTo(Destination.agent(new AgentId("alice")));
    bob.is(AgentState.AVAILABLE).isLeftAlone();
    alice.answers();
    centre.hangsUpAt(EXPERT, HangupCause.NORMAL);
    alice.is(AgentState.AVAILABLE);
  }

  @Test
  void aSlowTrunkLetsTheAgentWaitAndNobodyElse() {
    plan.trunk("carrier", 0, 1);
    centre.rereads(plan);
    bob.dialsOut(EXPERT);
    bob.answers();
    assertTrue(centre.edge().rings(EXPERT));
    centre.hangsUpAt(EXPERT, HangupCause.NORMAL);
    assertTrue(
        alice.isRefusedToHandTo(Destination.number(EXPERT)).contains("takes its next call in"));
    caller.talksWith("alice");
  }

  @Test
  void eachPartIsCountedForTheAgentWhoHadIt() {
    alice.handsTo(BOB);
    bob.answers();
    caller.hangsUp();
    assertEquals(2, centre.count(AgentFact.TalkBegan.class));
    assertEquals(2, centre.count(AgentFact.TalkEnded.class));
    assertEquals(centre.count(CallFact.CallStarted.class), centre.count(CallFact.CallEnded.class));
  }
}
