// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.CampaignId;
import org.ringmaster.dialer.campaign.CampaignMode;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.dialer.campaign.PreviewFact;
import org.ringmaster.dialer.list.ListId;

/**
 * Told by what agents are shown: each lead to one of them, one lead to each, and nobody is dialled
 * for them whom they did not want. That the time ran out is their wish only where the campaign says
 * so, and never in mode manual.
 */
final class PreviewsAreObeyed implements Invariant {

  /** A lead of a list. */
  private record Which(ListId list, int lead) {
    @Override
    public String toString() {
      return "lead " + lead + " of " + list;
    }
  }

  /** A lead that an agent looks at; the call is known once they want it dialled. */
  private record Look(Which lead, long untilMicros, @Nullable CallId call) {}

  private final Map<CampaignId, CampaignPlan> plans = new HashMap<>();
  private final Map<AgentId, Look> looks = new HashMap<>();
  private final Map<Which, AgentId> lookers = new HashMap<>();
  private final Map<LegId, AgentId> waiting = new HashMap<>();
  private final Map<LegId, Which> attempts = new HashMap<>();

  @Override
  public String sentence() {
    return "A lead is shown to one agent at a time, and dialled for nobody who did not want it.";
  }

  @Override
  public @Nullable String brokenBy(RecordedFact fact) {
    long at = fact.envelope().recordedAtMicros();
    return switch (fact.fact()) {
      case PreviewFact.Shown f -> shown(f);
      case PreviewFact.DialWanted f -> wanted(f, at);
      case PreviewFact.Ended f -> ended(f);
      case CampaignFact ours -> ofCampaign(ours);
      case CallFact.LegEnded f -> {
        waiting.remove(f.leg());
        yield null;
      }
      default -> null;
    };
  }

  private @Nullable String shown(PreviewFact.Shown f) {
    Which lead = new Which(f.list(), f.lead());
    Look before = looks.put(f.agent(), new Look(lead, f.untilMicros(), null));
    AgentId other = lookers.put(lead, f.agent());
    if (before != null) {
      return f.agent() + " is shown " + lead + " beside " + before.lead();
    } else if (other != null) {
      return lead + " is shown to " + f.agent() + " beside " + other;
    } else if (waiting.containsValue(f.agent())) {
      return f.agent() + " is shown " + lead + " while another one rings for them";
    }
    return attempts.containsValue(lead) ? lead + " is shown while it is called" : null;
  }

  private @Nullable String wanted(PreviewFact.DialWanted f, long at) {
    Which lead = new Which(f.list(), f.lead());
    Look look = looks.get(f.agent());
    if (look == null || !look.lead().equals(lead)) {
      return lead + " shall be dialled for " + f.agent() + ", who does not look at it";
    } else if (look.call() != null) {
      return lead + " shall be dialled twice for " + f.agent();
    }
    looks.put(f.agent(), new Look(lead, look.untilMicros(), f.call()));
    CampaignPlan plan = plans.get(f.campaign());
    boolean mayBeByTime =
        plan != null
            && plan.mode() == CampaignMode.PREVIEW
            && plan.previewRules().dialsAtEnd()
            && look.untilMicros() > 0
            && look.untilMicros() <= at;
    return f.byTime() && !mayBeByTime
        ? lead + " shall be dialled because the time ran out, and the campaign says no"
        : null;
  }

  private @Nullable String ended(PreviewFact.Ended f) {
    Which lead = new Which(f.list(), f.lead());
    Look look = looks.remove(f.agent());
    lookers.remove(lead);
    return look == null || !look.lead().equals(lead)
        ? lead + " is shown to " + f.agent() + " no more, who did not look at it"
        : null;
  }

  private @Nullable String ofCampaign(CampaignFact fact) {
    switch (fact) {
      case CampaignFact.CampaignConfigured f -> plans.put(f.plan().id(), f.plan());
      case CampaignFact.Connected f -> waiting.remove(f.leg());
      case CampaignFact.AttemptEnded f -> {
        waiting.remove(f.leg());
        attempts.remove(f.leg());
      }
      case CampaignFact.Dialled f -> {
        return dialled(f);
      }
      default -> {}
    }
    return null;
  }

  private @Nullable String dialled(CampaignFact.Dialled f) {
    Which lead = new Which(f.list(), f.lead());
    attempts.put(f.leg(), lead);
    AgentId agent = lookers.remove(lead);
    Look look = agent == null ? null : looks.remove(agent);
    CampaignPlan plan = plans.get(f.campaign());
    boolean isByAgents = plan != null && plan.mode().isByAgents();
    if (agent == null || look == null) {
      return isByAgents ? lead + " is dialled, and no agent wanted it" : null;
    }
    waiting.put(f.leg(), agent);
    return f.call().equals(look.call())
        ? null
        : lead + " is dialled while " + agent + " only looks at it";
  }
}
