// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.calendar.Calendar;
import org.ringmaster.core.calendar.CalendarId;

/**
 * What becomes of those who still wait in a queue when its hours are over. A queue without it
 * serves them, however long that takes.
 *
 * @param hours the calendar whose end it is
 * @param graceMillis how long they may still be answered after that
 * @param target where they are sent then; null for the queue's own overflow
 */
public record Closing(CalendarId hours, long graceMillis, @Nullable Overflow target) {

  private static final long MINUTE_MICROS = 60_000_000;
  private static final long MICROS_PER_MILLI = 1_000;

  /**
   * Whether the calendar has been closed for as long as the grace, at every minute of it: hours
   * begin and end with minutes. A pause that is shorter sends nobody away.
   *
   * @param wallMicros what the clock on the wall shows, epoch microseconds
   */
  boolean isDue(Calendar calendar, long wallMicros) {
    long since = wallMicros - graceMillis * MICROS_PER_MILLI;
    for (long at = wallMicros; at > since; at -= MINUTE_MICROS) {
      if (calendar.isOpen(at)) {
        return false;
      }
    }
    return !calendar.isOpen(since);
  }

  /** How long until the next minute begins, when hours may end; microseconds. */
  static long untilNextLook(long wallMicros) {
    return MINUTE_MICROS - StrictMath.floorMod(wallMicros, MINUTE_MICROS);
  }
}
