// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.engine.Centre;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.dialer.campaign.AttemptOutcome;
import org.ringmaster.dialer.campaign.CampaignBounds;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.CampaignId;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.dialer.campaign.CapWindow;
import org.ringmaster.dialer.campaign.FrequencyCap;
import org.ringmaster.dialer.campaign.RecallFact;
import org.ringmaster.dialer.list.Leads;
import org.ringmaster.dialer.list.ListId;
import org.ringmaster.dialer.list.Lists;

/**
 * All caps of a campaign hold at a time, and who has talked rests unless they agreed a call:
 * counted anew from numbers and times as plain lists. Of caps that come while the world runs more
 * may be asked here than is remembered of what was before them.
 */
final class NobodyIsDialledBeyondTheirCaps implements Invariant {

  private final Map<CampaignId, CampaignPlan> plans = new HashMap<>();
  private final Map<LegId, Long> live = new HashMap<>();
  private final Map<Long, List<Time>> dialled = new HashMap<>();
  private final Map<Long, Time> talks = new HashMap<>();
  private final List<Dial> dials = new ArrayList<>();
  private final List<CampaignFact.AttemptEnded> ended = new ArrayList<>();
  private final Map<LegId, Time> endedAt = new HashMap<>();
  private final Map<String, Long> agreed = new HashMap<>();

  private record Time(long at, long sequence) {}

  /** Somebody was dialled under a plan, perhaps because that was agreed. */
  private record Dial(CampaignFact.Dialled fact, CampaignPlan plan, Time time, boolean agreed) {}

  @Override
  public String sentence() {
    return "Nobody is dialled more often within days and weeks than each cap allows.";
  }

  @Override
  public @Nullable String brokenBy(RecordedFact fact) {
    Time time = new Time(fact.envelope().recordedAtMicros(), fact.sequence());
    switch (fact.fact()) {
      case CampaignFact.CampaignConfigured f -> plans.put(f.plan().id(), f.plan());
      case RecallFact.Agreed f ->
          agreed.put(name(f.list(), f.recall().lead()), f.recall().dueMicros());
      case RecallFact.Ended f -> agreed.remove(name(f.list(), f.lead()));
      case CampaignFact.Dialled f -> {
        CampaignPlan plan = plans.get(f.campaign());
        if (plan != null) {
          long due = agreed.getOrDefault(name(f.list(), f.lead()), Long.MAX_VALUE);
          dials.add(new Dial(f, plan, time, due <= time.at()));
        }
      }
      case CampaignFact.AttemptEnded f when f.outcome() == AttemptOutcome.TALKED -> {
        ended.add(f);
        endedAt.put(f.leg(), time);
      }
      default -> {}
    }
    return null;
  }

  @Override
  public @Nullable String brokenAfterTurn(Centre centre) {
    if (dials.isEmpty() && ended.isEmpty()) {
      return null; // A centre without campaigns has no lists.
    }
    String broken = null;
    Lists lists = centre.part(Lists.class);
    for (Dial one : dials) {
      Leads leads = lists.books().leads(one.fact().list());
      if (leads != null) {
        long number = leads.number(one.fact().lead(), one.fact().slot());
        live.put(one.fact().leg(), number);
        dialled.computeIfAbsent(number, key -> new ArrayList<>()).add(one.time());
      }
    }
    for (CampaignFact.AttemptEnded one : ended) {
      Long number = live.remove(one.leg());
      Time time = endedAt.remove(one.leg());
      if (number != null && time != null) {
        talks.put(number, time);
      }
    }
    for (Dial one : dials) {
      Leads leads = lists.books().leads(one.fact().list());
      String how = leads == null ? null : broken(one, leads);
      broken = how == null ? broken : how;
    }
    dials.clear();
    ended.clear();
    return broken;
  }

  private @Nullable String broken(Dial one, Leads leads) {
    int lead = one.fact().lead();
    String name = name(one.fact().list(), lead);
    CampaignBounds bounds = one.plan().limits();
    List<Long> person = new ArrayList<>();
    for (int slot = 0; slot < leads.numbers(lead); slot++) {
      if (!person.contains(leads.number(lead, slot))) {
        person.add(leads.number(lead, slot));
      }
    }
    List<ZoneId> zones = leads.zones(lead);
    if (zones.isEmpty()) {
      zones = List.of(ZoneId.of(one.plan().hours().zone()));
    }
    long rest = TimeUnit.MILLISECONDS.toMicros(bounds.talkRestMillis());
    for (long number : one.agreed() ? List.<Long>of() : person) {
      Time talk = talks.get(number);
      if (talk != null
          && talk.sequence() < one.time().sequence()
          && talk.at() + rest > one.time().at()) {
        return name + " has talked not long ago";
      }
    }
    for (FrequencyCap cap : bounds.caps()) {
      long own = leads.number(lead, one.fact().slot());
      List<Long> counted = cap.byPerson() ? person : List.of(own);
      if (isFor(cap, counted) && within(cap, counted, zones, one.time()) > cap.most()) {
        return name + " is dialled beyond " + cap.words();
      }
    }
    return null;
  }

  private static String name(ListId list, int lead) {
    return "lead " + lead + " of " + list;
  }

  private static boolean isFor(FrequencyCap cap, List<Long> numbers) {
    return cap.prefixes().isEmpty()
        || numbers.stream()
            .anyMatch(one -> cap.prefixes().stream().anyMatch(Long.toString(one)::startsWith));
  }

  /** The most dials of any zone's window, this one included. */
  private int within(FrequencyCap cap, List<Long> numbers, List<ZoneId> zones, Time now) {
    int most = 0;
    for (ZoneId zone : zones) {
      long since =
          cap.window() == CapWindow.ROLLING
              ? now.at() - TimeUnit.MILLISECONDS.toMicros(cap.millis()) + 1
              : begins(cap.window(), zone, now.at());
      int many = 0;
      for (long number : numbers) {
        for (Time then : dialled.getOrDefault(number, List.of())) {
          many += then.sequence() <= now.sequence() && then.at() >= since ? 1 : 0;
        }
      }
      most = Math.max(most, many);
    }
    return most;
  }

  private static long begins(CapWindow window, ZoneId zone, long at) {
    ZonedDateTime there =
        Instant.ofEpochSecond(TimeUnit.MICROSECONDS.toSeconds(at))
            .atZone(zone)
            .truncatedTo(ChronoUnit.DAYS);
    ZonedDateTime first =
        switch (window) {
          case WEEK -> there.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
          case MONTH -> there.with(TemporalAdjusters.firstDayOfMonth());
          default -> there;
        };
    return TimeUnit.SECONDS.toMicros(first.toEpochSecond());
  }
}
