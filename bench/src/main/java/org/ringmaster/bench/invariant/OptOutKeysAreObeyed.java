// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.journey.ConsentScope;
import org.ringmaster.core.journey.IdentityId;
import org.ringmaster.core.journey.JourneyFact;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.dialer.campaign.AttemptPhase;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.CampaignId;
import org.ringmaster.dialer.campaign.CampaignPlan;

/**
 * Who hears a campaign's message, or that no agent was there, and presses the key by which they are
 * never called again is on record as such with that very input, and no campaign dials them from
 * there, until somebody allows it again.
 */
final class OptOutKeysAreObeyed implements Invariant {
  private static final String MESSAGE = "campaign.message";
  private static final String DROP = "campaign.drop";

  /** Somebody whom a campaign has dialled; the key is that of the message they hear. */
  private record Called(CampaignId campaign, IdentityId number, String key) {}

  private final Map<CampaignId, CampaignPlan> plans = new HashMap<>();
  private final Map<LegId, Called> called = new HashMap<>();
  private final Map<LegId, String> listening = new HashMap<>();
  private final Set<IdentityId> refused = new HashSet<>();
  private final Set<IdentityId> optedOut = new HashSet<>();
  private final Map<IdentityId, Long> pressed = new LinkedHashMap<>();

  @Override
  public String sentence() {
    return "Who says by key that they must not be called again is not, from that moment on.";
  }

  @Override
  public @Nullable String brokenBy(RecordedFact fact) {
    long input = fact.envelope().inputSequence();
    String late = null;
    if (!pressed.isEmpty() && pressed.values().iterator().next() != input) {
      late = "pressed with input " + pressed.values() + ", and it is not on record";
      pressed.clear();
    }
    String how =
        switch (fact.fact()) {
          case CallFact ours -> {
            ofCall(ours, input);
            yield null;
          }
          case JourneyFact.ConsentRefused f when f.scope() == ConsentScope.CAMPAIGN -> {
            refused.add(f.identity());
            pressed.remove(f.identity());
            yield null;
          }
          case JourneyFact.ConsentGiven f when f.scope() == ConsentScope.CAMPAIGN -> {
            refused.remove(f.identity());
            optedOut.remove(f.identity());
            yield null;
          }
          case CampaignFact ours -> ofCampaign(ours);
          default -> null;
        };
    return late == null ? how : late;
  }

  private void ofCall(CallFact fact, long input) {
    switch (fact) {
      case CallFact.GatherStarted f -> listening.put(f.leg(), f.gather().purpose());
      case CallFact.DigitsGathered f -> listening.remove(f.leg());
      case CallFact.LegEnded f -> listening.remove(f.leg());
      case CallFact.DigitHeard f -> {
        Called one = called.get(f.leg());
        if (one != null && f.digit().text().equals(key(f.leg(), one))) {
          optedOut.add(one.number());
          if (!refused.contains(one.number())) {
            pressed.put(one.number(), input);
          }
        }
      }
      default -> {}
    }
  }

  /** The key that they were told of; null for none. */
  private @Nullable String key(LegId leg, Called one) {
    CampaignPlan plan = plans.get(one.campaign());
    return switch (listening.getOrDefault(leg, "")) {
      case MESSAGE -> one.key();
      case DROP -> plan == null ? null : plan.dropOptOutKey();
      default -> null;
    };
  }

  private @Nullable String ofCampaign(CampaignFact fact) {
    switch (fact) {
      case CampaignFact.CampaignConfigured f -> plans.put(f.plan().id(), f.plan());
      case CampaignFact.MessageWent f when f.phase() == AttemptPhase.TOLD -> {
        CampaignPlan plan = plans.get(f.campaign());
        if (plan != null && plan.message() != null) {
          String key = plan.message().optOutKey();
          called.computeIfPresent(
              f.leg(),
              // What was said when it began holds to its end.
              (leg, it) -> it.key().isEmpty() ? new Called(it.campaign(), it.number(), key) : it);
        }
      }
      case CampaignFact.AttemptEnded f -> called.remove(f.leg());
      case CampaignFact.Dialled f -> {
        called.put(f.leg(), new Called(f.campaign(), f.identity(), ""));
        return optedOut.contains(f.identity())
            ? "lead " + f.lead() + " of " + f.list() + " has said so"
            : null;
      }
      default -> {}
    }
    return null;
  }
}
