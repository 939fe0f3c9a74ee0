// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.dials;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ringmaster.bench.invariant.DialRule;
import org.ringmaster.core.call.CallControl;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.EndSource;
import org.ringmaster.core.call.Trunk;
import org.ringmaster.core.journey.IdentityId;
import org.ringmaster.core.journey.JourneyFact;
import org.ringmaster.core.journey.Journeys;
import org.ringmaster.core.kernel.Decider;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.dialer.campaign.CampaignBounds;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.CampaignMode;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.dialer.campaign.Campaigns;
import org.ringmaster.dialer.campaign.MessageRules;
import org.ringmaster.dialer.campaign.PreviewFact;
import org.ringmaster.dialer.campaign.PreviewRules;
import org.ringmaster.dialer.campaign.Recall;
import org.ringmaster.dialer.campaign.RecallFact;
import org.ringmaster.dialer.campaign.Recycling;
import org.ringmaster.dialer.campaign.SpendLimit;
import org.ringmaster.dialer.list.ListFact;
import org.ringmaster.dialer.list.ListUse;
import org.ringmaster.dialer.list.Lists;

/** Guards of the people who are dialled, each removed on purpose, so that one sees it missed. */
enum Sabotage {
  /** It is always open, everywhere. */
  HOURS_ARE_NOT_ASKED(DialRule.HOURS),
  /** Nobody looks into do-not-call lists. */
  DO_NOT_CALL_LISTS_ARE_NOT_READ(DialRule.DO_NOT_CALL),
  /** Who has said that they must not be called is forgotten. */
  REFUSALS_ARE_FORGOTTEN(DialRule.DO_NOT_CALL),
  /** A lead is dialled again and again. */
  LEADS_ARE_TRIED_WITHOUT_END(DialRule.LIMITS),
  /** A number is dialled again and again within a day. */
  NUMBERS_ARE_TRIED_WITHOUT_END(DialRule.LIMITS),
  /** The other numbers of a person are not counted. */
  PERSONS_ARE_NOT_COUNTED(DialRule.LIMITS),
  /** Nobody counts over hours and days. */
  CAPS_ARE_NOT_COUNTED(DialRule.LIMITS),
  /** A campaign dials from the start, and without end. */
  CAMPAIGN_TIMES_ARE_NOT_ASKED(DialRule.LIMITS),
  /** What a campaign spends is counted, and nobody asks what it may. */
  SPENDING_HAS_NO_LIMIT(DialRule.LIMITS),
  /** Nobody notes what a line costs, so that nothing is kept and nothing is paid for it. */
  LINES_HAVE_NO_PRICE(DialRule.LIMITS),
  /** Who has talked is not left in peace. */
  TALKS_ARE_FORGOTTEN(DialRule.LIMITS),
  /** Who was taken for a machine is dialled again at once. */
  MACHINES_DO_NOT_REST(DialRule.LIMITS),
  /** Who was hung up on is not left in peace. */
  DROPPED_NUMBERS_ARE_NOT_LOCKED(DialRule.LIMITS),
  /** Nobody asks whether a number is in an attempt already. */
  NUMBERS_IN_AN_ATTEMPT_ARE_DIALLED(DialRule.NO_DOUBLE_DIAL),
  /** A trunk's capacity is not looked at. */
  TRUNKS_WITHOUT_CAPACITY(DialRule.LIMITS),
  /** A trunk's rate is not looked at. */
  TRUNKS_WITHOUT_RATE(DialRule.LIMITS),
  /** A campaign has all lines that there are. */
  CAMPAIGNS_WITHOUT_LINES(DialRule.LIMITS),
  /** However many were abandoned, more are dialled than agents are idle. */
  THE_LAW_IS_NOT_COUNTED(DialRule.LIMITS),
  /** The switch that stops all dialling does nothing. */
  THE_KILL_SWITCH_IS_DEAD(DialRule.LIMITS),
  /** A campaign that is paused dials on. */
  PAUSED_CAMPAIGNS_DIAL(DialRule.LIMITS),
  /** Nobody notices who waits or talks here. */
  WHO_IS_WITH_US_IS_DIALLED(DialRule.WITH_US),
  /** Nobody remembers to whom a lead is shown. */
  LEADS_ARE_SHOWN_TO_ALL(DialRule.PREVIEWS),
  /** Leads are dialled that no agent has wanted. */
  LEADS_ARE_DIALLED_UNASKED(DialRule.PREVIEWS),
  /** When the time to look at a lead is over, it is dialled. */
  SILENCE_IS_TAKEN_FOR_A_YES(DialRule.PREVIEWS),
  /** The key for no more calls is taken for another one. */
  OPT_OUT_KEYS_ARE_MISTAKEN(DialRule.OPT_OUTS),
  /** Calls that one agent promised are anybody's. */
  PROMISED_CALLS_ARE_ANYBODYS(DialRule.AGREED),
  /** What was agreed for later is called at once. */
  AGREED_TIMES_ARE_NOT_KEPT(DialRule.AGREED),
  /** What nobody saw end is taken to be over. */
  UNSEEN_ENDS_ARE_GUESSED(DialRule.ANYTHING_ELSE),
  /** A telephone rings before it is on the disk that it shall. */
  DIALS_LEAVE_BEFORE_THE_SYNC(DialRule.NO_DOUBLE_DIAL);

