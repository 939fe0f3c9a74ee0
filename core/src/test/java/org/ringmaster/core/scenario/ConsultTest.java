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
import org.ringmaster.core.agent.TalkEnd;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.journey.JourneyFact;
import org.ringmaster.core.journey.Owner;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.talk.ConsultEnd;
import org.ringmaster.core.talk.Destination;
import org.ringmaster.core.talk.TalkFact;
import org.ringmaster.core.testing.ManualAsterisk.Manner;
import org.ringmaster.core.testing.ScenarioAgent;
import org.ringmaster.core.testing.ScenarioCaller;
import org.ringmaster.core.testing.ScenarioCentre;
import org.ringmaster.core.testing.ScenarioPlan;
import org.ringmaster.core.testing.ScenarioQueue;

/** Asking for advice, and what comes of it: Alice talks with a caller and asks Bob, or a number. */
class ConsultTest {
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

  private void consulting() {
    alice.consults(BOB);
    caller.waits();
    bob.answers();
    alice.talksAlone("bob");
    caller.waits();
  }

  @Test
  void anAgentConsultsAnotherAndGivesThemTheCaller() {
    consulting();
    alice.completes();
    caller.talksWith("bob");
    alice.is(AgentState.WRAP_UP).isLeftAlone();
    caller.hangsUp();
    bob.is(AgentState.WRAP_UP).isLeftAlone();
    assertEquals(TalkEnd.HANDED_ON, centre.last(QueueFact.EntryCompleted.class).end());
    JourneyFact.HandoffMade handoff = centre.last(JourneyFact.HandoffMade.class);
    assertEquals(new Owner(Owner.Kind.AGENT, "alice"), handoff.from());
    assertEquals(new Owner(Owner.Kind.AGENT, "bob"), handoff.to());
  }

  @Test
  void anAgentCancelsAConsultationAndTalksWithTheCallerAgain() {
    consulting();
    alice.cancels();
    caller.talksWith("alice");
    bob.is(AgentState.AVAILABLE).isLeftAlone();
    assertEquals(ConsultEnd.CANCELLED, centre.last(TalkFact.ConsultEnded.class).end());
    assertFalse(centre.last(CallFact.LegHeld.class).held());
  }

  @Test
  void aConsultationCanBeCancelledWhileTheTelephoneRings() {
    alice.consults(BOB);
    alice.cancels();
    caller.talksWith("alice");
    bob.is(AgentState.AVAILABLE).isLeftAlone();
  }

  @Test
  void whoIsAskedAndDoesNotAnswerLeavesTheCallerOnHold() {
    alice.consults(BOB);
    centre.passes(31);
    assertEquals(ConsultEnd.NOT_ANSWERED, centre.last(TalkFact.ConsultEnded.class).end());
    caller.waits();
    alice.resumes();
    caller.talksWith("alice");
    bob.is(AgentState.AVAILABLE);
  }

  @Test
  void whoIsAskedMayHangUp() {
    consulting();
    bob.hangsUp();
    caller.waits();
    assertEquals(ConsultEnd.HUNG_UP, centre.last(TalkFact.ConsultEnded.class).end());
    alice.is(AgentState.ON_CALL).resumes();
    caller.talksWith("alice");
  }

  @Test
  void anAgentTalksWithOneAndTheOtherInTurn() {
    consulting();
    alice.swaps();
    caller.talksWith("alice");
    alice.swaps();
    alice.talksAlone("bob");
    caller.waits();
    alice.swaps().completes();
    caller.talksWith("bob");
  }

  @Test
  void allThreeHearEachOtherAndAnyMayLeave() {
    consulting();
    alice.joinsAll();
    caller.hearsAll("alice", "bob");
    bob.hangsUp();
    caller.talksWith("alice");
    caller.hangsUp();
    alice.is(AgentState.WRAP_UP);
  }

  @Test
  void theLeadingAgentLeavesAConferenceAndTheOtherHasTheCaller() {
    consulting();
    alice.joinsAll();
    alice.hangsUp();
    alice.is(AgentState.WRAP_UP).isLeftAlone();
    caller.talksWith("bob");
    bob.hangsUp();
    caller.isGone();
  }

  @Test
  void withoutTheCustomerNobodyStaysInAConference() {
    consulting();
    alice.joinsAll();
    caller.hangsUp();
    alice.is(AgentState.WRAP_UP).isLeftAlone();
    bob.is(AgentState.AVAILABLE).isLeftAlone();
  }

