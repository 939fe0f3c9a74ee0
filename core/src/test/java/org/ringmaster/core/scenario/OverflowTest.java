// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.TrunkId;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.testing.ManualAsterisk.Manner;
import org.ringmaster.core.testing.ScenarioAgent;
import org.ringmaster.core.testing.ScenarioCaller;
import org.ringmaster.core.testing.ScenarioCentre;
import org.ringmaster.core.testing.ScenarioPlan;
import org.ringmaster.core.testing.ScenarioQueue;

class OverflowTest {
  private static final String OUTSIDE = "+493099";

  private final ScenarioPlan plan =
      ScenarioPlan.standard()
          .queue(ScenarioQueue.named("second").servedBy("bob").music("jazz"))
          .trunk("out", 2, 0);
  private final ScenarioCentre centre = ScenarioCentre.open(plan);

  private ScenarioQueue sales() {
    return ScenarioQueue.named("sales").servedBy("alice").maxWaitSeconds(30);
  }

  private void with(ScenarioQueue queue) {
    centre.rereads(plan.queue(queue));
  }

  @Test
  void whoWaitsTooLongWithoutATargetIsHungUp() {
    with(sales());
    ScenarioCaller caller = centre.callerRings("500");
    centre.passes(29);
    caller.waits();
    centre.passes(1);
    caller.isGone();
  }

  @Test
  void aNodeWhoseClockIsSetBackShortensNoWaitAndLetsNobodyIntoTheLineBeforeOthers() {
    with(sales());
    ScenarioCaller first = centre.callerRings("500");
    centre.passes(10);
    centre.nodeClocksAreBehind(3_600);
    ScenarioCaller second = centre.callerRings("500");
    first.waits();
    second.waits();

    centre.agent("alice").signsIn().answers();
    first.talksWith("alice");
    centre.passes(29);
    second.waits();
    centre.passes(1);
    second.isGone();
  }

  @Test
  void anotherQueueTakesThemWithItsOwnMusicAndAgents() {
    with(sales().thenTo("second"));
    ScenarioCaller caller = centre.callerRings("500");
    centre.passes(30);
    caller.waitsWith("jazz");
    centre.agent("bob").signsIn().answers();
    caller.talksWith("bob");
  }

  @Test
  void aMessageIsSaidAndThenTheyAreHungUp() {
    with(sales().thenPrompt("sorry"));
    ScenarioCaller caller = centre.callerRings("500");
    centre.passes(30);
    caller.hearsPrompt();
    centre.passes(2);
    caller.isGone();
  }

  @Test
  void whoHangsUpDuringTheMessageIsSimplyGone() {
    with(sales().thenPrompt("sorry"));
    ScenarioCaller caller = centre.callerRings("500");
    centre.passes(31);
    caller.hangsUp();
    centre.passes(5);
    caller.isGone();
  }

  @Test
  void anOutsideNumberIsRungAndTheyTalk() {
    with(sales().thenNumber("out", OUTSIDE));
    ScenarioCaller caller = centre.callerRings("500");
    centre.passes(30);
    assertTrue(centre.edge().rings(OUTSIDE));
    caller.isThere();
    centre.answersAt(OUTSIDE);
    caller.talksWithNumber(OUTSIDE);
    caller.hangsUp();
    assertEquals(0, centre.edge().legs());
  }

  @Test
  void whenTheOutsidePartyHangsUpTheCallerGoesToo() {
    with(sales().thenNumber("out", OUTSIDE));
    ScenarioCaller caller = centre.callerRings("500");
    centre.passes(30);
    centre.answersAt(OUTSIDE);
    centre.hangsUpAt(OUTSIDE, HangupCause.NORMAL);
    caller.isGone();
  }

  @Test
  void whomABusyNumberOutsideDoesNotTakeIsAtTheOldPlaceAgain() {
    with(sales().thenNumber("out", OUTSIDE));
    centre.edge().takes(OUTSIDE, Manner.BUSY);
    ScenarioCaller first = centre.callerRings("500");
    centre.passes(20);
    ScenarioCaller second = centre.callerRings("500");
    centre.passes(10);
    first.waits();
    assertEquals(2, centre.edge().legs());
    centre.agent("alice").signsIn().answers();
    first.talksWith("alice");
    second.waits();
  }

  @Test
  void whomNobodyOutsideAnswersIsSentOutAgainAfterAnotherLongestWait() {
    with(sales().thenNumber("out", OUTSIDE));
    ScenarioCaller caller = centre.callerRings("500");
    centre.passes(30);
    centre.hangsUpAt(OUTSIDE, HangupCause.NO_ANSWER);
    caller.waits();
    centre.passes(29);
    assertFalse(centre.edge().rings(OUTSIDE));
    centre.passes(1);
    centre.answersAt(OUTSIDE);
    caller.talksWithNumber(OUTSIDE);
  }

  @Test
  void whoComesBackToAQueueThatIsGoneIsHungUp() {
    with(sales().thenNumber("out", OUTSIDE));
    ScenarioCaller caller = centre.callerRings("500");
    centre.passes(30);
    centre.rereads(plan.withoutQueue("sales"));
    centre.hangsUpAt(OUTSIDE, HangupCause.BUSY);
    caller.isGone();
  }

