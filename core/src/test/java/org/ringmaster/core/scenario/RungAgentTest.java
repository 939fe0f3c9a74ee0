// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.agent.OfferEnd;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.testing.ManualAsterisk.Manner;
import org.ringmaster.core.testing.ScenarioAgent;
import org.ringmaster.core.testing.ScenarioCaller;
import org.ringmaster.core.testing.ScenarioCentre;
import org.ringmaster.core.testing.ScenarioPlan;
import org.ringmaster.core.testing.ScenarioQueue;

class RungAgentTest {
  private final ScenarioPlan plan = ScenarioPlan.standard();
  private final ScenarioCentre centre = ScenarioCentre.open(plan);
  private final ScenarioAgent alice = centre.agent("alice");

  @Test
  void aCallerWhoComesToAFreeAgentIsOfferedAndTalks() {
    alice.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    caller.waits();
    assertTrue(alice.isRung());
    alice.is(AgentState.OFFERED).answers();
    caller.talksWith("alice");
    alice.is(AgentState.ON_CALL);
    caller.hangsUp();
    alice.is(AgentState.AVAILABLE).isLeftAlone();
    assertEquals(1, centre.count(QueueFact.EntryCompleted.class));
    assertEquals(1, centre.count(CallFact.CallEnded.class));
  }

  @Test
  void aCallerWhoWaitsIsOfferedToTheAgentWhoComes() {
    ScenarioCaller caller = centre.callerRings("500");
    caller.waits();
    alice.signsIn();
    assertTrue(alice.isRung());
    alice.answers();
    caller.talksWith("alice");
    alice.hangsUp();
    caller.isGone();
    alice.is(AgentState.AVAILABLE);
  }

  @Test
  void aCallerWhoGoesWhileTheTelephoneRingsLeavesItSilent() {
    alice.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    caller.hangsUp();
    assertFalse(alice.isRung());
    alice.is(AgentState.AVAILABLE).isLeftAlone();
    assertTrue(centre.last(QueueFact.EntryAbandoned.class).whileRinging());
  }

  @Test
  void aTelephoneThatRingsInVainIsLeftInPeaceForAWhile() {
    alice.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    centre.passes(20);
    assertFalse(alice.isRung());
    assertEquals(OfferEnd.NO_ANSWER, centre.last(AgentFact.OfferEnded.class).end());
    alice.is(AgentState.AVAILABLE);
    caller.waits();
    centre.passes(4);
    assertFalse(alice.isRung());
    centre.passes(1);
    assertTrue(alice.isRung());
    alice.answers();
    caller.talksWith("alice");
  }

  @Test
  void anAgentWhoDoesNotAnswerIsPausedWhereTheQueueSaysSo() {
    plan.queue(ScenarioQueue.named("sales").servedBy("alice", "bob").autoPause());
    centre.rereads(plan);
    alice.signsIn();
    centre.callerRings("500");
    centre.passes(20);
    alice.isPausedFor("no-answer").isLeftAlone();
    centre.passes(60);
    alice.isLeftAlone();
    alice.unpauses();
    assertTrue(alice.isRung());
  }

  @Test
  void anAgentWhoDeclinesIsRungAgainAfterTheRestAndNotPaused() {
    plan.queue(ScenarioQueue.named("sales").servedBy("alice", "bob").autoPause());
    centre.rereads(plan);
    alice.signsIn();
    centre.callerRings("500");
    alice.declines();
    assertEquals(OfferEnd.DECLINED, centre.last(AgentFact.OfferEnded.class).end());
    alice.is(AgentState.AVAILABLE).isLeftAlone();
    centre.passes(5);
    assertTrue(alice.isRung());
  }

  @Test
  void whoDeclinesOneCallerIsNotRungForTheNextAtOnce() {
    ScenarioCaller first = centre.callerRings("500");
    ScenarioCaller second = centre.callerRings("500");
    alice.signsIn();
    alice.declines();
    alice.isLeftAlone();
    first.waits();
    second.waits();
  }

  @Test
  void aBusyTelephoneCountsAsDeclined() {
    centre.edge().takes("1001", Manner.BUSY);
    alice.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    assertEquals(OfferEnd.DECLINED, centre.last(AgentFact.OfferEnded.class).end());
    caller.waits();
    centre.edge().takes("1001", Manner.RINGS);
    centre.passes(5);
    alice.answers();
    caller.talksWith("alice");
  }

