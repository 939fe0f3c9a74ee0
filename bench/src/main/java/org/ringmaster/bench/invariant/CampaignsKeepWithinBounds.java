// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.CampaignId;
import org.ringmaster.dialer.campaign.CampaignPlan;

/** Told by what was started, paused and stopped, and counted leg by leg. */
final class CampaignsKeepWithinBounds implements Invariant {
  private final Map<CampaignId, CampaignPlan> plans = new HashMap<>();
  private final Set<CampaignId> running = new HashSet<>();
  private final Map<LegId, CampaignId> live = new HashMap<>();
  private final Map<CampaignId, Integer> lines = new HashMap<>();
  private boolean stopped;

  @Override
  public String sentence() {
    return "A campaign dials only while it runs and nobody has stopped all dialling, and no more"
        + " lines than it may.";
  }

  @Override
  public @Nullable String brokenBy(RecordedFact fact) {
    return fact.fact() instanceof CampaignFact ours ? broken(ours) : null;
  }

  private @Nullable String broken(CampaignFact fact) {
    switch (fact) {
      case CampaignFact.CampaignConfigured f -> plans.put(f.plan().id(), f.plan());
      case CampaignFact.Started f -> running.add(f.campaign());
      case CampaignFact.Resumed f -> running.add(f.campaign());
      case CampaignFact.Paused f -> running.remove(f.campaign());
      case CampaignFact.Exhausted f -> running.remove(f.campaign());
      case CampaignFact.Closed f -> running.remove(f.campaign());
      case CampaignFact.DiallingStopped f -> stopped = true;
      case CampaignFact.DiallingAllowed f -> stopped = false;
      case CampaignFact.AttemptEnded f -> {
        if (live.remove(f.leg()) != null) {
          lines.merge(f.campaign(), -1, Integer::sum);
        }
      }
      case CampaignFact.Dialled f -> {
        return dialled(f);
      }
      default -> {}
    }
    return null;
  }

  private @Nullable String dialled(CampaignFact.Dialled f) {
    if (live.put(f.leg(), f.campaign()) == null) {
      lines.merge(f.campaign(), 1, Integer::sum);
    }
    String lead = "lead " + f.lead() + " of " + f.list() + " is dialled";
    CampaignPlan plan = plans.get(f.campaign());
    int now = lines.getOrDefault(f.campaign(), 0);
    if (stopped) {
      return lead + ", and all dialling is stopped";
    } else if (!running.contains(f.campaign())) {
      return lead + ", and " + f.campaign() + " does not run";
    }
    boolean isTooMany = plan != null && !plan.mode().isByAgents() && now > plan.maxLines();
    return isTooMany ? lead + " on line " + now + " of " + f.campaign() : null;
  }
}
