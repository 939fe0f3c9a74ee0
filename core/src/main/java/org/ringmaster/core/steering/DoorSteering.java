// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.steering;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.core.queue.Acd;
import org.ringmaster.core.queue.Door;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.QueueId;

/** Opens and closes queues, as supervisors ask. Those who wait already wait on. */
final class DoorSteering {

  private final Acd acd;

  DoorSteering(Acd acd) {
    this.acd = acd;
  }

  @Nullable String set(SteeringInput.SetDoor in, Decision decision) {
    if (acd.books().queue(in.queue()) == null) {
      return "No queue " + in.queue() + ": add it under queues: in ringmaster.yaml.";
    }
    if (in.untilMicros() != 0 && in.untilMicros() <= decision.nowMicros()) {
      return "The time until which queue " + in.queue() + " is set has passed.";
    }
    decision.record(new SteeringFact.DoorSet(in.queue(), in.open(), in.untilMicros(), in.author()));
    Door door =
        new Door(in.queue(), in.open(), in.untilMicros(), in.open() ? List.of() : in.prompts());
    decision.record(new QueueFact.DoorSet(door));
    remind(door, decision);
    return null;
  }

  @Nullable String restore(SteeringInput.RestoreDoor in, Decision decision) {
    if (acd.books().door(in.queue()) == null) {
      return "Nobody has opened or closed queue " + in.queue() + ".";
    }
    reset(in.queue(), in.author(), decision);
    return null;
  }

  void due(SteeringInput.DoorDue in, Decision decision) {
    Door door = acd.books().door(in.queue());
    if (door != null && door.untilMicros() == in.untilMicros()) {
      reset(in.queue(), null, decision);
    }
  }

  private static void reset(QueueId queue, @Nullable Author author, Decision decision) {
    decision.record(new SteeringFact.DoorRestored(queue, author));
    decision.record(new QueueFact.DoorReset(queue));
  }

  void remindAgain(Decision decision) {
    acd.books().doors().forEach(door -> remind(door, decision));
  }

  private static void remind(Door door, Decision decision) {
    if (door.untilMicros() > 0) {
      decision.remindAt(
          door.untilMicros(), new SteeringInput.DoorDue(door.queue(), door.untilMicros()));
    }
  }
}
