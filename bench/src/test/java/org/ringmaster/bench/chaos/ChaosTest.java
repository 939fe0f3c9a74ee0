// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringmaster.bench.measure.WholeReport;

class ChaosTest {
  private static final int SEEDS = 300;
  private static final int SEEDS_TO_CATCH = 60;

  @Test
  void three_hundred_short_days_on_which_everything_goes_wrong_break_nothing() throws Exception {
    ChaosBench bench = new ChaosBench(1, SEEDS);
    WholeReport.read("chaos", bench.run(true).json());
    assertEquals(List.of(), bench.broken());
    assertTrue(bench.inputs() > 500L * SEEDS, "only " + bench.inputs() + " inputs");
  }

  @Test
  void the_same_seed_is_the_same_day() {
    assertEquals(new ChaosSeed(7, null).run(), new ChaosSeed(7, null).run());
  }

  @ParameterizedTest
  @EnumSource
  void a_guarantee_that_is_broken_on_purpose_is_caught(Sabotage sabotage) {
    @Nullable String broken = null;
    for (int seed = 1; seed <= SEEDS_TO_CATCH && broken == null; seed++) {
      broken = new ChaosSeed(seed, sabotage).run().broken();
    }
    assertNotNull(broken, sabotage.words());
  }
}
