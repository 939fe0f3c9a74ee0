// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.board;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.queue.EstimatedWait;
import org.ringmaster.core.queue.Queue;

/**
 * A queue as it stands now.
 *
 * @param waiting callers without an agent, those for whom one is being rung included
 * @param longestSinceMicros since when the one waiting longest waits, epoch microseconds; 0 where
 *     nobody waits
 * @param talking callers with an agent
 * @param agents how many of its agents are in each state; every state is there
 * @param callbacks callers whose place is kept and who are to be called back
 * @param oldestCallbackMicros since when the one of these waiting longest waits, epoch
 *     microseconds; 0 where there is none
 * @param day what it has counted on the last day on which anything happened
 * @param expected how long somebody will wait who joins now; null where nobody serves it
 * @param messages messages that were left and that nobody has heard
 */
public record QueueRow(
    Queue queue,
    int waiting,
    long longestSinceMicros,
    int talking,
    Map<AgentState, Integer> agents,
    int callbacks,
    long oldestCallbackMicros,
    QueueDay day,
    @Nullable EstimatedWait expected,
    int messages) {

  /**
   * The {@linkplain EstimatedWait#pressure pressure} on it; null where nobody serves it, so that
   * whoever comes waits for ever.
   */
  public @Nullable Double pressure() {
    return expected == null ? null : expected.pressure(queue.serviceLevelMillis());
  }

  /** How many agents stay free for its own callers now. */
  public int kept() {
    int atWork = 0;
    for (Map.Entry<AgentState, Integer> state : agents.entrySet()) {
      atWork += state.getKey().isAtWork() ? state.getValue() : 0;
    }
    return queue.routing().reserve().of(atWork);
  }

  /** What it has counted on the given day. */
  public QueueDay on(LocalDate today) {
    return day.day().equals(today) ? day : QueueDay.begin(queue.id(), today);
  }
}