  /** As many as a lead's state can count. */
  private static final int MANY = 15;

  private static final int ALL_PERCENT = 100;
  private static final String NOBODY = "nobody";

  private final DialRule rule;

  Sabotage(DialRule rule) {
    this.rule = rule;
  }

  /** The rule that is broken by it. */
  DialRule rule() {
    return rule;
  }

  /** In words, for people. */
  String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static List<Sabotage> all() {
    return List.of(values());
  }

  /** The fact as the decider applies it; null where it does not. */
  @Nullable Fact applied(Decider whole, Fact fact) {
    if (whole instanceof Campaigns) {
      return ofCampaigns(fact);
    } else if (whole instanceof CallControl && fact instanceof CallFact.TrunkConfigured f) {
      return new CallFact.TrunkConfigured(loosened(f.trunk()));
    } else if (whole instanceof Lists
        && this == DO_NOT_CALL_LISTS_ARE_NOT_READ
        && fact instanceof ListFact.ListLoaded f
        && f.use() == ListUse.DO_NOT_CALL) {
      return dialledByNobody(f); // So that those who watch can still read it.
    }
    boolean isUnheard =
        this == WHO_IS_WITH_US_IS_DIALLED
            && whole instanceof Journeys
            && fact instanceof JourneyFact.TouchpointBegan;
    boolean isForgotten =
        this == REFUSALS_ARE_FORGOTTEN
            && whole instanceof Journeys
            && fact instanceof JourneyFact.ConsentRefused;
    return isForgotten || isUnheard ? null : fact;
  }

  private @Nullable Fact ofCampaigns(Fact fact) {
    return switch (fact) {
      case CampaignFact.CampaignConfigured f ->
          new CampaignFact.CampaignConfigured(loosened(f.plan()));
      case CampaignFact.DiallingStopped f -> this == THE_KILL_SWITCH_IS_DEAD ? null : f;
      case CampaignFact.Paused f -> this == PAUSED_CAMPAIGNS_DIAL ? null : f;
      case CampaignFact.Dialled f -> this == NUMBERS_IN_AN_ATTEMPT_ARE_DIALLED ? hidden(f) : f;
      case CampaignFact.LinePriced f -> this == LINES_HAVE_NO_PRICE ? null : f;
      case PreviewFact.Shown f -> this == LEADS_ARE_SHOWN_TO_ALL ? null : f;
      case RecallFact.Agreed f -> new RecallFact.Agreed(loosened(f.recall()), f.author());
      case CallFact.LegEnded f ->
          this == UNSEEN_ENDS_ARE_GUESSED && f.source() == EndSource.NOT_SEEN ? null : f;
      default -> fact;
    };
  }

  private Trunk loosened(Trunk trunk) {
    return new Trunk(
        trunk.id(),
        trunk.node(),
        this == TRUNKS_WITHOUT_CAPACITY ? 0 : trunk.maxLegs(),
        this == TRUNKS_WITHOUT_RATE ? 0 : trunk.legsPerSecond(),
        trunk.attestation());
  }

