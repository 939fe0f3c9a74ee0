// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.days;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.queue.Queue;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.routing.Reserve;

/**
 * Whom queues keep for their own callers, read off the configuration and counted head by head.
 * Shares no code with the matching. What an observer sees and what the platform has been told
 * differ for some milliseconds; so there are two questions, each answered so that no doubt counts
 * against who is judged. Owned by the simulation's thread.
 */
final class NaiveReserves {
  /** Further back no stretch is asked about, microseconds. */
  static final long LOOKED_BACK = 20_000_000;

  private static final int WHOLE = 100;

  private final Map<AgentId, Desk> desks;
  private final Collection<Queue> queues;
  private final Map<AgentId, List<Queue>> keepers = new HashMap<>();
  private final Map<QueueId, List<Desk>> teams = new HashMap<>();

  NaiveReserves(Map<AgentId, Desk> desks, Collection<Queue> queues) {
    this.desks = desks;
    this.queues = queues;
  }

  /** Whether a queue there is may keep an agent from a caller, if they have not waited too long. */
  boolean concerns(Desk desk, Waiter waiter) {
    return !above(desk, waiter).isEmpty();
  }

  /**
   * Which queue's reserve an agent is given against, with as many others free and as few at work as
   * the platform can have thought; null for none.
   */
  @Nullable Queue defied(Desk desk, Waiter waiter, long now) {
    return isPast(desk, waiter, now) ? null : keeping(desk, waiter, now);
  }

  /** The same, however long the caller has waited and whoever they are kept for. */
  @Nullable Queue keeping(Desk desk, Waiter waiter, long now) {
    for (Queue keeper : above(desk, waiter)) {
      int others = 0;
      int atWork = desk.isServing() ? 1 : 0;
      for (Desk other : team(keeper, desk)) {
        others += !other.equals(desk) && other.mayBeThoughtFree(now) ? 1 : 0;
        atWork += !other.equals(desk) && other.isServing() ? 1 : 0;
      }
      if (others < kept(keeper, atWork)) {
        return keeper;
      }
    }
    return null;
  }

  /** Whether no reserve kept an agent from a caller at an instant, as it truly was. */
  boolean spares(Desk desk, Waiter waiter, long at) {
    if (isPast(desk, waiter, at)) {
      return true;
    }
    for (Queue keeper : above(desk, waiter)) {
      int others = 0;
      int atWork = 0;
      for (Desk other : team(keeper, desk)) {
        others += !other.equals(desk) && other.wasIdle(at) ? 1 : 0;
        atWork += other.wasServing(at) ? 1 : 0;
      }
      if (others < kept(keeper, atWork)) {
        return false;
      }
    }
    return true;
  }

  /** Two instants, and those between them at which it may have become another answer. */
  SortedSet<Long> turns(Desk desk, Waiter waiter, long from, long to) {
    SortedSet<Long> turns = new TreeSet<>();
    turns.add(from);
    long due = waiter.since + waiter.queue.routing().starvationMillis() * 1_000;
    if (due > from && due < to) {
      turns.add(due);
    }
    for (Queue keeper : above(desk, waiter)) {
      for (Desk other : team(keeper, desk)) {
        other.turns(from, to, turns);
      }
    }
    return turns;
  }

  /** Who has waited as long as their own queue lets them, or comes back to this very agent. */
  private static boolean isPast(Desk desk, Waiter waiter, long at) {
    return waiter.isDue(at)
        || (waiter.queue.routing().stickyMillis() > 0 && desk.id.equals(waiter.wanted));
  }

  private static int kept(Queue queue, int atWork) {
    Reserve reserve = queue.routing().reserve();
    return reserve.agents() + (int) Math.ceil(reserve.percent() * (double) atWork / WHOLE);
  }

  private List<Queue> above(Desk desk, Waiter waiter) {
    List<Queue> above = new ArrayList<>();
    for (Queue keeper : keepers.computeIfAbsent(desk.id, this::keepersOf)) {
      if (keeper.routing().weight() > waiter.queue.routing().weight()) {
        above.add(keeper);
      }
    }
    return above;
  }

  private List<Queue> keepersOf(AgentId agent) {
    List<Queue> found = new ArrayList<>();
    for (Queue queue : queues) {
      Reserve reserve = queue.routing().reserve();
      if (reserve.agents() + reserve.percent() > 0 && queue.agents().contains(agent)) {
        found.add(queue);
      }
    }
    return found;
  }

  /** Those of a queue on the node of one of them, that one included. */
  private List<Desk> team(Queue queue, Desk one) {
    List<Desk> all =
        teams.computeIfAbsent(
            queue.id(),
            id -> desks.values().stream().filter(d -> queue.agents().contains(d.id)).toList());
    return all.stream().filter(desk -> desk.node.equals(one.node)).toList();
  }
}
