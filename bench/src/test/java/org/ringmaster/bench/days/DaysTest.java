// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.days;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringmaster.bench.measure.WholeReport;

class DaysTest {
  private static final long CALLS = 100_000;
  private static final int SHORT_DAY = 2_000;
  private static final int DAYS_TO_CATCH = 20;

  @Test
  void a_hundred_thousand_calls_break_nothing() throws Exception {
    DaysBench bench = new DaysBench(1, CALLS, 2, 60);
    WholeReport.read("days", bench.run(true).json());
    assertEquals(List.of(), bench.broken());
    assertTrue(bench.calls() >= CALLS * 9 / 10, "only " + bench.calls() + " calls");
    assertTrue(bench.givenWhileDue() > 0, "nobody was ever due by the ageing bound");
    assertTrue(bench.keptApart() > 0, "no reserve ever kept an agent");
    assertTrue(bench.givenPastReserve() > 0, "nobody ever waited a reserve out");
    for (String what :
        List.of(
            "answered",
            "callback reached",
            "conference",
            "consult: customer given to an agent",
            "held back by the reserve of another queue",
            "kept for the agent they had before",
            "rung because a reserve could spare the agent",
            "rung because the wait had relaxed the rules",
            "supervisor takes over",
            "transfer to a queue",
            "transfer: taken",
            "trouble: the platform was killed and started again")) {
      assertTrue(bench.happenings().containsKey(what), "never: " + what);
    }
  }

  @Test
  void the_same_seed_is_the_same_day() {
    DayRun.Outcome one = new DayRun(3, SHORT_DAY, null).run();
    DayRun.Outcome other = new DayRun(3, SHORT_DAY, null).run();
    assertEquals(one.facts(), other.facts());
    assertEquals(one.happenings().counts(), other.happenings().counts());
  }

  @ParameterizedTest
  @EnumSource
  void a_flaw_in_the_matching_is_caught(Flaw flaw) {
    @Nullable String broken = null;
    for (int seed = 1; seed <= DAYS_TO_CATCH && broken == null; seed++) {
      broken = new DayRun(seed, SHORT_DAY, flaw).run().broken();
    }
    assertNotNull(broken, flaw.words());
  }
}
