// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.steering;

import org.ringmaster.core.codec.CodecRegistry;

/**
 * The stable short names of this package's records in journals and snapshots. Names never change.
 */
public final class SteeringCodec {

  private SteeringCodec() {}

  /** All names of this package. */
  public static CodecRegistry registry() {
    return CodecRegistry.builder()
        .add("fact.steering.agent-paused", SteeringFact.AgentPaused.class)
        .add("fact.steering.agent-unpaused", SteeringFact.AgentUnpaused.class)
        .add("fact.steering.agent-signed-out", SteeringFact.AgentSignedOut.class)
        .add("fact.steering.agent-moved", SteeringFact.AgentMoved.class)
        .add("fact.steering.agent-restored", SteeringFact.AgentRestored.class)
        .add("fact.steering.call-pulled", SteeringFact.CallPulled.class)
        .add("fact.steering.call-requeued", SteeringFact.CallRequeued.class)
        .add("fact.steering.call-prioritised", SteeringFact.CallPrioritised.class)
        .add("fact.steering.door-set", SteeringFact.DoorSet.class)
        .add("fact.steering.door-restored", SteeringFact.DoorRestored.class)
        .add("input.steering.pause-agent", SteeringInput.PauseAgent.class)
        .add("input.steering.unpause-agent", SteeringInput.UnpauseAgent.class)
        .add("input.steering.sign-out-agent", SteeringInput.SignOutAgent.class)
        .add("input.steering.move-agent", SteeringInput.MoveAgent.class)
        .add("input.steering.restore-agent", SteeringInput.RestoreAgent.class)
        .add("input.steering.pull-call", SteeringInput.PullCall.class)
        .add("input.steering.requeue-call", SteeringInput.RequeueCall.class)
        .add("input.steering.prioritise-call", SteeringInput.PrioritiseCall.class)
        .add("input.steering.set-door", SteeringInput.SetDoor.class)
        .add("input.steering.restore-door", SteeringInput.RestoreDoor.class)
        .add("input.steering.seat-due", SteeringInput.SeatDue.class)
        .add("input.steering.door-due", SteeringInput.DoorDue.class)
        .add("state.steering.seat", Seat.class)
        .add("state.steering.steered", Steered.class)
        .build();
  }
}
