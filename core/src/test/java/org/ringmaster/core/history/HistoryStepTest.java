// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class HistoryStepTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final String LATER = "2027-01-01T00:00:00Z";

  @Test
  void aDayOnWhichTheClocksAreChangedIsAnHourShorterOrLonger() {
    assertEquals("2026-03-29T22:00:00Z", end(HistoryStep.DAY, "2026-03-28T23:00:00Z", LATER));
    assertEquals("2026-10-25T23:00:00Z", end(HistoryStep.DAY, "2026-10-24T22:00:00Z", LATER));
    assertEquals("2026-06-10T22:00:00Z", end(HistoryStep.DAY, "2026-06-09T22:00:00Z", LATER));
  }

  @Test
  void theLastStepEndsWithTheTimeThatWasAskedFor() {
    String until = "2026-06-10T07:40:00Z";
    assertEquals(until, end(HistoryStep.DAY, "2026-06-09T22:00:00Z", until));
    assertEquals(until, end(HistoryStep.HOUR, "2026-06-10T07:00:00Z", until));
    assertEquals(until, end(HistoryStep.INTERVAL, "2026-06-10T07:30:00Z", until));
    assertEquals(until, end(HistoryStep.WHOLE, "2026-06-09T22:00:00Z", until));
    assertEquals("2026-06-10T07:30:00Z", end(HistoryStep.INTERVAL, "2026-06-10T07:15:00Z", until));
    assertEquals("2026-06-10T07:00:00Z", end(HistoryStep.HOUR, "2026-06-10T06:00:00Z", until));
  }

  private static String end(HistoryStep step, String begin, String until) {
    return Instant.EPOCH
        .plus(step.endOf(micros(begin), BERLIN, micros(until)), ChronoUnit.MICROS)
        .toString();
  }

  private static long micros(String instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(instant));
  }
}
