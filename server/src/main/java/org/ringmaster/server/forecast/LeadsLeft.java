// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.forecast;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.journey.Journeys;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.dialer.board.ListBoard;
import org.ringmaster.dialer.campaign.AttemptOutcome;
import org.ringmaster.dialer.campaign.CampaignBounds;
import org.ringmaster.dialer.campaign.CampaignStanding;
import org.ringmaster.dialer.campaign.FrequencyCap;
import org.ringmaster.dialer.campaign.LeadPhase;
import org.ringmaster.dialer.campaign.ListStanding;
import org.ringmaster.dialer.campaign.SpendLimit;
import org.ringmaster.dialer.campaign.Tariff;
import org.ringmaster.dialer.list.Leads;
import org.ringmaster.simulation.forecast.ForecastLeads;

/**
 * The leads that a campaign may still dial, with what it costs, and who was left out. Used by the
 * thread that makes forecasts.
 */
final class LeadsLeft {
  private final CampaignStanding standing;
  private final CampaignBounds bounds;
  private final @Nullable Tariff tariff;
  private final boolean isByPerson;
  private final ForecastLeads leads = new ForecastLeads();
  private int forbidden;
  private int elsewhere;
  private int unrated;
  private int partly;

  private LeadsLeft(CampaignStanding standing) {
    this.standing = standing;
    bounds = standing.plan().limits();
    isByPerson =
        standing.plan().triesByPerson() || bounds.caps().stream().anyMatch(FrequencyCap::byPerson);
    SpendLimit spend = bounds.spend();
    tariff = spend == null || spend.tariff().rates().isEmpty() ? null : spend.tariff();
  }

  /**
   * Reads them.
   *
   * @param notes told of what was left out, each as a sentence
   */
  static ForecastLeads of(CampaignStanding standing, ListBoard lists, List<String> notes) {
    LeadsLeft read = new LeadsLeft(standing);
    List<Leads> doNotCall = lists.doNotCall(standing.plan().id().value());
    for (ListStanding list : standing.lists()) {
      ListBoard.Row row = lists.row(list.list());
      if (row == null || row.leads() == null) {
        notes.add("The leads of list " + list.list() + " are missing; they are left out.");
      } else {
        read.list(list, row.leads(), doNotCall);
      }
    }
    read.tell(notes);
    return read.leads;
  }

  /** Whether each of a lead's numbers is on one of these lists. */
  static boolean isForbidden(Leads known, int lead, List<Leads> doNotCall) {
    for (int slot = 0; slot < known.numbers(lead); slot++) {
      if (!isOnAny(known.number(lead, slot), doNotCall)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOnAny(long number, List<Leads> doNotCall) {
    for (Leads list : doNotCall) {
      if (list.has(number)) {
        return true;
      }
    }
    return false;
  }

  /** Those of a lead's numbers that are on none of these lists, in their order. */
  private static List<Long> numbers(Leads known, int lead, List<Leads> doNotCall) {
    List<Long> free = new ArrayList<>(1);
    for (int slot = 0; slot < known.numbers(lead); slot++) {
      long number = known.number(lead, slot);
      if (!isOnAny(number, doNotCall)) {
        free.add(number);
      }
    }
    return free;
  }

  private void list(ListStanding list, Leads known, List<Leads> doNotCall) {
    for (int lead = 0; lead < list.size(); lead++) {
      if (list.phase(lead) != LeadPhase.FRESH && list.phase(lead) != LeadPhase.RESTING) {
        continue;
      }
      List<Long> numbers = numbers(known, lead, doNotCall);
      boolean isOnList = numbers.isEmpty();
      numbers.removeIf(number -> bounds.forbids(number) != null);
      if (!numbers.isEmpty()) {
        add(list, known, lead, numbers);
      } else if (isOnList) {
        forbidden++;
      } else {
        elsewhere++;
      }
    }
  }

  private void add(ListStanding list, Leads known, int lead, List<Long> numbers) {
    int place = leads.add(known.zones(lead), numbers.size(), list.dueMicros(lead));
    for (AttemptOutcome outcome : AttemptOutcome.values()) {
      leads.tried(place, outcome, list.tries(lead, outcome));
    }
    for (int slot = 0; slot < known.numbers(lead) && !standing.dials().isEmpty(); slot++) {
      long number = known.number(lead, slot);
      List<Long> dials = standing.dials().get(Journeys.telephone(new Personal("+" + number)));
      // Those to a number that is not dialled any more count for nobody but its person.
      if (dials != null && (isByPerson || numbers.contains(number))) {
        dials.forEach(at -> leads.dialled(place, at));
      }
    }
    bound(place, known, lead, numbers);
    if (tariff != null) {
      List<Long> rates = new ArrayList<>(numbers.size());
      boolean isAllKnown = true;
      for (long number : numbers) {
        Long rate = tariff.rate(number);
        isAllKnown &= rate != null;
        rates.add(rate == null ? 0 : rate);
      }
      unrated += isAllKnown ? 0 : 1;
      leads.costs(place, rates);
    }
  }

  /**
   * By which caps for some numbers alone it is bound. By person it is enough that one of its
   * numbers is; else those are bound alone, and where others are left it may be called there.
   */
  private void bound(int place, Leads known, int lead, List<Long> numbers) {
    List<FrequencyCap> caps = bounds.caps();
    boolean isPartly = false;
    for (int i = 0; i < caps.size(); i++) {
      FrequencyCap cap = caps.get(i);
      if (cap.prefixes().isEmpty()) {
        continue;
      }
      boolean isAll = numbers.stream().allMatch(cap::isFor);
      if (cap.byPerson() ? isForAny(cap, known, lead) : isAll) {
        leads.bound(place, i);
      }
      isPartly |= !cap.byPerson() && !isAll && numbers.stream().anyMatch(cap::isFor);
    }
    partly += isPartly ? 1 : 0;
  }

  private static boolean isForAny(FrequencyCap cap, Leads known, int lead) {
    for (int slot = 0; slot < known.numbers(lead); slot++) {
      if (cap.isFor(known.number(lead, slot))) {
        return true;
      }
    }
    return false;
  }

  private void tell(List<String> notes) {
    if (forbidden > 0) {
      notes.add(many(forbidden) + " left out: no number that is not on a do-not-call list.");
    }
    if (elsewhere > 0) {
      notes.add(
          many(elsewhere)
              + " left out: the campaign may not dial there (destinations, refused), or no rate is"
              + " known and it has a limit (spend).");
    }
    if (unrated > 0) {
      notes.add(many(unrated) + " counted as free where the trunk has no rate for a number.");
    }
    if (partly > 0) {
      notes.add(many(partly) + " foreseen without a cap that is for some of their numbers alone.");
    }
  }

  private static String many(int leads) {
    return leads == 1 ? "1 lead is" : leads + " leads are";
  }
}
