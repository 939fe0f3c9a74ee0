// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentInput;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.agent.PauseReasons;
import org.ringmaster.core.testing.ScenarioAgent;
import org.ringmaster.core.testing.ScenarioCaller;
import org.ringmaster.core.testing.ScenarioCentre;
import org.ringmaster.core.testing.ScenarioPlan;
import org.ringmaster.core.testing.ScenarioQueue;

class AgentDayTest {
  private final ScenarioPlan plan =
      ScenarioPlan.standard()
          .queue(ScenarioQueue.named("sales").servedBy("alice", "bob", "dave").wrapUpSeconds(10));
  private final ScenarioCentre centre = ScenarioCentre.open(plan);
  private final ScenarioAgent alice = centre.agent("alice");
  private final ScenarioAgent dave = centre.agent("dave");

  private ScenarioCaller aliceTalks() {
    alice.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    alice.answers();
    caller.talksWith("alice");
    return caller;
  }

  @Test
  void wrapUpEndsByItself() {
    aliceTalks().hangsUp();
    alice.is(AgentState.WRAP_UP);
    centre.callerRings("500").waits();
    centre.passes(9);
    assertFalse(alice.isRung());
    centre.passes(1);
    assertTrue(alice.isRung());
  }

  @Test
  void wrapUpEndsByRequestAndItsReminderDoesNotCutTheNextOneShort() {
    aliceTalks().hangsUp();
    centre.passes(5);
    alice.endsWrapUp().is(AgentState.AVAILABLE);
    ScenarioCaller next = centre.callerRings("500");
    alice.answers();
    next.hangsUp();
    centre.passes(5);
    alice.is(AgentState.WRAP_UP);
    centre.passes(5);
    alice.is(AgentState.AVAILABLE);
  }

  @Test
  void aPauseAskedForOnACallBeginsAfterTheWrapUp() {
    ScenarioCaller caller = aliceTalks();
    alice.pauses("lunch").is(AgentState.ON_CALL);
    caller.talksWith("alice");
    caller.hangsUp();
    alice.is(AgentState.WRAP_UP);
    centre.passes(10);
    alice.isPausedFor("lunch");
  }

  @Test
  void aPauseAskedForOnACallCanBeTakenBack() {
    ScenarioCaller caller = aliceTalks();
    alice.pauses("lunch").unpauses();
    caller.hangsUp();
    centre.passes(10);
    alice.is(AgentState.AVAILABLE);
  }

  @Test
  void aPauseInWrapUpBeginsAtOnce() {
    aliceTalks().hangsUp();
    alice.pauses("lunch").isPausedFor("lunch");
    centre.passes(60);
    alice.isPausedFor("lunch").unpauses().is(AgentState.AVAILABLE);
  }

  @Test
  void anotherPauseChangesTheReason() {
    alice.signsIn().pauses("lunch").pauses("training").isPausedFor("training");
  }

  @Test
  void aPauseWhileTheTelephoneRingsBeginsWhenItIsNotAnswered() {
    alice.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    alice.pauses("lunch").is(AgentState.OFFERED);
    assertTrue(alice.isRung());
    centre.passes(20);
    alice.isPausedFor("lunch").isLeftAlone();
    caller.waits();
  }

  @Test
  void aPauseWhileTheTelephoneRingsBeginsAfterTheTalkOfWhoAnswersAllTheSame() {
    alice.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    alice.pauses("lunch").answers();
    caller.talksWith("alice");
    caller.hangsUp();
    centre.passes(10);
    alice.isPausedFor("lunch");
  }

  @Test
  void aPauseForACallerWhoHangsUpMeanwhileBeginsAtOnce() {
    alice.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    alice.pauses("lunch");
    caller.hangsUp();
    alice.isPausedFor("lunch").isLeftAlone();
  }

  @Test
  void whereAPauseTakesTheCallBackItPassesTheCallerOn() {
    centre.tell(new AgentInput.PauseReasonsRead(new PauseReasons(List.of(), true, "UTC")));
    alice.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    alice.pauses("lunch").isPausedFor("lunch").isLeftAlone();
    caller.waits();
    centre.agent("bob").signsIn().answers();
    caller.talksWith("bob");
  }

  @Test
  void signingOutWhileTheTelephoneRingsPassesTheCallerOn() {
    alice.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    alice.signsOut().is(AgentState.SIGNED_OUT).isLeftAlone();
    caller.waits();
  }

  @Test
  void signingOutOnACallHappensWhenItIsOver() {
    ScenarioCaller caller = aliceTalks();
    alice.signsOut().is(AgentState.ON_CALL);
    caller.talksWith("alice");
    caller.hangsUp();
    alice.is(AgentState.SIGNED_OUT);
  }

  @Test
  void signingOutOnACallCanBeTakenBackBySigningIn() {
    ScenarioCaller caller = aliceTalks();
    alice.signsOut().signsIn();
    caller.hangsUp();
    alice.is(AgentState.WRAP_UP);
  }

  @Test
  void anOpenTelephoneIsHungUpAfterTheCallAtWhichItsAgentSignedOut() {
    dave.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    dave.signsOut();
    caller.talksWith("dave");
    caller.hangsUp();
    dave.is(AgentState.SIGNED_OUT).isLeftAlone();
  }

  @Test
  void signingOutInWrapUpAndInAPauseIsAtOnce() {
    aliceTalks().hangsUp();
    alice.is(AgentState.WRAP_UP).signsOut().is(AgentState.SIGNED_OUT);
    alice.signsIn().pauses("lunch").signsOut().is(AgentState.SIGNED_OUT);
  }

  @Test
  void withoutWrapUpTheAgentIsFreeAtOnceOrPausedWhenAsked() {
    plan.queue(ScenarioQueue.named("sales").servedBy("alice"));
    centre.rereads(plan);
    ScenarioCaller caller = aliceTalks();
    alice.pauses("lunch");
    caller.hangsUp();
    alice.isPausedFor("lunch");
  }

  @Test
  void whatCannotBeDoneIsRefusedWithTheReason() {
    assertEquals("Agent alice is not signed in.", alice.isRefusedToUnpause());
    alice.signsIn();
    assertEquals("Agent alice is not paused.", alice.isRefusedToUnpause());
    assertEquals("Agent alice is already signed in on 1001.", alice.isRefusedToSignInOn(null));
    assertEquals(
        "Telephone 1001 is taken by agent alice.", centre.agent("bob").isRefusedToSignInOn("1001"));
    assertEquals(
        "No telephone 7777: add it under telephones: in ringmaster.yaml.",
        centre.agent("bob").isRefusedToSignInOn("7777"));
    assertEquals(
        "Agent frank has no telephone of their own: name one.",
        centre.agent("frank").isRefusedToSignInOn(null));
  }

  @Test
  void anAgentWorksOnAnotherTelephoneThanTheirOwn() {
    plan.queue(ScenarioQueue.named("sales").servedBy("frank"));
    centre.rereads(plan);
    ScenarioAgent frank = centre.agent("frank").signsInOn("1009");
    ScenarioCaller caller = centre.callerRings("500");
    frank.answers();
    caller.talksWith("frank");
  }
}
