// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.calendar.Calendar;
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

    /** Not before an instant, epoch microseconds. */
    record Later(Gate gate, long dueMicros) implements Verdict {}

    /** Never again. */
    record Never(Gate gate) implements Verdict {}
  }

  private static final long MINUTE_MICROS = 60_000_000;
  private static final long STEP_MICROS = 15 * MINUTE_MICROS;
  private static final int STEPS = 7 * 24 * 4;

  private final CampaignBooks books;
  private final Consents consents;
  private final ListBooks lists;

  Gates(CampaignBooks books, Consents consents, ListBooks lists) {
    this.books = books;
    this.consents = consents;
    this.lists = lists;
  }

  /** What forbids a campaign to dial anybody, or null. */
  @Nullable Gate ofCampaign(Campaign campaign) {
    if (books.isStopped()) {
      return Gate.KILL_SWITCH;
    }
    return campaign.state() == CampaignState.RUNNING ? null : Gate.CAMPAIGN;
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
        : ofAgreedLead(campaign, states, leads, lead, openings, decision);
  }

  /** The same for a lead with which a call was agreed, however often it was dialled. */
  Verdict ofAgreedLead(
      Campaign campaign,
      LeadStates states,
      Leads leads,
      int lead,
      Map<List<ZoneId>, Long> openings,
      Decision decision) {
    CampaignPlan plan = campaign.plan();
    Verdict best = new Verdict.Never(Gate.CONSENT);
    int slots = leads.numbers(lead);
    List<IdentityId> person = numbersOf(leads, lead);
    for (int i = 1; i <= slots; i++) {
      Verdict one =
          ofNumber(plan, leads.number(lead, (states.lastSlot(lead) + i) % slots), person, decision);
      if (one instanceof Verdict.Go go) {
        long opens = opensAt(plan.hours(), leads.zones(lead), openings, decision.wallMicros());
        return opens == 0
            ? new Verdict.Go((states.lastSlot(lead) + i) % slots, go.number(), go.identity())
            : new Verdict.Later(Gate.HOURS, decision.nowMicros() + opens - decision.wallMicros());
      }
      if (one instanceof Verdict.Later later
          && (!(best instanceof Verdict.Later sooner) || later.dueMicros() < sooner.dueMicros())) {
        best = later;
      }
    }
    return best;
  }

  /** All numbers of who stands in a lead. */
  private static List<IdentityId> numbersOf(Leads leads, int lead) {
    List<IdentityId> numbers = new ArrayList<>(2);
    for (int slot = 0; slot < leads.numbers(lead); slot++) {
      IdentityId one = Journeys.telephone(new Personal("+" + leads.number(lead, slot)));
      if (one != null) {
        numbers.add(one);
      }
    }
    return numbers;
  }

  /**
   * When one of a lead's numbers may be dialled, as far as locks and tries say; an instant at which
   * it is wanted where they do not forbid that, epoch microseconds.
   */
  long freeAtMicros(CampaignPlan plan, Leads leads, int lead, long wantedMicros) {
    List<IdentityId> person = numbersOf(leads, lead);
    long first = Long.MAX_VALUE;
    for (IdentityId number : person) {
      Verdict.Later later = resting(plan, number, person, wantedMicros);
      first = StrictMath.min(first, later == null ? wantedMicros : later.dueMicros());
    }
    return person.isEmpty() ? wantedMicros : first;
  }

  private Verdict ofNumber(
      CampaignPlan plan, long number, List<IdentityId> person, Decision decision) {
    Personal dialled = new Personal(plan.prefix() + number);
    Personal written = new Personal("+" + number);
    IdentityId identity = Journeys.telephone(written);
    if (identity == null || mustNotCall(plan, number, identity, dialled)) {
      return new Verdict.Never(Gate.CONSENT);
    }
    long now = decision.nowMicros();
    if (books.isLive(identity)) {
      return new Verdict.Later(Gate.IN_CALL, now + MINUTE_MICROS);
    }
    Verdict rests = resting(plan, identity, person, now);
    return rests == null ? new Verdict.Go(0, dialled, identity) : rests;
  }

  /** What leaves a number in peace at an instant, and until when; null for nothing. */
  private Verdict.@Nullable Later resting(
      CampaignPlan plan, IdentityId number, List<IdentityId> person, long atMicros) {
    NumberTries tries = books.tries();
    long locked = tries.lockedUntilMicros(number, atMicros);
    if (locked > 0) {
      return new Verdict.Later(Gate.DROP_LOCK, locked);
    }
    long machine = 0;
    for (IdentityId one : plan.machineRestMillis() > 0 ? person : List.<IdentityId>of()) {
      machine = StrictMath.max(machine, tries.machineUntilMicros(one, atMicros));
    }
    if (machine > 0) {
      return new Verdict.Later(Gate.MACHINE_REST, machine);
    }
    List<IdentityId> counted = plan.triesByPerson() ? person : List.of(number);
    long free = tries.freeAtMicros(counted, plan.numberTries(), atMicros);
    return free > 0 ? new Verdict.Later(Gate.NUMBER_TRIES, free) : null;
  }

  /** However somebody wrote the number when it was refused. */
  private boolean mustNotCall(
      CampaignPlan plan, long number, IdentityId identity, Personal dialled) {
    ConsentScope scope = ConsentScope.CAMPAIGN;
    return consents.isForbidden(identity, scope)
        || consents.isForbidden(Journeys.telephone(new Personal(Long.toString(number))), scope)
        || consents.isForbidden(Journeys.telephone(dialled), scope)
        || lists.mustNotCall(plan.id().value(), number);
  }

  /** When all zones are open next, epoch microseconds; 0 where they are open now. */
  private static long opensAt(
      Calendar hours, List<ZoneId> zones, Map<List<ZoneId>, Long> openings, long wallMicros) {
    List<ZoneId> all = zones.isEmpty() ? List.of(ZoneId.of(hours.zone())) : zones;
    return openings.computeIfAbsent(all, some -> opensAt(hours, some, wallMicros));
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
