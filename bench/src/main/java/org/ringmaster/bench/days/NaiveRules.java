// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.days;

import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.SkillLevel;
import org.ringmaster.core.queue.Queue;
import org.ringmaster.core.routing.PenaltyStep;
import org.ringmaster.core.routing.Routing;
import org.ringmaster.core.routing.SkillNeed;

/**
 * Who may take whom, read off the configuration line by line as one would on paper: skills with
 * what relaxes them, penalties with their steps, and the agent a caller is kept for; what queues
 * keep is for {@link NaiveReserves} to say. Shares no code with the matching. Who serves which
 * queue with which penalty is read once for each queue, because millions of pairs are asked about
 * on a day. Owned by the simulation's thread.
 */
final class NaiveRules {
  private static final long MICROS = 1_000;

  private final Map<AgentId, Desk> desks;
  private final NaiveReserves reserves;

  /** The penalties of those who serve a queue, as it is configured. */
  private final IdentityHashMap<Queue, Map<AgentId, Integer>> seats = new IdentityHashMap<>();

  NaiveRules(Map<AgentId, Desk> desks, NaiveReserves reserves) {
    this.desks = desks;
    this.reserves = reserves;
  }

  /** Whether an agent may take a caller at an instant, reserves apart. */
  boolean may(Desk desk, Waiter waiter, long at) {
    if (!desk.node.equals(waiter.node) || !isAllowed(desk, waiter, at)) {
      return false;
    }
    AgentId wanted = waiter.wanted;
    long keptUntil = waiter.taken + waiter.queue.routing().stickyMillis() * MICROS;
    if (wanted == null || wanted.equals(desk.id) || isReached(at, keptUntil, waiter.taken)) {
      return true;
    }
    Desk kept = desks.get(wanted);
    boolean isWorthIt =
        kept != null
            && kept.isAtWork(at)
            && kept.node.equals(waiter.node)
            && isAllowed(kept, waiter, at);
    return !isWorthIt;
  }

  /** The platform counts whole milliseconds. */
  private static boolean isReached(long at, long until, long from) {
    return (at - from) / MICROS >= (until - from) / MICROS;
  }

  private boolean isAllowed(Desk desk, Waiter waiter, long at) {
    Integer penalty = seatsOf(waiter.queue).get(desk.id);
    if (penalty == null) {
      return false;
    }
    Routing routing = waiter.queue.routing();
    long waited = waiter.waitedMillis(at);
    return hasSkills(desk.skills, routing.skills(), waited)
        && isWithin(penalty, routing.penaltySteps(), waited);
  }

  private Map<AgentId, Integer> seatsOf(Queue queue) {
    return seats.computeIfAbsent(queue, NaiveRules::seats);
  }

  private static Map<AgentId, Integer> seats(Queue queue) {
    Map<AgentId, Integer> penalties = new HashMap<>();
    for (AgentId agent : queue.agents()) {
      penalties.put(agent, penalty(agent, queue.routing()));
    }
    return penalties;
  }

  private static boolean hasSkills(List<SkillLevel> has, List<SkillNeed> needs, long waited) {
    for (SkillNeed need : needs) {
      int level = need.level();
      for (SkillNeed.Relaxation later : need.relaxed()) {
        if (later.afterMillis() <= waited) {
          level = later.level();
        }
      }
      int own = 0;
      for (SkillLevel one : has) {
        own = one.skill().equals(need.skill()) ? one.level() : own;
      }
      if (own < level) {
        return false;
      }
    }
    return true;
  }

  private static int penalty(AgentId agent, Routing routing) {
    int penalty = 0;
    for (Routing.Seat seat : routing.penalties()) {
      penalty = seat.agent().equals(agent) ? seat.penalty() : penalty;
    }
    return penalty;
  }

  private static boolean isWithin(int penalty, List<PenaltyStep> steps, long waited) {
    @Nullable PenaltyStep now = null;
    for (PenaltyStep step : steps) {
      now = step.afterMillis() <= waited ? step : now;
    }
    return now == null
        || (penalty >= now.lowest() && (now.highest() < 0 || penalty <= now.highest()));
  }

  /**
   * The longest stretch within two instants in which an agent might have taken a caller, reserves
   * apart.
   */
  long longestMay(Desk desk, Waiter waiter, long from, long to) {
    if (!desk.node.equals(waiter.node) || !seatsOf(waiter.queue).containsKey(desk.id)) {
      return 0; // At no instant, however long they wait.
    }
    return longest(turns(waiter, from, to), to, turn -> may(desk, waiter, turn));
  }

  /** The same with the reserves. The first instant is one that desks remember. */
  long longestSpared(Desk desk, Waiter waiter, long from, long to) {
    SortedSet<Long> turns = reserves.turns(desk, waiter, from, to);
    for (long turn : turns(waiter, from, to)) {
      turns.add(turn);
    }
    return longest(
        turns.stream().mapToLong(turn -> turn).toArray(),
        to,
        turn -> may(desk, waiter, turn) && reserves.spares(desk, waiter, turn));
  }

  /** The longest stretch until an instant in which something was so, asked whenever it may turn. */
  private static long longest(long[] turns, long to, LongPredicate isSo) {
    long longest = 0;
    long since = Desk.NEVER;
    for (long turn : turns) {
      boolean so = isSo.test(turn);
      if (so && since == Desk.NEVER) {
        since = turn;
      } else if (!so && since != Desk.NEVER) {
        longest = Math.max(longest, turn - since);
        since = Desk.NEVER;
      }
    }
    return since == Desk.NEVER ? longest : Math.max(longest, to - since);
  }

  /** The first of two instants, and those between them at which a rule changes, in order. */
  private static long[] turns(Waiter waiter, long from, long to) {
    Routing routing = waiter.queue.routing();
    int most = 2 + routing.penaltySteps().size();
    for (SkillNeed need : routing.skills()) {
      most += need.relaxed().size();
    }
    long[] turns = new long[most];
    int many = 0;
    turns[many++] = from;
    for (PenaltyStep step : routing.penaltySteps()) {
      many = add(turns, many, waiter.since + step.afterMillis() * MICROS, from, to);
    }
    for (SkillNeed need : routing.skills()) {
      for (SkillNeed.Relaxation step : need.relaxed()) {
        many = add(turns, many, waiter.since + step.afterMillis() * MICROS, from, to);
      }
    }
    many = add(turns, many, waiter.taken + routing.stickyMillis() * MICROS, from, to);
    Arrays.sort(turns, 0, many);
    return Arrays.copyOf(turns, many);
  }

  private static int add(long[] turns, int many, long turn, long from, long to) {
    if (turn > from && turn < to) {
      turns[many] = turn;
      return many + 1;
    }
    return many;
  }
}
