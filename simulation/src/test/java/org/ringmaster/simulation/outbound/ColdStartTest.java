// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.outbound;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringmaster.dialer.campaign.CampaignMode;
import org.ringmaster.dialer.campaign.CampaignPacing;
import org.ringmaster.simulation.world.DiallingCentre;

/** The first minutes of a campaign of which nothing is known. */
class ColdStartTest {
  private static final int SEEDS = 40;
  private static final double TEN_MINUTES = 1 / 6.0;

  @ParameterizedTest
  @CsvSource({"10, 0.2", "20, 0.2", "50, 0.2", "20, 0.1", "50, 0.4", "100, 0.3"})
  void inTheFirstTenMinutesFewAreAbandonedAndAgentsAreBusy(int agents, double share) {
    long answered = 0;
    long abandoned = 0;
    double busy = 0;
    double worst = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      OutboundWorld world =
          new OutboundWorld(
              OutboundScenario.steady(agents, share),
              CampaignPacing.pacer(
                  DiallingCentre.campaign(CampaignMode.PREDICTIVE).recycling(1, List.of())),
              seed,
              Integer.MAX_VALUE,
              24);
      OutboundResult first = world.run(TEN_MINUTES);
      answered += first.answered();
      abandoned += first.abandoned();
      busy += first.utilisationPercent();
      worst = Math.max(worst, 100.0 * first.abandoned() / first.answered());
    }
    double percent = 100.0 * abandoned / answered;
    assertTrue(percent < 6, percent + " % abandoned");
    assertTrue(worst < 13, worst + " % abandoned on the worst day");
    assertTrue(busy / SEEDS > 80, busy / SEEDS + " % busy");
  }
}