  @Test
  void aCallerWhoGoesWhileTheOutsideNumberRingsTakesTheRingingAlong() {
    with(sales().thenNumber("out", OUTSIDE));
    ScenarioCaller caller = centre.callerRings("500");
    centre.passes(30);
    caller.hangsUp();
    assertFalse(centre.edge().rings(OUTSIDE));
    assertEquals(0, centre.centre().calls().trunkUsage().of(new TrunkId("out")).legs());
  }

  @Test
  void whoFindsTheTrunkFullWaitsOnAndItIsLookedAtAgain() {
    with(sales().thenNumber("out", OUTSIDE));
    ScenarioCaller first = centre.callerRings("500");
    centre.callerRings("500");
    ScenarioCaller third = centre.callerRings("500");
    centre.passes(30);
    third.waits();
    assertEquals(2, centre.edge().ringing(OUTSIDE));
    assertEquals(2, centre.count(QueueFact.EntryOverflowed.class));
    assertEquals("out", centre.last(QueueFact.OverflowDeferred.class).trunk().value());
    first.hangsUp();
    centre.passes(9);
    third.waits();
    centre.passes(1);
    assertEquals(2, centre.edge().ringing(OUTSIDE));
    assertEquals(3, centre.count(QueueFact.EntryOverflowed.class));
  }

  @Test
  void whoWaitsForATrunkKeepsThePlaceForAnAgentAndOverARestart() {
    with(sales().thenNumber("out", OUTSIDE));
    centre.callerRings("500");
    centre.callerRings("500");
    ScenarioCaller third = centre.callerRings("500");
    centre.passes(30);
    ScenarioCaller fourth = centre.callerRings("500");
    centre.dies();
    centre.comesBack();
    third.waits();
    centre.agent("alice").signsIn().answers();
    third.talksWith("alice");
    fourth.waits();
  }

  @Test
  void aPacedTrunkTakesThemOneAfterAnother() {
    plan.trunk("out", 0, 2);
    with(sales().thenNumber("out", OUTSIDE));
    for (int i = 0; i < 3; i++) {
      centre.callerRings("500");
    }
    centre.passes(30);
    assertEquals(1, centre.edge().ringing(OUTSIDE));
    centre.passesMicros(500_000);
    assertEquals(2, centre.edge().ringing(OUTSIDE));
    centre.passesMicros(500_000);
    assertEquals(3, centre.edge().ringing(OUTSIDE));
  }

  @Test
  void aPacedCallerIsNotForgottenByARestart() {
    plan.trunk("out", 0, 1);
    with(sales().thenNumber("out", OUTSIDE));
    centre.callerRings("500");
    centre.callerRings("500");
    centre.passes(30);
    centre.dies();
    centre.passes(5);
    centre.comesBack();
    assertEquals(2, centre.edge().ringing(OUTSIDE));
  }

  @Test
  void aPacedCallerWhoGoesIsNotForwarded() {
    plan.trunk("out", 0, 1);
    with(sales().thenNumber("out", OUTSIDE));
    centre.callerRings("500");
    ScenarioCaller second = centre.callerRings("500");
    centre.passes(30);
    second.hangsUp();
    centre.passes(5);
    assertEquals(1, centre.edge().ringing(OUTSIDE));
  }

  @Test
  void whileATelephoneRingsTheOverflowWaitsForItsAnswer() {
    with(sales());
    ScenarioAgent alice = centre.agent("alice");
    ScenarioCaller caller = centre.callerRings("500");
    centre.passes(15);
    alice.signsIn();
    centre.passes(15);
    caller.waits();
    centre.passes(5);
    caller.isGone();
    alice.is(AgentState.AVAILABLE);
  }

  @Test
  void anAnswerInTheInstantOfTheLongestWaitIsATalk() {
    with(sales());
    ScenarioAgent alice = centre.agent("alice");
    ScenarioCaller caller = centre.callerRings("500");
    centre.passes(15);
    alice.signsIn();
    centre.edge().fallsSilent();
    alice.answers();
    centre.passes(15);
    centre.edge().speaksUp();
    caller.talksWith("alice");
    centre.passes(60);
    caller.talksWith("alice");
  }

  @Test
  void aLongerLimitReadLaterHoldsForThoseWhoWaitAlready() {
    with(sales());
    ScenarioCaller caller = centre.callerRings("500");
    with(sales().maxWaitSeconds(60));
    centre.passes(59);
    caller.waits();
    centre.passes(1);
    caller.isGone();
  }

  @Test
  void aShorterLimitReadLaterHoldsForThoseWhoWaitAlready() {
    with(sales());
    ScenarioCaller caller = centre.callerRings("500");
    centre.passes(20);
    with(sales().maxWaitSeconds(10));
    caller.isGone();
  }

  @Test
  void anOverflowToAQueueThatIsGoneHangsUp() {
    with(sales().thenTo("nowhere"));
    ScenarioCaller caller = centre.callerRings("500");
    centre.passes(30);
    caller.isGone();
  }

  @Test
  void whoseTimeIsUpWhileTheNodeIsAwayIsSentOnWhenItIsBack() {
    with(sales().thenPrompt("sorry"));
    ScenarioCaller caller = centre.callerRings("500");
    centre.edge().isCutOff();
    centre.passes(60);
    centre.edge().isBack();
    caller.hearsPrompt();
    centre.passes(2);
    caller.isGone();
  }
}
