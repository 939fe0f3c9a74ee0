// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.interval.AgentFigure;
import org.ringmaster.core.interval.Interval;
import org.ringmaster.core.interval.QueueFigure;
import org.ringmaster.core.queue.QueueId;

/** Figures by queue or agent and interval, microseconds or a count; none stands at 0. */
final class NaiveSums {
  private final Map<QueueId, Map<Interval, Map<QueueFigure, Long>>> queues = new LinkedHashMap<>();
  private final Map<AgentId, Map<Interval, Map<AgentFigure, Long>>> agents = new LinkedHashMap<>();

  void count(QueueId queue, Interval in, QueueFigure figure, long amount) {
    if (amount != 0) {
      queue(queue, in).merge(figure, amount, NaiveSums::sum);
    }
  }

  void count(AgentId agent, Interval in, AgentFigure figure, long amount) {
    if (amount != 0) {
      agent(agent, in).merge(figure, amount, NaiveSums::sum);
    }
  }

  /** The longest wait is no sum: it is raised. */
  void waited(QueueId queue, Interval in, long micros) {
    if (micros > 0) {
      queue(queue, in).merge(QueueFigure.LONGEST_WAIT_MICROS, micros, Math::max);
    }
  }

  private static @Nullable Long sum(long one, long other) {
    return one + other == 0 ? null : one + other;
  }

  /** A copy of what there is of these queues and agents. */
  NaiveSums of(Set<QueueId> someQueues, Set<AgentId> someAgents) {
    NaiveSums some = new NaiveSums();
    for (QueueId queue : someQueues) {
      queues
          .getOrDefault(queue, Map.of())
          .forEach((in, page) -> some.queue(queue, in).putAll(page));
    }
    for (AgentId agent : someAgents) {
      agents
          .getOrDefault(agent, Map.of())
          .forEach((in, page) -> some.agent(agent, in).putAll(page));
    }
    return some;
  }

  /** Adds all of these. */
  void add(NaiveSums more) {
    book(more, 1);
  }

  /** Takes all of these back, but for the longest waits: those only grow. */
  void takeBack(NaiveSums before) {
    book(before, -1);
  }

  private void book(NaiveSums more, int times) {
    more.queues.forEach(
        (queue, pages) ->
            pages.forEach(
                (in, page) ->
                    page.forEach((figure, amount) -> book(queue, in, figure, amount, times))));
    more.agents.forEach(
        (agent, pages) ->
            pages.forEach(
                (in, page) ->
                    page.forEach((figure, amount) -> count(agent, in, figure, times * amount))));
  }

  private void book(QueueId queue, Interval in, QueueFigure figure, long amount, int times) {
    if (figure != QueueFigure.LONGEST_WAIT_MICROS) {
      count(queue, in, figure, times * amount);
    } else if (times > 0) {
      waited(queue, in, amount);
    }
  }

  Set<Interval> intervals() {
    Set<Interval> all = new TreeSet<>();
    queues.values().forEach(pages -> all.addAll(pages.keySet()));
    agents.values().forEach(pages -> all.addAll(pages.keySet()));
    return all;
  }

  Set<QueueId> queues() {
    return queues.keySet();
  }

  Set<AgentId> agents() {
    return agents.keySet();
  }

  Map<QueueFigure, Long> queue(QueueId queue, Interval in) {
    return queues
        .computeIfAbsent(queue, it -> new HashMap<>())
        .computeIfAbsent(in, it -> new EnumMap<>(QueueFigure.class));
  }

  Map<AgentFigure, Long> agent(AgentId agent, Interval in) {
    return agents
        .computeIfAbsent(agent, it -> new HashMap<>())
        .computeIfAbsent(in, it -> new EnumMap<>(AgentFigure.class));
  }
}