  @Test
  void aCallerWhoGivesUpWhileTheAgentConsultsEndsItAll() {
    consulting();
    caller.hangsUp();
    alice.is(AgentState.WRAP_UP).isLeftAlone();
    bob.is(AgentState.AVAILABLE).isLeftAlone();
  }

  @Test
  void aCallerWhoGivesUpWhileSomebodyIsRungLeavesTheTelephoneSilent() {
    alice.consults(BOB);
    caller.hangsUp();
    bob.is(AgentState.AVAILABLE).isLeftAlone();
    alice.is(AgentState.WRAP_UP).isLeftAlone();
  }

  @Test
  void anAgentWhoHangsUpWhileConsultingHasGivenTheCallerAway() {
    consulting();
    alice.hangsUp();
    alice.is(AgentState.WRAP_UP);
    caller.talksWith("bob");
  }

  @Test
  void anAgentWhoHangsUpWhileTheOtherRingsHasHandedTheCallerOn() {
    alice.consults(BOB);
    alice.hangsUp();
    alice.is(AgentState.WRAP_UP);
    caller.waits();
    assertTrue(bob.isRung());
    bob.answers();
    caller.talksWith("bob");
    caller.hangsUp();
    bob.is(AgentState.WRAP_UP);
  }

  @Test
  void whoWasOnlyAskedFinishesNoWorkAndWhoGotTheCallerDoes() {
    consulting();
    bob.hangsUp();
    bob.is(AgentState.AVAILABLE);
    assertEquals(0, centre.count(AgentFact.WrapUpStarted.class));
    alice.consults(BOB);
    bob.answers();
    alice.completes();
    caller.hangsUp();
    bob.is(AgentState.WRAP_UP);
    centre.passes(10);
    bob.is(AgentState.AVAILABLE);
  }

  @Test
  void anOutsideNumberIsConsultedAndGetsTheCaller() {
    alice.consults(Destination.number(EXPERT));
    caller.waits();
    centre.answersAt(EXPERT);
    caller.waits();
    alice.completes();
    caller.talksWithNumber(EXPERT);
    alice.is(AgentState.WRAP_UP).isLeftAlone();
    centre.hangsUpAt(EXPERT, HangupCause.NORMAL);
    caller.isGone();
    assertEquals(Owner.Kind.NUMBER, centre.last(JourneyFact.HandoffMade.class).to().kind());
  }

  @Test
  void anOutsideNumberThatIsBusyLeavesTheCallerOnHold() {
    centre.edge().takes(EXPERT, Manner.BUSY);
    alice.consults(Destination.number(EXPERT));
    caller.waits();
    alice.resumes();
    caller.talksWith("alice");
  }

  @Test
  void anOutsideNumberMayBeInAConferenceAndStayWithTheCaller() {
    alice.consults(Destination.number(EXPERT));
    centre.answersAt(EXPERT);
    alice.joinsAll();
    alice.completes();
    caller.talksWithNumber(EXPERT);
    caller.hangsUp();
    assertFalse(centre.edge().hasLegOf(EXPERT));
  }

  @Test
  void whoCannotBeAskedIsNamedAndNothingIsHalfDone() {
    assertEquals("No agent nobody.", alice.isRefusedToConsult(agent("nobody")));
    assertEquals("Agent alice has this call already.", alice.isRefusedToConsult(agent("alice")));
    assertEquals("Agent carol is not signed in.", alice.isRefusedToConsult(agent("carol")));
    bob.pauses("lunch");
    assertEquals("Agent bob is not free: they are paused.", alice.isRefusedToConsult(agent("bob")));
    assertTrue(alice.isRefusedToConsult(Destination.number("112")).contains("not allowed"));
    plan.trunk("carrier", 1, 0);
    centre.rereads(plan);
    assertEquals(
        "All lines of trunk carrier are taken.",
        alice.isRefusedToConsult(Destination.number(EXPERT)));
    assertEquals(
        "Agent alice cannot complete: nobody is being consulted.", alice.isRefusedToComplete());
    caller.talksWith("alice");
    assertEquals(0, centre.count(TalkFact.Opened.class));
  }

  @Test
  void whoIsAskedIsAGuestAndLeadsOnlyWhenTheyHaveTheCaller() {
    consulting();
    assertTrue(bob.isRefusedToHold().contains("guest"));
    alice.completes();
    bob.holds();
    caller.waits();
    bob.resumes();
    caller.talksWith("bob");
  }

