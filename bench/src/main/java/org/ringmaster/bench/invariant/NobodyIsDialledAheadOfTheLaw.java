// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.EndSource;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.ScreeningVerdict;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.CampaignId;
import org.ringmaster.dialer.campaign.CampaignMode;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.dialer.campaign.MachineTreatment;

/**
 * Where more of a campaign's live answers of 30 days were abandoned than may be, it rings no more
 * telephones than it has idle agents. Counted call by call, without the ledger; a few calls more
 * are let pass, because the windows of the two begin at different moments.
 */
final class NobodyIsDialledAheadOfTheLaw implements Invariant {
  private static final long WINDOW_MICROS = 30L * 86_400_000_000L;
  private static final double PERCENT = 100;
  private static final int LET_PASS = 3;

  /** A live answer. */
  private record Answer(long at, boolean late) {}

  /** What is known of a campaign. */
  private static final class Own {
    private final Map<LegId, Answer> answers = new LinkedHashMap<>();
    private final Set<LegId> ringing = new HashSet<>();
    private int late;

    void counts(LegId leg, boolean isLate, long at) {
      Answer before = answers.get(leg);
      if (before == null || (isLate && !before.late())) {
        answers.put(leg, new Answer(before == null ? at : before.at(), isLate));
        late += isLate ? 1 : 0;
      }
    }

    void forgets(LegId leg) {
      Answer before = answers.remove(leg);
      late -= before != null && before.late() ? 1 : 0;
    }

    void forgetsBefore(long at) {
      Iterator<Answer> oldest = answers.values().iterator();
      while (oldest.hasNext()) {
        Answer one = oldest.next();
        if (one.at() > at) {
          return;
        }
        late -= one.late() ? 1 : 0;
        oldest.remove();
      }
    }
  }

  private final Map<CampaignId, CampaignPlan> plans = new HashMap<>();
  private final Map<CampaignId, Own> campaigns = new HashMap<>();
  private final Map<LegId, CampaignId> ringing = new HashMap<>();
  private final Set<LegId> machines = new HashSet<>();

  @Override
  public String sentence() {
    return "Where too many calls were abandoned, nobody is dialled for whom no agent is idle.";
  }

  private Own of(CampaignId campaign) {
    return campaigns.computeIfAbsent(campaign, id -> new Own());
  }

  @Override
  public @Nullable String brokenBy(RecordedFact fact) {
    long at = fact.envelope().recordedAtMicros();
    if (fact.fact() instanceof CampaignFact ours) {
      return broken(ours, at);
    }
    if (fact.fact() instanceof CallFact.LegEnded ended && ended.source() == EndSource.NOT_SEEN) {
      ringsNoMore(ended.leg());
    }
    return null;
  }

  private void ringsNoMore(LegId leg) {
    CampaignId campaign = ringing.remove(leg);
    if (campaign != null) {
      of(campaign).ringing.remove(leg);
    }
  }

  private @Nullable String broken(CampaignFact fact, long at) {
    switch (fact) {
      case CampaignFact.CampaignConfigured f -> plans.put(f.plan().id(), f.plan());
      case CampaignFact.Dialled f -> {
        return dialled(f, at);
      }
      case CampaignFact.RingingGivenUp f -> ringsNoMore(f.leg());
      case CampaignFact.Answered f -> ringsNoMore(f.leg());
      case CampaignFact.Connected f -> {
        CampaignPlan plan = plans.get(f.campaign());
        boolean isLate = plan != null && f.waitedMillis() > plan.holdMillis();
        if (isLate || !machines.contains(f.leg())) {
          of(f.campaign()).counts(f.leg(), isLate, at);
        }
      }
      case CampaignFact.Abandoned f -> of(f.campaign()).counts(f.leg(), true, at);
      case CampaignFact.AttemptScreened f -> screened(f);
      case CampaignFact.AttemptEnded f -> {
        ringsNoMore(f.leg());
        machines.remove(f.leg());
      }
      default -> {}
    }
    return null;
  }

  private void screened(CampaignFact.AttemptScreened f) {
    boolean isMachine =
        f.verdict() == ScreeningVerdict.MACHINE && f.treatment() != MachineTreatment.AUDITED;
    Own own = of(f.campaign());
    Answer before = own.answers.get(f.leg());
    if (isMachine) {
      machines.add(f.leg());
    }
    if (f.noDrop() || (isMachine && before != null && !before.late())) {
      own.forgets(f.leg());
    }
  }

  private @Nullable String dialled(CampaignFact.Dialled f, long at) {
    Own own = of(f.campaign());
    own.ringing.add(f.leg());
    ringing.put(f.leg(), f.campaign());
    own.forgetsBefore(at - WINDOW_MICROS);
    CampaignPlan plan = plans.get(f.campaign());
    boolean isAhead =
        plan != null
            && (plan.mode() == CampaignMode.POWER || plan.mode() == CampaignMode.PREDICTIVE);
    if (plan == null || !isAhead) {
      return null;
    }
    double allowed = own.answers.size() * plan.abandonPercent() / PERCENT + LET_PASS;
    return own.late > allowed && own.ringing.size() > f.reading().idle()
        ? f.campaign()
            + " lets "
            + own.ringing.size()
            + " telephones ring for "
            + f.reading().idle()
            + " idle agents, and "
            + own.late
            + " of "
            + own.answers.size()
            + " were abandoned"
        : null;
  }
}
