// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.staffing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class DayPatternTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void theSameHourAWeekBeforeIsTheSameByTheClockThoughThatWasChanged() {
    assertEquals("2026-03-24T08:00:00Z", weekBefore("2026-03-31T07:00:00Z"));
    assertEquals("2026-10-21T06:00:00Z", weekBefore("2026-10-28T07:00:00Z"));
    assertEquals("2026-06-10T07:00:00Z", weekBefore("2026-06-17T07:00:00Z"));
  }

  private static String weekBefore(String instant) {
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(instant));
    return Instant.EPOCH
        .plus(DayPattern.sameTimeBefore(micros, 7, BERLIN), ChronoUnit.MICROS)
        .toString();
  }
}
