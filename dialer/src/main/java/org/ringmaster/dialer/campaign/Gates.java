// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.calendar.Calendar;
import org.ringmaster.core.callback.Callbacks;
import org.ringmaster.core.journey.ConsentScope;
import org.ringmaster.core.journey.Consents;
import org.ringmaster.core.journey.IdentityId;
import org.ringmaster.core.journey.Journeys;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.dialer.list.Leads;
import org.ringmaster.dialer.list.ListBooks;

/**
 * What must allow that a lead is dialled, at the very moment of dialling; everything is looked up
 * in memory. Owned by the kernel thread.
 */
final class Gates {

  /** Whether a lead may be dialled. */
  sealed interface Verdict {

    /** At this number. */
    record Go(int slot, Personal number, IdentityId identity) implements Verdict {}

    /**
     * Not before an instant, epoch microseconds.
     *
     * @param cap which one it is, where it is one
     */
    record Later(Gate gate, long dueMicros, @Nullable FrequencyCap cap) implements Verdict {

      Later(Gate gate, long dueMicros) {
        this(gate, dueMicros, null);
      }

      /** What forbids it, as a part of a sentence. */
      String words() {
        return cap == null ? gate.words() : gate.words() + " (" + cap.words() + ")";
      }
    }

    /** Never again. */
    record Never(Gate gate) implements Verdict {}
  }

  private static final long MINUTE_MICROS = 60_000_000;
  private static final long STEP_MICROS = 15 * MINUTE_MICROS;
  private static final int STEPS = 7 * 24 * 4;

  private final CampaignBooks books;
  private final Journeys journeys;
  private final Callbacks callbacks;
  private final Consents consents;
  private final ListBooks lists;

  Gates(CampaignBooks books, Journeys journeys, Callbacks callbacks, ListBooks lists) {
    this.books = books;
    this.journeys = journeys;
    this.callbacks = callbacks;
    consents = journeys.consents();
    this.lists = lists;
  }

  /** What forbids a campaign to dial anybody, or null. */
  @Nullable Gate ofCampaign(Campaign campaign, Decision decision) {
    CampaignBounds bounds = campaign.plan().limits();
    if (books.isStopped()) {
      return Gate.KILL_SWITCH;
    } else if (bounds.isOver(decision.wallMicros())) {
      return Gate.TOO_LATE;
    } else if (campaign.state() != CampaignState.RUNNING) {
      return Gate.CAMPAIGN;
    }
    if (bounds.isTooEarly(decision.wallMicros())) {
      return Gate.TOO_EARLY;
    }
    return affords(campaign, 0, decision) ? null : Gate.SPEND;
  }

  /**
   * Whether a campaign may spend what a line costs at least.
   *
   * @param number to whom, digits without a plus; 0 for whoever costs least
   */
  boolean affords(Campaign campaign, long number, Decision decision) {
    return books.spend().allows(campaign, number, decision.nowMicros());
  }

  /**
   * Whether a lead may be dialled now, and at which of its numbers.
   *
   * @param openings what was found out about hours within the same look; begins empty
   */
  Verdict ofLead(
      Campaign campaign,
      LeadStates states,
      Leads leads,
      int lead,
      Map<List<ZoneId>, Long> openings,
      Decision decision) {
    return states.tries(lead) >= campaign.plan().tries()
        ? new Verdict.Never(Gate.LEAD_TRIES)
        : ofLead(false, campaign, states, leads, lead, openings, decision);
  }

  /** The same for a lead with which a call was agreed, however often it was dialled. */
  Verdict ofAgreedLead(
      Campaign campaign,
      LeadStates states,
      Leads leads,
      int lead,
      Map<List<ZoneId>, Long> openings,
      Decision decision) {
    return ofLead(true, campaign, states, leads, lead, openings, decision);
  }

  private Verdict ofLead(
      boolean isAgreed,
      Campaign campaign,
      LeadStates states,
      Leads leads,
      int lead,
      Map<List<ZoneId>, Long> openings,
      Decision decision) {
    CampaignPlan plan = campaign.plan();
    Verdict best = new Verdict.Never(Gate.CONSENT);
    int slots = leads.numbers(lead);
    Numbers numbers = new Numbers(leads, lead, plan.hours(), isAgreed);
    for (int i = 1; i <= slots; i++) {
      int slot = (states.lastSlot(lead) + i) % slots;
      Verdict one = ofNumber(plan, numbers, slot, decision);
      if (one instanceof Verdict.Go) {
        long opens = opensAt(plan.hours(), numbers.zones(), openings, decision.wallMicros());
        return opens == 0
            ? one
            : new Verdict.Later(Gate.HOURS, decision.nowMicros() + opens - decision.wallMicros());
      }
      if (one instanceof Verdict.Never && best instanceof Verdict.Never) {
        best = one;
      }
      if (one instanceof Verdict.Later later
          && (!(best instanceof Verdict.Later sooner) || later.dueMicros() < sooner.dueMicros())) {
        best = later;
      }
    }
    return best;
  }

