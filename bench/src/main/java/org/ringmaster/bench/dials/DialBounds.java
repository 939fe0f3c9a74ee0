// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.dials;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ringmaster.dialer.campaign.CampaignBounds;
import org.ringmaster.dialer.campaign.SpendLimit;
import org.ringmaster.dialer.campaign.Tariff;
import org.ringmaster.simulation.draw.Draws;

/** What some campaigns may spend, and from when and until when some dial. */
final class DialBounds {
  private static final long MINUTE_MICROS = TimeUnit.MINUTES.toMicros(1);

  private DialBounds() {}

  /** The same bounds, of some campaigns with a limit of money and with times. */
  static CampaignBounds drawn(CampaignBounds before, long beginsMicros, Draws draws) {
    CampaignBounds bounds = before;
    if (draws.chance(0.4)) {
      bounds = bounds.spending(spend(draws));
    }
    if (draws.chance(0.25)) {
      long from = draws.chance(0.6) ? beginsMicros + (1 + draws.below(5)) * MINUTE_MICROS : 0;
      long until = from == 0 ? beginsMicros + (8 + draws.below(20)) * MINUTE_MICROS : 0;
      bounds = bounds.between(from, until);
    }
    return bounds;
  }

  /** Some of the people's numbers have no rate, and second ones are dearer. */
  private static SpendLimit spend(Draws draws) {
    List<Tariff.Rate> rates = new ArrayList<>();
    rates.add(new Tariff.Rate("49301000", 10_000));
    rates.add(new Tariff.Rate("4940", 30_000 + draws.below(30_000)));
    for (int i = 10; i < 16; i++) {
      rates.add(new Tariff.Rate("4930100" + i, 11_111));
    }
    Tariff tariff = new Tariff("EUR", rates, draws.chance(0.5) ? 60 : 1, 1 + draws.below(60));
    long day = draws.chance(0.6) ? 300_000L + draws.below(1_500_000) : 0;
    long campaign = draws.chance(0.6) ? 400_000L + draws.below(3_000_000) : 0;
    return new SpendLimit(tariff, day, campaign);
  }
}
