// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.dials;

import java.util.List;
import org.ringmaster.core.calendar.Calendar;
import org.ringmaster.dialer.campaign.CampaignMode;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.dialer.campaign.Recycling;

/** A campaign's plan while what bounds its dials is changed; all else stays. */
final class PlanDraft {
  private final CampaignPlan was;
  CampaignMode mode;
  double ratio;
  double abandonPercent;
  int maxLines;
  Calendar hours;
  int tries;
  int numberTries;
  long lockMillis;
  List<Recycling> recycling;
  boolean triesByPerson;
  long machineRestMillis;

  PlanDraft(CampaignPlan was) {
    this.was = was;
    mode = was.mode();
    ratio = was.ratio();
    abandonPercent = was.abandonPercent();
    maxLines = was.maxLines();
    hours = was.hours();
    tries = was.tries();
    numberTries = was.numberTries();
    lockMillis = was.lockMillis();
    recycling = was.recycling();
    triesByPerson = was.triesByPerson();
    machineRestMillis = was.machineRestMillis();
  }

  CampaignPlan done() {
    return new CampaignPlan(
        was.id(),
        was.queue(),
        was.trunk(),
        mode,
        ratio,
        abandonPercent,
        was.smallTeam(),
        maxLines,
        was.ringMillis(),
        was.leastRingMillis(),
        was.holdMillis(),
        was.shown(),
        was.prefix(),
        hours,
        tries,
        numberTries,
        lockMillis,
        recycling,
        was.dropPrompts(),
        was.queueOverflow(),
        was.callerIds(),
        was.screening(),
        was.preview(),
        was.message(),
        was.hearsGreeting(),
        was.dropOptOutKey(),
        was.dropGroup(),
        was.laws(),
        triesByPerson,
        machineRestMillis,
        was.holdsFromAnswer());
  }
}
