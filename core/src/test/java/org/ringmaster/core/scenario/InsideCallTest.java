// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.Direction;
import org.ringmaster.core.journey.ConsentScope;
import org.ringmaster.core.journey.JourneyInput;
import org.ringmaster.core.kernel.Answer;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.talk.Destination;
import org.ringmaster.core.talk.TalkFact;
import org.ringmaster.core.talk.TalkInput;
import org.ringmaster.core.testing.ScenarioAgent;
import org.ringmaster.core.testing.ScenarioCentre;
import org.ringmaster.core.testing.ScenarioPlan;

/** Agents who call each other, and whom they must not call. */
class InsideCallTest {
  private static final String EXPERT = "+4930991234";

  private final ScenarioPlan plan = ScenarioPlan.standard().allowsNumber("_+49X.", "carrier");
  private final ScenarioCentre centre = ScenarioCentre.open(plan);
  private final ScenarioAgent alice = centre.agent("alice");
  private final ScenarioAgent bob = centre.agent("bob");
  private final ScenarioAgent dave = centre.agent("dave");

  private Answer calls(String who, String whom) {
    return centre.tell(new TalkInput.DialAgent(new AgentId(who), new AgentId(whom), who));
  }

  private String refused(String who, String whom) {
    return assertInstanceOf(Answer.Refused.class, calls(who, whom)).why();
  }

  private void talks() {
    alice.signsIn();
    bob.signsIn();
    assertInstanceOf(Answer.Accepted.class, calls("alice", "bob"));
    alice.answers();
    bob.answers();
    alice.talksAlone("bob");
  }

  @Test
  void anAgentCallsAnotherAndItIsACallOfItsOwnThatNoQueueCounts() {
    talks();
    alice.is(AgentState.ON_CALL);
    bob.is(AgentState.ON_CALL);
    assertEquals(Direction.INTERNAL, centre.last(CallFact.CallStarted.class).direction());
    assertEquals(0, centre.count(QueueFact.EntryJoined.class));
    bob.hangsUp();
    alice.is(AgentState.AVAILABLE).isLeftAlone();
    bob.is(AgentState.AVAILABLE).isLeftAlone();
    assertEquals(1, centre.count(TalkFact.Ended.class));
  }

  @Test
  void whoCalledMayHangUpTooAndAnOpenTelephoneRestsAgain() {
    alice.signsIn();
    dave.signsIn();
    calls("alice", "dave");
    alice.answers();
    alice.talksAlone("dave");
    alice.hangsUp();
    alice.is(AgentState.AVAILABLE);
    dave.is(AgentState.AVAILABLE).rests();
    calls("dave", "alice");
    alice.answers();
    dave.talksAlone("alice");
    alice.hangsUp();
    dave.is(AgentState.AVAILABLE).rests();
  }

  @Test
  void aStarBeforeAnAgentsNumberCallsThatAgent() {
    alice.signsIn();
    bob.signsIn();
    alice.dials("*2002");
    assertTrue(bob.isRung());
    bob.answers();
    alice.talksAlone("bob");
    bob.hangsUp();
    alice.is(AgentState.AVAILABLE).isLeftAlone();
  }

  @Test
  void whoIsNotFreeIsNotRungAndTheCallersTelephoneIsToldSo() {
    alice.signsIn();
    alice.dials("*2002");
    alice.is(AgentState.AVAILABLE).isLeftAlone();
    assertEquals("Agent bob is not signed in.", refused("alice", "bob"));
    assertEquals("Agent alice cannot call themselves.", refused("alice", "alice"));
    assertEquals("Agent bob is not signed in.", refused("bob", "alice"));
    bob.signsIn().pauses("lunch");
    assertEquals("Agent bob is not free: they are paused.", refused("alice", "bob"));
  }

  @Test
  void whoDoesNotAnswerLeavesTheCallerFree() {
    alice.signsIn();
    bob.signsIn();
    calls("alice", "bob");
    alice.answers();
    centre.passes(31);
    alice.is(AgentState.AVAILABLE).isLeftAlone();
    bob.is(AgentState.AVAILABLE).isLeftAlone();
    calls("alice", "bob");
    alice.answers();
    alice.hangsUp();
    assertFalse(bob.isRung());
    bob.is(AgentState.AVAILABLE).isLeftAlone();
  }

  @Test
  void nobodyIsHandedOnInACallBetweenAgentsButHoldingIsPossible() {
    talks();
    assertEquals(
        "Agent alice talks with another agent: nobody is there to hand on.",
        alice.isRefusedToHandToQueue("sales"));
    assertEquals(
        "Agent alice talks with another agent: nobody is there to consult.",
        alice.isRefusedToConsult(Destination.number(EXPERT)));
    alice.holds().resumes();
    alice.talksAlone("bob");
    alice.holds();
    alice.hangsUp();
    bob.is(AgentState.AVAILABLE).isLeftAlone();
  }

  @Test
  void aRestartInTheMiddleChangesNothing() {
    talks();
    centre.dies();
    centre.comesBackFromSnapshot();
    alice.talksAlone("bob");
    bob.hangsUp();
    alice.is(AgentState.AVAILABLE).isLeftAlone();
  }

  @Test
  void aNumberOnTheDoNotCallListIsNotCalledByAgents() {
    alice.signsIn();
    centre.tell(
        new JourneyInput.Forbid(new Personal(EXPERT), ConsentScope.AGENT, new Author("sue")));
    assertEquals(
        "This number must not be called: it stands on the do-not-call list.",
        assertInstanceOf(
                Answer.Refused.class,
                centre.tell(new TalkInput.Dial(new AgentId("alice"), EXPERT, "alice")))
            .why());
    alice.dials(EXPERT);
    assertEquals(0, centre.count(QueueFact.Turned.class), "The number is known.");
    assertEquals(
        "This number must not be called: it stands on the do-not-call list.",
        centre.last(TalkFact.CallRefused.class).why());
    centre.passes(3);
    alice.is(AgentState.AVAILABLE).isLeftAlone();
    assertEquals(0, centre.count(TalkFact.Dialled.class));
    centre.tell(
        new JourneyInput.Permit(new Personal(EXPERT), ConsentScope.AGENT, new Author("sue")));
    alice.dialsOut(EXPERT);
  }
}