  private CampaignPlan loosened(CampaignPlan plan) {
    return switch (this) {
      case HOURS_ARE_NOT_ASKED -> plan.openIn(Hours.always(plan.hours()));
      case LEADS_ARE_TRIED_WITHOUT_END ->
          plan.recycling(
              MANY,
              plan.recycling().stream()
                  .map(rule -> new Recycling(rule.outcome(), MANY, rule.delayMillis()))
                  .toList());
      case NUMBERS_ARE_TRIED_WITHOUT_END -> plan.trying(plan.tries(), 0);
      case PERSONS_ARE_NOT_COUNTED -> plan.countingPersons(false);
      case CAPS_ARE_NOT_COUNTED, TALKS_ARE_FORGOTTEN -> plan.boundedBy(forgetful(plan.limits()));
      case CAMPAIGN_TIMES_ARE_NOT_ASKED -> plan.boundedBy(plan.limits().between(0, 0));
      case SPENDING_HAS_NO_LIMIT -> plan.boundedBy(lavish(plan.limits()));
      case MACHINES_DO_NOT_REST -> plan.restingMachines(0);
      case DROPPED_NUMBERS_ARE_NOT_LOCKED -> plan.locking(0);
      case CAMPAIGNS_WITHOUT_LINES -> plan.lines(CampaignPlan.SMALL_TEAM * 1_000);
      case THE_LAW_IS_NOT_COUNTED -> plan.abandoning(ALL_PERCENT);
      case LEADS_ARE_DIALLED_UNASKED ->
          plan.mode().isByAgents() ? plan.dialling(CampaignMode.PROGRESSIVE, 1) : plan;
      case SILENCE_IS_TAKEN_FOR_A_YES -> plan.mode().isByAgents() ? byTime(plan) : plan;
      case OPT_OUT_KEYS_ARE_MISTAKEN -> mistaken(plan);
      default -> plan;
    };
  }

  /** The same without caps, or without rest for who has talked. */
  private CampaignBounds forgetful(CampaignBounds bounds) {
    boolean isOfCaps = this == CAPS_ARE_NOT_COUNTED;
    return new CampaignBounds(
        isOfCaps ? List.of() : bounds.caps(),
        isOfCaps ? bounds.talkRestMillis() : 0,
        bounds.fromMicros(),
        bounds.untilMicros(),
        bounds.destinations(),
        bounds.refused(),
        bounds.spend());
  }

  private static CampaignBounds lavish(CampaignBounds bounds) {
    SpendLimit limit = bounds.spend();
    return limit == null ? bounds : bounds.spending(new SpendLimit(limit.tariff(), 0, 0));
  }

  private static CampaignPlan byTime(CampaignPlan plan) {
    PreviewRules rules = plan.previewRules();
    return plan.dialling(CampaignMode.PREVIEW, plan.ratio())
        .previewing(new PreviewRules(rules.timeMillis(), true, rules.skipMillis()));
  }

  private static CampaignPlan mistaken(CampaignPlan plan) {
    MessageRules rules = plan.message();
    return rules == null
        ? plan
        : plan.telling(
            new MessageRules(
                rules.prompts(),
                /* queueKey= */ rules.optOutKey(),
                /* optOutKey= */ rules.queueKey(),
                rules.keyMillis(),
                rules.callbackKey()));
  }

  private Recall loosened(Recall recall) {
    boolean isAnybodys = this == PROMISED_CALLS_ARE_ANYBODYS;
    boolean isEarly = this == AGREED_TIMES_ARE_NOT_KEPT;
    return new Recall(
        recall.campaign(),
        recall.list(),
        recall.lead(),
        isAnybodys ? null : recall.agent(),
        isEarly ? 0 : recall.dueMicros(),
        isEarly ? 0 : recall.openMicros(),
        recall.untilMicros(),
        recall.at(),
        recall.againMicros(),
        recall.restsUntilMicros());
  }

  /** The same dial, but the books take it for one of a number that nobody has. */
  private static CampaignFact.Dialled hidden(CampaignFact.Dialled f) {
    return new CampaignFact.Dialled(
        f.campaign(),
        f.list(),
        f.lead(),
        f.slot(),
        new IdentityId(f.leg().value()),
        f.call(),
        f.leg(),
        f.attempt(),
        f.reading());
  }

  private static ListFact.ListLoaded dialledByNobody(ListFact.ListLoaded f) {
    return new ListFact.ListLoaded(
        f.list(),
        ListUse.DIAL,
        NOBODY,
        f.sha256(),
        f.sourceSha256(),
        f.fileName(),
        f.leads(),
        f.ledger(),
        f.author());
  }
}
