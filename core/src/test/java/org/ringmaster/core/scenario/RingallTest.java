// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.testing.ScenarioAgent;
import org.ringmaster.core.testing.ScenarioCaller;
import org.ringmaster.core.testing.ScenarioCentre;
import org.ringmaster.core.testing.ScenarioPlan;
import org.ringmaster.core.testing.ScenarioQueue;

class RingallTest {
  private final ScenarioPlan plan =
      ScenarioPlan.standard()
          .queue(ScenarioQueue.named("sales").ringall().servedBy("alice", "bob", "dave", "erin"));
  private final ScenarioCentre centre = ScenarioCentre.open(plan);
  private final ScenarioAgent alice = centre.agent("alice");
  private final ScenarioAgent bob = centre.agent("bob");

  @BeforeEach
  void aliceAndBobSignIn() {
    alice.signsIn();
    bob.signsIn();
  }

  @Test
  void allFreeAgentsRingAndTheQuickestGetsTheCaller() {
    ScenarioCaller caller = centre.callerRings("500");
    assertTrue(alice.isRung());
    assertTrue(bob.isRung());
    bob.answers();
    caller.talksWith("bob");
    alice.is(AgentState.AVAILABLE).isLeftAlone();
    assertEquals(
        HangupCause.ANSWERED_ELSEWHERE,
        centre.commands(CallCommand.HangUpLeg.class).get(0).cause());
  }

  @Test
  void whoAnswersAMomentLaterFindsNobodyAndIsFree() {
    ScenarioCaller caller = centre.callerRings("500");
    centre.edge().fallsSilent();
    alice.answers();
    bob.answers();
    centre.edge().speaksUp();
    caller.talksWith("alice");
    bob.is(AgentState.AVAILABLE).isLeftAlone();
  }

  @Test
  void theLoserIsRungForTheNextCaller() {
    ScenarioCaller first = centre.callerRings("500");
    ScenarioCaller second = centre.callerRings("500");
    bob.answers();
    first.talksWith("bob");
    alice.answers();
    second.talksWith("alice");
  }

  @Test
  void bothAnswersFoundAfterACutGiveTheCallerToOne() {
    ScenarioCaller caller = centre.callerRings("500");
    centre.edge().isCutOff();
    alice.answers();
    bob.answers();
    centre.edge().isBack();
    caller.talksWith("alice");
    bob.is(AgentState.AVAILABLE).isLeftAlone();
    assertEquals(1, centre.count(QueueFact.EntryConnected.class));
  }

  @Test
  void whoSignsInWhileOthersRingRingsToo() {
    bob.signsOut();
    ScenarioCaller caller = centre.callerRings("500");
    assertTrue(alice.isRung());
    bob.signsIn();
    assertTrue(bob.isRung());
    bob.answers();
    caller.talksWith("bob");
  }

  @Test
  void afterARingInVainAllRingTogetherAgain() {
    centre.callerRings("500");
    centre.passes(20);
    assertFalse(alice.isRung());
    assertFalse(bob.isRung());
    centre.passes(5);
    assertTrue(alice.isRung());
    assertTrue(bob.isRung());
  }

  @Test
  void oneWhoDeclinesLeavesTheOthersRinging() {
    ScenarioCaller caller = centre.callerRings("500");
    alice.declines();
    assertTrue(bob.isRung());
    caller.waits();
    bob.declines();
    caller.waits();
    centre.passes(5);
    assertTrue(alice.isRung());
  }

  @Test
  void anOpenTelephoneAmongThemTakesTheCallerAndNobodyElseRings() {
    ScenarioAgent dave = centre.agent("dave").signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    caller.talksWith("dave");
    alice.isLeftAlone();
    bob.isLeftAlone();
    dave.is(AgentState.ON_CALL);
  }

  @Test
  void anOpenTelephoneThatComesWhileOthersRingTakesTheCaller() {
    ScenarioCaller caller = centre.callerRings("500");
    centre.agent("dave").signsIn();
    caller.talksWith("dave");
    alice.isLeftAlone();
    bob.isLeftAlone();
  }

  @Test
  void ringingOnAndOnDoesNotPutTheOverflowOff() {
    plan.queue(ScenarioQueue.named("sales").ringall().servedBy("alice", "bob").maxWaitSeconds(30));
    centre.rereads(plan);
    ScenarioCaller caller = centre.callerRings("500");
    centre.passes(10);
    bob.declines();
    centre.passes(40);
    caller.isGone();
  }
}
