// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.board;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.announcement.Announcing;
import org.ringmaster.core.announcement.PositionStyle;
import org.ringmaster.core.announcement.WaitStyle;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.WaitChoice;
import org.ringmaster.core.routing.SkillNeed.Relaxation;
import org.ringmaster.core.routing.Strategy;
import org.ringmaster.core.testing.ScenarioCaller;
import org.ringmaster.core.testing.ScenarioCentre;
import org.ringmaster.core.testing.ScenarioPlan;
import org.ringmaster.core.testing.ScenarioQueue;

class ExplanationTest {
  private final ScenarioPlan plan = ScenarioPlan.standard();
  private final ScenarioCentre centre = ScenarioCentre.open(plan);

  private List<String> said() {
    List<LadderStep> steps = new ArrayList<>();
    for (RecordedFact fact : centre.facts()) {
      steps.add(
          new LadderStep(
              fact.envelope().inputSequence(),
              fact.sequence(),
              LadderStep.Kind.FACT,
              fact.envelope().occurredAtMicros(),
              -1,
              (Record) fact.fact()));
    }
    return Explanation.of(steps).stream().map(Explanation.Sentence::text).toList();
  }

  @Test
  void itSaysThatACallerWaitsBecauseOfAReserve() {
    centre.rereads(
        plan.queue(ScenarioQueue.named("gold").servedBy("alice").weight(3).keeps(1))
            .queue(ScenarioQueue.named("sales").servedBy("alice")));
    centre.agent("alice").signsIn();
    centre.callerRings("500");
    assertEquals(
        List.of(
            "Joined sales.", "Waits although an agent is free: gold keeps 1 for its own callers."),
        said());
  }

  @Test
  void itSaysWhyThisAgentAndWhyThen() {
    plan.skilled("alice", "spanish", 3).skilled("bob", "spanish", 8);
    centre.rereads(
        plan.queue(
            ScenarioQueue.named("sales")
                .servedBy("alice", "bob")
                .by(Strategy.SKILLS)
                .ringSeconds(10)
                .needs("spanish", 7, new Relaxation(15_000, 3))));
    centre.agent("alice").signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    centre.passes(4);
    centre.agent("bob").signsIn();
    centre.passes(10);
    centre.passes(1);
    centre.agent("alice").answers();
    caller.hangsUp();
    assertEquals(
        List.of(
            "Joined sales.",
            "bob was offered the call after 4 s, when an agent became free: nobody else was free who may"
                + " answer. 1 waits in the queue.",
            "bob did not take the call; the caller waits on.",
            "alice was offered the call after 15 s, when the wait allowed other agents: nobody else was free"
                + " who may answer. 1 waits in the queue.",
            "Talks with alice.",
            "The talk with alice ended: caller."),
        said());
  }

  @Test
  void itSaysWhatACallerHeardBeforeAndWhileTheyWaited() {
    Announcing announcing =
        new Announcing(
                true,
                0,
                15_000,
                PositionStyle.YES,
                0,
                WaitStyle.NO,
                false,
                60,
                List.of(),
                List.of(),
                0,
                false)
            .offeringCallbacks();
    centre.rereads(
        plan.queue(
                ScenarioQueue.named("sales")
                    .servedBy("alice")
                    .announces(announcing)
                    .key("7", WaitChoice.CALLBACK))
            .welcomingNumber("600", "sales", "welcome"));
    centre.callerRings("600");
    centre.passes(3);
    assertEquals(
        List.of(
            "Hears the welcome of the number, on the way to sales.",
            "Joined sales.",
            "Was told they are number 1, and that they can be called back."),
        said());
  }

  @Test
  void itTellsThingsInTheirOrderWithTimesThatNeverGoBack() {
    centre.rereads(plan.queue(ScenarioQueue.named("sales").servedBy("alice")));
    centre.agent("alice").signsIn();
    centre.callerRings("500");
    centre.agent("alice").answers();
    List<LadderStep> steps = new ArrayList<>();
    for (RecordedFact fact : centre.facts()) {
      long at = fact.fact() instanceof QueueFact.EntryConnected ? 100 : 101;
      steps.addFirst(
          new LadderStep(0, fact.sequence(), LadderStep.Kind.FACT, at, -1, (Record) fact.fact()));
    }
    List<Explanation.Sentence> told = Explanation.of(steps);
    assertEquals("Joined sales.", told.getFirst().text());
    assertEquals(new Explanation.Sentence(101, "Talks with alice."), told.getLast());
  }

  @Test
  void itSaysWhoWouldHaveBeenNextAndWhereSomebodyWasSentOn() {
    centre.rereads(
        plan.queue(ScenarioQueue.named("second").servedBy("carol"))
            .queue(
                ScenarioQueue.named("sales").servedBy("alice", "bob").atMost(1).thenTo("second")));
    centre.agent("alice").signsIn();
    centre.passes(30);
    centre.agent("bob").signsIn();
    centre.callerRings("500");
    centre.callerRings("500");
    assertEquals(
        List.of(
            "Joined sales.",
            "alice was offered the call after 0 ms, when the caller came: idle longest of 2 who were free, for"
                + " 30 s; else bob would have been. 1 waits in the queue.",
            "Was not let into sales, which is full, and was sent to second.",
            "Joined second."),
        said());
  }
}
