// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.CampaignId;
import org.ringmaster.dialer.campaign.CampaignPlan;

/** From when and until when a campaign dials, by the clock of the platform's machine. */
final class CampaignsKeepTheirTimes implements Invariant {
  private final Map<CampaignId, CampaignPlan> plans = new HashMap<>();
  private long aheadMicros;

  @Override
  public String sentence() {
    return "Nobody is dialled before a campaign begins, nor once its time is over.";
  }

  @Override
  public void clockIsAhead(long micros) {
    aheadMicros = micros;
  }

  @Override
  public @Nullable String brokenBy(RecordedFact fact) {
    switch (fact.fact()) {
      case CampaignFact.CampaignConfigured f -> plans.put(f.plan().id(), f.plan());
      case CampaignFact.Dialled f -> {
        CampaignPlan plan = plans.get(f.campaign());
        long wall = fact.envelope().recordedAtMicros() - aheadMicros;
        return plan == null ? null : broken(f, plan, wall);
      }
      default -> {}
    }
    return null;
  }

  private static @Nullable String broken(CampaignFact.Dialled f, CampaignPlan plan, long wall) {
    String lead = "lead " + f.lead() + " of " + f.list() + " is dialled ";
    long from = plan.limits().fromMicros();
    long until = plan.limits().untilMicros();
    if (wall < from) {
      return lead + (from - wall) + " microseconds before the campaign begins";
    }
    boolean isOver = until > 0 && wall >= until;
    return isOver ? lead + (wall - until) + " microseconds after its time was over" : null;
  }
}
