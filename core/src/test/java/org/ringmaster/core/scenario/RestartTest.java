// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.testing.ScenarioAgent;
import org.ringmaster.core.testing.ScenarioCaller;
import org.ringmaster.core.testing.ScenarioCentre;
import org.ringmaster.core.testing.ScenarioPlan;
import org.ringmaster.core.testing.ScenarioQueue;

/** The platform is killed and started again; Asterisk goes on meanwhile. */
class RestartTest {
  private final ScenarioPlan plan =
      ScenarioPlan.standard()
          .queue(
              ScenarioQueue.named("sales")
                  .servedBy("alice", "bob", "dave", "frank")
                  .wrapUpSeconds(30)
                  .maxWaitSeconds(120));
  private final ScenarioCentre centre = ScenarioCentre.open(plan);
  private final ScenarioAgent alice = centre.agent("alice");
  private final ScenarioAgent dave = centre.agent("dave");

  private void restarts() {
    centre.passes(10);
    centre.dies();
    centre.passes(5);
    centre.comesBack();
  }

  @Test
  void allCallsGoOn() {
    dave.signsIn();
    ScenarioCaller first = centre.callerRings("500");
    first.talksWith("dave");
    alice.signsIn();
    ScenarioCaller second = centre.callerRings("500");
    alice.answers();
    ScenarioCaller third = centre.callerRings("500");
    centre.passes(1);
    int commands = centre.commands(CallCommand.class).size();
    restarts();
    first.talksWith("dave");
    second.talksWith("alice");
    third.waits();
    // The waiting room's music may have stopped meanwhile: it is asked for again, and nothing else.
    assertEquals(commands + 1, centre.commands(CallCommand.class).size());
    assertInstanceOf(CallCommand.PlayMusic.class, centre.commands(CallCommand.class).get(commands));
    first.hangsUp();
    dave.is(AgentState.WRAP_UP).rests();
  }

  @Test
  void aBridgeThatWasNeverMadeIsMade() {
    centre.diesBefore(CallCommand.OpenBridge.class);
    ScenarioCaller caller = centre.callerRings("500");
    centre.passes(5);
    centre.comesBack();
    caller.waits();
  }

  @Test
  void aBridgeThatWasNeverMadeIsMadeEvenAfterAVeryQuickRestart() {
    centre.diesBefore(CallCommand.OpenBridge.class);
    ScenarioCaller caller = centre.callerRings("500");
    centre.comesBack();
    centre.passes(5);
    caller.waits();
  }

  @Test
  void aTalkThatWasNeverJoinedIsJoined() {
    alice.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    centre.diesBefore(CallCommand.JoinBridge.class);
    alice.answers();
    centre.passes(5);
    centre.comesBack();
    caller.talksWith("alice");
  }

  @Test
  void anOriginateThatWasNeverSentIsNobodysFaultAndTriedAgain() {
    alice.signsIn();
    centre.diesBefore(CallCommand.OriginateLeg.class);
    ScenarioCaller caller = centre.callerRings("500");
    assertFalse(alice.isRung());
    centre.passes(5);
    centre.comesBack();
    caller.waits();
    alice.is(AgentState.AVAILABLE);
    centre.passes(5);
    alice.answers();
    caller.talksWith("alice");
  }

  @Test
  void anAnswerThatWasNeverSentIsSent() {
    centre.diesBefore(CallCommand.AnswerLeg.class);
    ScenarioCaller caller = centre.callerRings("500");
    centre.passes(5);
    centre.comesBack();
    caller.waits();
    assertEquals(1, centre.count(CallFact.LegAnswered.class));
  }

  @Test
  void aHangUpThatWasNeverSentIsSent() {
    alice.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    alice.answers();
    centre.diesBefore(CallCommand.HangUpLeg.class);
    alice.hangsUp();
    caller.isThere();
    centre.passes(5);
    centre.comesBack();
    caller.isGone();
  }

  @Test
  void aMessageThatWasNeverPlayedIsPlayed() {
    centre.diesBefore(CallCommand.Play.class);
    ScenarioCaller caller = centre.callerRings("998");
    centre.passes(5);
    centre.comesBack();
    caller.hearsPrompt();
    centre.passes(2);
    caller.isGone();
  }

  @Test
  void whoComesBackIntoTheLineAfterAStartWaitsNoLongerThanAllowed() {
    dave.signsIn().pauses("coffee");
    ScenarioCaller caller = centre.callerRings("500");
    centre.edge().fallsSilent();
    dave.hangsUp();
    dave.unpauses().is(AgentState.ON_CALL);
    centre.dies();
    centre.edge().speaksUp();
    centre.comesBack();
    centre.passes(5);
    assertEquals(1, centre.count(QueueFact.EntryReturned.class));
    caller.waits();
    centre.passes(120);
    caller.isGone();
  }

