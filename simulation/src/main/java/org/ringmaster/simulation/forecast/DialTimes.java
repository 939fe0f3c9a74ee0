// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.forecast;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.dialer.campaign.CapWindow;
import org.ringmaster.dialer.campaign.FrequencyCap;

/**
 * When each lead was dialled last: nobody is dialled more often than the campaign may within 24
 * hours and under its caps. One that allows more dials than a lead may have at all need not be
 * kept.
 */
final class DialTimes {
  private static final long DAY_MILLIS = 24 * 3_600_000L;

  private final List<Kept> all = new ArrayList<>();

  /** As often as the leads say that they were dialled before. */
  DialTimes(ForecastLeads leads, CampaignPlan plan) {
    if (plan.numberTries() > 0) {
      keep(
          leads,
          new FrequencyCap(
              "numbertries",
              plan.numberTries(),
              CapWindow.ROLLING,
              DAY_MILLIS,
              plan.triesByPerson(),
              List.of()),
          lead -> true);
    }
    int before = leads.mostDials();
    List<FrequencyCap> caps = plan.limits().caps();
    for (int i = 0; i < caps.size(); i++) {
      FrequencyCap cap = caps.get(i);
      int place = i;
      if (cap.most() < plan.tries() + before) {
        keep(leads, cap, lead -> cap.prefixes().isEmpty() || leads.isBound(lead, place));
      }
    }
  }

  private void keep(ForecastLeads leads, FrequencyCap cap, IntPredicate isFor) {
    Kept kept = new Kept(leads, cap, isFor);
    for (int lead = 0; lead < leads.size(); lead++) {
      for (long at : leads.dials(lead)) {
        kept.dialled(lead, at);
      }
    }
    all.add(kept);
  }

  /**
   * When a lead may be dialled again, epoch microseconds; 0 for at once.
   *
   * @param zones where it may be
   */
  long freeAtMicros(int lead, List<ZoneId> zones, long nowMicros) {
    long free = 0;
    for (Kept kept : all) {
      free = Math.max(free, kept.freeAtMicros(lead, zones, nowMicros));
    }
    return free;
  }

  void dialled(int lead, long nowMicros) {
    all.forEach(kept -> kept.dialled(lead, nowMicros));
  }

  /** The last dials of each lead, as many as a cap allows, in a ring. */
  private static final class Kept {
    private static final long SECOND_MICROS = 1_000_000;

    private final FrequencyCap cap;
    private final int[] starts;
    private final int[] next;
    private final int[] seconds;

    private Kept(ForecastLeads leads, FrequencyCap cap, IntPredicate isFor) {
      this.cap = cap;
      int size = leads.size();
      starts = new int[size + 1];
      next = new int[size];
      for (int lead = 0; lead < size; lead++) {
        int counted = cap.byPerson() ? 1 : leads.numbers(lead);
        starts[lead + 1] = starts[lead] + (isFor.test(lead) ? counted * cap.most() : 0);
      }
      seconds = new int[starts[size]];
    }

    private boolean isFor(int lead) {
      return starts[lead + 1] > starts[lead];
    }

    private long freeAtMicros(int lead, List<ZoneId> zones, long nowMicros) {
      if (!isFor(lead)) {
        return 0;
      }
      int oldest = seconds[starts[lead] + next[lead]];
      return oldest == 0 ? 0 : cap.freeAtMicros(oldest * SECOND_MICROS, zones, nowMicros);
    }

    private void dialled(int lead, long nowMicros) {
      if (!isFor(lead)) {
        return;
      }
      int most = starts[lead + 1] - starts[lead];
      seconds[starts[lead] + next[lead]] = (int) (nowMicros / SECOND_MICROS);
      next[lead] = (next[lead] + 1) % most;
    }
  }
}
