// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.CallControl;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.TrunkUsage;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.dialer.callerid.CallerIdPool;
import org.ringmaster.dialer.list.Leads;
import org.ringmaster.dialer.list.Lists;
import org.ringmaster.dialer.pacing.Pacing;

/** How many lines a campaign dials at a moment, and which leads. Owned by the kernel thread. */
final class Dialling {

  /** A running campaign is looked at so often, whatever happens. */
  private static final long LOOK_MICROS = 250_000;

  /** One that nobody works for and that has nobody on a line. */
  private static final long IDLE_LOOK_MICROS = 1_000_000;

  /** No look asks about more leads that may not be dialled now. */
  private static final int MOST_IN_VAIN = 2_000;

  private final CampaignBooks books;
  private final CallControl calls;
  private final Lists lists;
  private final PacingDesk desk;
  private final Gates gates;
  private final Recalls recalls;

  Dialling(
      CampaignBooks books,
      CallControl calls,
      Lists lists,
      PacingDesk desk,
      Gates gates,
      Recalls recalls) {
    this.recalls = recalls;
    this.books = books;
    this.calls = calls;
    this.lists = lists;
    this.desk = desk;
    this.gates = gates;
  }

  /** What the search for a lead came to. */
  sealed interface Found {

    /** A lead whose turn it is, and where. */
    record Next(LeadStates states, int lead, Gates.Verdict.Go go) implements Found {}

    /** None, and why. */
    record None(DialLimit why) implements Found {}
  }

  /** Looks at a campaign, dials for it what may be dialled, and comes back while it runs. */
  void look(Campaign campaign, Previewing previewing, Decision decision) {
    if (campaign.state() != CampaignState.RUNNING) {
      return;
    }
    if (isExhausted(campaign)) {
      decision.record(new CampaignFact.Exhausted(campaign.id()));
      return;
    }
    Gate gate = gates.ofCampaign(campaign, decision);
    if (gate == Gate.TOO_LATE) {
      decision.record(new CampaignFact.Paused(campaign.id(), Campaigns.END_TIME));
      return;
    }
    long next = decision.nowMicros() + LOOK_MICROS;
    PacingDesk.Moment moment = desk.moment(campaign, decision.nowMicros());
    if (gate == Gate.KILL_SWITCH) {
      limit(campaign, DialLimit.KILL_SWITCH, null, decision);
    } else if (gate == Gate.TOO_EARLY) {
      limit(campaign, DialLimit.TOO_EARLY, null, decision);
    } else if (gate == Gate.SPEND) {
      limit(campaign, DialLimit.SPEND, null, decision);
    } else if (campaign.restsUntilMicros() > decision.nowMicros()) {
      limit(campaign, DialLimit.TRUNK_FAILS, null, decision);
    } else if (campaign.plan().mode() == CampaignMode.AGENTLESS) {
      Pacing pacing = Pacing.lines(moment.room(), moment);
      PacingReading reading = PacingReading.of(moment, pacing);
      int many = campaign.isTryingTheTrunk() ? StrictMath.min(1, pacing.dial()) : pacing.dial();
      PacingDesk.Choice choice = new PacingDesk.Choice(campaign.progressive(), DialLimit.LINES);
      limit(campaign, dial(campaign, choice, many, reading, decision), reading, decision);
    } else if (campaign.plan().mode().isByAgents()) {
      limit(campaign, previewing.show(campaign, moment, decision), null, decision);
    } else {
      PacingDesk.Choice choice = desk.choose(campaign, moment);
      Pacing pacing = moment.isClosed() ? Pacing.lines(0, moment) : choice.pacer().decide(moment);
      PacingReading reading = PacingReading.of(moment, pacing);
      int many = campaign.isTryingTheTrunk() ? StrictMath.min(1, pacing.dial()) : pacing.dial();
      limit(campaign, dial(campaign, choice, many, reading, decision), reading, decision);
      if (pacing.giveUpOldest()) {
        giveUp(campaign, reading, decision);
      }
    }
    if (moment.atWork() == 0 && campaign.attempts.isEmpty()) {
      next = decision.nowMicros() + IDLE_LOOK_MICROS;
    }
    if (campaign.limit() == DialLimit.TRUNK_RATE
        && calls.outbound().dialRoom(campaign.plan().trunk(), decision.nowMicros())
            instanceof TrunkUsage.Verdict.NotBefore later) {
      next = StrictMath.min(next, later.atMicros());
    }
    decision.remindAt(next, new CampaignInput.LookDue(campaign.id()));
  }

