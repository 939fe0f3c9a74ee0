// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.ringmaster.core.medium.Medium;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.Reason;
import org.ringmaster.core.routing.Emptiness;
import org.ringmaster.core.testing.ScenarioAgent;
import org.ringmaster.core.testing.ScenarioCaller;
import org.ringmaster.core.testing.ScenarioCentre;
import org.ringmaster.core.testing.ScenarioPlan;
import org.ringmaster.core.testing.ScenarioQueue;

/** What agents have room for. */
class CapacityTest {
  private final ScenarioPlan plan = ScenarioPlan.standard();
  private final ScenarioCentre centre = ScenarioCentre.open(plan);
  private final ScenarioAgent alice = centre.agent("alice");
  private final ScenarioAgent bob = centre.agent("bob");

  @Test
  void whoHasNoRoomForCallsIsNotRungWhoHasIs() {
    centre.rereads(plan.takes("alice", Medium.VOICE, 0));
    alice.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    caller.waits();
    assertFalse(alice.isRung());
    bob.signsIn();
    assertTrue(bob.isRung());
  }

  @Test
  void roomForOtherMediaIsNoneForCallsAndTakesNoneAway() {
    centre.rereads(plan.takes("alice", Medium.WEBCHAT, 3));
    alice.signsIn();
    centre.callerRings("500");
    assertTrue(alice.isRung());
  }

  @Test
  void whoeverIsGivenRoomAnswersThoseWhoWait() {
    centre.rereads(plan.takes("alice", Medium.VOICE, 0));
    alice.signsIn();
    centre.callerRings("500").waits();
    centre.rereads(plan.takes("alice", Medium.VOICE, 1));
    assertTrue(alice.isRung());
  }

  @Test
  void whoeverLearnsASkillAnswersThoseWhoWaitForIt() {
    centre.rereads(
        plan.queue(ScenarioQueue.named("sales").servedBy("alice", "bob").needs("spanish", 5)));
    alice.signsIn();
    centre.callerRings("500").waits();
    centre.rereads(plan.skilled("alice", "spanish", 5));
    assertTrue(alice.isRung());
  }

  @Test
  void whoTakesNoCallsIsNobodyToAQueueThatAsksWhetherAnybodyIsThere() {
    centre.rereads(
        plan.takes("alice", Medium.VOICE, 0)
            .queue(
                ScenarioQueue.named("sales").servedBy("alice", "bob").joinEmpty(Emptiness.PAUSED)));
    alice.signsIn();
    centre.callerRings("500").isGone();
    assertEquals(Reason.EMPTY, centre.last(QueueFact.NotJoined.class).reason());
    bob.signsIn();
    centre.callerRings("500").isThere();
  }
}
