// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.TelephoneUse;
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

/** Where the rules of routing meet: emptiness, penalties, priority, who is kept for whom. */
class RoutingEdgesTest {
  private static final NodeId FAR = new NodeId("far");

  private final ScenarioPlan plan =
      ScenarioPlan.standard()
          .urgentNumber("501", "sales", 5)
          .telephone("7001", TelephoneUse.RUNG, FAR)
          .agent("zoe", "2099", "7001");
  private final ScenarioCentre centre = ScenarioCentre.open(plan);
  private final ScenarioAgent alice = centre.agent("alice");
  private final ScenarioAgent bob = centre.agent("bob");

  private static ScenarioQueue sales() {
    return ScenarioQueue.named("sales").servedBy("alice", "bob", "carol");
  }

  private void with(ScenarioQueue queue) {
    centre.rereads(plan.queue(queue));
  }

  private void assertSentOnAsEmpty(int times) {
    assertEquals(times, centre.count(QueueFact.EntryOverflowed.class));
    assertEquals(Reason.EMPTY, centre.last(QueueFact.EntryOverflowed.class).reason());
  }

  // Empty queues.

  @Test
  void whoMayJoinAnEmptyQueueLeavesItAtOnceWhereItIsLeftWhenEmpty() {
    with(sales().leaveWhenEmpty(Emptiness.PAUSED));
    centre.callerRings("500");
    assertSentOnAsEmpty(1);
  }

  @Test
  void emptyQueuesThatSendOnToEachOtherEndTheCall() {
    with(ScenarioQueue.named("other").leaveWhenEmpty(Emptiness.PAUSED).thenTo("sales"));
    with(sales().leaveWhenEmpty(Emptiness.PAUSED).thenTo("other"));
    ScenarioCaller caller = centre.callerRings("500");
    assertSentOnAsEmpty(2);
    caller.isGone();
  }

  @Test
  void whereBusyAgentsDoNotCountThoseWhoWaitLeaveWhenTheLastOneTalks() {
    with(sales().leaveWhenEmpty(Emptiness.PAUSED, Emptiness.INUSE));
    alice.signsIn();
    ScenarioCaller first = centre.callerRings("500");
    centre.callerRings("500").waits();
    alice.answers();
    first.talksWith("alice");
    assertSentOnAsEmpty(1);
  }

  @Test
  void aPenaltyStepThatShutsTheLastAgentOutEmptiesTheQueue() {
    with(
        sales()
            .penalty("bob", 8)
            .penaltiesUpTo(10, 0)
            .penaltiesUpTo(5, 30)
            .leaveWhenEmpty(Emptiness.PENALTY));
    bob.signsIn();
    ScenarioCaller first = centre.callerRings("500");
    bob.answers();
    first.talksWith("bob");
    centre.callerRings("500").waits();
    centre.passes(31);
    assertSentOnAsEmpty(1);
  }

  @Test
  void anAgentOfAnotherNodeDoesNotMakeAQueueServed() {
    with(ScenarioQueue.named("sales").servedBy("zoe").joinEmpty(Emptiness.PAUSED));
    centre.agent("zoe").signsIn();
    centre.callerRings("500");
    assertEquals(Reason.EMPTY, centre.last(QueueFact.NotJoined.class).reason());
  }

  // Who may answer whom.

  @Test
  void whomAPenaltyStepTakesFromTheOldestIsThereForThoseWhoJustCame() {
    with(sales().penalty("bob", 8).penaltiesUpTo(5, 30));
    centre.callerRings("500");
    centre.passes(40);
    ScenarioCaller second = centre.callerRings("500");
    bob.signsIn();
    bob.answers();
    second.talksWith("bob");
  }

  @Test
  void whomOneAgentLooksAtDoesNotTakeAnotherWhoIsThereForSomebodyBeforeThem() {
    centre.rereads(plan.skilled("bob", "french", 5).queue(sales().servedBy("carol")));
    alice.signsIn();
    bob.signsIn();
    ScenarioCaller plain = centre.callerRings("500");
    centre.passes(40);
    ScenarioCaller urgent = centre.callerRings("501");
    with(sales().servedBy("bob", "alice").by(Strategy.LINEAR).needs("french", 5, later()));
    bob.answers();
    alice.answers();
    urgent.talksWith("bob");
    plain.talksWith("alice");
  }

  private static Relaxation later() {
    return new Relaxation(30_000, 0);
  }

  @Test
  void aHigherPenaltyDoesNotRingWhileALowerOneIsRung() {
    with(sales().ringall().penalty("bob", 5));
    alice.signsIn();
    centre.callerRings("500");
    bob.signsIn();
    assertTrue(alice.isRung());
    assertFalse(bob.isRung());
    alice.signsOut();
    assertTrue(bob.isRung());
  }

  @Test
  void anUrgentCallerDoesNotTakeAwayTheTurnOfTheirQueue() {
    with(sales());
    with(ScenarioQueue.named("other").servedBy("alice"));
    centre.rereads(plan.number("600", "other"));
    ScenarioCaller old = centre.callerRings("500");
    centre.passes(50);
    ScenarioCaller other = centre.callerRings("600");
    centre.passes(50);
    ScenarioCaller urgent = centre.callerRings("501");
    alice.signsIn();
    alice.answers();
    urgent.talksWith("alice");
    other.waits();
    old.waits();
  }

  // Callers who are known.

  @Test
  void nobodyIsKeptForAnAgentWhoHasGoneHome() {
    with(sales().stickySeconds(600));
    bob.signsIn();
    ScenarioCaller first = centre.rings("+491701", "500");
    bob.answers();
    first.hangsUp();
    centre.passes(1);
    ScenarioCaller busy = centre.rings("+491702", "500");
    bob.answers();
    ScenarioCaller again = centre.rings("+491701", "500");
    alice.signsIn();
    again.waits();
    assertFalse(alice.isRung());
    busy.hangsUp();
    centre.passes(1);
    bob.signsOut();
    assertTrue(alice.isRung());
  }

  @Test
  void theOldPlaceIsFoundAgainByWhoWasSentOnBeforeTheyHungUp() {
    with(sales().rejoinSeconds(60));
    with(
        ScenarioQueue.named("first")
            .servedBy("alice")
            .maxWaitSeconds(40)
            .rejoinSeconds(60)
            .thenTo("sales"));
    centre.rereads(plan.number("600", "first"));
    ScenarioCaller caller = centre.rings("+491701", "600");
    centre.passes(60);
    caller.hangsUp();
    centre.passes(10);
    centre.rings("+491701", "600");
    assertEquals(60_000, centre.last(QueueFact.EntryJoined.class).creditMillis());
    centre.rings("+491701", "600");
    assertEquals(0, centre.last(QueueFact.EntryJoined.class).creditMillis(), "used already");
  }

  // What it costs.

  @Test
  void aConfigurationReadAgainDoesNotMultiplyReminders() {
    int[] reminded = {0};
    centre.watchedBy(turn -> reminded[0] += turn.input instanceof QueueInput.RelaxationDue ? 1 : 0);
    with(sales().needs("french", 9, new Relaxation(60_000, 8), new Relaxation(120_000, 7)));
    centre.callerRings("500");
    for (int seconds = 1; seconds <= 10; seconds++) {
      centre.passes(1);
      with(
          sales()
              .maxWaitSeconds(7_000 + seconds)
              .needs("french", 9, new Relaxation(60_000, 8), new Relaxation(120_000, 7)));
    }
    centre.passes(200);
    assertEquals(2, reminded[0]);
  }
}
