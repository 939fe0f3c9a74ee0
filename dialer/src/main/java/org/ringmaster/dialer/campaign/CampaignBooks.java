// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.EndSource;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.journey.IdentityId;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Fold;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.dialer.callerid.CallerIds;
import org.ringmaster.dialer.compliance.AbandonLedger;
import org.ringmaster.dialer.compliance.ScreeningFigures;
import org.ringmaster.dialer.list.ListFact;
import org.ringmaster.dialer.list.ListId;
import org.ringmaster.dialer.list.ListUse;
import org.ringmaster.dialer.pacing.RingEnd;

/** All campaigns, their leads and the attempts that are not over: the fold behind the decider. */
public final class CampaignBooks implements Fold {

  /** What an agent is at since then; also a line in a snapshot. */
  record Work(AgentId agent, boolean wrapping, long sinceMicros) {}

  /** Whether all dialling is stopped, in a snapshot. */
  record Stopped(boolean all) {}

  /**
   * A campaign in numbers.
   *
   * @param dialable leads that may be dialled, now or later
   * @param calls dialled on the day that is looked at
   * @param answered answered by a person on that day, abandoned ones included
   * @param mistaken how many people were given up on that day as machines: an estimate
   */
  public record Numbers(
      int dialable,
      int ringing,
      int waiting,
      int talking,
      long calls,
      long answered,
      long abandoned,
      double mistaken) {

    /** Nobody was given up as a machine. */
    public Numbers(
        int dialable,
        int ringing,
        int waiting,
        int talking,
        long calls,
        long answered,
        long abandoned) {
      this(dialable, ringing, waiting, talking, calls, answered, abandoned, 0);
    }

    /**
     * How many of a hundred live answers of that day were abandoned; people who were given up as
     * machines are among them.
     */
    public double abandonedPercent() {
      double all = answered + mistaken;
      return all == 0 ? 0 : 100.0 * (abandoned + mistaken) / all;
    }
  }

  private final Map<CampaignId, Campaign> campaigns = new LinkedHashMap<>();
  private final Map<ListId, LeadStates> leads = new LinkedHashMap<>();
  private final Map<LegId, CampaignId> legs = new LinkedHashMap<>();
  private final Map<CallId, LegId> calls = new LinkedHashMap<>();
  private final Map<IdentityId, LegId> numbers = new LinkedHashMap<>();
  private final DropGroups groups = new DropGroups(campaigns.values());
  private final Lessons lessons;
  private final NumberTries tries = new NumberTries(campaigns.values());
  private final CallerIds callerIds = new CallerIds();
  private final ScreeningBooks screenings = new ScreeningBooks();
  private final PreviewBooks previews = new PreviewBooks();
  private final SpendBooks spend = new SpendBooks();
  private boolean stopped;

  /**
   * Empty books.
   *
   * @param queuesOf which queues an agent serves
   */
  CampaignBooks(Function<AgentId, List<QueueId>> queuesOf) {
    lessons = new Lessons(queuesOf, campaigns.values());
  }

  DropGroups groups() {
    return groups;
  }

  Collection<Campaign> campaigns() {
    return campaigns.values();
  }

  /**
   * All campaigns, who dialled longest ago first: so that campaigns that share agents take turns
   * with them. A copy.
   */
  List<Campaign> byTurn() {
    List<Campaign> all = new ArrayList<>(campaigns.values());
    all.sort(Comparator.comparingLong(Campaign::dialledMicros));
    return all;
  }

  @Nullable Campaign campaign(CampaignId id) {
    return campaigns.get(id);
  }

  /** All campaigns by name, in the order in which they were configured; a copy. */
  public List<CampaignId> ids() {
    return List.copyOf(campaigns.keySet());
  }

  /** What a campaign is doing, or null where there is none of that name. */
  public @Nullable CampaignState stateOf(CampaignId id) {
    Campaign campaign = campaigns.get(id);
    return campaign == null ? null : campaign.state();
  }

  /** What keeps a campaign from dialling more. */
  public DialLimit limitOf(CampaignId id) {
    Campaign campaign = campaigns.get(id);
    return campaign == null ? DialLimit.NOT_RUNNING : campaign.limit();
  }

  /** A campaign in numbers, at an instant; the day is the one of that instant, where it is. */
  Numbers numbersOf(CampaignId id, long nowMicros) {
    Numbers last = numbersOf(id);
    Campaign campaign = campaigns.get(id);
    return campaign == null || campaign.countsOn(nowMicros)
        ? last
        : new Numbers(last.dialable(), last.ringing(), last.waiting(), last.talking(), 0, 0, 0);
  }

