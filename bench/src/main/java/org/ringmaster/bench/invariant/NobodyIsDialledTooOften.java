// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.journey.IdentityId;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.CampaignId;
import org.ringmaster.dialer.campaign.CampaignPlan;

/** A lead in all, a number within 24 hours, and a number after an abandoned call. */
final class NobodyIsDialledTooOften implements Invariant {
  private static final long DAY_MICROS = 86_400_000_000L;

  private final Map<CampaignId, CampaignPlan> plans = new HashMap<>();
  private final Map<String, Integer> leads = new HashMap<>();
  private final Map<IdentityId, List<Long>> numbers = new HashMap<>();
  private final Map<IdentityId, Long> locks = new HashMap<>();

  @Override
  public String sentence() {
    return "No lead and no number is dialled more often than it may be.";
  }

  @Override
  public @Nullable String brokenBy(RecordedFact fact) {
    return switch (fact.fact()) {
      case CampaignFact.CampaignConfigured f -> {
        plans.put(f.plan().id(), f.plan());
        yield null;
      }
      case CampaignFact.Abandoned f -> {
        locks.put(f.identity(), f.lockedUntilMicros());
        yield null;
      }
      case CampaignFact.Dialled f -> dialled(f, fact.envelope().recordedAtMicros());
      default -> null;
    };
  }

  private @Nullable String dialled(CampaignFact.Dialled f, long at) {
    CampaignPlan plan = plans.get(f.campaign());
    int tries = leads.merge(f.list() + " " + f.lead(), 1, Integer::sum);
    List<Long> times = numbers.computeIfAbsent(f.identity(), id -> new ArrayList<>());
    times.removeIf(then -> then <= at - DAY_MICROS);
    times.add(at);
    String lead = "lead " + f.lead() + " of " + f.list();
    if (plan == null) {
      return lead + " is of no campaign";
    } else if (tries > plan.tries()) {
      return lead + " is dialled " + tries + " times";
    } else if (plan.numberTries() > 0 && times.size() > plan.numberTries()) {
      return "the number of " + lead + " is dialled " + times.size() + " times in 24 hours";
    }
    return locks.getOrDefault(f.identity(), 0L) > at ? lead + " is locked" : null;
  }
}