  @Test
  void anOpenLegThatWasNeverRungPausesItsAgent() {
    centre.diesBefore(CallCommand.OriginateLeg.class);
    dave.asksToSignIn();
    centre.passes(5);
    centre.comesBack();
    dave.isPausedFor("telephone-lost");
  }

  @Test
  void anOpenTelephoneThatWasFreedWhileWeWereDeadIsRungAgain() {
    dave.signsIn();
    centre.passes(10);
    centre.dies();
    dave.hangsUp(); // As the guard does, so that the fallback can ring it.
    ScenarioCaller caller = centre.callerRings("500");
    centre.passes(30);
    centre.comesBack();
    dave.is(AgentState.SIGNING_IN);
    assertTrue(dave.isRung());
    dave.answers();
    caller.talksWith("dave");
  }

  @Test
  void whoRestedWhenTheirTelephoneWasFreedIsLeftAlone() {
    dave.signsIn().pauses("lunch");
    centre.dies();
    dave.hangsUp();
    centre.passes(30);
    centre.comesBack();
    dave.isPausedFor("lunch").isLeftAlone();
  }

  @Test
  void anOpenLegThatWasNeverPutToRestIs() {
    centre.diesBefore(CallCommand.JoinBridge.class);
    dave.asksToSignIn().answers();
    centre.passes(5);
    centre.comesBack();
    dave.is(AgentState.AVAILABLE).rests();
  }

  @Test
  void anOpenLegThatWasNeverMovedToItsCallerIs() {
    dave.signsIn();
    centre.diesBefore(CallCommand.JoinBridge.class);
    ScenarioCaller caller = centre.callerRings("500");
    centre.passes(5);
    centre.comesBack();
    caller.talksWith("dave");
  }

  @Test
  void ringTimeWrapUpLongestWaitAndRestsEndOnTime() {
    alice.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    restarts();
    alice.is(AgentState.OFFERED);
    centre.passes(5);
    alice.is(AgentState.AVAILABLE).isLeftAlone();
    centre.dies();
    centre.comesBack();
    centre.passes(5);
    alice.is(AgentState.OFFERED).answers();
    ScenarioCaller waiting = centre.callerRings("500");
    caller.hangsUp();
    alice.is(AgentState.WRAP_UP);
    restarts();
    centre.passes(14);
    alice.is(AgentState.WRAP_UP);
    alice.pauses("lunch");
    restarts();
    waiting.waits();
    centre.passes(75);
    waiting.waits();
    centre.passes(2);
    waiting.isGone();
  }

  @Test
  void whatFellDueWhileWeWereDeadHappensAtOnce() {
    alice.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    alice.answers();
    caller.hangsUp();
    alice.is(AgentState.WRAP_UP);
    ScenarioCaller waiting = centre.callerRings("500");
    centre.dies();
    centre.passes(130);
    centre.comesBack();
    waiting.isGone();
    alice.is(AgentState.AVAILABLE);
  }

  @Test
  void digitsBeingTypedGetTheirTimeAnew() {
    ScenarioAgent frank = centre.agent("frank");
    LegId leg = frank.dialsOn("1009", "*10");
    frank.pressesOn(leg, "20");
    centre.dies();
    centre.comesBack();
    frank.pressesOn(leg, "06#");
    frank.is(AgentState.AVAILABLE);
  }

  @Test
  void callersWhoCameWhileWeWereDeadAreTakenInAndThoseWhoWentAreGone() {
    ScenarioCaller before = centre.callerRings("500");
    alice.signsIn();
    centre.passes(10);
    centre.dies();
    ScenarioCaller meanwhile = centre.callerRings("500");
    before.hangsUp();
    centre.passes(5);
    centre.comesBack();
    before.isGone();
    meanwhile.waits();
    alice.is(AgentState.OFFERED).answers();
    meanwhile.talksWith("alice");
  }

  @Test
  void asteriskAndPlatformMayBothGo() {
    alice.signsIn();
    dave.signsIn();
    centre.callerRings("500");
    centre.callerRings("500");
    alice.answers();
    centre.passes(10);
    centre.dies();
    centre.edge().crashes();
    centre.passes(30);
    centre.comesBack();
    dave.is(AgentState.SIGNING_IN).declines();
    dave.isPausedFor("telephone-lost");
    assertTrue(centre.centre().calls().books().legs().isEmpty());
    assertEquals(centre.count(CallFact.CallStarted.class), centre.count(CallFact.CallEnded.class));
    assertEquals(0, centre.centre().acd().books().entries().size());
  }

  @Test
  void idsOfTwoRunsDiffer() {
    centre.callerRings("500");
    restarts();
    centre.callerRings("500");
    var started = centre.facts(CallFact.CallStarted.class);
    assertFalse(
        started
            .get(0)
            .call()
            .value()
            .substring(4, 10)
            .equals(started.get(1).call().value().substring(4, 10)));
  }
}
