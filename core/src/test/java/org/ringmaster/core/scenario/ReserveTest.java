// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.queue.Choice;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.queue.WaitChoice;
import org.ringmaster.core.routing.Strategy;
import org.ringmaster.core.testing.ScenarioAgent;
import org.ringmaster.core.testing.ScenarioCallback;
import org.ringmaster.core.testing.ScenarioCaller;
import org.ringmaster.core.testing.ScenarioCentre;
import org.ringmaster.core.testing.ScenarioPlan;
import org.ringmaster.core.testing.ScenarioQueue;

/** Gold keeps agents whom sales has too; carol's telephone answers by itself. */
class ReserveTest {
  private final ScenarioPlan plan = ScenarioPlan.standard().number("600", "gold");
  private final ScenarioCentre centre = ScenarioCentre.open(plan);
  private final ScenarioAgent alice = centre.agent("alice");
  private final ScenarioAgent bob = centre.agent("bob");
  private final ScenarioAgent carol = centre.agent("carol");

  @BeforeEach
  void goldKeepsOne() {
    with(gold().keeps(1));
    with(sales());
  }

  private static ScenarioQueue gold() {
    return ScenarioQueue.named("gold").servedBy("alice", "bob", "carol").weight(5);
  }

  private static ScenarioQueue sales() {
    return ScenarioQueue.named("sales")
        .servedBy("alice", "bob", "carol")
        .nobodyPassedOverAfterSeconds(60);
  }

  private static ScenarioQueue service() {
    return ScenarioQueue.named("service")
        .weight(5)
        .servedBy("bob")
        .wrapUpSeconds(0)
        .nobodyPassedOverAfterSeconds(30);
  }

  private void with(ScenarioQueue queue) {
    centre.rereads(plan.queue(queue));
  }

  @Test
  void theLastFreeAgentIsKeptForTheQueueOfMoreWeight() {
    carol.signsIn();
    ScenarioCaller plain = centre.callerRings("500");
    plain.waits();
    ScenarioCaller gold = centre.callerRings("600");
    gold.talksWith("carol");
    plain.waits();
  }

  @Test
  void whyACallerWaitsIsAFactAndToldOnce() {
    carol.signsIn();
    centre.callerRings("500");
    QueueFact.EntryHeldBack told = centre.last(QueueFact.EntryHeldBack.class);
    assertEquals(new QueueId("gold"), told.keptFor());
    assertEquals(1, told.kept());
    carol.pauses("break");
    carol.unpauses();
    centre.dies();
    centre.comesBackFromSnapshot();
    centre.passes(5);
    assertEquals(1, centre.count(QueueFact.EntryHeldBack.class));
  }

  @Test
  void whoWaitedWithNobodyFreeIsToldOnceSomebodyIs() {
    ScenarioCaller plain = centre.callerRings("500");
    assertEquals(0, centre.count(QueueFact.EntryHeldBack.class));
    carol.signsIn();
    plain.waits();
    assertEquals(1, centre.count(QueueFact.EntryHeldBack.class));
  }

  @Test
  void aSecondFreeAgentLetsTheCallerThroughEvenIfTheyDoNotServeThatCaller() {
    with(sales().servedBy("carol"));
    carol.signsIn();
    ScenarioCaller plain = centre.callerRings("500");
    plain.waits();
    alice.signsIn();
    plain.talksWith("carol");
    assertFalse(alice.isRung());
    Choice choice = centre.last(QueueFact.EntryOffered.class).choice();
    assertEquals(Choice.Why.RESERVE_MET, Objects.requireNonNull(choice).why());
  }

  @Test
  void nobodyIsHeldBackForLongerThanAnybodyMayBePassedOver() {
    carol.signsIn();
    ScenarioCaller plain = centre.callerRings("500");
    centre.passes(59);
    plain.waits();
    centre.passes(1);
    plain.talksWith("carol");
  }

  @Test
  void soItIsOverARestart() {
    carol.signsIn();
    ScenarioCaller plain = centre.callerRings("500");
    centre.passes(30);
    centre.dies();
    centre.passes(5);
    centre.comesBack();
    centre.passes(24);
    plain.waits();
    centre.passes(2);
    plain.talksWith("carol");
  }

  @Test
  void aShareOfThoseAtWorkShrinksWithThem() {
    with(gold().keepsPercent(40));
    alice.signsIn();
    bob.signsIn();
    carol.signsIn();
    ScenarioCaller first = centre.callerRings("500"); // Three at work: two are kept.
    assertTrue(alice.isRung());
    alice.answers();
    first.talksWith("alice");
    ScenarioCaller second = centre.callerRings("500");
    second.waits();
    alice.pauses("break"); // After the call.
    first.hangsUp();
    centre.passes(1);
    assertTrue(bob.isRung() || carol.isTalking()); // Two at work: one is kept.
  }

  @Test
  void ringingAllLeavesTheReserveAlone() {
    with(sales().by(Strategy.RINGALL));
    alice.signsIn();
    bob.signsIn();
    centre.callerRings("500");
    assertEquals(1, (alice.isRung() ? 1 : 0) + (bob.isRung() ? 1 : 0));
  }

  @Test
  void queuesOfTheSameWeightKeepNothingFromEachOther() {
    with(sales().weight(5));
    carol.signsIn();
    centre.callerRings("500").talksWith("carol");
  }

  @Test
  void anAgentWhoDoesNotServeTheQueueIsNotKeptForIt() {
    with(gold().servedBy("alice").keeps(1));
    carol.signsIn();
    centre.callerRings("500").talksWith("carol");
  }

  @Test
  void whoIsFreedTakesTheirOwnNextCallerNotOneWhoIsLetThroughToAKeptAgent() {
    with(service());
    with(ScenarioQueue.named("later").servedBy("carol").key("5", WaitChoice.CALLBACK));
    centre.rereads(
        plan.number("700", "service")
            .number("800", "later")
            .trunk("out", 0, 0)
            .callbacks(ScenarioCallback.of("later").through("out").agentFirst())
            .queue(sales().servedBy("bob", "carol").by(Strategy.LINEAR)));
    bob.signsIn();
    ScenarioCaller first = centre.callerRings("700");
    bob.answers();
    carol.signsIn(); // And is kept for gold.
    ScenarioCaller plain = centre.callerRings("500");
    ScenarioCaller keepsAPlace = centre.rings("+4930111111", "800");
    keepsAPlace.presses("5");
    keepsAPlace.presses("1");
    ScenarioCaller due = centre.callerRings("700");
    centre.passes(35);
    first.hangsUp();
    centre.passes(1);
    bob.answers();
    due.talksWith("bob");
    plain.waits();
  }

  @Test
  void aCallerGetsTheAgentTheyAreKeptForAllTheSame() {
    with(sales().stickySeconds(30));
    with(gold().keeps(0));
    carol.signsIn();
    ScenarioCaller first = centre.rings("+491701", "500");
    first.talksWith("carol");
    ScenarioCaller again = centre.rings("+491701", "500");
    again.waits();
    with(gold().keeps(2));
    first.hangsUp();
    centre.passes(1);
    again.talksWith("carol");
  }
}
