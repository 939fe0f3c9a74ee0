// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.steering;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.Roster;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.core.queue.Acd;
import org.ringmaster.core.queue.Queue;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.routing.Routing;

/**
 * Puts agents into queues and takes them out for a while, as supervisors ask. A queue with such
 * seats is configured anew beside what the file says of it; what the file changes of an agent's own
 * seat holds again.
 */
final class Seats {

  private static final int MOST_PENALTY = 1_000;

  private final SteeringBooks books;
  private final Roster roster;
  private final Acd acd;

  Seats(SteeringBooks books, Roster roster, Acd acd) {
    this.books = books;
    this.roster = roster;
    this.acd = acd;
  }

  @Nullable String move(SteeringInput.MoveAgent in, Decision decision) {
    Queue queue = acd.books().queue(in.queue());
    Queue filed = acd.books().filed(in.queue());
    if (queue == null || filed == null) {
      return "No queue " + in.queue() + ": add it under queues: in ringmaster.yaml.";
    }
    if (roster.books().agent(in.agent()) == null) {
      return "No agent " + in.agent() + ": add it under agents: in ringmaster.yaml.";
    }
    if (in.penalty() < 0 || in.penalty() > MOST_PENALTY) {
      return "A penalty is a number from 0 to " + MOST_PENALTY + ".";
    }
    if (in.untilMicros() <= decision.nowMicros()) {
      return "The time until which agent " + in.agent() + " is moved has passed.";
    }
    boolean serves = queue.agents().contains(in.agent());
    if (!in.serves() && !serves) {
      return "Agent " + in.agent() + " does not serve queue " + in.queue() + ".";
    }
    Seat seat =
        new Seat(
            in.agent(),
            in.queue(),
            in.serves(),
            in.serves() ? in.penalty() : 0,
            in.untilMicros(),
            penaltyIn(filed, in.agent()));
    decision.record(new SteeringFact.AgentMoved(seat, in.author()));
    lay(in.queue(), decision);
    remind(seat, decision);
    return null;
  }

  @Nullable String restore(SteeringInput.RestoreAgent in, Decision decision) {
    if (books.seat(in.agent(), in.queue()) == null) {
      return "Nobody has moved agent " + in.agent() + " into or out of queue " + in.queue() + ".";
    }
    restore(in.agent(), in.queue(), in.author(), decision);
    return null;
  }

  void due(SteeringInput.SeatDue in, Decision decision) {
    Seat seat = books.seat(in.agent(), in.queue());
    if (seat != null && seat.untilMicros() == in.untilMicros()) {
      restore(in.agent(), in.queue(), null, decision);
    }
  }

  private void restore(AgentId agent, QueueId queue, @Nullable Author author, Decision decision) {
    decision.record(new SteeringFact.AgentRestored(agent, queue, author));
    lay(queue, decision);
  }

  /** The file says something new of a queue: seats that it contradicts end, the others hold. */
  void configured(QueueFact.QueueConfigured configured, Decision decision) {
    List<Seat> seats = books.seatsOf(configured.queue().id());
    if (configured.filed() != null || seats.isEmpty()) {
      return;
    }
    for (Seat seat : seats) {
      if (seat.filedPenalty() != penaltyIn(configured.queue(), seat.agent())) {
        decision.record(new SteeringFact.AgentRestored(seat.agent(), seat.queue(), null));
      }
    }
    if (!books.seatsOf(configured.queue().id()).isEmpty()) {
      lay(configured.queue().id(), decision);
    }
  }

  /** Seats went with their agent: the queues that had them are configured anew. */
  void layAll(Decision decision) {
    for (Queue queue : List.copyOf(acd.books().queues())) {
      if (!queue.equals(acd.books().filed(queue.id()))) {
        lay(queue.id(), decision);
      }
    }
  }

  /** Configures a queue with its seats, or as the file says where it has none. */
  private void lay(QueueId id, Decision decision) {
    Queue filed = acd.books().filed(id);
    if (filed == null) {
      return;
    }
    List<Seat> seats = books.seatsOf(id);
    List<AgentId> agents = new ArrayList<>(filed.agents());
    Routing routing = filed.routing();
    for (Seat seat : seats) {
      if (seat.serves()) {
        if (!agents.contains(seat.agent())) {
          agents.add(seat.agent());
        }
        routing = routing.with(new Routing.Seat(seat.agent(), seat.penalty()));
      } else {
        agents.remove(seat.agent());
      }
    }
    Queue queue = filed.servedBy(agents, routing);
    decision.record(new QueueFact.QueueConfigured(queue, seats.isEmpty() ? null : filed));
  }

  private static int penaltyIn(Queue queue, AgentId agent) {
    return queue.agents().contains(agent) ? queue.routing().penaltyOf(agent) : -1;
  }

  void remindAgain(Decision decision) {
    books.seats().forEach(seat -> remind(seat, decision));
  }

  private static void remind(Seat seat, Decision decision) {
    decision.remindAt(
        seat.untilMicros(),
        new SteeringInput.SeatDue(seat.agent(), seat.queue(), seat.untilMicros()));
  }
}
