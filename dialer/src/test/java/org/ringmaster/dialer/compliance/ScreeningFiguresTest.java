// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.compliance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.call.ScreeningVerdict;
import org.ringmaster.dialer.compliance.AbandonLedger.Window;

class ScreeningFiguresTest {
  private static final long NOON = 1_800_014_400_000_000L;
  private static final long DAY = 86_400_000_000L;

  private final AbandonLedger ledger = new AbandonLedger(ZoneId.of("Europe/Berlin"));

  @Test
  void theIntervalIsWilsons() {
    // statsmodels.stats.proportion.proportion_confint(2, 50, method="wilson")
    ScreeningFigures some = new ScreeningFigures(0, 100, 0, 90, 50, 2);
    assertEquals(4, some.falsePercent(), 1e-9);
    assertEquals(1.10, some.leastFalsePercent(), 0.01);
    assertEquals(13.46, some.mostFalsePercent(), 0.01);
  }

  @Test
  void whereNobodyWasAskedNothingIsKnown() {
    assertEquals(0, ScreeningFigures.NONE.leastFalsePercent());
    assertEquals(100, ScreeningFigures.NONE.mostFalsePercent());
  }

  @Test
  void peopleWhoAreGivenUpAsMachinesCountAsAbandoned() {
    for (int i = 0; i < 970; i++) {
      ledger.answered(false, NOON);
    }
    for (int i = 0; i < 100; i++) {
      ledger.screened(ScreeningVerdict.MACHINE, true, NOON);
    }
    assertEquals(970 * 0.03, ledger.left(3, NOON) + 970 * 0.0, 1e-6);
    for (int i = 0; i < 20; i++) {
      ledger.audited(i < 6, NOON);
    }
    LiveAnswers answers = ledger.in(Window.DAY, NOON);
    assertEquals(30, answers.mistaken(), 1e-9);
    assertEquals(3, answers.abandonedPercent(), 1e-9);
    assertEquals(0, ledger.left(3, NOON), 1e-9);
    assertFalse(AbandonLedger.isSpent(ledger.left(3, NOON), 3, 2));
    assertTrue(AbandonLedger.isSpent(ledger.left(3, NOON), 3, 0));
  }

  @Test
  void whatWasFoundOnOtherDaysHoldsForToday() {
    ledger.audited(true, NOON - 5 * DAY);
    ledger.audited(false, NOON - 5 * DAY);
    ledger.screened(ScreeningVerdict.MACHINE, true, NOON);
    assertEquals(0.5, ledger.in(Window.DAY, NOON).mistaken(), 1e-9);
    AbandonLedger again = new AbandonLedger(ZoneId.of("Europe/Berlin"));
    again.loadScreening(ledger.saveScreening());
    assertEquals(
        ledger.screening(Window.LAST_30_DAYS, NOON), again.screening(Window.LAST_30_DAYS, NOON));
  }
}
