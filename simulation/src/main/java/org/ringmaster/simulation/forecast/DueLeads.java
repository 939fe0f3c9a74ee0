// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.forecast;

import org.ringmaster.dialer.campaign.CampaignPlan;

/** The leads that are left, by when they may be dialled: rests, hours and caps. */
final class DueLeads {
  private final ForecastLeads leads;
  private final LeadQueue queue;
  private final Openings openings;
  private final DialTimes dialTimes;

  DueLeads(ForecastLeads leads, CampaignPlan campaign) {
    this.leads = leads;
    queue = new LeadQueue(leads.size());
    openings = new Openings(campaign.hours(), leads.zoneSets());
    dialTimes = new DialTimes(leads, campaign);
    for (int lead = 0; lead < leads.size(); lead++) {
      queue.add(lead, leads.dueMicros(lead), false);
    }
  }

  /** Whether leads of any zone may be called now. */
  boolean isAnyOpen(long nowMicros) {
    return openings.isAnyOpen(nowMicros);
  }

  /** Whether any lead is due. */
  boolean isAnyDue(long nowMicros) {
    return queue.firstDueMicros() <= nowMicros;
  }

  /** How many are due, but not more than so many. */
  int due(long nowMicros, int most) {
    return queue.due(nowMicros, most);
  }

  /** What the others wait for where none is due. */
  Bottleneck waitsFor() {
    return queue.isClosed() ? Bottleneck.HOURS : Bottleneck.LEADS;
  }

  /**
   * Takes the lead whose turn it is; those before it that may not be dialled now are put off. -1
   * where there is none.
   */
  int next(long nowMicros) {
    while (isAnyDue(nowMicros)) {
      int lead = queue.take();
      int zones = leads.zones(lead);
      long opens = openings.opensAt(zones, nowMicros);
      if (opens > 0) {
        queue.add(lead, opens, true);
        continue;
      }
      long free = dialTimes.freeAtMicros(lead, openings.zones(zones), nowMicros);
      if (free > nowMicros) {
        queue.add(lead, free, false);
        continue;
      }
      return lead;
    }
    return -1;
  }

  /** A lead that was taken is dialled. */
  void dialled(int lead, long nowMicros) {
    dialTimes.dialled(lead, nowMicros);
  }

  /** A lead that was taken may be dialled again from then on. */
  void rests(int lead, long untilMicros) {
    queue.add(lead, untilMicros, false);
  }
}
