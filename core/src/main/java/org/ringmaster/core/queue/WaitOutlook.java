// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.Agent;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentProfile;
import org.ringmaster.core.agent.SkillLevel;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Fold;
import org.ringmaster.core.medium.Medium;

/**
 * What is to be expected of each queue: its pace, learnt from its callers and from how long its
 * agents were busy with them, and the agents who serve it now. A fold of the facts, so that a
 * replay foresees what was foreseen. It lives in the deciders' state and, as a copy of its own, in
 * the boards; owned by the thread that folds.
 */
public final class WaitOutlook implements Fold {

  private static final double MICROS_PER_SECOND = 1e6;

  /** Long enough for every relaxation of skills and penalties. */
  private static final long AT_LAST_MILLIS = Long.MAX_VALUE / 4;

  /** What a queue has learnt; also its line in a snapshot. */
  record Learnt(QueueId queue, Pace pace) {}

  /** Since when an agent has been busy with a caller of a queue; also its line in a snapshot. */
  record Busy(AgentId agent, QueueId queue, EntryId entry, long sinceMicros, boolean answered) {
    Busy met() {
      return new Busy(agent, queue, entry, sinceMicros, true);
    }
  }

  /** Who waits, and since when, by the kernel's clock. */
  private record Waiting(QueueId queue, long sinceMicros) {}

  private final Map<QueueId, Queue> queues = new LinkedHashMap<>();
  private final Map<AgentId, AgentProfile> profiles = new LinkedHashMap<>();

  /** Who is at work, and whether they are free. */
  private final Map<AgentId, Boolean> atWork = new LinkedHashMap<>();

  private final Map<AgentId, List<QueueId>> queuesOf = new LinkedHashMap<>();

  /** Made at first use and good until the queues change. */
  private final Map<QueueId, Set<QueueId>> sharing = new LinkedHashMap<>();

  private final Map<EntryId, Waiting> waiting = new LinkedHashMap<>();

  /** Those who have been answered, with when they had come: they may be taken back. */
  private final Map<EntryId, Waiting> answered = new LinkedHashMap<>();

  private final Map<QueueId, Integer> lengths = new LinkedHashMap<>();
  private final Map<AgentId, Busy> busy = new LinkedHashMap<>();
  private final Map<QueueId, Pace> paces = new LinkedHashMap<>();

  /** How long somebody will wait who joins a queue now, or null where nobody serves it. */
  public @Nullable EstimatedWait ofNext(QueueId id) {
    Queue queue = queues.get(id);
    if (queue == null) {
      return null;
    }
    int length = lengths.getOrDefault(id, 0);
    return length == 0 && hasFreeAgent(queue) ? EstimatedWait.NONE : behind(id, length);
  }

  /**
   * How long somebody will wait with so many before them, or null where nobody serves the queue.
   */
  public @Nullable EstimatedWait behind(QueueId id, int ahead) {
    Queue queue = queues.get(id);
    return queue == null ? null : EstimatedWait.behind(ahead, agentsOf(queue), paceOf(id));
  }

  /**
   * The queues whose expectation may change with how many wait in one: itself, and those that share
   * agents with it.
   */
  public Set<QueueId> touchedBy(QueueId id) {
    Set<QueueId> known = sharing.get(id);
    Queue queue = queues.get(id);
    if (known != null || queue == null) {
      return known == null ? Collections.singleton(id) : known;
    }
    Set<QueueId> touched = new LinkedHashSet<>(List.of(id));
    queue.agents().forEach(agent -> touched.addAll(queuesServedBy(agent)));
    Set<QueueId> made = Collections.unmodifiableSet(touched);
    sharing.put(id, made);
    return made;
  }

  /** The queues that an agent serves. */
  public List<QueueId> queuesServedBy(AgentId agent) {
    return queuesOf.getOrDefault(agent, List.of());
  }

  /** What a queue has learnt so far. */
  public Pace paceOf(QueueId id) {
    return paces.getOrDefault(id, Pace.UNKNOWN);
  }