  private boolean isExhausted(Campaign campaign) {
    List<LeadStates> own = books.listsOf(campaign.id());
    boolean none =
        campaign.attempts.isEmpty()
            && !own.isEmpty()
            && books.previews().notDialled(campaign.id()) == 0
            && !recalls.isAny(campaign);
    for (LeadStates list : own) {
      none &= list.first() < 0;
    }
    return none;
  }

  /** Whether a campaign that was exhausted has a lead to dial after all. */
  boolean hasLead(Campaign campaign) {
    return recalls.isAny(campaign)
        || books.listsOf(campaign.id()).stream().anyMatch(list -> list.first() >= 0);
  }

  private static void limit(
      Campaign campaign, DialLimit now, @Nullable PacingReading reading, Decision decision) {
    if (campaign.limit() != now) {
      decision.record(new CampaignFact.LimitChanged(campaign.id(), now, reading));
    }
  }

  /** Dials up to so many; what keeps it from dialling more. */
  private DialLimit dial(
      Campaign campaign,
      PacingDesk.Choice choice,
      int many,
      PacingReading reading,
      Decision decision) {
    DialLimit limit = reading.room() == 0 ? DialLimit.TRUNK : choice.limit();
    Map<List<ZoneId>, Long> openings = Gates.noOpenings();
    for (int i = 0; i < many; i++) {
      switch (calls.outbound().dialRoom(campaign.plan().trunk(), decision.nowMicros())) {
        case TrunkUsage.Verdict.Full full -> {
          return DialLimit.TRUNK;
        }
        case TrunkUsage.Verdict.NotBefore later -> {
          return DialLimit.TRUNK_RATE;
        }
        case TrunkUsage.Verdict.Go go -> {
          switch (next(campaign, null, openings, decision)) {
            case Found.None none -> {
              return none.why();
            }
            case Found.Next next -> {
              if (!affords(campaign, next, decision)) {
                return DialLimit.SPEND;
              }
              if (!dial(campaign, next, null, reading, decision)) {
                return DialLimit.CALLER_IDS;
              }
            }
          }
        }
      }
    }
    return limit;
  }

  /**
   * Dials a lead for an agent who is on the line already; false where it may not be dialled, or no
   * number is left that its telephone may show.
   */
  boolean dialFor(Campaign campaign, Preview preview, Decision decision) {
    LeadStates states = Objects.requireNonNull(books.leads(preview.list()));
    Leads leads = Objects.requireNonNull(lists.books().leads(preview.list()));
    if (!(verdict(campaign, states, leads, preview.lead(), decision)
        instanceof Gates.Verdict.Go go)) {
      return false;
    }
    PacingDesk.Moment moment = desk.moment(campaign, decision.nowMicros());
    PacingReading reading = PacingReading.of(moment, Pacing.lines(1, moment));
    Found.Next next = new Found.Next(states, preview.lead(), go);
    return dial(campaign, next, preview.call(), reading, decision);
  }