  /** The numbers of one lead; who has them is worked out once, and only where it is asked for. */
  private static final class Numbers {
    private final Leads leads;
    private final int lead;
    private final Calendar hours;
    private final boolean isAgreed;
    private final @Nullable IdentityId[] known;

    /**
     * @param isAgreed whether it is asked about a call that was agreed with the lead
     */
    Numbers(Leads leads, int lead, Calendar hours, boolean isAgreed) {
      this.leads = leads;
      this.lead = lead;
      this.hours = hours;
      this.isAgreed = isAgreed;
      known = new IdentityId[leads.numbers(lead)];
    }

    int size() {
      return known.length;
    }

    long at(int slot) {
      return leads.number(lead, slot);
    }

    /** Where the lead may be. */
    List<ZoneId> zones() {
      List<ZoneId> all = leads.zones(lead);
      return all.isEmpty() ? List.of(ZoneId.of(hours.zone())) : all;
    }

    /** Whether a cap is for one of them; for any of them where it counts by person. */
    boolean isBoundBy(FrequencyCap cap, int slot) {
      for (int one = 0; one < size(); one++) {
        if ((one == slot || cap.byPerson()) && cap.isFor(at(one))) {
          return true;
        }
      }
      return false;
    }

    /** Null where it is too short to be anybody's. */
    @Nullable IdentityId identity(int slot) {
      IdentityId one = known[slot];
      if (one == null) {
        one = Journeys.telephone(new Personal("+" + leads.number(lead, slot)));
        known[slot] = one;
      }
      return one;
    }

    /** Whose they all are, each of them once. */
    List<IdentityId> person() {
      List<IdentityId> all = new ArrayList<>(size());
      for (int slot = 0; slot < size(); slot++) {
        IdentityId one = identity(slot);
        if (one != null && !all.contains(one)) {
          all.add(one);
        }
      }
      return all;
    }
  }

  /**
   * What leaves a lead in peace at an instant, as far as locks, machines and tries say now: of the
   * numbers that may be called the one that is free first. Null for nothing.
   *
   * @param wantedMicros the instant, epoch microseconds
   */
  @Nullable Verdict restingAt(CampaignPlan plan, Leads leads, int lead, long wantedMicros) {
    Numbers numbers = new Numbers(leads, lead, plan.hours(), true);
    Verdict first = new Verdict.Never(Gate.CONSENT);
    for (int slot = 0; slot < numbers.size(); slot++) {
      long number = numbers.at(slot);
      IdentityId identity = numbers.identity(slot);
      Gate forbids = plan.limits().forbids(number);
      if (forbids != null && first instanceof Verdict.Never) {
        first = new Verdict.Never(forbids);
      }
      if (identity == null
          || forbids != null
          || mustNotCall(plan, number, spellings(plan, number, identity))) {
        continue;
      }
      Verdict.Later later = resting(plan, numbers, slot, identity, wantedMicros);
      if (later == null) {
        return null;
      }
      if (!(first instanceof Verdict.Later sooner) || later.dueMicros() < sooner.dueMicros()) {
        first = later;
      }
    }
    return first;
  }

  private Verdict ofNumber(CampaignPlan plan, Numbers numbers, int slot, Decision decision) {
    long number = numbers.at(slot);
    IdentityId identity = numbers.identity(slot);
    if (identity == null) {
      return new Verdict.Never(Gate.CONSENT);
    }
    List<IdentityId> spellings = spellings(plan, number, identity);
    if (mustNotCall(plan, number, spellings)) {
      return new Verdict.Never(Gate.CONSENT);
    }
    Gate forbidding = plan.limits().forbids(number);
    if (forbidding != null) {
      return new Verdict.Never(forbidding);
    }
    long now = decision.nowMicros();
    if (books.attempt(identity) != null || isWithUs(spellings)) {
      return new Verdict.Later(Gate.IN_CALL, now + MINUTE_MICROS);
    }
    Verdict rests = resting(plan, numbers, slot, identity, now);
    return rests == null
        ? new Verdict.Go(slot, new Personal(plan.prefix() + number), identity)
        : rests;
  }

