// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.dialer.list.Leads;
import org.ringmaster.dialer.list.Lists;

/**
 * What keeps a lead that is shown to an agent from being dialled, in words that are true of it.
 * Owned by the kernel thread.
 */
final class Halts {

  private static final long NO_LINE_MICROS = 10_000_000;

  private final CampaignBooks books;
  private final Lists lists;
  private final Gates gates;
  private final Dialling dialling;
  private final Recalls recalls;

  Halts(CampaignBooks books, Lists lists, Gates gates, Dialling dialling, Recalls recalls) {
    this.books = books;
    this.lists = lists;
    this.gates = gates;
    this.dialling = dialling;
    this.recalls = recalls;
  }

  /** What keeps a lead that is shown from being dialled, and when it may be. */
  record Halt(PreviewEnd end, @Nullable Gate gate, long dueMicros) {

    /** For the agent, as a part of a sentence. */
    String words() {
      return gate == null ? end.words() : gate.words();
    }
  }

  /** What keeps it from being dialled, or null. */
  @Nullable Halt of(Preview preview, Decision decision) {
    Campaign campaign = books.campaign(preview.campaign());
    LeadStates states = books.leads(preview.list());
    Leads leads = lists.books().leads(preview.list());
    Halt none =
        campaign == null
            ? new Halt(PreviewEnd.CAMPAIGN, null, 0)
            : ofAny(campaign, preview, decision);
    if (none != null || campaign == null) {
      return none;
    }
    if (states == null || leads == null || lists.books().isMissing(preview.list())) {
      return new Halt(PreviewEnd.LIST_GONE, null, 0);
    }
    Halt early = early(preview, decision);
    if (early != null) {
      return early;
    }
    return switch (dialling.verdict(campaign, states, leads, preview.lead(), decision)) {
      case Gates.Verdict.Go go -> {
        boolean isOther = preview.number() > 0 && preview.number() != go.slot() + 1;
        if (isOther) {
          yield new Halt(PreviewEnd.OTHER_NUMBER, null, 0); // It is shown anew.
        }
        long number = leads.number(preview.lead(), go.slot());
        yield gates.affords(campaign, number, decision) ? null : noMoney(decision);
      }
      case Gates.Verdict.Later later ->
          new Halt(PreviewEnd.NOT_NOW, later.gate(), later.dueMicros());
      case Gates.Verdict.Never never -> new Halt(PreviewEnd.FORBIDDEN, never.gate(), 0);
    };
  }

  /** What keeps every lead of a campaign from being dialled as this one is to be; or null. */
  private @Nullable Halt ofAny(Campaign campaign, Preview preview, Decision decision) {
    CampaignMode mode = campaign.plan().mode();
    Gate gate = gates.ofCampaign(campaign, decision);
    if (gate == Gate.KILL_SWITCH) {
      return new Halt(PreviewEnd.KILL_SWITCH, gate, 0);
    } else if (gate == Gate.SPEND) {
      return noMoney(decision);
    } else if (gate != null) {
      return new Halt(PreviewEnd.CAMPAIGN, gate, 0);
    } else if (!mode.isByAgents()) {
      return new Halt(PreviewEnd.MODE, null, 0);
    } else if (preview.byTime() && mode == CampaignMode.MANUAL) {
      return new Halt(PreviewEnd.MANUAL, null, 0);
    }
    return lists.books().isProtectionMissing(campaign.id().value())
        ? new Halt(PreviewEnd.PROTECTION_MISSING, null, 0)
        : null;
  }

  /**
   * It was shown because that was agreed, and what was agreed is taken back or is for later now;
   * null where it may be called, for that or as any lead.
   */
  private @Nullable Halt early(Preview preview, Decision decision) {
    if (recalls.isDue(preview.list(), preview.lead(), decision)) {
      return null;
    }
    Recall later = recalls.of(preview.list(), preview.lead());
    long due = later == null ? preview.beforeDueMicros() : later.openMicros();
    boolean isDone = preview.before() == LeadPhase.REACHED || preview.before() == LeadPhase.SPENT;
    PreviewEnd why = later == null ? PreviewEnd.TAKEN_BACK : PreviewEnd.AGREED_LATER;
    return isDone || due > decision.nowMicros() ? new Halt(why, null, due) : null;
  }

  /** There is a line again in a while; until then others are seen. */
  static Halt noLine(Decision decision) {
    return new Halt(PreviewEnd.NO_LINE, null, decision.nowMicros() + NO_LINE_MICROS);
  }

  private static Halt noMoney(Decision decision) {
    return new Halt(PreviewEnd.NOT_NOW, Gate.SPEND, decision.nowMicros() + NO_LINE_MICROS);
  }

  static Halt noCallerId(Decision decision) {
    return new Halt(PreviewEnd.NO_CALLER_ID, null, decision.nowMicros() + NO_LINE_MICROS);
  }
}
