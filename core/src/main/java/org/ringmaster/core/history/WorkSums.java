// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.history;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.interval.AgentFigure;
import org.ringmaster.core.interval.QueueFigure;

/** Which spells' times each figure of work sums up. */
final class WorkSums {

  /** A figure of an agent, and the same of a queue where there is one. */
  record Pair(AgentFigure ofAgent, @Nullable QueueFigure ofQueue) {}

  /** By the word in {@code figure_spells.work}. */
  static final Map<String, Pair> OF_WORK = ofWork();

  private WorkSums() {}

  private static Map<String, Pair> ofWork() {
    Map<String, Pair> all = new LinkedHashMap<>();
    all.put("SIGNING_IN", new Pair(AgentFigure.SIGNING_IN_MICROS, null));
    all.put("IDLE", new Pair(AgentFigure.IDLE_MICROS, null));
    all.put("RINGING", new Pair(AgentFigure.RING_MICROS, QueueFigure.RING_MICROS));
    all.put("TALKING", new Pair(AgentFigure.TALK_MICROS, QueueFigure.TALK_MICROS));
    all.put("HOLDING", new Pair(AgentFigure.HOLD_MICROS, QueueFigure.HOLD_MICROS));
    all.put("WRAPPING_UP", new Pair(AgentFigure.WRAP_UP_MICROS, QueueFigure.WRAP_UP_MICROS));
    all.put("PAUSED", new Pair(AgentFigure.PAUSED_MICROS, null));
    return all;
  }

  /** The work whose time a figure sums up, or null. */
  static @Nullable String workOf(String figure) {
    for (Map.Entry<String, Pair> each : OF_WORK.entrySet()) {
      if (each.getValue().ofAgent().name().equals(figure)) {
        return each.getKey();
      }
    }
    return null;
  }
}
