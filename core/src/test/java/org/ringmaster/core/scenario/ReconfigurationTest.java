// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.call.TelephoneUse;
import org.ringmaster.core.call.TrunkId;
import org.ringmaster.core.testing.ScenarioAgent;
import org.ringmaster.core.testing.ScenarioCaller;
import org.ringmaster.core.testing.ScenarioCentre;
import org.ringmaster.core.testing.ScenarioPlan;
import org.ringmaster.core.testing.ScenarioQueue;

class ReconfigurationTest {
  private final ScenarioPlan plan = ScenarioPlan.standard();
  private final ScenarioCentre centre = ScenarioCentre.open(plan);
  private final ScenarioAgent alice = centre.agent("alice");
  private final ScenarioAgent dave = centre.agent("dave");

  @Test
  void readingTheSameAgainChangesNothing() {
    int facts = centre.facts().size();
    centre.rereads(plan);
    assertEquals(facts, centre.facts().size());
  }

  @Test
  void anAgentTakenAwayWhileSignedOutAvailableOrPausedIsGoneAtOnce() {
    centre.agent("bob").signsIn();
    centre.agent("carol").signsIn().pauses("lunch");
    centre.rereads(plan.withoutAgent("alice").withoutAgent("bob").withoutAgent("carol"));
    assertFalse(alice.exists());
    assertFalse(centre.agent("bob").exists());
    assertFalse(centre.agent("carol").exists());
    assertEquals(
        "No agent alice: add it under agents: in ringmaster.yaml.",
        alice.isRefusedToSignInOn("1001"));
  }

  @Test
  void anAgentTakenAwayWhileRungPassesTheCallerOn() {
    alice.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    centre.rereads(plan.withoutAgent("alice"));
    assertFalse(alice.exists());
    assertFalse(centre.edge().rings("1001"));
    caller.waits();
  }

  @Test
  void anAgentTakenAwayWhileTalkingGoesAfterTheCall() {
    alice.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    alice.answers();
    centre.rereads(plan.withoutAgent("alice"));
    caller.talksWith("alice");
    caller.hangsUp();
    assertFalse(alice.exists());
    assertEquals(1, centre.count(AgentFact.Removed.class));
  }

  @Test
  void anAgentTakenAwayWhileTalkingAndBroughtBackStays() {
    alice.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    alice.answers();
    centre.rereads(plan.withoutAgent("alice"));
    centre.rereads(plan.agent("alice", "2001", "1001"));
    caller.hangsUp();
    alice.is(AgentState.AVAILABLE);
  }

  @Test
  void anAgentTakenAwayInWrapUpOrWhileSigningInIsGoneAtOnce() {
    centre.rereads(plan.queue(ScenarioQueue.named("sales").servedBy("alice").wrapUpSeconds(30)));
    alice.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    alice.answers();
    caller.hangsUp();
    dave.asksToSignIn();
    centre.rereads(plan.withoutAgent("alice").withoutAgent("dave"));
    assertFalse(alice.exists());
    assertFalse(dave.exists());
    assertEquals(0, centre.edge().legs());
  }

  @Test
  void aQueueTakenAwayHangsUpThoseWhoWait() {
    ScenarioCaller caller = centre.callerRings("500");
    centre.rereads(plan.withoutQueue("sales"));
    caller.isGone();
  }

  @Test
  void aQueueTakenAwayWhileATelephoneRingsLetsItRing() {
    alice.signsIn();
    ScenarioCaller first = centre.callerRings("500");
    centre.rereads(plan.withoutQueue("sales"));
    first.waits();
    alice.declines();
    first.isGone();
    alice.is(AgentState.AVAILABLE);
  }

  @Test
  void aQueueTakenAwayLetsThoseWhoTalkFinish() {
    alice.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    alice.answers();
    centre.rereads(plan.withoutQueue("sales"));
    caller.talksWith("alice");
    caller.hangsUp();
    alice.is(AgentState.AVAILABLE);
  }