  /** A campaign in numbers; the day is the last one on which it dialled or was answered. */
  public Numbers numbersOf(CampaignId id) {
    Campaign campaign = campaigns.get(id);
    if (campaign == null) {
      return new Numbers(0, 0, 0, 0, 0, 0, 0);
    }
    int dialable = 0;
    for (LeadStates list : listsOf(id)) {
      dialable += list.count(LeadPhase.FRESH) + list.count(LeadPhase.RESTING);
    }
    return new Numbers(
        dialable,
        campaign.count(AttemptPhase.RINGING),
        campaign.count(AttemptPhase.WAITING),
        campaign.count(AttemptPhase.TALKING),
        campaign.calls(),
        campaign.answered(),
        campaign.abandoned(),
        campaign.mistaken());
  }

  /** What detectors said of a campaign's calls in the 30 days before an instant. */
  public ScreeningFigures screeningOf(CampaignId id, long nowMicros) {
    Campaign campaign = campaigns.get(id);
    return campaign == null
        ? ScreeningFigures.NONE
        : campaign.ledger().screening(AbandonLedger.Window.LAST_30_DAYS, nowMicros);
  }

  /** Attempts that are not over, of all campaigns; a copy. */
  public List<Attempt> attempts() {
    List<Attempt> all = new ArrayList<>();
    campaigns.values().forEach(campaign -> all.addAll(campaign.attempts.values()));
    return all;
  }

  /** Whether all dialling is stopped by hand. */
  public boolean isStopped() {
    return stopped;
  }

  /** The names of a campaign's lists, oldest first; a copy. */
  public List<ListId> lists(CampaignId id) {
    return listsOf(id).stream().map(LeadStates::list).toList();
  }

  /** The lists of a campaign, oldest first; a copy. */
  List<LeadStates> listsOf(CampaignId id) {
    List<LeadStates> found = new ArrayList<>();
    for (LeadStates list : leads.values()) {
      if (list.campaign().equals(id.value())) {
        found.add(list);
      }
    }
    return found;
  }

  @Nullable LeadStates leads(ListId id) {
    return leads.get(id);
  }

  @Nullable Attempt attempt(LegId leg) {
    CampaignId id = legs.get(leg);
    Campaign campaign = id == null ? null : campaigns.get(id);
    return campaign == null ? null : campaign.attempts.get(leg);
  }

  @Nullable Attempt attempt(CallId call) {
    LegId leg = calls.get(call);
    return leg == null ? null : attempt(leg);
  }

  /** The attempt in which a campaign calls a number or talks with it, or null. */
  @Nullable Attempt attempt(IdentityId identity) {
    LegId leg = numbers.get(identity);
    return leg == null ? null : attempt(leg);
  }

  NumberTries tries() {
    return tries;
  }

  /** How often each number of ours was shown, and answered. */
  CallerIds callerIds() {
    return callerIds;
  }

  /** What was spent, and what is kept for lines. */
  SpendBooks spend() {
    return spend;
  }

  ScreeningBooks screenings() {
    return screenings;
  }

  /** Which leads agents look at. */
  public PreviewBooks previews() {
    return previews;
  }

  @Nullable Work workOf(AgentId agent) {
    return lessons.works().of(agent);
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    long at = envelope.recordedAtMicros();
    spend.apply(fact, envelope);
    switch (fact) {
      case CampaignFact ours -> applyOurs(ours, at);
      case PreviewFact theirs -> previews.apply(theirs, leads.get(theirs.list()), at);
      case AgentFact theirs -> {
        lessons.works().apply(theirs, at);
        if (theirs instanceof AgentFact.TalkEnded f) {
          previews.freed(f.offer(), this::attempt);
        }
      }
      case ListFact.ListLoaded f when f.use() == ListUse.DIAL ->
          leads.put(f.list(), new LeadStates(f.list(), f.campaign(), f.leads()));
      case RecallFact theirs -> previews.apply(theirs, leads.get(theirs.list()));
      case ListFact.ListUndone f -> leads.remove(f.list());
      case ListFact.ListRetired f -> leads.remove(f.list());
      case QueueFact.EntryReturned f -> {
        Attempt attempt = attempt(f.call());
        if (attempt != null && attempt.phase() == AttemptPhase.TALKING) {
          put(attempt.to(AttemptPhase.WAITING));
        }
      }
      case CallFact.LegRang f -> unanswered(f.leg(), one -> one.rang(at));
      case CallFact.LegEnded f when f.source() == EndSource.NOT_SEEN ->
          unanswered(f.leg(), one -> one.to(AttemptPhase.UNSEEN));
      default -> {}
    }
  }

