// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.agent.AutoPause;
import org.ringmaster.core.desk.DeskFact;
import org.ringmaster.core.desk.DeskInput;
import org.ringmaster.core.desk.Disposition;
import org.ringmaster.core.desk.DispositionRule;
import org.ringmaster.core.desk.Dispositions;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.queue.WorkRules;
import org.ringmaster.core.talk.Destination;
import org.ringmaster.core.testing.ScenarioAgent;
import org.ringmaster.core.testing.ScenarioCaller;
import org.ringmaster.core.testing.ScenarioCentre;
import org.ringmaster.core.testing.ScenarioPlan;
import org.ringmaster.core.testing.ScenarioQueue;

/** An agent with a wrap-up time of their own, whatever their queue gives the others. */
class OwnWrapUpTest {
  private static final AgentId BOB = new AgentId("bob");
  private static final Disposition SOLD = new Disposition("sold");
  private static final long MILLIS = 1_000;

  private final ScenarioPlan plan = ScenarioPlan.standard();
  private final ScenarioCentre centre = ScenarioCentre.open(plan);
  private final ScenarioAgent alice = centre.agent("alice");
  private final ScenarioAgent bob = centre.agent("bob");

  private void has(int queueSeconds, int bobSeconds) {
    has(queueSeconds, bobSeconds, new WorkRules(AutoPause.NONE, 0, 0, 0));
  }

  private void has(int queueSeconds, int bobSeconds, WorkRules rules) {
    plan.wrapUpSeconds("bob", bobSeconds)
        .queue(
            ScenarioQueue.named("sales")
                .servedBy("alice", "bob")
                .wrapUpSeconds(queueSeconds)
                .rules(rules));
    centre.rereads(plan);
  }

  private void isInWrapUpFor(ScenarioAgent agent, int seconds) {
    agent.is(AgentState.WRAP_UP);
    centre.passes(seconds - 1);
    agent.is(AgentState.WRAP_UP);
    centre.passes(1);
    agent.is(AgentState.AVAILABLE);
  }

  private ScenarioCaller talks(ScenarioAgent agent) {
    agent.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    agent.answers();
    return caller;
  }

  @Test
  void theirOwnGoesBeforeTheQueuesLongerOrShorterOrNone() {
    for (int ofQueue : List.of(10, 60, 0)) {
      has(ofQueue, 30);
      talks(bob).hangsUp();
      isInWrapUpFor(bob, 30);
      bob.signsOut();
    }
  }

  @Test
  void theOthersHaveTheQueues() {
    has(10, 30);
    talks(alice).hangsUp();
    isInWrapUpFor(alice, 10);
  }

  @Test
  void whoIsHandedACallerHasTheirOwnAndWhoIsHandedOneOfTheirsHasTheQueues() {
    has(10, 30);
    bob.signsIn().pauses("lunch");
    ScenarioCaller caller = talks(alice);
    bob.unpauses();
    alice.handsTo(Destination.agent(BOB));
    bob.answers();
    isInWrapUpFor(alice, 10);
    bob.handsTo(Destination.agent(new AgentId("alice")));
    alice.answers();
    isInWrapUpFor(bob, 30);
    caller.hangsUp();
    isInWrapUpFor(alice, 10);
  }

  @Test
  void itOutlivesAPlatformThatDies() {
    has(10, 30);
    ScenarioCaller caller = talks(bob);
    centre.dies();
    centre.comesBackFromSnapshot();
    caller.hangsUp();
    isInWrapUpFor(bob, 30);
  }

  @Test
  void whatMustBeSaidIsForcedOfThemForAsLongAsOfAnybody() {
    has(10, 5, new WorkRules(AutoPause.NONE, 120 * MILLIS, 30 * MILLIS, 1));
    centre.tell(
        new DeskInput.DispositionsRead(
            new Dispositions(
                List.of(SOLD),
                List.of(new DispositionRule(new QueueId("sales"), List.of(SOLD), SOLD)))));
    talks(bob).hangsUp();
    centre.passes(119);
    bob.is(AgentState.WRAP_UP);
    assertEquals(0, centre.count(DeskFact.DispositionDefaulted.class));
    centre.passes(1);
    bob.is(AgentState.AVAILABLE);
    assertEquals(SOLD, centre.last(DeskFact.DispositionDefaulted.class).disposition());
    ScenarioCaller caller = centre.callerRings("500");
    bob.answers();
    caller.hangsUp();
    centre.tell(
        new DeskInput.Dispose(BOB, centre.last(QueueFact.EntryConnected.class).call(), SOLD));
    isInWrapUpFor(bob, 5);
  }
}
