// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.calendar;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalendarTest {
  private static final Calendar NIGHTS =
      new Calendar(
          new CalendarId("nights"),
          "Europe/Berlin",
          List.of(new OpenHours(DayOfWeek.SUNDAY, 2 * 60, 3 * 60)),
          List.of());

  private static boolean isOpen(Calendar calendar, String instant) {
    return calendar.isOpen(Instant.parse(instant).getEpochSecond() * 1_000_000);
  }

  @Test
  void theHourThatSummerTimeSkipsIsNeverOpen() {
    assertFalse(isOpen(NIGHTS, "2026-03-29T00:59:59Z"));
    assertFalse(isOpen(NIGHTS, "2026-03-29T01:00:00Z"));
  }

  @Test
  void theHourThatComesTwiceInAutumnIsOpenBothTimes() {
    assertTrue(isOpen(NIGHTS, "2026-10-25T00:30:00Z"));
    assertTrue(isOpen(NIGHTS, "2026-10-25T01:30:00Z"));
    assertFalse(isOpen(NIGHTS, "2026-10-25T02:30:00Z"));
  }

  @Test
  void aHolidayIsADayOfTheZoneAndNotOfGreenwich() {
    Calendar calendar =
        new Calendar(new CalendarId("sp"), "America/Sao_Paulo", List.of(), List.of("2026-12-25"));
    assertTrue(isOpen(calendar, "2026-12-25T02:59:59Z"));
    assertFalse(isOpen(calendar, "2026-12-25T03:00:00Z"));
    assertFalse(isOpen(calendar, "2026-12-26T02:59:59Z"));
  }

  @Test
  void theLastMinuteOfTheHoursIsOpenAndTheNextIsNot() {
    Calendar day =
        new Calendar(
            new CalendarId("day"),
            "UTC",
            List.of(new OpenHours(DayOfWeek.MONDAY, 0, 24 * 60)),
            List.of());
    assertTrue(isOpen(day, "2026-11-02T23:59:59Z"));
    assertFalse(isOpen(day, "2026-11-03T00:00:00Z"));
  }

  @Test
  void unknownZonesAndDatesThatAreNoneAreRefused() {
    CalendarId id = new CalendarId("x");
    assertThrows(
        RuntimeException.class, () -> new Calendar(id, "Mars/Olympus", List.of(), List.of()));
    assertThrows(
        RuntimeException.class, () -> new Calendar(id, "UTC", List.of(), List.of("2026-02-30")));
  }
}