  @Test
  void aTelephoneThatIsNotThereGivesTheCallerToTheNextAgentAndPausesItsOwn() {
    centre.edge().takes("1001", Manner.UNREACHABLE);
    alice.signsIn();
    centre.agent("bob").signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    alice.isPausedFor("telephone-lost");
    centre.agent("bob").answers();
    caller.talksWith("bob");
  }

  @Test
  void anUnregisteredTelephoneIsAsGoodAsNone() {
    centre.edge().takes("1001", Manner.ABSENT);
    alice.signsIn();
    centre.callerRings("500");
    alice.isPausedFor("telephone-lost");
  }

  @Test
  void whoHasWaitedLongestForACallerGetsTheNext() {
    ScenarioAgent bob = centre.agent("bob");
    bob.signsIn();
    centre.passes(1);
    alice.signsIn();
    ScenarioCaller first = centre.callerRings("500");
    assertTrue(bob.isRung());
    assertFalse(alice.isRung());
    bob.answers();
    first.hangsUp();
    centre.passes(1);
    centre.callerRings("500");
    assertTrue(alice.isRung());
    assertFalse(bob.isRung());
  }

  @Test
  void aTelephoneThatRangInVainDoesNotLoseItsPlaceAmongTheIdle() {
    ScenarioAgent bob = centre.agent("bob");
    alice.signsIn();
    centre.passes(1);
    ScenarioCaller impatient = centre.callerRings("500");
    impatient.hangsUp();
    bob.signsIn();
    centre.callerRings("500");
    assertTrue(alice.isRung());
  }

  @Test
  void callersAreServedInTheOrderInWhichTheyCame() {
    List<ScenarioCaller> callers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      callers.add(centre.callerRings("500"));
      centre.passes(1);
    }
    alice.signsIn();
    alice.declines();
    centre.passes(5);
    for (ScenarioCaller caller : callers) {
      alice.answers();
      caller.talksWith("alice");
      caller.hangsUp();
    }
  }

  @Test
  void theTelephoneShowsWhoCalls() {
    alice.signsIn();
    centre.rings("+493012345678", "500");
    assertEquals(
        new Personal("+493012345678"),
        centre.commands(CallCommand.OriginateLeg.class).get(0).callerNumber());
  }

  @Test
  void aCallerWhoGoesInTheInstantOfTheAnswerLeavesTheAgentFree() {
    alice.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    centre.edge().fallsSilent();
    caller.hangsUp();
    alice.answers();
    centre.edge().speaksUp();
    caller.isGone();
    alice.is(AgentState.AVAILABLE).isLeftAlone();
    assertEquals(1, centre.count(QueueFact.EntryAbandoned.class));
  }

  @Test
  void anAnswerInTheInstantInWhichTheCallerGoesEndsAsAnyTalk() {
    alice.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    centre.edge().fallsSilent();
    alice.answers();
    caller.hangsUp();
    centre.edge().speaksUp();
    caller.isGone();
    alice.is(AgentState.AVAILABLE).isLeftAlone();
    assertEquals(1, centre.count(QueueFact.EntryCompleted.class));
  }

  @Test
  void anAgentWhoPicksUpAndHangsUpAtOnceDoesNotCostTheCallerTheirPlace() {
    alice.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    centre.edge().fallsSilent();
    alice.answers();
    alice.hangsUp();
    centre.edge().speaksUp();
    caller.waits();
    assertEquals(1, centre.count(QueueFact.EntryReturned.class));
    alice.is(AgentState.AVAILABLE).isLeftAlone();
    centre.passes(5);
    alice.answers();
    caller.talksWith("alice");
  }

  @Test
  void anAnswerAfterTheRingingWasGivenUpConnectsNobody() {
    alice.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    centre.edge().fallsSilent();
    alice.answers();
    centre.passes(20);
    centre.edge().speaksUp();
    caller.waits();
    alice.isLeftAlone();
  }

  @Test
  void aTelephoneIsNotRungWhileItsLastLegIsStillUp() {
    alice.signsIn();
    ScenarioCaller first = centre.callerRings("500");
    alice.answers();
    ScenarioCaller second = centre.callerRings("500");
    centre.edge().fallsSilent();
    first.hangsUp();
    assertFalse(alice.isRung());
    centre.edge().speaksUp();
    assertTrue(alice.isRung());
    alice.answers();
    second.talksWith("alice");
  }

  @Test
  void aTelephoneThatAnswersByItselfIsToldTo() {
    centre.agent("carol").signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    caller.talksWith("carol");
    assertTrue(centre.commands(CallCommand.OriginateLeg.class).get(0).autoAnswer());
  }
}
