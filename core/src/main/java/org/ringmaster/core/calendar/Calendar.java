// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * When somebody is there, as configured.
 *
 * @param zone an IANA time zone, such as {@code America/Sao_Paulo}
 * @param hours the stretches of a week in which it is open; none means always
 * @param holidays dates on which it is closed all day, such as {@code 2026-12-25}
 */
public record Calendar(CalendarId id, String zone, List<OpenHours> hours, List<String> holidays) {

  private static final long MICROS_PER_SECOND = 1_000_000;

  public Calendar {
    ZoneId.of(zone);
    holidays.forEach(LocalDate::parse);
  }

  /** Whether it is open at an instant (epoch microseconds). Follows the zone's summer time. */
  public boolean isOpen(long atMicros) {
    return isOpenIn(ZoneId.of(zone), atMicros);
  }

  /** Whether it is open where somebody is, by the clock on their wall. */
  public boolean isOpenIn(ZoneId theirs, long atMicros) {
    ZonedDateTime there =
        Instant.ofEpochSecond(StrictMath.floorDiv(atMicros, MICROS_PER_SECOND)).atZone(theirs);
    if (holidays.contains(there.toLocalDate().toString())) {
      return false;
    }
    int minute = there.getHour() * 60 + there.getMinute();
    return hours.isEmpty()
        || hours.stream().anyMatch(open -> open.contains(there.getDayOfWeek(), minute));
  }
}
