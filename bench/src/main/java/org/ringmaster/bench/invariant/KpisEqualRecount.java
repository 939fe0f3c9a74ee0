// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.interval.AgentFigure;
import org.ringmaster.core.interval.Interval;
import org.ringmaster.core.interval.QueueFigure;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.queue.EntryId;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.QueueId;

/**
 * The figures of the intervals are worked out a second time, naively, by {@link NaiveKpis}: after
 * each step for the callers and agents of whom it told anything, now and then for all.
 */
final class KpisEqualRecount implements Invariant {
  private final NaiveKpis told = new NaiveKpis();
  private final NaiveSums sums = new NaiveSums();
  private final Map<EntryId, NaiveSums> ofEntries = new HashMap<>();
  private final Map<AgentId, NaiveSums> ofAgents = new HashMap<>();
  private final Map<AgentId, NaiveKpis.Open> open = new HashMap<>();
  private final Map<LegId, AgentId> onLegs = new HashMap<>();

  @Override
  public String sentence() {
    return "The figures of every interval equal a second, naive computation.";
  }

  @Override
  public @Nullable String brokenByStep(List<RecordedFact> step, Checkpoint now) {
    Set<EntryId> entries = new LinkedHashSet<>();
    Set<AgentId> agents = new LinkedHashSet<>();
    for (RecordedFact fact : step) {
      told.add(fact);
      touches(fact, entries, agents);
    }
    Set<QueueId> queues = new LinkedHashSet<>();
    for (EntryId entry : entries) {
      NaiveSums anew = new NaiveSums();
      told.caller(entry, anew);
      replace(ofEntries.put(entry, anew), anew, queues);
    }
    for (AgentId agent : agents) {
      NaiveSums anew = new NaiveSums();
      NaiveKpis.Open does = told.shift(agent, anew);
      replace(ofAgents.put(agent, anew), anew, queues);
      if (does == null) {
        open.remove(agent);
      } else {
        open.put(agent, does);
      }
    }
    if (queues.isEmpty() && agents.isEmpty()) {
      return null;
    }
    NaiveSums touched = sums.of(queues, agents);
    open.values().forEach(does -> does.spend(now.nowMicros(), touched));
    return difference(touched, queues, agents, now);
  }

  private void replace(@Nullable NaiveSums before, NaiveSums anew, Set<QueueId> queues) {
    if (before != null) {
      sums.takeBack(before);
      queues.addAll(before.queues());
    }
    sums.add(anew);
    queues.addAll(anew.queues());
  }

  private void touches(RecordedFact fact, Set<EntryId> entries, Set<AgentId> agents) {
    switch (fact.fact()) {
      case QueueFact.EntryJoined f -> entries.add(f.entry());
      case QueueFact.EntryConnected f -> entries.add(f.entry());
      case QueueFact.EntryReturned f -> entries.add(f.entry());
      case QueueFact.EntryCompleted f -> entries.add(f.entry());
      case QueueFact.EntryAbandoned f -> entries.add(f.entry());
      case QueueFact.EntryOverflowed f -> entries.add(f.entry());
      case QueueFact.EntryOffered f -> agents.add(f.agent());
      case CallFact.LegHeld f when onLegs.containsKey(f.leg()) -> agents.add(onLegs.get(f.leg()));
      case CallFact.LegEnded f -> onLegs.remove(f.leg());
      case AgentFact.OfferMade f -> {
        onLegs.put(f.leg(), f.agent());
        agents.add(f.agent());
      }
      case AgentFact.SignedIn f -> agents.add(f.agent());
      case AgentFact.SignedOut f -> agents.add(f.agent());
      case AgentFact.Ready f -> agents.add(f.agent());
      case AgentFact.Paused f -> agents.add(f.agent());
      case AgentFact.Unpaused f -> agents.add(f.agent());
      case AgentFact.Reconnecting f -> agents.add(f.agent());
      case AgentFact.OfferEnded f -> agents.add(f.agent());
      case AgentFact.TalkBegan f -> agents.add(f.agent());
      case AgentFact.WrapUpStarted f -> agents.add(f.agent());
      case AgentFact.Freed f -> agents.add(f.agent());
      default -> {}
    }
  }

  @Override
  public @Nullable String brokenAt(Checkpoint whole) {
    NaiveKpis naive = new NaiveKpis();
    whole.facts().forEach(naive::add);
    NaiveSums all = naive.workedOut(whole.nowMicros());
    return difference(all, all.queues(), all.agents(), whole);
  }

  private static @Nullable String difference(
      NaiveSums naive, Set<QueueId> queues, Set<AgentId> agents, Checkpoint whole) {
    Set<Interval> intervals = new TreeSet<>(whole.intervals().intervals(whole.nowMicros()));
    intervals.addAll(naive.intervals());
    for (Interval interval : intervals) {
      for (QueueId queue : queues) {
        Map<QueueFigure, Long> expected = naive.queue(queue, interval);
        Map<QueueFigure, Long> found =
            whole.intervals().queue(queue, interval, whole.nowMicros()).sums();
        if (!expected.equals(found)) {
          return queue + " in " + interval + " has " + found + " instead of " + expected;
        }
      }
      for (AgentId agent : agents) {
        Map<AgentFigure, Long> expected = naive.agent(agent, interval);
        Map<AgentFigure, Long> found =
            whole.intervals().agent(agent, interval, whole.nowMicros()).sums();
        if (!expected.equals(found)) {
          return agent + " in " + interval + " has " + found + " instead of " + expected;
        }
      }
    }
    return null;
  }
}
