// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.Roster;
import org.ringmaster.core.medium.Medium;
import org.ringmaster.core.routing.Routing;

/**
 * Which agents serve which queues, as {@link Seat}s: made from the configuration when one is asked
 * for, made anew after the configuration has changed. Never saved.
 */
final class Seating {
  private final QueueBooks books;
  private final Roster roster;
  private final Map<QueueId, Map<AgentId, Seat>> byQueue = new LinkedHashMap<>();
  private final Map<AgentId, List<Seat>> byAgent = new LinkedHashMap<>();
  private final Map<QueueId, Boolean> yielding = new LinkedHashMap<>();
  private long edition = -1;

  Seating(QueueBooks books, Roster roster) {
    this.books = books;
    this.roster = roster;
  }

  /** An agent's seats, in the order of the queues in the configuration. */
  List<Seat> of(AgentId agent) {
    renew();
    List<Seat> seats = byAgent.get(agent);
    if (seats == null) {
      seats = new ArrayList<>();
      for (QueueId queue : books.queuesOf(agent)) {
        Seat seat = in(queue).get(agent);
        if (seat != null) {
          seats.add(seat);
        }
      }
      if (!seats.isEmpty()) {
        byAgent.put(agent, seats);
      }
    }
    return seats;
  }

  /** A queue's seats, in its own order. */
  Map<AgentId, Seat> in(QueueId id) {
    renew();
    Map<AgentId, Seat> seats = byQueue.get(id);
    if (seats == null) {
      Queue queue = books.queue(id);
      seats = queue == null ? Map.of() : seats(queue);
      if (queue != null) {
        byQueue.put(id, seats);
      }
    }
    return seats;
  }

  /** An agent's seat in a queue, or null where they do not serve it. */
  @Nullable Seat seat(AgentId agent, QueueId queue) {
    return in(queue).get(agent);
  }

  /**
   * An agent's seats in queues that have a reserve and more weight than the one of this seat: they
   * may keep the agent from it.
   */
  List<Seat> above(Seat seat) {
    List<Seat> above = seat.above;
    if (above == null) {
      above = new ArrayList<>();
      for (Seat other : of(seat.agent)) {
        if (!other.queue.routing().reserve().isNone()
            && other.queue.routing().weight() > seat.queue.routing().weight()) {
          above.add(other);
        }
      }
      seat.above = above;
    }
    return above;
  }

  /** Whether another queue may keep agents from this one. */
  boolean yields(QueueId queue) {
    renew();
    Boolean known = yielding.get(queue);
    if (known == null) {
      known = in(queue).values().stream().anyMatch(seat -> !above(seat).isEmpty());
      yielding.put(queue, known);
    }
    return known;
  }

  private Map<AgentId, Seat> seats(Queue queue) {
    Map<AgentId, Integer> penalties = new LinkedHashMap<>();
    for (Routing.Seat one : queue.routing().penalties()) {
      penalties.putIfAbsent(one.agent(), one.penalty());
    }
    Map<AgentId, Seat> seats = new LinkedHashMap<>();
    books
        .staff()
        .ordersIn(queue.id())
        .forEach(
            (agent, order) ->
                seats.put(
                    agent,
                    new Seat(
                        agent,
                        queue,
                        order,
                        penalties.getOrDefault(agent, 0),
                        roster.books().skillsOf(agent),
                        books.queuesOf(agent).size(),
                        roster.books().takes(agent, Medium.VOICE))));
    return seats;
  }

  private void renew() {
    if (edition != books.edition()) {
      edition = books.edition();
      byQueue.clear();
      byAgent.clear();
      yielding.clear();
    }
  }
}
