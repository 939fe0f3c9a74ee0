// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.Agent;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.Roster;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.medium.Medium;

/**
 * What queues keep free for their own callers. A queue counts on each node by itself, since an
 * agent can only have callers of their own node. Counts stand until the next fact.
 */
final class Reserves {

  private record Place(QueueId queue, NodeId node) {}

  private record Count(int free, int atWork) {}

  private final QueueBooks books;
  private final Roster roster;
  private final Seating seating;
  private final Map<Place, Count> counts = new LinkedHashMap<>();
  private long countedAfter = -1;
  private long countedAtMicros = -1;

  Reserves(QueueBooks books, Roster roster, Seating seating) {
    this.books = books;
    this.roster = roster;
    this.seating = seating;
  }

  /**
   * Which of an agent's other queues keeps them from the callers of this one, were they free:
   * without them fewer of its agents would be free than its reserve; null for none.
   */
  @Nullable Seat keeping(Seat seat, NodeId node, long nowMicros) {
    for (Seat other : seating.above(seat)) {
      Count count = count(other.queue.id(), node, nowMicros);
      int without = count.free() - (isFree(seat.agent, node, nowMicros) ? 1 : 0);
      if (without < other.queue.routing().reserve().of(count.atWork())) {
        return other;
      }
    }
    return null;
  }

  /**
   * How many agents a caller of this queue who comes now would find on a node: free ones who may
   * answer at once, and whom no queue above keeps.
   */
  int spareFor(QueueId queue, NodeId node, long nowMicros) {
    Map<QueueId, Integer> taken = new LinkedHashMap<>();
    int spare = 0;
    for (Seat seat : seating.in(queue).values()) {
      if (!isFree(seat.agent, node, nowMicros) || !seat.allows(0)) {
        continue;
      }
      boolean isKept = false;
      for (Seat other : seating.above(seat)) {
        Count count = count(other.queue.id(), node, nowMicros);
        int left = count.free() - taken.getOrDefault(other.queue.id(), 0) - 1;
        isKept |= left < other.queue.routing().reserve().of(count.atWork());
      }
      if (!isKept) {
        spare++;
        seating.above(seat).forEach(other -> taken.merge(other.queue.id(), 1, Integer::sum));
      }
    }
    return spare;
  }

  /** How many a queue keeps on a node now. */
  int keptOf(Queue queue, NodeId node, long nowMicros) {
    return queue.routing().reserve().of(count(queue.id(), node, nowMicros).atWork());
  }

  private Count count(QueueId queue, NodeId node, long nowMicros) {
    if (countedAfter != books.changes() || countedAtMicros != nowMicros) {
      counts.clear();
      countedAfter = books.changes();
      countedAtMicros = nowMicros;
    }
    Place place = new Place(queue, node);
    Count count = counts.get(place);
    if (count == null) {
      count = counted(queue, node, nowMicros);
      counts.put(place, count);
    }
    return count;
  }

  private Count counted(QueueId queue, NodeId node, long nowMicros) {
    int free = 0;
    int atWork = 0;
    for (AgentId id : seating.in(queue).keySet()) {
      free += isFree(id, node, nowMicros) ? 1 : 0;
      atWork += isAtWork(id, node) ? 1 : 0;
    }
    return new Count(free, atWork);
  }

  private boolean isFree(AgentId id, NodeId node, long nowMicros) {
    return roster.isFree(id) && node.equals(roster.nodeOf(id)) && !books.isResting(id, nowMicros);
  }

  private boolean isAtWork(AgentId id, NodeId node) {
    Agent agent = roster.books().agent(id);
    return agent != null
        && agent.state().isAtWork()
        && roster.books().takes(id, Medium.VOICE)
        && node.equals(roster.nodeOf(id));
  }
}
