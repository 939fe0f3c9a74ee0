// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.wall;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.board.Boards;
import org.ringmaster.core.board.QueueDay;
import org.ringmaster.core.board.QueueRow;
import org.ringmaster.core.queue.Door;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.wall.Alarm;
import org.ringmaster.core.wall.AlarmRule;
import org.ringmaster.core.wall.QueueThresholds;
import org.ringmaster.core.wall.Thresholds;

/**
 * Holds the queues beside their thresholds each time somebody looks, so that all who look see the
 * same alarm. A wait grows without anything happening: look once a second. Any thread.
 */
public final class AlarmWatch {

  private static final long MICROS_PER_MILLI = 1_000;

  private final Boards boards;
  private final Supplier<LocalDate> today;
  private final LongSupplier clockMillis;
  private final Map<QueueId, Alarm> alarms = new HashMap<>();

  /**
   * A watch over these boards.
   *
   * @param clockMillis epoch milliseconds
   */
  public AlarmWatch(Boards boards, Supplier<LocalDate> today, LongSupplier clockMillis) {
    this.boards = boards;
    this.today = today;
    this.clockMillis = clockMillis;
  }

  /** All queues by name, with their alarms as they are now. */
  public synchronized List<QueueSight> sights() {
    List<QueueSight> all = new ArrayList<>();
    long nowMicros = clockMillis.getAsLong() * MICROS_PER_MILLI;
    LocalDate day = today.get();
    for (QueueRow row : boards.queues().rows()) {
      all.add(look(row, day, nowMicros));
    }
    alarms.keySet().removeIf(queue -> boards.queues().row(queue) == null);
    return all;
  }

  /** One queue, or null where the configuration has none of that name. */
  public synchronized @Nullable QueueSight sight(QueueId queue) {
    QueueRow row = boards.queues().row(queue);
    return row == null ? null : look(row, today.get(), clockMillis.getAsLong() * MICROS_PER_MILLI);
  }

  /** What is set for each queue, by name. */
  public List<QueueLimits> limits() {
    List<QueueLimits> all = new ArrayList<>();
    for (QueueRow row : boards.queues().rows()) {
      QueueId queue = row.queue().id();
      all.add(
          new QueueLimits(
              queue,
              thresholds(row),
              boards.walls().thresholds(queue),
              boards.walls().mute(queue)));
    }
    return all;
  }

  private Thresholds thresholds(QueueRow row) {
    QueueThresholds set = boards.walls().thresholds(row.queue().id());
    return set == null ? Thresholds.usual(row.queue().serviceLevelMillis()) : set.thresholds();
  }

  private @Nullable Door door(QueueId queue) {
    for (Door door : boards.steering().sight().doors()) {
      if (door.queue().equals(queue)) {
        return door;
      }
    }
    return null;
  }

  private QueueSight look(QueueRow row, LocalDate day, long nowMicros) {
    QueueDay counts = row.on(day);
    long waitedMicros = row.waiting() == 0 ? 0 : nowMicros - row.longestSinceMicros();
    AlarmRule.Figures figures =
        new AlarmRule.Figures(
            row.waiting(),
            Math.max(0, waitedMicros) / MICROS_PER_MILLI,
            counts.counted(),
            counts.serviceLevel());
    Alarm before = alarms.getOrDefault(row.queue().id(), Alarm.NONE);
    Alarm alarm = AlarmRule.next(before, figures, thresholds(row), nowMicros);
    alarms.put(row.queue().id(), alarm);
    return new QueueSight(row, alarm, door(row.queue().id()));
  }
}