  /** Whether they wait or talk here, or are to be called back, however carriers tell the number. */
  private boolean isWithUs(List<IdentityId> spellings) {
    for (IdentityId one : spellings) {
      if (journeys.books().isHere(one) || callbacks.books().isToBeCalled(one)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a campaign calls a number or talks with it, told with a plus or without; who will be
   * called back is let go.
   */
  boolean isTried(Personal number) {
    return isTried(Journeys.telephone(number))
        || (!number.text().startsWith("+")
            && isTried(Journeys.telephone(new Personal("+" + number.text()))));
  }

  private boolean isTried(@Nullable IdentityId identity) {
    Attempt attempt = identity == null ? null : books.attempt(identity);
    return attempt != null && attempt.phase() != AttemptPhase.CALLBACK;
  }

  /** What leaves a number in peace at an instant, and until when; null for nothing. */
  private Verdict.@Nullable Later resting(
      CampaignPlan plan, Numbers numbers, int slot, IdentityId number, long atMicros) {
    NumberTries tries = books.tries();
    long own = plan.lockMillis() * Campaigns.MICROS_PER_MILLI;
    long locked = tries.lockedUntilMicros(number, own, atMicros);
    if (locked > 0) {
      return new Verdict.Later(Gate.DROP_LOCK, locked);
    }
    // Most campaigns ask for the number alone: nobody else's is worked out for them.
    boolean isByPerson = plan.triesByPerson() || plan.machineRestMillis() > 0;
    List<IdentityId> alone = List.of(number);
    List<IdentityId> person = isByPerson ? numbers.person() : alone;
    long rest = plan.machineRestMillis() * Campaigns.MICROS_PER_MILLI;
    long machine = 0;
    for (IdentityId one : rest > 0 ? person : List.<IdentityId>of()) {
      long since = tries.machineSinceMicros(one);
      machine = since == 0 ? machine : StrictMath.max(machine, since + rest);
    }
    if (machine > atMicros) {
      return new Verdict.Later(Gate.MACHINE_REST, machine);
    }
    List<IdentityId> counted = plan.triesByPerson() ? person : alone;
    long free = tries.freeAtMicros(counted, plan.numberTries(), atMicros);
    return free > 0
        ? new Verdict.Later(Gate.NUMBER_TRIES, free)
        : bounded(plan.limits(), numbers, slot, alone, atMicros);
  }

  /** What leaves a number in peace for days and weeks; of several what lasts longest. */
  private Verdict.@Nullable Later bounded(
      CampaignBounds bounds, Numbers numbers, int slot, List<IdentityId> alone, long atMicros) {
    NumberTries tries = books.tries();
    // Who asked to be called has talked, and is called.
    if (bounds.talkRestMillis() > 0 && !numbers.isAgreed) {
      long rested = tries.talkedMicros(numbers.person()) + bounds.talkRestMicros();
      if (rested > atMicros) {
        return new Verdict.Later(Gate.TALK_REST, rested);
      }
    }
    Verdict.Later longest = null;
    for (FrequencyCap cap : bounds.caps()) {
      if (numbers.isBoundBy(cap, slot)) {
        List<IdentityId> counted = cap.byPerson() ? numbers.person() : alone;
        long free = tries.freeAtMicros(counted, cap, numbers.zones(), atMicros);
        if (free > 0 && (longest == null || free > longest.dueMicros())) {
          longest = new Verdict.Later(Gate.CAP, free, cap);
        }
      }
    }
    return longest;
  }

  /** Whether the number of an attempt must not be called, however it was written when refused. */
  boolean mustNotBe(CampaignPlan plan, Attempt attempt) {
    Leads leads = lists.leads(attempt.list());
    if (leads == null) {
      return consents.isForbidden(attempt.identity(), ConsentScope.CAMPAIGN);
    }
    long number = leads.number(attempt.lead(), attempt.slot());
    return mustNotCall(plan, number, spellings(plan, number, attempt.identity()));
  }

  private boolean mustNotCall(CampaignPlan plan, long number, List<IdentityId> spellings) {
    for (IdentityId one : spellings) {
      if (consents.isForbidden(one, ConsentScope.CAMPAIGN)) {
        return true;
      }
    }
    return consents.isForbiddenByPrefix(number, ConsentScope.CAMPAIGN)
        || lists.mustNotCall(plan.id().value(), number);
  }

  /** A number as people and carriers write it: with a plus, without one, and as it is dialled. */
  private static List<IdentityId> spellings(CampaignPlan plan, long number, IdentityId identity) {
    List<IdentityId> all = new ArrayList<>(3);
    all.add(identity);
    IdentityId plain = Journeys.telephone(new Personal(Long.toString(number)));
    if (plain != null) {
      all.add(plain);
    }
    boolean isOther = !plan.prefix().isEmpty() && !plan.prefix().equals("+");
    IdentityId dialled = isOther ? Journeys.telephone(new Personal(plan.prefix() + number)) : null;
    if (dialled != null) {
      all.add(dialled);
    }
    return all;
  }

  /** When all zones are open next, epoch microseconds; 0 where they are open now. */
  private static long opensAt(
      Calendar hours, List<ZoneId> zones, Map<List<ZoneId>, Long> openings, long wallMicros) {
    return openings.computeIfAbsent(zones, some -> opensAt(hours, some, wallMicros));
  }

  private static long opensAt(Calendar hours, List<ZoneId> zones, long wallMicros) {
    if (isOpen(hours, zones, wallMicros)) {
      return 0;
    }
    long quarter = wallMicros / STEP_MICROS * STEP_MICROS;
    for (int step = 1; step <= STEPS; step++) {
      if (isOpen(hours, zones, quarter + step * STEP_MICROS)) {
        return quarter + step * STEP_MICROS;
      }
    }
    return quarter + STEPS * STEP_MICROS;
  }

  private static boolean isOpen(Calendar hours, List<ZoneId> zones, long wallMicros) {
    for (ZoneId zone : zones) {
      if (!hours.isOpenIn(zone, wallMicros)) {
        return false;
      }
    }
    return true;
  }

  /** What was found out about hours within one look; never walked through. */
  static Map<List<ZoneId>, Long> noOpenings() {
    return new LinkedHashMap<>();
  }
}
