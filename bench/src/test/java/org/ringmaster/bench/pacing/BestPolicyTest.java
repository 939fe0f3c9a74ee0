// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.pacing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BestPolicyTest {

  @Test
  void with_nothing_abandoned_one_agent_has_one_call_ringing_at_most() {
    // Busy 140 s, then 12 s x 5 tries: 140 / 200.
    assertEquals(70, new BestPolicy(1, 0.2, 12, 140).utilisationPercent(1e-7), 0.05);
  }

  @Test
  void more_may_be_abandoned_so_agents_are_busier() {
    BestPolicy policy = new BestPolicy(3, 0.3, 12, 140);
    double before = 0;
    for (double allowed : new double[] {0.01, 0.03, 0.1}) {
      double busy = policy.utilisationPercent(allowed);
      assertTrue(busy > before, allowed + ": " + busy);
      before = busy;
    }
  }

  @Test
  void a_larger_team_is_busier() {
    assertTrue(
        new BestPolicy(10, 0.2, 12, 140).utilisationPercent(0.03)
            > new BestPolicy(5, 0.2, 12, 140).utilisationPercent(0.03) + 2);
  }
}
