// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.outbound;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringmaster.dialer.campaign.CampaignMode;
import org.ringmaster.dialer.campaign.CampaignPacing;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.simulation.world.DiallingCentre;
import org.ringmaster.simulation.world.SimulationSettings;

/** The first hours of a campaign that the windows of the law hold back. */
class LawWindowsTest {
  private static final CampaignPlan PLAN =
      DiallingCentre.campaign(CampaignMode.PREDICTIVE).recycling(1, List.of());
  private static final int SEEDS = 16;
  private static final double SHARE = 0.2;
  private static final int HOURS = 4;

  @ParameterizedTest
  @ValueSource(ints = {10, 20})
  void agentsAreNearlyAsBusyUnderTheLawAsWithoutIt(int agents) {
    double free = 0;
    double held = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      free += world(agents, seed).run(HOURS).utilisationPercent() / SEEDS;
      OutboundResult day =
          world(agents, seed).underLaw(PLAN, SimulationSettings.MONDAY_AT_SIX).run(HOURS);
      held += day.utilisationPercent() / SEEDS;
      double most = day.answered() * PLAN.abandonPercent() / 100 + 2;
      assertTrue(day.abandoned() <= most, day.abandoned() + " of " + day.answered());
    }
    assertTrue(held > free - 3, held + " % busy, " + free + " % without the law");
  }

  private static OutboundWorld world(int agents, long seed) {
    return new OutboundWorld(
        OutboundScenario.steady(agents, SHARE),
        CampaignPacing.pacer(PLAN),
        seed,
        Integer.MAX_VALUE,
        24);
  }
}
