// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.kernel.Fact;

/**
 * Who is told which message just now, by the rules with which it began, and how often in a row a
 * campaign's could not be played. Owned by the thread that folds.
 */
final class MessageBooks {

  /**
   * Somebody who hears a message; also their line in a snapshot.
   *
   * @param begun how often it began since its node was last away
   * @param silent whether it could not be played the last time
   */
  record Told(LegId leg, MessageRules rules, int begun, boolean silent) {}

  /** How often in a row a campaign's message could not be played, in a snapshot. */
  record Failures(CampaignId campaign, int inARow) {}

  private final Map<LegId, Told> told = new LinkedHashMap<>();
  private final Map<CampaignId, Failures> failures = new LinkedHashMap<>();

  MessageBooks() {}

  @Nullable Told of(LegId leg) {
    return told.get(leg);
  }

  /** All who are told a message; a copy. */
  List<Told> all() {
    return List.copyOf(told.values());
  }

  /** How many heard nothing since somebody heard a campaign's message. */
  int failuresInARow(CampaignId campaign) {
    Failures known = failures.get(campaign);
    return known == null ? 0 : known.inARow();
  }

  /** Applies a fact that all campaigns' books know already. */
  void apply(Fact fact, CampaignBooks books) {
    switch (fact) {
      case CampaignFact.MessageWent f -> went(f, books);
      case CampaignFact.AttemptEnded f -> told.remove(f.leg());
      case CampaignFact.CampaignConfigured f -> failures.remove(f.plan().id());
      case CallFact.PromptEnded f when f.failed() ->
          told.computeIfPresent(f.leg(), (leg, it) -> new Told(leg, it.rules(), it.begun(), true));
      // Its node was away: that says nothing of the message, which may begin once more.
      case CallFact.NodeReconciled f ->
          told.replaceAll((leg, it) -> it.silent() ? new Told(leg, it.rules(), 1, true) : it);
      default -> {}
    }
  }

  private void went(CampaignFact.MessageWent f, CampaignBooks books) {
    switch (f.phase()) {
      case TOLD -> {
        Told before = told.get(f.leg());
        Campaign campaign = books.campaign(f.campaign());
        MessageRules rules = campaign == null ? null : campaign.plan().message();
        if (before != null) {
          told.put(f.leg(), new Told(f.leg(), before.rules(), before.begun() + 1, false));
        } else if (rules != null) {
          told.put(f.leg(), new Told(f.leg(), rules, 1, false));
        }
      }
      case MESSAGE_FAILED ->
          failures.put(f.campaign(), new Failures(f.campaign(), failuresInARow(f.campaign()) + 1));
      default -> failures.remove(f.campaign());
    }
  }

  void snapshot(Consumer<Record> out) {
    told.values().forEach(out);
    failures.values().forEach(out);
  }

  void restore(Record entity) {
    switch (entity) {
      case Told it -> told.put(it.leg(), it);
      case Failures it -> failures.put(it.campaign(), it);
      default -> {}
    }
  }
}
