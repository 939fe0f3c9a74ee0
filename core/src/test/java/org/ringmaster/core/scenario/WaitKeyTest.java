// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.Reason;
import org.ringmaster.core.queue.WaitChoice;
import org.ringmaster.core.testing.ScenarioCaller;
import org.ringmaster.core.testing.ScenarioCentre;
import org.ringmaster.core.testing.ScenarioPlan;
import org.ringmaster.core.testing.ScenarioQueue;

class WaitKeyTest {
  private final ScenarioPlan plan =
      ScenarioPlan.standard()
          .queue(ScenarioQueue.named("second").servedBy("bob").music("jazz"))
          .trunk("out", 1, 0)
          .queue(sales().thenPrompt("sorry"));
  private final ScenarioCentre centre = ScenarioCentre.open(plan);

  private static ScenarioQueue sales() {
    return ScenarioQueue.named("sales")
        .servedBy("alice", "dave")
        .key("0", WaitChoice.OVERFLOW)
        .key("1", WaitChoice.CALLBACK)
        .keyTo("2", "second");
  }

  @Test
  void zeroLeadsWhereTheOverflowDoes() {
    ScenarioCaller caller = centre.callerRings("500");
    caller.presses("0");
    caller.hears("sorry");
    assertEquals(Reason.KEY, centre.last(QueueFact.EntryOverflowed.class).reason());
  }

  @Test
  void aKeyLeadsToAnotherQueueWhereTheWaitSoFarCounts() {
    ScenarioCaller caller = centre.callerRings("500");
    centre.passes(40);
    caller.presses("2");
    caller.waitsWith("jazz");
    assertEquals(40_000, centre.last(QueueFact.EntryJoined.class).creditMillis());
  }

  @Test
  void whoLeavesWhileATelephoneRingsForThemLetsItRingNoMore() {
    centre.agent("alice").signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    centre.agent("alice").is(AgentState.OFFERED);
    caller.presses("2");
    caller.waitsWith("jazz");
    centre.agent("alice").is(AgentState.AVAILABLE);
    assertFalse(centre.agent("alice").isRung());
  }

  @Test
  void aChoiceForOthersIsAFactAndTheCallerWaitsOn() {
    ScenarioCaller caller = centre.callerRings("500");
    caller.presses("1");
    QueueFact.KeyChosen chosen = centre.last(QueueFact.KeyChosen.class);
    assertEquals(WaitChoice.CALLBACK, chosen.choice());
    assertEquals(caller.leg(), chosen.leg());
    caller.waits();
  }

  @Test
  void aKeyThatMeansNothingHereDoesNothing() {
    ScenarioCaller caller = centre.callerRings("500");
    caller.presses("97#*");
    caller.waits();
    assertEquals(0, centre.count(QueueFact.KeyChosen.class));
  }

  @Test
  void theSecondPressOfAKeyComesTooLate() {
    ScenarioCaller caller = centre.callerRings("500");
    caller.presses("22");
    caller.waitsWith("jazz");
    assertEquals(1, centre.count(QueueFact.KeyChosen.class));
  }

  @Test
  void whatIsPressedInATalkIsNotWrittenDown() {
    centre.agent("dave").signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    caller.talksWith("dave");
    caller.presses("0123");
    caller.talksWith("dave");
    assertEquals(0, centre.count(CallFact.KeyPressed.class));
  }

  @Test
  void whereTheOverflowCanTakeNobodyNowTheCallerWaitsOn() {
    centre.rereads(plan.queue(sales().thenNumber("out", "+493099")));
    ScenarioCaller first = centre.callerRings("500");
    ScenarioCaller second = centre.callerRings("500");
    first.presses("0");
    second.presses("0");
    first.isThere();
    second.waits();
  }
}
