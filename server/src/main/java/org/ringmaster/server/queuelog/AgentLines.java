// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.queuelog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.PauseReason;
import org.ringmaster.core.queue.QueueId;

/**
 * What agents do with their queues: signing in adds them to each queue that they serve, a pause is
 * one of all queues. Owned by the thread that folds.
 */
final class AgentLines {
  private static final String BY_PROGRAM = "MANAGER";

  private final Consumer<QueueLogLine> out;
  private final Map<QueueId, List<AgentId>> served = new LinkedHashMap<>();
  private final Map<AgentId, Boolean> pausedOf = new LinkedHashMap<>();

  AgentLines(Consumer<QueueLogLine> out) {
    this.out = out;
  }

  /** A queue is served by these from here on. */
  void serve(QueueId queue, List<AgentId> agents, long at) {
    List<AgentId> before = served.getOrDefault(queue, List.of());
    served.put(queue, List.copyOf(agents));
    if (agents.isEmpty()) {
      served.remove(queue);
    }
    for (AgentId agent : pausedOf.keySet()) {
      if (before.contains(agent) && !agents.contains(agent)) {
        line(at, BY_PROGRAM, queue.value(), agent, "REMOVEMEMBER", "");
      } else if (agents.contains(agent) && !before.contains(agent)) {
        line(at, BY_PROGRAM, queue.value(), agent, "ADDMEMBER", paused(agent) ? "PAUSED" : "");
      }
    }
  }

  private boolean paused(AgentId agent) {
    return Boolean.TRUE.equals(pausedOf.get(agent));
  }

  void apply(AgentFact fact, long at) {
    switch (fact) {
      case AgentFact.SignedIn f -> {
        if (pausedOf.put(f.agent(), false) == null) {
          each(f.agent(), at, BY_PROGRAM, "ADDMEMBER", "");
        }
      }
      case AgentFact.SignedOut f -> goes(f.agent(), at);
      case AgentFact.Removed f -> goes(f.agent(), at);
      case AgentFact.Paused f -> pauses(f.agent(), true, textOf(f.reason()), at);
      case AgentFact.Unpaused f -> pauses(f.agent(), false, "", at);
      case AgentFact.Reconnecting f -> pauses(f.agent(), false, "", at);
      default -> {}
    }
  }

  private void goes(AgentId agent, long at) {
    if (pausedOf.remove(agent) != null) {
      each(agent, at, BY_PROGRAM, "REMOVEMEMBER", "");
    }
  }

  private void pauses(AgentId agent, boolean pause, String reason, long at) {
    @Nullable Boolean before = pausedOf.get(agent);
    if (before == null || !pause && !before) {
      return;
    }
    pausedOf.put(agent, pause);
    line(
        at, QueueLogLine.NONE, QueueLogLine.NONE, agent, pause ? "PAUSEALL" : "UNPAUSEALL", reason);
    each(agent, at, QueueLogLine.NONE, pause ? "PAUSE" : "UNPAUSE", reason);
  }

  private static String textOf(PauseReason reason) {
    if (reason.equals(PauseReason.NONE)) {
      return "";
    }
    return reason.equals(PauseReason.NO_ANSWER) ? "Auto-Pause" : reason.value();
  }

  private void each(AgentId agent, long at, String call, String event, String field) {
    served.forEach(
        (queue, agents) -> {
          if (agents.contains(agent)) {
            line(at, call, queue.value(), agent, event, field);
          }
        });
  }

  private void line(long at, String call, String queue, AgentId agent, String event, String field) {
    out.accept(QueueLogLine.of(at, call, queue, agent.value(), event, field));
  }

  void snapshot(Consumer<Record> state) {
    served.forEach((queue, agents) -> state.accept(new QueueLog.Served(queue, agents)));
    pausedOf.forEach((agent, paused) -> state.accept(new QueueLog.Present(agent, paused)));
  }

  void restore(Record entity) {
    switch (entity) {
      case QueueLog.Served it -> served.put(it.queue(), it.agents());
      case QueueLog.Present it -> pausedOf.put(it.agent(), it.paused());
      default -> {}
    }
  }
}
