// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.Language;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.queue.InboundNumber;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.testing.ScenarioCaller;
import org.ringmaster.core.testing.ScenarioCentre;
import org.ringmaster.core.testing.ScenarioPlan;
import org.ringmaster.core.testing.ScenarioQueue;

class WelcomeTest {
  private final ScenarioPlan plan =
      ScenarioPlan.standard()
          .queue(ScenarioQueue.named("sales").servedBy("alice", "dave"))
          .welcomingNumber("600", "sales", "welcome");
  private final ScenarioCentre centre = ScenarioCentre.open(plan);

  @Test
  void whatANumberSaysIsHeardToItsEndBeforeAnybodyIsRung() {
    centre.agent("dave").signsIn();
    ScenarioCaller caller = centre.callerRings("600");
    caller.hears("welcome");
    centre.agent("dave").is(AgentState.AVAILABLE);
    assertEquals(0, centre.count(QueueFact.EntryJoined.class));
    centre.passes(3);
    caller.talksWith("dave");
    QueueFact.EntryJoined joined = centre.last(QueueFact.EntryJoined.class);
    assertEquals(0, joined.creditMillis(), "the welcome is no wait");
  }

  @Test
  void anAgentIsNotKeptForWhoStillHearsTheWelcome() {
    centre.agent("dave").signsIn();
    ScenarioCaller first = centre.callerRings("600");
    ScenarioCaller second = centre.callerRings("500");
    second.talksWith("dave");
    centre.passes(3);
    first.waits();
  }

  @Test
  void whoHangsUpDuringTheWelcomeHasNotWaited() {
    ScenarioCaller caller = centre.callerRings("600");
    caller.hangsUp();
    centre.passes(3);
    caller.isGone();
    assertEquals(0, centre.count(QueueFact.EntryJoined.class));
    assertEquals(0, centre.count(QueueFact.EntryAbandoned.class));
  }

  @Test
  void whoHearsTheWelcomeWhileThePlatformDiesIsInTheQueueAfterwards() {
    ScenarioCaller caller = centre.callerRings("600");
    centre.dies();
    centre.passes(5);
    centre.comesBack();
    centre.passes(2);
    caller.waits();
    assertEquals(1, centre.count(QueueFact.EntryJoined.class));
  }

  @Test
  void aSoundThatIsMissingKeepsNobodyFromTheQueueEvenIfThePlatformDiesMeanwhile() {
    ScenarioCaller caller = centre.callerRings("600");
    caller.isPlayedNothing();
    assertEquals(0, centre.count(QueueFact.EntryJoined.class));
    centre.dies();
    centre.comesBack();
    centre.passes(2);
    caller.waits();
    assertEquals(1, centre.count(QueueFact.EntryJoined.class));
  }

  @Test
  void theyAreRememberedBySnapshotsToo() {
    ScenarioCaller caller = centre.callerRings("600");
    centre.dies();
    centre.comesBackFromSnapshot();
    centre.passes(3);
    caller.waits();
  }

  @Test
  void theWelcomeIsSaidInTheLanguageOfTheNumberAndItsPriorityIsKept() {
    centre.rereads(
        plan.number(
            new InboundNumber(
                    "601", new QueueId("sales"), null, List.of(), List.of(), 7, Language.ES)
                .welcoming(List.of(Prompt.sound("welcome")))));
    centre.callerRings("601").hears("welcome");
    assertEquals(Language.ES, centre.commands(CallCommand.Play.class).getLast().language());
    centre.passes(3);
    QueueFact.EntryJoined joined = centre.last(QueueFact.EntryJoined.class);
    assertEquals(7, joined.priority());
    assertEquals(Language.ES, joined.language());
  }

  @Test
  void aQueueThatIsTakenAwayMeanwhileTakesNobodyIn() {
    ScenarioCaller caller = centre.callerRings("600");
    centre.rereads(plan.withoutQueue("sales").withoutNumber("600").withoutNumber("500"));
    centre.passes(5);
    caller.isGone();
    assertTrue(centre.count(QueueFact.EntryJoined.class) == 0);
  }
}