  /**
   * Dials a lead; false where no number is left that its telephone may show.
   *
   * @param begun the call that it is dialled for; null for a new one
   */
  private boolean dial(
      Campaign campaign,
      Found.Next next,
      @Nullable CallId begun,
      PacingReading reading,
      Decision decision) {
    CampaignPlan plan = campaign.plan();
    CallerIdPool pool = plan.callerIds();
    String own = pool == null ? null : callerId(pool, next, decision);
    if (pool != null && own == null) {
      return false;
    }
    Personal shown = own == null || pool == null ? plan.shown() : new Personal(pool.written(own));
    CallId call =
        begun == null
            ? calls.outbound().begin(plan.trunk(), next.go().number(), null, decision)
            : begun;
    LegId leg =
        calls
            .outbound()
            .dial(call, plan.trunk(), next.go().number(), shown, plan.dialMillis(), decision);
    decision.record(
        new CampaignFact.Dialled(
            campaign.id(),
            next.states().list(),
            next.lead(),
            next.go().slot(),
            next.go().identity(),
            call,
            leg,
            next.states().tries(next.lead()) + 1,
            reading),
        decision.nowMicros());
    if (own != null) {
      decision.record(new CampaignFact.CallerIdShown(campaign.id(), leg, own));
    }
    CampaignFact priced = plan.limits().priced(plan.id(), leg, number(next));
    if (priced != null) {
      decision.record(priced);
    }
    lists.firstCalled(next.states().list(), decision);
    return true;
  }

  /** Whether a campaign may spend what a line to a lead costs at least. */
  boolean affords(Campaign campaign, Found.Next next, Decision decision) {
    return gates.affords(campaign, number(next), decision);
  }

  /** The digits of a number that is to be dialled, without a plus. */
  private long number(Found.Next next) {
    Leads leads = Objects.requireNonNull(lists.books().leads(next.states().list()));
    return leads.number(next.lead(), next.go().slot());
  }

  private @Nullable String callerId(CallerIdPool pool, Found.Next next, Decision decision) {
    String digits = Long.toString(number(next));
    return books.callerIds().choose(pool, digits, decision.nowMicros());
  }

  private void giveUp(Campaign campaign, PacingReading reading, Decision decision) {
    Attempt oldest = campaign.oldestRinging();
    if (oldest != null
        && decision.nowMicros() - oldest.ringsFromMicros()
            >= campaign.plan().leastRingMillis() * Campaigns.MICROS_PER_MILLI) {
      decision.record(new CampaignFact.RingingGivenUp(campaign.id(), oldest.leg(), reading));
      calls.hangUp(oldest.leg(), HangupCause.NORMAL, decision);
    }
  }

  // Which lead.

  /** Whether all gates let a lead be dialled that an agent looks at, and at which number. */
  Gates.Verdict verdict(
      Campaign campaign, LeadStates states, Leads leads, int lead, Decision decision) {
    return recalls.isDue(states.list(), lead, decision)
        ? gates.ofAgreedLead(campaign, states, leads, lead, Gates.noOpenings(), decision)
        : gates.ofLead(campaign, states, leads, lead, Gates.noOpenings(), decision);
  }

  /** The lead whose turn it is; those before it that may not be dialled now are put off. */
  Found next(
      Campaign campaign,
      @Nullable AgentId agent,
      Map<List<ZoneId>, Long> openings,
      Decision decision) {
    if (lists.books().isProtectionMissing(campaign.id().value())) {
      return new Found.None(DialLimit.PROTECTION_MISSING); // Nothing is forbidden for good.
    }
    Found again = recalls.next(campaign, agent, openings, decision);
    if (again != null) {
      return again;
    }
    for (int i = 0; i < MOST_IN_VAIN; ) {
      LeadStates states = firstDue(campaign, decision.nowMicros());
      if (states == null) {
        return new Found.None(whyNone(campaign));
      }
      Leads leads = Objects.requireNonNull(lists.books().leads(states.list()));
      int lead = states.first();
      switch (gates.ofLead(campaign, states, leads, lead, openings, decision)) {
        case Gates.Verdict.Go go -> {
          return new Found.Next(states, lead, go);
        }
        case Gates.Verdict.Never never -> {
          decision.record(
              new CampaignFact.LeadForbidden(campaign.id(), states.list(), lead, never.gate()));
          i++;
        }
        case Gates.Verdict.Later later ->
            i += putOff(campaign, states, leads, later, openings, decision);
      }
    }
    return new Found.None(DialLimit.SEARCHING);
  }

