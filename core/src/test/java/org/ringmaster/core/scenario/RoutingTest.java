// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.queue.Choice;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.QueueInput;
import org.ringmaster.core.queue.Reason;
import org.ringmaster.core.routing.Emptiness;
import org.ringmaster.core.routing.SkillNeed.Relaxation;
import org.ringmaster.core.routing.Strategy;
import org.ringmaster.core.testing.ScenarioAgent;
import org.ringmaster.core.testing.ScenarioCaller;
import org.ringmaster.core.testing.ScenarioCentre;
import org.ringmaster.core.testing.ScenarioPlan;
import org.ringmaster.core.testing.ScenarioQueue;

class RoutingTest {
  private final ScenarioPlan plan = ScenarioPlan.standard();
  private final ScenarioCentre centre = ScenarioCentre.open(plan);
  private final ScenarioAgent alice = centre.agent("alice");
  private final ScenarioAgent bob = centre.agent("bob");
  private final ScenarioAgent carol = centre.agent("carol");

  private static ScenarioQueue sales() {
    return ScenarioQueue.named("sales").servedBy("alice", "bob", "carol");
  }

  private void with(ScenarioQueue queue) {
    centre.rereads(plan.queue(queue));
  }

  private Choice lastChoice() {
    return Objects.requireNonNull(centre.last(QueueFact.EntryOffered.class).choice());
  }

  private void talks(ScenarioCaller caller, ScenarioAgent agent) {
    agent.answers();
    caller.hangsUp();
    centre.passes(1);
  }

  // Strategies remember.

  @Test
  void roundRobinGoesOnAfterWhomTheQueueRangLastAlsoAfterARestart() {
    with(sales().by(Strategy.RRMEMORY));
    bob.signsIn();
    alice.signsIn();
    talks(centre.callerRings("500"), alice);
    centre.dies();
    centre.comesBackFromSnapshot();
    ScenarioCaller second = centre.callerRings("500");
    assertTrue(bob.isRung());
    talks(second, bob);
    centre.callerRings("500");
    assertTrue(alice.isRung());
  }

  @Test
  void fewestCallsCountsTheCallersOfThisQueueOnly() {
    with(sales().by(Strategy.FEWESTCALLS));
    with(ScenarioQueue.named("other").servedBy("bob"));
    centre.rereads(plan.number("600", "other"));
    bob.signsIn();
    talks(centre.callerRings("600"), bob);
    alice.signsIn();
    talks(centre.callerRings("500"), alice);
    centre.callerRings("500");
    assertTrue(bob.isRung());
  }

  @Test
  void fewestCallsCountsSinceAnAgentHasSignedIn() {
    with(sales().by(Strategy.FEWESTCALLS));
    bob.signsIn();
    talks(centre.callerRings("500"), bob);
    talks(centre.callerRings("500"), bob);
    bob.signsOut();
    alice.signsIn();
    talks(centre.callerRings("500"), alice);
    bob.signsIn();
    centre.callerRings("500");
    assertTrue(bob.isRung(), "the shift before does not count");
  }

  @Test
  void linearRingsFromTheTopAndTheNextWhenOneDoesNotAnswer() {
    with(sales().by(Strategy.LINEAR).ringSeconds(5));
    bob.signsIn();
    alice.signsIn();
    centre.callerRings("500");
    assertTrue(alice.isRung());
    centre.passes(5);
    assertTrue(bob.isRung());
    assertFalse(alice.isRung());
  }

  @Test
  void leastRecentTakesWhoseLastCallEndedFirst() {
    with(sales().by(Strategy.LEASTRECENT));
    alice.signsIn();
    talks(centre.callerRings("500"), alice);
    bob.signsIn();
    talks(centre.callerRings("500"), bob);
    centre.callerRings("500");
    assertTrue(alice.isRung());
  }

  // Skills and penalties.

  @Test
  void whoLacksASkillMayAnswerOnceThatIsRelaxed() {
    plan.skilled("alice", "spanish", 3).skilled("bob", "spanish", 8);
    with(
        sales()
            .by(Strategy.SKILLS)
            .needs("spanish", 7, new Relaxation(10_000, 3), new Relaxation(20_000, 0)));
    alice.signsIn();
    carol.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    caller.waits();
    assertFalse(alice.isRung());
    centre.passes(9);
    assertFalse(alice.isRung());
    centre.passes(1);
    assertTrue(alice.isRung());
    assertEquals(Choice.Why.RELAXED, lastChoice().why());
    assertEquals(3, lastChoice().fit());
    alice.answers();
    caller.talksWith("alice");

    ScenarioCaller second = centre.callerRings("500");
    second.waits();
    centre.passes(20);
    second.talksWith("carol");
  }

  @Test
  void whoFitsBestIsRungFirst() {
    plan.skilled("alice", "spanish", 3).skilled("bob", "spanish", 8);
    with(sales().by(Strategy.SKILLS).needs("spanish", 1));
    alice.signsIn();
    centre.passes(100);
    bob.signsIn();
    centre.callerRings("500");
    assertTrue(bob.isRung());
    assertEquals(new AgentId("alice"), lastChoice().next());
    assertEquals(2, lastChoice().free());
  }

  @Test
  void relaxationIsRememberedOverARestart() {
    plan.skilled("bob", "spanish", 8);
    with(sales().needs("spanish", 5, new Relaxation(30_000, 0)));
    alice.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    centre.passes(20);
    centre.dies();
    centre.passes(5);
    centre.comesBack();
    centre.passes(4);
    assertFalse(alice.isRung());
    centre.passes(2);
    assertTrue(alice.isRung());
    alice.answers();
    caller.talksWith("alice");
  }

