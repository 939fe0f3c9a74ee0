// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.forecast;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ringmaster.core.calendar.Calendar;
import org.ringmaster.dialer.board.ListBoard;
import org.ringmaster.dialer.campaign.CampaignStanding;
import org.ringmaster.dialer.campaign.LeadPhase;
import org.ringmaster.dialer.campaign.ListStanding;
import org.ringmaster.dialer.list.Leads;

/**
 * The leads of a campaign in numbers: where they stand, where they are, and how many of those that
 * are still to be dialled may be called in each hour of a day.
 *
 * @param phases how many stand there
 * @param forbidden of those that are to be dialled, the ones of whom each number is on a
 *     do-not-call list
 * @param zones where those are that are to be dialled, the most first
 * @param day which day the hours are of
 * @param byHour how many may be called in the middle of each hour of that day, by the clocks of the
 *     campaign's calendar; those that rest or are put off not before they are due
 */
public record LeadCounts(
    Map<LeadPhase, Integer> phases,
    int forbidden,
    List<Zone> zones,
    LocalDate day,
    ZoneId zone,
    List<Integer> byHour) {

  /** Leads that may be in all of these zones. */
  public record Zone(List<ZoneId> zones, int leads) {

    /** For people; empty for those whose zone is not known. */
    public String words() {
      return zones.stream().map(ZoneId::getId).collect(Collectors.joining(" or "));
    }
  }

  private static final int HOURS = 24;
  private static final long SECOND_MICROS = 1_000_000;
  private static final int HALF_HOUR_SECONDS = 1_800;

  /** Counts them, for the day of an instant, epoch microseconds. */
  static LeadCounts of(CampaignStanding standing, ListBoard lists, long nowMicros) {
    Map<LeadPhase, Integer> phases = new EnumMap<>(LeadPhase.class);
    Map<List<ZoneId>, int[]> zones = new LinkedHashMap<>();
    Calendar hours = standing.plan().hours();
    ZoneId zone = ZoneId.of(hours.zone());
    LocalDate day = LocalDate.ofInstant(Instant.ofEpochSecond(nowMicros / SECOND_MICROS), zone);
    long[] middles = middles(day, zone);
    List<Leads> doNotCall = lists.doNotCall(standing.plan().id().value());
    int forbidden = 0;
    for (LeadPhase phase : LeadPhase.values()) {
      phases.put(phase, standing.lists().stream().mapToInt(list -> list.count(phase)).sum());
    }
    for (ListStanding list : standing.lists()) {
      ListBoard.Row row = lists.row(list.list());
      Leads known = row == null ? null : row.leads();
      for (int lead = 0; known != null && lead < list.size(); lead++) {
        LeadPhase phase = list.phase(lead);
        if (phase != LeadPhase.FRESH && phase != LeadPhase.RESTING) {
          continue;
        }
        if (LeadsLeft.isForbidden(known, lead, doNotCall)) {
          forbidden++;
        } else {
          zones
              .computeIfAbsent(known.zones(lead), all -> new int[HOURS + 1])[
              firstHour(list.dueMicros(lead), middles)]++;
        }
      }
    }
    return new LeadCounts(
        Collections.unmodifiableMap(phases),
        forbidden,
        zones.entrySet().stream()
            .map(each -> new Zone(List.copyOf(each.getKey()), IntStream.of(each.getValue()).sum()))
            .sorted(Comparator.comparingInt(Zone::leads).reversed())
            .toList(),
        day,
        zone,
        byHour(zones, hours, middles, zone));
  }

  /** The first hour of a day in whose middle a lead is due; 24 where it is due on another day. */
  private static int firstHour(long dueMicros, long[] middles) {
    int hour = 0;
    while (hour < HOURS && middles[hour] < dueMicros) {
      hour++;
    }
    return hour;
  }

  private static long[] middles(LocalDate day, ZoneId zone) {
    long[] middles = new long[HOURS];
    for (int hour = 0; hour < HOURS; hour++) {
      middles[hour] =
          (day.atTime(hour, 0).atZone(zone).toEpochSecond() + HALF_HOUR_SECONDS) * SECOND_MICROS;
    }
    return middles;
  }

  private static List<Integer> byHour(
      Map<List<ZoneId>, int[]> zones, Calendar hours, long[] middles, ZoneId zone) {
    List<Integer> byHour = new ArrayList<>();
    for (int hour = 0; hour < HOURS; hour++) {
      long at = middles[hour];
      int open = 0;
      for (Map.Entry<List<ZoneId>, int[]> each : zones.entrySet()) {
        List<ZoneId> all = each.getKey().isEmpty() ? List.of(zone) : each.getKey();
        if (all.stream().allMatch(one -> hours.isOpenIn(one, at))) {
          open += IntStream.of(each.getValue()).limit(hour + 1L).sum();
        }
      }
      byHour.add(open);
    }
    return List.copyOf(byHour);
  }
}