  /**
   * How many agents serve a queue now: each counts by the part that its callers have among those
   * who wait for that agent, weights included. Where nobody may answer yet, those count who may
   * after the longest wait.
   */
  double agentsOf(Queue queue) {
    double now = agentsOf(queue, 0);
    return now > 0 ? now : agentsOf(queue, AT_LAST_MILLIS);
  }

  private double agentsOf(Queue queue, long waitedMillis) {
    double sum = 0;
    for (AgentId agent : queue.agents()) {
      sum +=
          atWork.containsKey(agent) && may(agent, queue, waitedMillis) ? partOf(agent, queue) : 0;
    }
    return sum;
  }

  private double partOf(AgentId agent, Queue queue) {
    double ours = StrictMath.max(1, demand(queue));
    double all = ours;
    for (QueueId id : queuesServedBy(agent)) {
      Queue other = queues.get(id);
      all += other == null || id.equals(queue.id()) ? 0 : demand(other);
    }
    return ours / all;
  }

  private double demand(Queue queue) {
    return lengths.getOrDefault(queue.id(), 0) * (1.0 + queue.routing().weight());
  }

  private boolean hasFreeAgent(Queue queue) {
    for (AgentId agent : queue.agents()) {
      if (atWork.getOrDefault(agent, false) && may(agent, queue, 0) && !isKept(agent, queue)) {
        return true;
      }
    }
    return false;
  }

  /** Whether another queue keeps a free agent from this one's callers. */
  private boolean isKept(AgentId agent, Queue queue) {
    for (QueueId id : queuesOf.getOrDefault(agent, List.of())) {
      Queue other = queues.get(id);
      if (other == null || other.routing().weight() <= queue.routing().weight()) {
        continue;
      }
      int free = 0;
      int working = 0;
      for (AgentId one : other.agents()) {
        working += atWork.containsKey(one) ? 1 : 0;
        free += !one.equals(agent) && atWork.getOrDefault(one, false) ? 1 : 0;
      }
      if (free < other.routing().reserve().of(working)) {
        return true;
      }
    }
    return false;
  }

  private boolean may(AgentId agent, Queue queue, long waitedMillis) {
    AgentProfile profile = profiles.get(agent);
    List<SkillLevel> skills = profile == null ? List.of() : profile.skills();
    return (profile == null || profile.capacityFor(Medium.VOICE) > 0)
        && queue.routing().allows(skills, queue.routing().penaltyOf(agent), waitedMillis);
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    switch (fact) {
      case QueueFact queueFact -> apply(queueFact, envelope.recordedAtMicros());
      case AgentFact agentFact -> apply(agentFact, envelope.recordedAtMicros());
      default -> {}
    }
  }

  private void apply(QueueFact fact, long nowMicros) {
    switch (fact) {
      case QueueFact.QueueConfigured f -> put(f.queue());
      case QueueFact.QueueRemoved f -> {
        queues.remove(f.queue());
        paces.remove(f.queue());
        index();
      }
      case QueueFact.EntryJoined f -> comes(f.entry(), f.queue(), nowMicros);
      case QueueFact.EntryOffered f -> {
        Waiting caller = waiting.get(f.entry());
        if (caller != null) {
          busy.put(f.agent(), new Busy(f.agent(), caller.queue(), f.entry(), nowMicros, false));
        }
      }
      case QueueFact.EntryUnoffered f -> busy.remove(f.agent());
      case QueueFact.EntryConnected f -> {
        busy.computeIfPresent(f.agent(), (agent, it) -> it.met());
        Waiting caller = waiting.get(f.entry());
        if (caller != null) {
          answered.put(f.entry(), caller);
        }
        goes(f.entry(), false, nowMicros);
      }
      case QueueFact.EntryReturned f -> {
        busy.remove(f.agent());
        Waiting caller = answered.remove(f.entry());
        comes(f.entry(), f.queue(), caller == null ? nowMicros : caller.sinceMicros());
      }
      case QueueFact.EntryCompleted f -> answered.remove(f.entry());
      case QueueFact.EntryAbandoned f -> goes(f.entry(), true, nowMicros);
      case QueueFact.EntryOverflowed f -> goes(f.entry(), false, nowMicros);
      default -> {}
    }
  }