  @Test
  void anAgentAddedToAQueueIsRungForThoseWhoWait() {
    centre.rereads(plan.queue(ScenarioQueue.named("sales").servedBy("bob")));
    alice.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    caller.waits();
    centre.rereads(plan.queue(ScenarioQueue.named("sales").servedBy("bob", "alice")));
    assertTrue(alice.isRung());
  }

  @Test
  void aTelephoneTakenAwayPausesItsAgent() {
    alice.signsIn();
    centre.rereads(plan.withoutTelephone("1001"));
    assertEquals(AgentState.PAUSED, alice.state());
    assertEquals("telephone-lost", alice.agent().reason().value());
    assertEquals(
        "Telephone 1001 is gone: sign out, and in on another.", alice.isRefusedToUnpause());
    alice.signsOut().signsInOn("1009").is(AgentState.AVAILABLE);
  }

  @Test
  void aTelephoneTakenAwayWhileItRingsPassesTheCallerOn() {
    alice.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    centre.rereads(plan.withoutTelephone("1001"));
    assertEquals(AgentState.PAUSED, alice.state());
    caller.waits();
    centre.agent("bob").signsIn().answers();
    caller.talksWith("bob");
  }

  @Test
  void aTelephoneTakenAwayWhileItsAgentTalksPausesThemAfterwards() {
    alice.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    alice.answers();
    centre.rereads(plan.withoutTelephone("1001"));
    caller.isThere();
    caller.hangsUp();
    assertEquals(AgentState.PAUSED, alice.state());
  }

  @Test
  void anOpenTelephoneThatBecomesRungIsHungUpAndRungForTheNextCaller() {
    dave.signsIn().rests();
    centre.rereads(plan.telephone("1004", TelephoneUse.RUNG));
    dave.is(AgentState.AVAILABLE).isLeftAlone();
    ScenarioCaller caller = centre.callerRings("500");
    dave.answers();
    caller.talksWith("dave");
  }

  @Test
  void anOpenTelephoneThatBecomesRungDuringATalkIsHungUpAfterIt() {
    dave.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    centre.rereads(plan.telephone("1004", TelephoneUse.RUNG));
    caller.talksWith("dave");
    caller.hangsUp();
    dave.is(AgentState.AVAILABLE).isLeftAlone();
  }

  @Test
  void anOpenTelephoneThatBecomesRungWhileItsAgentSignsInIsReadyAtOnce() {
    dave.asksToSignIn();
    centre.rereads(plan.telephone("1004", TelephoneUse.RUNG));
    dave.is(AgentState.AVAILABLE).isLeftAlone();
  }

  @Test
  void aRungTelephoneThatBecomesOpenIsRungToStayUp() {
    alice.signsIn();
    centre.rereads(plan.telephone("1001", TelephoneUse.OPEN));
    alice.is(AgentState.SIGNING_IN).answers();
    alice.is(AgentState.AVAILABLE).rests();
  }

  @Test
  void aRungTelephoneThatBecomesOpenDuringATalkPausesAfterwards() {
    alice.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    alice.answers();
    centre.rereads(plan.telephone("1001", TelephoneUse.OPEN));
    caller.hangsUp();
    alice.isPausedFor("telephone-lost").unpauses().answers();
    alice.is(AgentState.AVAILABLE).rests();
  }

  @Test
  void aTrunkTakenAwayLetsItsCallsFinishAndTakesNoMore() {
    plan.trunk("out", 1, 0);
    centre.rereads(
        plan.queue(
            ScenarioQueue.named("sales")
                .servedBy("alice")
                .maxWaitSeconds(10)
                .thenNumber("out", "+4930")));
    ScenarioCaller first = centre.callerRings("500");
    centre.passes(10);
    centre.answersAt("+4930");
    centre.rereads(plan.withoutTrunk("out"));
    first.talksWithNumber("+4930");
    ScenarioCaller second = centre.callerRings("500");
    centre.passes(10);
    second.isGone();
    first.hangsUp();
    assertEquals(0, centre.centre().calls().trunkUsage().of(new TrunkId("out")).legs());
  }
}
