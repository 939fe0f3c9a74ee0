// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.dials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringmaster.bench.measure.WholeReport;
import org.ringmaster.dialer.campaign.AttemptPhase;
import org.ringmaster.dialer.campaign.CampaignMode;
import org.ringmaster.dialer.campaign.Gate;

/**
 * Campaigns that dial while everything goes wrong do nobody wrong; a guard that lacks is missed.
 */
class DialsTest {
  private static final int SHORT_MINUTES = 20;
  private static final long DIALS = 3_000;

  @Test
  void campaigns_that_dial_while_everything_goes_wrong_do_nobody_wrong() throws Exception {
    DialsBench bench = new DialsBench(1, DIALS, 2, SHORT_MINUTES);
    WholeReport.read("dials", bench.run(true).json());
    assertEquals(List.of(), bench.broken());
    assertTrue(bench.dials() >= DIALS, "only " + bench.dials() + " dials");
    for (Gate gate :
        List.of(Gate.CONSENT, Gate.IN_CALL, Gate.MACHINE_REST, Gate.NUMBER_TRIES, Gate.HOURS)) {
      assertTrue(bench.tally().of(gate) > 0, "never: " + gate);
    }
    for (String what :
        List.of(
            DialTally.dialsIn(CampaignMode.AGENTLESS),
            DialTally.SHOWN,
            DialTally.WANTED,
            DialTally.message(AttemptPhase.OPTED_OUT),
            DialTally.RANG_IN,
            DialTally.CALLBACKS,
            "do-not-call lists loaded",
            "numbers allowed again",
            "numbers refused",
            "trouble: clock set by a day",
            "trouble: frames lost, late, doubled, overtaken",
            "trouble: the platform was killed and started again")) {
      assertTrue(bench.tally().of(what) > 0, "never: " + what);
    }
  }

  /** The node took neither the message nor the hang-up, and they pressed the key. */
  @Test
  void whoever_is_still_there_may_say_no_by_key_also_behind_a_message_that_failed() {
    assertNull(new DialSeed(88, DialsBench.MINUTES, null).run().broken());
  }

  @Test
  void the_same_seed_is_the_same_world() {
    DialSeed.Outcome one = new DialSeed(5, 5, null).run();
    DialSeed.Outcome other = new DialSeed(5, 5, null).run();
    assertEquals(one.facts(), other.facts());
    assertEquals(one.tally().counts(), other.tally().counts());
  }

  @ParameterizedTest
  @EnumSource
  void a_guard_that_is_removed_on_purpose_is_missed(Sabotage sabotage) {
    assertNotNull(DialsBench.caught(sabotage, 1), sabotage.words());
  }
}