  private void apply(AgentFact fact, long nowMicros) {
    switch (fact) {
      case AgentFact.Configured f -> profiles.put(f.profile().id(), f.profile());
      case AgentFact.Removed f -> {
        profiles.remove(f.agent());
        atWork.remove(f.agent());
        busy.remove(f.agent());
      }
      case AgentFact.Ready f -> free(f.agent(), nowMicros);
      case AgentFact.Unpaused f -> free(f.agent(), nowMicros);
      case AgentFact.Freed f -> free(f.agent(), nowMicros);
      case AgentFact.OfferEnded f -> atWork.replace(f.agent(), true);
      case AgentFact.OfferMade f -> atWork.put(f.agent(), false); // Perhaps out of a pause.
      case AgentFact.Paused f -> away(f.agent(), nowMicros);
      case AgentFact.SignedOut f -> away(f.agent(), nowMicros);
      default -> {}
    }
  }

  private void free(AgentId agent, long nowMicros) {
    atWork.put(agent, true);
    done(agent, nowMicros);
  }

  private void away(AgentId agent, long nowMicros) {
    atWork.remove(agent);
    done(agent, nowMicros);
  }

  /** An agent has done with a caller, wrap-up included: that is what a caller costs. */
  private void done(AgentId agent, long nowMicros) {
    Busy with = busy.remove(agent);
    if (with != null && with.answered()) {
      double seconds = (nowMicros - with.sinceMicros()) / MICROS_PER_SECOND;
      learn(with.queue(), pace -> pace.handled(seconds, nowMicros));
    }
  }

  private void comes(EntryId entry, QueueId queue, long sinceMicros) {
    waiting.put(entry, new Waiting(queue, sinceMicros));
    lengths.merge(queue, 1, Integer::sum);
  }

  private void goes(EntryId entry, boolean inVain, long nowMicros) {
    Waiting caller = waiting.remove(entry);
    if (caller != null) {
      lengths.merge(caller.queue(), -1, Integer::sum);
      double seconds = StrictMath.max(0, nowMicros - caller.sinceMicros()) / MICROS_PER_SECOND;
      learn(caller.queue(), pace -> pace.waited(seconds, inVain, nowMicros));
    }
  }

  private void learn(QueueId queue, UnaryOperator<Pace> lesson) {
    if (queues.containsKey(queue)) {
      paces.put(queue, lesson.apply(paceOf(queue)));
    }
  }

  private void put(Queue queue) {
    queues.put(queue.id(), queue);
    index();
  }

  private void index() {
    queuesOf.clear();
    sharing.clear();
    for (Queue queue : queues.values()) {
      for (AgentId agent : queue.agents()) {
        queuesOf.computeIfAbsent(agent, id -> new ArrayList<>()).add(queue.id());
      }
    }
  }

  @Override
  public void snapshot(Consumer<Record> out) {
    paces.forEach((queue, pace) -> out.accept(new Learnt(queue, pace)));
    busy.values().forEach(out);
  }

  @Override
  public void restore(Record entity) {
    switch (entity) {
      case Queue it -> put(it);
      case AgentProfile it -> profiles.put(it.id(), it);
      case Agent it -> {
        switch (it.state()) {
          case AVAILABLE -> atWork.put(it.id(), true);
          case OFFERED, ON_CALL, WRAP_UP -> atWork.put(it.id(), false);
          case SIGNED_OUT, SIGNING_IN, PAUSED -> {}
        }
      }
      case QueueEntry it -> {
        if (it.state() != EntryState.CONNECTED) {
          comes(it.id(), it.queue(), it.takenInMicros());
        } else {
          answered.put(it.id(), new Waiting(it.queue(), it.takenInMicros()));
        }
      }
      case Learnt it -> paces.put(it.queue(), it.pace());
      case Busy it -> busy.put(it.agent(), it);
      default -> {}
    }
  }
}