  @Test
  void anOpenTelephoneIsConsultedWithoutRinging() {
    ScenarioAgent dave = centre.agent("dave").signsIn();
    alice.consults(agent("dave"));
    alice.talksAlone("dave");
    alice.joinsAll();
    caller.hearsAll("alice", "dave");
    dave.hangsUp();
    caller.talksWith("alice");
  }

  @Test
  void aRestartInTheMiddleOfAConsultationChangesNothing() {
    consulting();
    centre.dies();
    centre.comesBackFromSnapshot();
    alice.talksAlone("bob");
    caller.waits();
    alice.completes();
    caller.talksWith("bob");
  }

  @Test
  void whoIsGoneWhenThePlatformComesBackIsNotWaitedFor() {
    consulting();
    centre.passes(5);
    centre.dies();
    bob.hangsUp();
    centre.comesBack();
    caller.waits();
    alice.resumes();
    caller.talksWith("alice");
  }

  @Test
  void aCallerWhoseAgentIsFoundGoneTogetherWithWhomTheyAskedWaitsAgain() {
    consulting();
    foundGone(alice, bob);
  }

  @Test
  void soDoesOneWhoseAgentHadAskedAnOpenTelephone() {
    ScenarioAgent dave = centre.agent("dave").signsIn();
    alice.consults(agent("dave"));
    foundGone(alice, dave);
  }

  @Test
  void soDoesOneWhoseAgentHadAskedANumber() {
    alice.consults(Destination.number(EXPERT));
    centre.answersAt(EXPERT);
    centre.passes(5);
    centre.dies();
    alice.hangsUp();
    centre.hangsUpAt(EXPERT, HangupCause.NORMAL);
    centre.comesBack();
    waitsAgain();
  }

  private void foundGone(ScenarioAgent one, ScenarioAgent other) {
    centre.passes(5);
    centre.dies();
    one.hangsUp();
    other.hangsUp();
    centre.comesBack();
    waitsAgain();
  }

  private void waitsAgain() {
    caller.waits();
    assertEquals(1, centre.count(TalkFact.SentBack.class));
    assertEquals(0, centre.centre().talks().books().talks().size());
    centre.passes(10);
    alice.answers();
    caller.talksWith("alice");
  }

  @Test
  void aNodeThatCrashesEndsAConsultationForAll() {
    consulting();
    centre.passes(5);
    centre.edge().crashes();
    centre.edge().isBack();
    caller.isGone();
    assertEquals(0, centre.centre().talks().books().talks().size());
    assertEquals(0, centre.centre().roster().books().offers().size());
  }

  @Test
  void eachPartOfATalkIsBookedOnceWithTheAgentWhoHadIt() {
    consulting();
    alice.completes();
    caller.hangsUp();
    assertEquals(2, centre.count(AgentFact.TalkEnded.class));
    assertEquals(1, centre.count(QueueFact.EntryCompleted.class));
    assertEquals(centre.count(CallFact.CallStarted.class), centre.count(CallFact.CallEnded.class));
  }

  @Test
  void allOfItCanBePressedOnTheTelephone() {
    alice.presses("*2");
    caller.waits();
    alice.presses("*2");
    caller.talksWith("alice");
    alice.presses("*92002#");
    bob.answers();
    alice.talksAlone("bob");
    alice.presses("*5");
    caller.talksWith("alice");
    alice.presses("*6");
    caller.hearsAll("alice", "bob");
    alice.presses("*3");
    caller.talksWith("bob");
    alice.is(AgentState.WRAP_UP);
  }

  @Test
  void whatIsPressedWithoutAStarOrTooSlowlyIsNobodysBusiness() {
    long before = centre.count(TalkFact.KeysHeard.class);
    alice.presses("123456#");
    assertEquals(before, centre.count(TalkFact.KeysHeard.class));
    alice.presses("*");
    centre.passes(6);
    alice.presses("2");
    caller.talksWith("alice");
  }

  @Test
  void aCallerIsHandedToAQueueByItsNumber() {
    alice.presses("*8500#");
    caller.waits();
    alice.is(AgentState.WRAP_UP).isLeftAlone();
  }

  private static Destination agent(String name) {
    return Destination.agent(new AgentId(name));
  }
}
