// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;

/** Which agents serve which queues, in what order, and what they have had from them. */
final class StaffBooks {
  private final Map<AgentId, List<QueueId>> queuesByAgent = new LinkedHashMap<>();
  private final Map<QueueId, Map<AgentId, Integer>> orders = new LinkedHashMap<>();
  private final Map<SeatUse.Place, SeatUse> seatUses = new LinkedHashMap<>();
  private final Map<QueueId, AgentId> lastRung = new LinkedHashMap<>();

  /** The queues that an agent serves, in the order of the configuration. */
  List<QueueId> queuesOf(AgentId agent) {
    return queuesByAgent.getOrDefault(agent, List.of());
  }

  /** For each queue that an agent serves all who serve it. */
  List<Collection<AgentId>> colleaguesOf(AgentId agent) {
    List<Collection<AgentId>> groups = new ArrayList<>();
    queuesOf(agent).forEach(queue -> groups.add(ordersIn(queue).keySet()));
    return groups;
  }

  /** The agents of a queue with their places in its list, from 0. */
  Map<AgentId, Integer> ordersIn(QueueId queue) {
    return orders.getOrDefault(queue, Map.of());
  }

  /** The place of whom a queue rang last; -1 for nobody yet. */
  int lastOrderIn(QueueId queue) {
    AgentId last = lastRung.get(queue);
    return last == null ? -1 : ordersIn(queue).getOrDefault(last, -1);
  }

  /** What an agent has had from a queue, or null for nothing yet. */
  @Nullable SeatUse use(QueueId queue, AgentId agent) {
    return seatUses.get(new SeatUse.Place(queue, agent));
  }

  /** These are the queues now. */
  void index(Collection<Queue> queues) {
    queuesByAgent.clear();
    orders.clear();
    for (Queue queue : queues) {
      Map<AgentId, Integer> places = new LinkedHashMap<>();
      orders.put(queue.id(), places);
      for (AgentId agent : queue.agents()) {
        if (places.putIfAbsent(agent, places.size()) == null) {
          queuesByAgent.computeIfAbsent(agent, id -> new ArrayList<>()).add(queue.id());
        }
      }
    }
  }

  /** A queue rang an agent. */
  void rung(QueueId queue, AgentId agent) {
    lastRung.put(queue, agent);
  }

  /** An agent has had a caller of a queue. */
  void served(QueueId queue, AgentId agent, long atMicros) {
    seatUses.merge(
        new SeatUse.Place(queue, agent),
        new SeatUse(queue, agent, 1, atMicros),
        (had, one) -> new SeatUse(queue, agent, had.calls() + 1, atMicros));
  }

  /**
   * An agent begins a shift: their callers are counted anew, as those of a member who is added to a
   * queue of app_queue. Who comes back from a fortnight's leave does not get every call.
   */
  void cameIn(AgentId agent) {
    seatUses.replaceAll(
        (place, had) ->
            place.agent().equals(agent)
                ? new SeatUse(had.queue(), agent, 0, had.lastCallMicros())
                : had);
  }

  /** An agent is no more. */
  void removed(AgentId agent) {
    seatUses.keySet().removeIf(place -> place.agent().equals(agent));
    lastRung.values().removeIf(agent::equals);
  }

  /** A queue is no more. */
  void removed(QueueId queue) {
    seatUses.keySet().removeIf(place -> place.queue().equals(queue));
    lastRung.remove(queue);
  }

  /** Everything that a snapshot keeps. */
  void snapshot(Consumer<Record> out) {
    seatUses.values().forEach(out);
    lastRung.forEach((queue, agent) -> out.accept(new SeatUse.Last(queue, agent)));
  }

  /** From a snapshot. */
  void restore(SeatUse use) {
    seatUses.put(new SeatUse.Place(use.queue(), use.agent()), use);
  }
}
