// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.agent.TalkEnd;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.testing.ScenarioAgent;
import org.ringmaster.core.testing.ScenarioCaller;
import org.ringmaster.core.testing.ScenarioCentre;
import org.ringmaster.core.testing.ScenarioPlan;
import org.ringmaster.core.testing.ScenarioQueue;

class OpenAgentTest {
  private final ScenarioPlan plan = ScenarioPlan.standard();
  private final ScenarioCentre centre = ScenarioCentre.open(plan);
  private final ScenarioAgent dave = centre.agent("dave");

  @Test
  void signingInRingsTheTelephoneAndItRestsFromThenOn() {
    dave.asksToSignIn().is(AgentState.SIGNING_IN);
    assertTrue(dave.isRung());
    dave.answers();
    dave.is(AgentState.AVAILABLE).rests();
  }

  @Test
  void aCallerIsConnectedAtOnceAfterAShortTone() {
    dave.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    caller.talksWith("dave");
    dave.is(AgentState.ON_CALL);
    assertEquals(1, centre.commands(CallCommand.OriginateLeg.class).size());
    assertEquals("beep", centre.commands(CallCommand.Play.class).get(0).prompts().get(0).text());
    assertEquals(1, centre.count(AgentFact.TalkBegan.class));
  }

  @Test
  void afterTheTalkTheLegRestsAgainAndTheCallIsOver() {
    dave.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    caller.hangsUp();
    dave.is(AgentState.AVAILABLE).rests();
    assertEquals(1, centre.count(CallFact.CallEnded.class));
    assertTrue(centre.centre().calls().books().legs().size() == 1);
  }

  @Test
  void aToneIsCutWhenTheCallerIsGoneBeforeItsEnd() {
    dave.signsIn();
    centre.callerRings("500").hangsUp();
    assertEquals(1, centre.commands(CallCommand.StopPlay.class).size());
    dave.is(AgentState.AVAILABLE).rests();
  }

  @Test
  void theNextCallerComesStraightFromTheMusic() {
    dave.signsIn();
    ScenarioCaller first = centre.callerRings("500");
    ScenarioCaller second = centre.callerRings("500");
    second.waits();
    first.hangsUp();
    second.talksWith("dave");
  }

  @Test
  void aTelephoneThatDialsStarTenStaysUp() {
    LegId leg = dave.dials("*10");
    dave.is(AgentState.AVAILABLE).rests();
    assertEquals(leg, dave.agent().leg());
    ScenarioCaller caller = centre.callerRings("500");
    caller.talksWith("dave");
    caller.hangsUp();
    dave.rests().signsOut();
    dave.is(AgentState.SIGNED_OUT);
    assertNull(centre.centre().calls().books().leg(leg));
  }

  @Test
  void aCallerWhoWaitsWhenStarTenIsDialledIsConnected() {
    ScenarioCaller caller = centre.callerRings("500");
    dave.dials("*10");
    caller.talksWith("dave");
  }

  @Test
  void hangingUpEndsTheTalkAndPausesForTheLostTelephone() {
    dave.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    dave.hangsUp();
    caller.isGone();
    dave.isPausedFor("telephone-lost");
    assertEquals(TalkEnd.AGENT, centre.last(AgentFact.TalkEnded.class).end());
  }

  @Test
  void losingTheLegAtRestPauses() {
    dave.signsIn();
    dave.hangsUp();
    dave.isPausedFor("telephone-lost");
    ScenarioCaller caller = centre.callerRings("500");
    caller.waits();
    dave.unpauses().is(AgentState.SIGNING_IN);
    assertTrue(dave.isRung());
    dave.answers();
    caller.talksWith("dave");
  }

  @Test
  void losingTheLegWhileSigningInPauses() {
    dave.asksToSignIn();
    dave.declines();
    dave.isPausedFor("telephone-lost");
  }

  @Test
  void nobodyPickingUpAtSignInPauses() {
    dave.asksToSignIn();
    centre.passes(46);
    dave.isPausedFor("telephone-lost").isLeftAlone();
  }

  @Test
  void losingTheLegInWrapUpPauses() {
    plan.queue(ScenarioQueue.named("sales").servedBy("dave").wrapUpSeconds(30));
    centre.rereads(plan);
    dave.signsIn();
    centre.callerRings("500").hangsUp();
    dave.is(AgentState.WRAP_UP).hangsUp();
    dave.isPausedFor("telephone-lost");
    centre.passes(60);
    dave.isPausedFor("telephone-lost");
  }

  @Test
  void losingTheLegInAPauseKeepsItsReasonAndTheEndOfThePauseRingsAgain() {
    dave.signsIn().pauses("lunch");
    dave.hangsUp();
    dave.isPausedFor("lunch");
    dave.unpauses().is(AgentState.SIGNING_IN);
    dave.answers();
    dave.is(AgentState.AVAILABLE).rests();
  }

  @Test
  void aPauseWhileSigningInStandsWhenTheTelephoneAnswers() {
    dave.asksToSignIn().pauses("coffee");
    dave.answers();
    dave.isPausedFor("coffee").rests();
    dave.unpauses().is(AgentState.AVAILABLE);
  }

  @Test
  void theEndOfAPauseWhileTheTelephoneStillRingsWaitsForTheAnswer() {
    ScenarioCaller caller = centre.callerRings("500");
    dave.asksToSignIn().pauses("coffee");
    dave.unpauses().is(AgentState.SIGNING_IN);
    assertEquals(1, centre.commands(CallCommand.OriginateLeg.class).size());
    caller.waits();
    dave.answers();
    caller.talksWith("dave");
  }

  @Test
  void starTenAgainBringsALostTelephoneBack() {
    dave.signsIn();
    dave.hangsUp();
    dave.isPausedFor("telephone-lost");
    ScenarioCaller caller = centre.callerRings("500");
    dave.dials("*10");
    caller.talksWith("dave");
  }

  @Test
  void aLegThatDiesInTheInstantOfTheOfferDoesNotCostTheCallerTheirPlace() {
    dave.signsIn().pauses("coffee");
    ScenarioCaller caller = centre.callerRings("500");
    centre.edge().fallsSilent();
    dave.hangsUp();
    dave.unpauses().is(AgentState.ON_CALL);
    centre.edge().speaksUp();
    caller.waits();
    dave.isPausedFor("telephone-lost");
    assertEquals(1, centre.count(QueueFact.EntryReturned.class));
    centre.agent("erin").signsIn();
    caller.talksWith("erin");
  }

  @Test
  void aCallerWhoIsGoneInTheInstantOfTheOfferLeavesTheLegAtRest() {
    ScenarioCaller caller = centre.callerRings("500");
    dave.asksToSignIn();
    centre.edge().fallsSilent();
    dave.answers();
    caller.hangsUp();
    centre.edge().speaksUp();
    caller.isGone();
    dave.is(AgentState.AVAILABLE).rests();
  }

  @Test
  void signingOutWhileTheTelephoneRingsForSignInLeavesItSilent() {
    dave.asksToSignIn().signsOut();
    dave.is(AgentState.SIGNED_OUT);
    assertFalse(dave.isRung());
  }
}