  private DialLimit whyNone(Campaign campaign) {
    boolean anyMissing = false;
    for (LeadStates list : books.listsOf(campaign.id())) {
      boolean isMissing = lists.books().isMissing(list.list());
      if (list.first() >= 0 && !isMissing) {
        return DialLimit.NO_LEADS;
      }
      anyMissing |= isMissing && list.first() >= 0;
    }
    return anyMissing ? DialLimit.LIST_MISSING : DialLimit.NO_LEADS;
  }

  /** The list of which a lead is due first, or null; the oldest list of several. */
  private @Nullable LeadStates firstDue(Campaign campaign, long nowMicros) {
    LeadStates best = null;
    for (LeadStates list : books.listsOf(campaign.id())) {
      int lead = list.first();
      if (lead >= 0
          && !lists.books().isMissing(list.list())
          && list.dueMicros(lead) <= nowMicros
          && (best == null || list.dueMicros(lead) < best.dueMicros(best.first()))) {
        best = list;
      }
    }
    return best;
  }

  /** Puts off the first lead of a list, and those after it for which the same holds. */
  private int putOff(
      Campaign campaign,
      LeadStates states,
      Leads leads,
      Gates.Verdict.Later later,
      Map<List<ZoneId>, Long> openings,
      Decision decision) {
    List<Integer> off = new ArrayList<>();
    int lead = states.first();
    while (lead >= 0
        && off.size() < MOST_IN_VAIN
        && states.dueMicros(lead) <= decision.nowMicros()
        && (off.isEmpty()
            || later.equals(gates.ofLead(campaign, states, leads, lead, openings, decision)))) {
      off.add(lead);
      states.takeFirst();
      lead = states.first();
    }
    off.forEach(states::putBack); // Only the fact changes what is so.
    decision.record(
        new CampaignFact.LeadsPutOff(
            campaign.id(), states.list(), later.gate(), List.copyOf(off), later.dueMicros()));
    return off.size();
  }

  /** Why a lead is or is not dialled now, as a sentence. */
  String explain(Campaign campaign, LeadStates states, int lead, Decision decision) {
    String again = recalls.explain(states, lead);
    return now(campaign, states, lead, decision) + (again == null ? "" : again);
  }

  private String now(Campaign campaign, LeadStates states, int lead, Decision decision) {
    LeadPhase phase = states.phase(lead);
    Leads leads = lists.books().leads(states.list());
    Preview preview = books.previews().of(states.list(), lead);
    if (preview != null) {
      return preview.isOnlyShown()
          ? "Not now: agent " + preview.agent() + " looks at it."
          : "It is being called now, because agent " + preview.agent() + " wanted it.";
    } else if (phase == LeadPhase.LIVE) {
      return "It is being called now.";
    } else if (phase == LeadPhase.REACHED) {
      return "It talked with an agent.";
    } else if (phase == LeadPhase.SPENT) {
      return "It is not called any more, after " + states.tries(lead) + " tries.";
    } else if (leads == null) {
      return "Not now: the file with the list's leads is missing or damaged.";
    } else if (lists.books().isProtectionMissing(campaign.id().value())) {
      return "Not now: the file of a do-not-call list is missing or damaged.";
    }
    Gate gate = gates.ofCampaign(campaign, decision);
    if (gate != null) {
      return "Not now: "
          + gate.words()
          + books.spend().words(campaign, gate, decision.nowMicros())
          + ".";
    }
    return switch (gates.ofLead(campaign, states, leads, lead, Gates.noOpenings(), decision)) {
      case Gates.Verdict.Never never -> "Never: " + never.gate().words() + ".";
      case Gates.Verdict.Later later -> "Not now: " + later.words() + ".";
      case Gates.Verdict.Go go when states.dueMicros(lead) > decision.nowMicros() ->
          "Not now: it rests after its last try.";
      case Gates.Verdict.Go go ->
          !gates.affords(campaign, leads.number(lead, go.slot()), decision)
              ? "Not now: "
                  + Gate.SPEND.words()
                  + books.spend().words(campaign, Gate.SPEND, decision.nowMicros())
                  + "."
              : "It may be called; what keeps it waiting is its turn, and that "
                  + campaign.limit().words()
                  + ".";
    };
  }
}
