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

/**
 * By the clock on the wall of every place where the lead may be, worked out from the clock of the
 * platform's machine at the moment of the dial.
 */
final class NobodyIsDialledOutsideHours implements Invariant {

  /** Somebody was dialled, when by the machine's clock, and the hours that held then. */
  private record Dial(CampaignFact.Dialled fact, long wallMicros, @Nullable Calendar hours) {}

  private final Map<CampaignId, Calendar> hours = new HashMap<>();
  private final List<Dial> dials = new ArrayList<>();
  private long aheadMicros;

  @Override
  public String sentence() {
    return "Nobody is dialled outside the hours of a place where they may be.";
  }

  @Override
  public void clockIsAhead(long micros) {
    aheadMicros = micros;
  }

  @Override
  public @Nullable String brokenBy(RecordedFact fact) {
    switch (fact.fact()) {
      case CampaignFact.CampaignConfigured f -> hours.put(f.plan().id(), f.plan().hours());
      case CampaignFact.Dialled f -> {
        long wall = fact.envelope().recordedAtMicros() - aheadMicros;
        dials.add(new Dial(f, wall, hours.get(f.campaign())));
      }
      default -> {}
    }
    return null;
  }

  @Override
  public @Nullable String brokenAfterTurn(Centre centre) {
    String broken = null;
    for (Dial dial : dials) {
      CampaignFact.Dialled one = dial.fact();
      Leads leads = centre.part(Lists.class).books().leads(one.list());
      for (ZoneId zone : zones(dial, leads == null ? List.of() : leads.zones(one.lead()))) {
        ZonedDateTime there = Instant.EPOCH.plus(dial.wallMicros(), ChronoUnit.MICROS).atZone(zone);
        if (!isOpen(dial.hours(), there)) {
          broken = "lead " + one.lead() + " of " + one.list() + " at " + there;
        }
      }
    }
    dials.clear();
    return broken;
  }

  /** Of whom nothing else is known may be where the calendar is. */
  private static List<ZoneId> zones(Dial dial, List<ZoneId> known) {
    Calendar calendar = dial.hours();
    return known.isEmpty() && calendar != null ? List.of(ZoneId.of(calendar.zone())) : known;
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
