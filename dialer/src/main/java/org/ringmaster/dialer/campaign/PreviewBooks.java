// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.OfferId;
import org.ringmaster.core.call.LegId;
import org.ringmaster.dialer.list.ListId;

/** Which leads agents look at, one each. Owned by the thread that folds. */
public final class PreviewBooks {

  private final Map<AgentId, Preview> previews = new LinkedHashMap<>();

  PreviewBooks() {}

  /** What an agent looks at or has wanted to be dialled, or null. */
  public @Nullable Preview of(AgentId agent) {
    return previews.get(agent);
  }

  /** All of them; a copy. */
  public List<Preview> all() {
    return List.copyOf(previews.values());
  }

  /** How many a campaign has that are not dialled yet. */
  int notDialled(CampaignId campaign) {
    int many = 0;
    for (Preview preview : previews.values()) {
      many += preview.campaign().equals(campaign) && preview.leg() == null ? 1 : 0;
    }
    return many;
  }

  /** Whether an agent looks at a lead and is given nobody else. */
  boolean keeps(AgentId agent) {
    Preview preview = previews.get(agent);
    return preview != null && preview.isOnlyShown();
  }

  @Nullable Preview of(LegId leg) {
    for (Preview preview : previews.values()) {
      if (leg.equals(preview.leg())) {
        return preview;
      }
    }
    return null;
  }

  @Nullable Preview of(OfferId offer) {
    for (Preview preview : previews.values()) {
      if (offer.equals(preview.offer())) {
        return preview;
      }
    }
    return null;
  }

  /** Who looks at a lead, or has wanted it to be dialled; or null. */
  @Nullable Preview of(ListId list, int lead) {
    for (Preview preview : previews.values()) {
      if (preview.lead() == lead && preview.list().equals(list)) {
        return preview;
      }
    }
    return null;
  }

  void apply(PreviewFact fact, @Nullable LeadStates list, long at) {
    switch (fact) {
      case PreviewFact.Shown f -> {
        previews.put(
            f.agent(),
            new Preview(
                f.campaign(),
                f.list(),
                f.lead(),
                f.agent(),
                at,
                f.untilMicros(),
                null,
                null,
                null,
                null,
                list == null ? null : list.phase(f.lead()),
                list == null ? 0 : list.dueMicros(f.lead()),
                false,
                0));
        if (list != null) {
          list.shown(f.lead());
        }
      }
      case PreviewFact.DialWanted f ->
          previews.computeIfPresent(f.agent(), (id, preview) -> preview.wanted(f));
      case PreviewFact.Ended f -> {
        Preview preview = previews.remove(f.agent());
        LeadPhase before = preview == null ? null : preview.before();
        if (list != null && f.end() == PreviewEnd.FORBIDDEN && isOpen(before)) {
          list.forbidden(f.lead());
        } else if (list != null) {
          long due = preview == null ? 0 : preview.beforeDueMicros();
          list.returned(f.lead(), before, StrictMath.max(f.dueMicros(), due));
        }
      }
    }
  }

  /** What was agreed with leads, of whom agents may look at some. */
  void apply(RecallFact fact, @Nullable LeadStates list) {
    if (list != null) {
      list.apply(fact);
    }
    Preview preview = fact instanceof RecallFact.Ended f ? of(f.list(), f.lead()) : null;
    if (preview != null && fact instanceof RecallFact.Ended f && f.frees()) {
      previews.put(preview.agent(), preview.before(f.dueMicros()));
    }
  }

  /** Who was reached, or tried often enough, was shown for what was agreed, and is that again. */
  private static boolean isOpen(@Nullable LeadPhase before) {
    return before != LeadPhase.REACHED && before != LeadPhase.SPENT;
  }

  void dialled(CampaignFact.Dialled fact) {
    Preview preview = of(fact.list(), fact.lead());
    if (preview != null) {
      previews.put(preview.agent(), preview.dialled(fact.leg()));
    }
  }

  /** The lead has an agent, or is gone. */
  void over(LegId leg) {
    Preview preview = of(leg);
    if (preview != null) {
      previews.remove(preview.agent());
    }
  }

  /** An agent is free again: whose lead is gone unseen does not wait until a witness has told. */
  void freed(OfferId offer, Function<LegId, @Nullable Attempt> attempts) {
    Preview preview = of(offer);
    Attempt attempt =
        preview == null || preview.leg() == null ? null : attempts.apply(preview.leg());
    if (attempt != null && attempt.phase() == AttemptPhase.UNSEEN) {
      over(attempt.leg());
    }
  }

  void snapshot(Consumer<Record> out) {
    previews.values().forEach(out);
  }

  void restore(Preview preview) {
    previews.put(preview.agent(), preview);
  }
}
