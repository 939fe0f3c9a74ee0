// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.engine.Centre;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.queue.Door;
import org.ringmaster.core.queue.Queue;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.steering.Seat;

/** What supervisors set holds as long as it is set; where nothing is set the file holds. */
final class SupervisorsAreObeyed implements Invariant {

  private final Map<QueueId, Door> doors = new LinkedHashMap<>();

  @Override
  public String sentence() {
    return "What supervisors set holds as long as it is set.";
  }

  @Override
  public @Nullable String brokenBy(RecordedFact fact) {
    switch (fact.fact()) {
      case QueueFact.DoorSet f -> doors.put(f.door().queue(), f.door());
      case QueueFact.DoorReset f -> doors.remove(f.queue());
      case QueueFact.QueueRemoved f -> doors.remove(f.queue());
      default -> {}
    }
    return null;
  }

  @Override
  public @Nullable String brokenAfterTurn(Centre centre) {
    for (Seat seat : centre.steering().books().seats()) {
      Queue queue = centre.acd().books().queue(seat.queue());
      if (queue == null || queue.agents().contains(seat.agent()) != seat.serves()) {
        return seat + " does not hold";
      }
      if (seat.serves() && queue.routing().penaltyOf(seat.agent()) != seat.penalty()) {
        return seat + " has another penalty";
      }
    }
    for (Queue queue : centre.acd().books().queues()) {
      Queue filed = centre.acd().books().filed(queue.id());
      for (AgentId agent : queue.agents()) {
        boolean isFiled = filed != null && filed.agents().contains(agent);
        if (!isFiled && centre.steering().books().seat(agent, queue.id()) == null) {
          return agent + " serves " + queue.id() + " and nobody says so";
        }
      }
    }
    return null;
  }

  @Override
  public @Nullable String brokenByStep(List<RecordedFact> step, Checkpoint now) {
    return brokenAt(now);
  }

  @Override
  public @Nullable String brokenAt(Checkpoint whole) {
    for (Door door : doors.values()) {
      if (!door.equals(whole.centre().acd().books().door(door.queue()))) {
        return door + " is not in the books";
      }
    }
    return null;
  }
}