  @Test
  void aHigherPenaltyIsRungOnlyWhenNobodyElseIsFreeAndOnlyOnceItIsAllowed() {
    with(sales().penalty("bob", 5).penaltiesUpTo(0, 0).penaltiesUpTo(9, 15));
    bob.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    caller.waits();
    assertFalse(bob.isRung());
    centre.passes(15);
    assertTrue(bob.isRung());
    assertEquals(5, lastChoice().penalty());
  }

  // Who goes first.

  @Test
  void aHigherPriorityGoesFirstAndNobodyIsPassedOverForEver() {
    plan.urgentNumber("501", "sales", 5);
    with(sales().nobodyPassedOverAfterSeconds(60));
    ScenarioCaller plain = centre.callerRings("500");
    centre.passes(5);
    ScenarioCaller urgent = centre.callerRings("501");
    carol.signsIn();
    urgent.talksWith("carol");
    plain.waits();
    centre.passes(56);
    ScenarioCaller alsoUrgent = centre.callerRings("501");
    urgent.hangsUp();
    centre.passes(1);
    plain.talksWith("carol");
    alsoUrgent.waits();
  }

  @Test
  void aSupervisorMakesACallerUrgent() {
    with(sales());
    centre.callerRings("500");
    centre.passes(5);
    ScenarioCaller second = centre.callerRings("500");
    centre.tell(new QueueInput.Prioritise(centre.last(QueueFact.EntryJoined.class).entry(), 9));
    carol.signsIn();
    second.talksWith("carol");
  }

  @Test
  void theWaitOfAHeavierQueueCountsMoreYetDoesNotStarveTheLighterOne() {
    with(sales());
    with(ScenarioQueue.named("gold").servedBy("carol").weight(9));
    centre.rereads(plan.number("600", "gold"));
    ScenarioCaller plain = centre.callerRings("500");
    centre.passes(30);
    ScenarioCaller gold = centre.callerRings("600");
    centre.passes(10);
    carol.signsIn();
    gold.talksWith("carol");
    gold.hangsUp();
    centre.passes(1);
    plain.talksWith("carol");
  }

  @Test
  void whatWasWaitedInAnotherQueueCounts() {
    with(ScenarioQueue.named("first").servedBy("alice").maxWaitSeconds(40).thenTo("sales"));
    with(sales());
    centre.rereads(plan.number("600", "first"));
    ScenarioCaller earlier = centre.callerRings("600");
    centre.passes(30);
    ScenarioCaller later = centre.callerRings("500");
    centre.passes(15);
    carol.signsIn();
    earlier.talksWith("carol");
    later.waits();
  }

  @Test
  void whoHungUpInVainAndCallsAgainHasTheOldPlace() {
    with(sales().rejoinSeconds(60));
    ScenarioCaller first = centre.rings("+491701", "500");
    centre.passes(40);
    ScenarioCaller other = centre.rings("+491702", "500");
    first.hangsUp();
    centre.passes(30);
    ScenarioCaller again = centre.rings("+491701", "500");
    centre.passes(1);
    carol.signsIn();
    again.talksWith("carol");
    other.waits();
  }

  @Test
  void aCallerIsKeptForTheAgentTheyKnowButNotForLong() {
    with(sales().stickySeconds(30));
    bob.signsIn();
    ScenarioCaller first = centre.rings("+491701", "500");
    bob.answers();
    first.talksWith("bob");
    first.hangsUp();
    ScenarioCaller busy = centre.rings("+491702", "500");
    bob.answers();
    busy.talksWith("bob");
    alice.signsIn();
    ScenarioCaller again = centre.rings("+491701", "500");
    again.waits();
    assertFalse(alice.isRung());
    centre.passes(30);
    assertTrue(alice.isRung());
    alice.answers();
    again.talksWith("alice");
  }

  // Full and empty.

  @Test
  void aFullQueueSendsTheNextOneOn() {
    with(ScenarioQueue.named("second").servedBy("bob").music("jazz"));
    with(sales().atMost(1).thenTo("second"));
    centre.callerRings("500").waits();
    centre.callerRings("500").waitsWith("jazz");
    assertEquals(Reason.FULL, centre.last(QueueFact.NotJoined.class).reason());
  }

  @Test
  void nobodyJoinsWhereNobodyIsThere() {
    with(sales().joinEmpty(Emptiness.PAUSED, Emptiness.UNAVAILABLE));
    ScenarioCaller early = centre.callerRings("500");
    early.isGone();
    assertEquals(Reason.EMPTY, centre.last(QueueFact.NotJoined.class).reason());
    alice.signsIn();
    alice.pauses("break");
    centre.callerRings("500").isGone();
    alice.unpauses();
    centre.callerRings("500").isThere();
  }

  @Test
  void whoWaitsIsSentOnWhenTheLastAgentGoes() {
    with(ScenarioQueue.named("second").servedBy("bob").music("jazz"));
    with(sales().leaveWhenEmpty(Emptiness.PAUSED).thenTo("second"));
    carol.signsIn();
    ScenarioCaller talking = centre.callerRings("500");
    ScenarioCaller waiting = centre.callerRings("500");
    waiting.waits();
    carol.pauses("break");
    waiting.waits();
    talking.hangsUp();
    centre.passes(1);
    waiting.waitsWith("jazz");
    assertEquals(Reason.EMPTY, centre.last(QueueFact.EntryOverflowed.class).reason());
  }

  @Test
  void queuesThatSendOnToEachOtherHangUpInsteadOfGoingInCircles() {
    with(ScenarioQueue.named("second").servedBy("bob").joinEmpty(Emptiness.PAUSED).thenTo("sales"));
    with(sales().joinEmpty(Emptiness.PAUSED).thenTo("second"));
    centre.callerRings("500").isGone();
    assertEquals(2, centre.facts(QueueFact.NotJoined.class).size());
  }
}
