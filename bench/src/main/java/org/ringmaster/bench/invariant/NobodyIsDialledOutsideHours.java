// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.calendar.Calendar;
import org.ringmaster.core.calendar.OpenHours;
import org.ringmaster.core.engine.Centre;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.CampaignId;
import org.ringmaster.dialer.list.Leads;
import org.ringmaster.dialer.list.Lists;

/** By the clock on the wall of every place where the lead may be. */
final class NobodyIsDialledOutsideHours implements Invariant {
  private final Map<CampaignId, Calendar> hours = new HashMap<>();
  private final List<RecordedFact> dialled = new ArrayList<>();

  @Override
  public String sentence() {
    return "Nobody is dialled outside the hours of a place where they may be.";
  }

  @Override
  public @Nullable String brokenBy(RecordedFact fact) {
    switch (fact.fact()) {
      case CampaignFact.CampaignConfigured f -> hours.put(f.plan().id(), f.plan().hours());
      case CampaignFact.Dialled f -> dialled.add(fact);
      default -> {}
    }
    return null;
  }

  @Override
  public @Nullable String brokenAfterTurn(Centre centre) {
    String broken = null;
    for (RecordedFact fact : dialled) {
      CampaignFact.Dialled one = (CampaignFact.Dialled) fact.fact();
      Leads leads = centre.part(Lists.class).books().leads(one.list());
      for (ZoneId zone : leads == null ? List.<ZoneId>of() : leads.zones(one.lead())) {
        ZonedDateTime there =
            Instant.EPOCH.plus(fact.envelope().recordedAtMicros(), ChronoUnit.MICROS).atZone(zone);
        if (!isOpen(hours.get(one.campaign()), there)) {
          broken = "lead " + one.lead() + " of " + one.list() + " at " + there;
        }
      }
    }
    dialled.clear();
    return broken;
  }

  private static boolean isOpen(@Nullable Calendar calendar, ZonedDateTime there) {
    if (calendar == null || calendar.holidays().contains(there.toLocalDate().toString())) {
      return false;
    }
    for (OpenHours open : calendar.hours()) {
      int minute = there.toLocalTime().toSecondOfDay() / 60;
      boolean within = open.fromMinute() <= minute && minute < open.toMinute();
      if (open.day() == there.getDayOfWeek() && within) {
        return true;
      }
    }
    return calendar.hours().isEmpty();
  }
}