  /** Changes an attempt that nobody has answered yet, where it is one. */
  private void unanswered(LegId leg, UnaryOperator<Attempt> change) {
    Attempt attempt = attempt(leg);
    if (attempt != null && attempt.isUnanswered()) {
      put(change.apply(attempt));
    }
  }

  private void applyOurs(CampaignFact fact, long at) {
    switch (fact) {
      case CampaignFact.CampaignConfigured f -> {
        Campaign before = campaigns.get(f.plan().id());
        if (before == null) {
          campaigns.put(f.plan().id(), new Campaign(f.plan()));
        } else {
          boolean sameRules = f.plan().hasRulesOf(before.plan());
          before.configured(f.plan());
          if (!sameRules) {
            tries.relock(before.id(), f.plan().lockMillis() * Campaigns.MICROS_PER_MILLI);
            listsOf(before.id()).forEach(list -> list.ruled(f.plan()));
          }
        }
        tries.bounded(at);
      }
      case CampaignFact.CampaignRemoved f -> of(f.campaign()).removed();
      case CampaignFact.Started f -> of(f.campaign()).moves(f);
      case CampaignFact.Paused f -> of(f.campaign()).moves(f);
      case CampaignFact.Exhausted f -> of(f.campaign()).moves(f);
      case CampaignFact.Resumed f -> of(f.campaign()).moves(f);
      case CampaignFact.Closed f -> of(f.campaign()).moves(f);
      case CampaignFact.DiallingStopped f -> stopped = true;
      case CampaignFact.DiallingAllowed f -> stopped = false;
      case CampaignFact.LimitChanged f -> of(f.campaign()).limited(f.limit());
      case CampaignFact.LeadsPutOff f -> {
        LeadStates list = Objects.requireNonNull(leads.get(f.list()));
        f.leads().forEach(lead -> list.putOff(lead, f.dueMicros()));
      }
      case CampaignFact.LeadForbidden f ->
          Objects.requireNonNull(leads.get(f.list())).forbidden(f.lead());
      case CampaignFact.LeadsPermitted f -> {
        LeadStates list = Objects.requireNonNull(leads.get(f.list()));
        f.leads().forEach(list::permitted);
      }
      default -> applyAttempt(fact, at);
    }
  }

  private void applyAttempt(CampaignFact fact, long at) {
    switch (fact) {
      case CampaignFact.Dialled f -> dialled(f, at);
      case CampaignFact.RingingGivenUp f -> {
        Attempt attempt = live(f.leg());
        put(attempt.to(AttemptPhase.GIVEN_UP));
        lessons.rang(of(f.campaign()), attempt, RingEnd.GIVEN_UP, at);
      }
      case CampaignFact.Answered f -> {
        Attempt attempt = live(f.leg());
        put(attempt.answered(f.atMicros(at), !f.isSeen()));
        if (attempt.phase() == AttemptPhase.RINGING && f.isSeen()) { // How long it rang is known.
          lessons.rang(of(f.campaign()), attempt, RingEnd.PERSON, at);
        }
        callerIds.answered(f.leg());
        spend.answered(f.leg(), f.atMicros(at));
      }
      case CampaignFact.Connected f -> {
        previews.over(f.leg());
        boolean late = f.waitedMillis() > of(f.campaign()).plan().holdMillis();
        counts(f.leg(), AttemptPhase.TALKING, late, at);
      }
      case CampaignFact.Abandoned f -> {
        tries.locked(f.campaign(), f.identity(), f.lockedUntilMicros(), at);
        counts(f.leg(), AttemptPhase.ABANDONED, true, at);
      }
      case CampaignFact.CallbackChosen f -> {
        // Within the time in which an agent had to be there it is no live answer, as a hang-up.
        if (f.waitedMillis() > of(f.campaign()).plan().holdMillis()) {
          counts(f.leg(), AttemptPhase.CALLBACK, true, at);
        } else {
          put(live(f.leg()).to(AttemptPhase.CALLBACK));
        }
      }
      case CampaignFact.ScreeningBegun f -> screenings.begun(f);
      case CampaignFact.GreetingHeard f -> screenings.heard(f);
      case CampaignFact.AttemptScreened f ->
          put(screenings.judged(f, of(f.campaign()), live(f.leg()), at));
      case CampaignFact.AttemptAudited f -> {
        Attempt live = screenings.audited(f, of(f.campaign()), attempt(f.leg()), at);
        if (live != null) {
          put(live);
        }
      }
      case CampaignFact.MessageStarted f -> screenings.telling(f);
      case CampaignFact.MessageLeft f -> put(live(f.leg()).to(AttemptPhase.MESSAGE_LEFT));
      case CampaignFact.MessageWent f -> put(live(f.leg()).to(f.phase()));
      case CampaignFact.AttemptEnded f -> ended(f, at);
      case CampaignFact.LinePriced f -> spend.priced(f);
      case CampaignFact.LineBilled f -> spend.billed(f, of(f.campaign()).ledger().day(at));
      case CampaignFact.CallerIdShown f -> callerIds.shown(f.leg(), f.number(), at);
      case CampaignFact.CallerIdFell f -> callerIds.fell(f.number(), at);
      case CampaignFact.CallerIdRecovered f -> callerIds.recovered(f.number());
      default -> {}
    }
  }

