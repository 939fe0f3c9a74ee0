// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.interval.AgentFigure;
import org.ringmaster.core.interval.Interval;
import org.ringmaster.core.interval.QueueFigure;
import org.ringmaster.core.queue.QueueId;

/** The figures of the intervals are worked out a second time, naively, by {@link NaiveKpis}. */
final class KpisEqualRecount implements Invariant {
  @Override
  public String sentence() {
    return "The figures of every interval equal a second, naive computation.";
  }

  @Override
  public @Nullable String brokenAt(Checkpoint whole) {
    NaiveKpis naive = new NaiveKpis();
    whole.facts().forEach(naive::add);
    naive.workOut(whole.nowMicros());
    Set<Interval> intervals = new TreeSet<>(whole.intervals().intervals(whole.nowMicros()));
    intervals.addAll(naive.intervals());
    for (Interval interval : intervals) {
      for (QueueId queue : naive.queues()) {
        Map<QueueFigure, Long> expected = naive.queue(queue, interval);
        Map<QueueFigure, Long> found =
            whole.intervals().queue(queue, interval, whole.nowMicros()).sums();
        if (!expected.equals(found)) {
          return queue + " in " + interval + " has " + found + " instead of " + expected;
        }
      }
      for (AgentId agent : naive.agents()) {
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
