// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.testing.ScenarioAgent;
import org.ringmaster.core.testing.ScenarioCaller;
import org.ringmaster.core.testing.ScenarioCentre;
import org.ringmaster.core.testing.ScenarioPlan;

class RungAgentTest {
  private final ScenarioCentre centre = ScenarioCentre.open(ScenarioPlan.standard());
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
}
