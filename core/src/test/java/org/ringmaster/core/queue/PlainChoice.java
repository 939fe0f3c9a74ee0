// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.Agent;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.engine.Centre;
import org.ringmaster.core.routing.CallerScore;
import org.ringmaster.core.routing.Candidate;
import org.ringmaster.core.routing.Routing;

/**
 * The choice as the reference has it, written plainly: it looks at everybody who waits and at every
 * agent, each time, and knows no order and no index.
 */
final class PlainChoice {
  private static final Comparator<QueueEntry> OLDEST =
      Comparator.comparingLong(QueueEntry::sinceMicros).thenComparing(entry -> entry.id().value());

  private final Centre centre;
  private final QueueBooks books;

  PlainChoice(Centre centre) {
    this.centre = centre;
    this.books = centre.acd().books();
  }

  /** Whom an agent should answer first, not counting some. */
  @Nullable QueueEntry nextFor(AgentId agent, List<EntryId> not, long nowMicros) {
    NodeId node = centre.roster().nodeOf(agent);
    QueueEntry best = null;
    boolean bestStarves = false;
    double bestScore = 0;
    long bestSince = 0;
    for (Queue queue : books.queues.values()) {
      List<QueueEntry> theirs =
          everybody().stream()
              .filter(entry -> entry.queue().equals(queue.id()) && entry.node().equals(node))
              .filter(entry -> entry.state() == EntryState.WAITING && !not.contains(entry.id()))
              .filter(entry -> mayAnswer(agent, queue, entry, nowMicros))
              .sorted(OLDEST)
              .toList();
      if (theirs.isEmpty()) {
        continue;
      }
      QueueEntry oldest = theirs.getFirst();
      long waited = oldest.waitedMillis(nowMicros);
      boolean starves = CallerScore.isStarving(queue.routing(), waited);
      double score =
          starves ? waited : CallerScore.of(queue.routing(), waited, queue.serviceLevelMillis());
      boolean isEqual = best != null && starves == bestStarves;
      if (best == null
          || (starves && !bestStarves)
          || (isEqual && score > bestScore)
          || (isEqual && score == bestScore && oldest.sinceMicros() < bestSince)) {
        best =
            starves
                ? oldest
                : theirs.stream()
                    .min(
                        Comparator.comparingInt((QueueEntry one) -> -one.priority())
                            .thenComparing(OLDEST))
                    .orElseThrow();
        bestStarves = starves;
        bestScore = score;
        bestSince = oldest.sinceMicros();
      }
    }
    return best;
  }

  /** Who is free and may answer. */
  List<Candidate> free(QueueEntry entry, long nowMicros) {
    Queue queue = books.queues.get(entry.queue());
    List<Candidate> free = new ArrayList<>();
    for (AgentId id :
        queue == null ? List.<AgentId>of() : queue.agents().stream().distinct().toList()) {
      Agent agent = centre.roster().books().agent(id);
      if (agent != null
          && agent.state() == AgentState.AVAILABLE
          && centre.roster().isFree(id)
          && entry.node().equals(centre.roster().nodeOf(id))
          && mayAnswer(id, queue, entry, nowMicros)) {
        SeatUse use = books.staff().use(queue.id(), id);
        long queues =
            books.queues.values().stream().filter(one -> one.agents().contains(id)).count();
        var skills = centre.roster().books().skillsOf(id);
        free.add(
            new Candidate(
                id,
                queue.agents().stream().distinct().toList().indexOf(id),
                queue.routing().penaltyOf(id),
                agent.idleSinceMicros(),
                use == null ? 0 : use.calls(),
                use == null ? 0 : use.lastCallMicros(),
                queue.routing().fitOf(skills),
                skills.size() + (int) queues));
      }
    }
    return free;
  }

  private List<QueueEntry> everybody() {
    List<QueueEntry> all = new ArrayList<>(books.entries());
    books.places.values().stream()
        .filter(place -> place.offer() == null)
        .forEach(place -> all.add(QueueEntry.kept(place)));
    return all;
  }

  boolean mayAnswer(AgentId agent, Queue queue, QueueEntry entry, long nowMicros) {
    long waited = entry.waitedMillis(nowMicros);
    AgentId wanted = entry.wanted();
    KeptPlace place = books.places.get(entry.id());
    if (place != null && place.only() && !agent.equals(place.wanted())) {
      return false;
    }
    boolean isKept =
        wanted != null
            && !wanted.equals(agent)
            && (nowMicros - entry.takenInMicros()) / 1_000 < queue.routing().stickyMillis()
            && queue.agents().contains(wanted)
            && entry.node().equals(centre.roster().nodeOf(wanted))
            && allows(queue.routing(), wanted, waited);
    boolean passes =
        CallerScore.isStarving(queue.routing(), waited)
            || (queue.routing().stickyMillis() > 0 && agent.equals(wanted));
    return queue.agents().contains(agent)
        && !isKept
        && allows(queue.routing(), agent, waited)
        && (passes || !isHeldBack(agent, queue, entry.node()));
  }

  /** Whether another queue would have fewer of its agents free than it keeps. */
  private boolean isHeldBack(AgentId agent, Queue queue, NodeId node) {
    for (Queue other : books.queues.values()) {
      List<AgentId> here =
          other.agents().stream()
              .distinct()
              .filter(id -> node.equals(centre.roster().nodeOf(id)))
              .toList();
      long others =
          here.stream().filter(id -> !id.equals(agent) && centre.roster().isFree(id)).count();
      long atWork =
          here.stream()
              .map(id -> Objects.requireNonNull(centre.roster().books().agent(id)).state())
              .filter(AgentState::isAtWork)
              .count();
      if (other.agents().contains(agent)
          && other.routing().weight() > queue.routing().weight()
          && others < other.routing().reserve().of((int) atWork)) {
        return true;
      }
    }
    return false;
  }

  private boolean allows(Routing routing, AgentId agent, long waited) {
    return routing.allows(
        centre.roster().books().skillsOf(agent), routing.penaltyOf(agent), waited);
  }
}
