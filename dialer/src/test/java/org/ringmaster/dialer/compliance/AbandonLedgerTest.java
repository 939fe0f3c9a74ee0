// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.compliance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringmaster.dialer.compliance.AbandonLedger.Window;

class AbandonLedgerTest {
  private final AbandonLedger ledger = new AbandonLedger(ZoneId.of("America/Sao_Paulo"));

  private static long at(String instant) {
    return Instant.parse(instant).toEpochMilli() * 1_000;
  }

  private void answered(int connected, int abandoned, String instant) {
    for (int i = 0; i < connected + abandoned; i++) {
      ledger.answered(i < abandoned, at(instant));
    }
  }

  @Test
  void eachWindowCountsItsOwn() {
    answered(10, 1, "2026-06-01T15:00:00Z");
    answered(20, 2, "2026-06-10T23:00:00Z");
    answered(30, 3, "2026-06-11T04:00:00Z");
    long now = at("2026-06-11T12:00:00Z");
    // Midnight in São Paulo is three in the morning in Greenwich.
    assertEquals(new LiveAnswers(30, 3, 0, 0), ledger.in(Window.DAY, now));
    assertEquals(new LiveAnswers(50, 5, 0, 0), ledger.in(Window.LAST_24_HOURS, now));
    assertEquals(new LiveAnswers(60, 6, 0, 0), ledger.in(Window.LAST_30_DAYS, now));
    long later = at("2026-07-05T12:00:00Z");
    assertEquals(new LiveAnswers(50, 5, 0, 0), ledger.in(Window.LAST_30_DAYS, later));
    assertEquals(new LiveAnswers(60, 6, 0, 0), ledger.in(Window.MONTH, now));
    assertEquals(LiveAnswers.NONE, ledger.in(Window.MONTH, later));
  }

  @Test
  void theFirstOfALongMonthCountsOnItsLastEvening() {
    answered(40, 4, "2026-10-01T04:00:00Z");
    answered(10, 1, "2026-10-31T23:00:00Z");
    long now = at("2026-10-31T23:30:00Z");
    assertEquals(new LiveAnswers(50, 5, 0, 0), ledger.in(Window.MONTH, now));
    assertEquals(new LiveAnswers(10, 1, 0, 0), ledger.in(Window.LAST_30_DAYS, now));
    long nextDay = at("2026-11-01T04:00:00Z");
    assertEquals(LiveAnswers.NONE, ledger.in(Window.MONTH, nextDay));
  }

  @Test
  void whatSeveralCountIsOneBudget() {
    answered(100, 0, "2026-06-11T11:00:00Z");
    AbandonLedger other = new AbandonLedger(ZoneId.of("America/Sao_Paulo"));
    long now = at("2026-06-11T12:00:00Z");
    for (int i = 0; i < 5; i++) {
      other.answered(true, now);
    }
    assertFalse(AbandonLedger.isSpent(ledger.left(3, now), 3, 1));
    assertTrue(AbandonLedger.isSpent(AbandonLedger.left(List.of(ledger, other), 3, now), 3, 1));
    assertEquals(105 * 0.03 - 5, AbandonLedger.left(List.of(ledger, other), 3, now), 1e-9);
  }

  @Test
  void theStrictestWindowIsSpentFirst() {
    answered(1_000, 0, "2026-06-01T15:00:00Z");
    long now = at("2026-06-11T12:00:00Z");
    assertFalse(AbandonLedger.isSpent(ledger.left(3, now), 3, 1));
    answered(20, 2, "2026-06-11T11:00:00Z");
    assertEquals(0.2, ledger.in(Window.LAST_30_DAYS, now).abandonedPercent(), 0.01);
    assertTrue(
        AbandonLedger.isSpent(ledger.left(3, now), 3, 1),
        "two of twenty-two are too many for a day");
    assertEquals(22 * 0.03 - 2, ledger.left(3, now), 1e-9);
    answered(1_000, 0, "2026-06-11T11:30:00Z");
    assertEquals(1_022 * 0.03 - 2, ledger.left(3, now), 1e-9);
  }

  @Test
  void whatIsSavedCountsAsBefore() {
    answered(10, 1, "2026-06-11T11:00:00Z");
    AbandonLedger other = new AbandonLedger(ZoneId.of("America/Sao_Paulo"));
    other.load(ledger.save());
    long now = at("2026-06-11T12:00:00Z");
    assertEquals(ledger.in(Window.DAY, now), other.in(Window.DAY, now));
  }
}