  /** A live answer counts once, whatever becomes of it; it may turn out to be late. */
  private void counts(LegId leg, AttemptPhase next, boolean late, long at) {
    Attempt attempt = live(leg);
    Campaign campaign = of(attempt.campaign());
    if (!late && screenings.isMachine(leg)) {
      put(attempt.to(next));
      return;
    }
    if (attempt.countedMicros() == 0) {
      campaign.answered(late, at);
    } else if (late && !attempt.late()) {
      campaign.abandonedAfterAll(attempt.countedMicros());
    }
    put(attempt.to(next).counted(late, at));
  }

  private Attempt live(LegId leg) {
    return Objects.requireNonNull(attempt(leg));
  }

  private Campaign of(CampaignId id) {
    return Objects.requireNonNull(campaigns.get(id));
  }

  private void dialled(CampaignFact.Dialled f, long at) {
    Attempt attempt = Attempt.of(f, at);
    of(f.campaign()).dialled(attempt, at);
    index(attempt);
    previews.dialled(f);
    tries.dialled(f.identity(), at);
    LeadStates list = leads.get(f.list());
    if (list != null) {
      list.dialled(f.lead(), f.slot());
    }
  }

  private void ended(CampaignFact.AttemptEnded f, long at) {
    previews.over(f.leg());
    Campaign campaign = of(f.campaign());
    Attempt attempt = campaign.attempts.remove(f.leg());
    legs.remove(f.leg());
    calls.remove(f.call());
    spend.over(f.leg());
    callerIds.ended(f.leg(), f.outcome().tellsOfPeople(), at);
    if (attempt != null) {
      numbers.remove(attempt.identity());
      tries.ended(attempt.identity(), f.outcome(), at);
      screenings.ended(attempt);
      if (attempt.phase() == AttemptPhase.RINGING && f.outcome() != AttemptOutcome.LOST) {
        boolean inVain = f.outcome() == AttemptOutcome.NO_ANSWER;
        if (!campaign.wentNowhere(attempt, f.outcome(), at)) { // Nothing is learnt of people by it.
          lessons.rang(campaign, attempt, inVain ? RingEnd.GIVEN_UP : RingEnd.OTHER, at);
        }
      }
    }
    LeadStates list = leads.get(f.list());
    if (list != null) {
      list.ended(f.lead(), f.outcome(), f.next(), f.dueMicros(), at);
    }
  }

  private void put(Attempt attempt) {
    of(attempt.campaign()).attempts.put(attempt.leg(), attempt);
  }

  private void index(Attempt attempt) {
    put(attempt);
    legs.put(attempt.leg(), attempt.campaign());
    calls.put(attempt.call(), attempt.leg());
    numbers.put(attempt.identity(), attempt.leg());
  }

  @Override
  public void snapshot(Consumer<Record> out) {
    out.accept(new Stopped(stopped));
    campaigns.values().forEach(campaign -> campaign.snapshot(out));
    leads.values().forEach(list -> list.snapshot(out));
    lessons.works().snapshot(out);
    screenings.snapshot(out);
    tries.snapshot(out);
    callerIds.snapshot(out);
    previews.snapshot(out);
    spend.snapshot(out);
  }

  @Override
  public void restore(Record entity) {
    switch (entity) {
      case Stopped it -> stopped = it.all();
      case Campaign.Saved it -> campaigns.put(it.plan().id(), Campaign.restored(it));
      case Attempt it -> index(it);
      case LeadStates.Saved it ->
          leads
              .computeIfAbsent(it.list(), id -> new LeadStates(id, it.campaign(), it.size()))
              .restore(it);
      case Work it -> lessons.works().restore(it);
      case Preview it -> previews.restore(it);
      default -> {
        screenings.restore(entity);
        tries.restore(entity);
        callerIds.restore(entity);
        spend.restore(entity);
      }
    }
  }
}
