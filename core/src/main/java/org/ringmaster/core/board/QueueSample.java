// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.board;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.queue.QueueId;

/**
 * What a queue showed at one instant. Also its line in a snapshot.
 *
 * @param atMicros the instant, epoch microseconds
 * @param longestWaitMillis how long the one waiting longest had waited by then; 0 where nobody did
 * @param day what it had counted by then on that day
 */
public record QueueSample(
    QueueId queue,
    long atMicros,
    int waiting,
    long longestWaitMillis,
    int available,
    int onCall,
    int wrapUp,
    int paused,
    QueueDay day) {

  private static final long MICROS_PER_MILLI = 1_000;
  private static final long MICROS_PER_SECOND = 1_000_000;

  /** What a row shows at an instant, as long as nothing happens until then. */
  static QueueSample of(QueueRow row, long atMicros, ZoneId zone) {
    LocalDate day =
        LocalDate.ofInstant(
            Instant.ofEpochSecond(Math.floorDiv(atMicros, MICROS_PER_SECOND)), zone);
    Map<AgentState, Integer> agents = row.agents();
    return new QueueSample(
        row.queue().id(),
        atMicros,
        row.waiting(),
        row.waiting() == 0
            ? 0
            : Math.max(0, atMicros - row.longestSinceMicros()) / MICROS_PER_MILLI,
        agents.getOrDefault(AgentState.AVAILABLE, 0),
        agents.getOrDefault(AgentState.ON_CALL, 0),
        agents.getOrDefault(AgentState.WRAP_UP, 0),
        agents.getOrDefault(AgentState.PAUSED, 0),
        row.on(day));
  }
}
