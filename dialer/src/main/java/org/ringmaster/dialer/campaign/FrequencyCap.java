// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How often a number, or a person, may be dialled within a window; the dials of all campaigns
 * count. Immutable, for any thread.
 *
 * @param name as the configuration calls it; that of a preset of law begins with {@code law }
 * @param most how many dials there may be within the window
 * @param millis how long a rolling window is; 0 for those of the calendar
 * @param byPerson whether all numbers of a lead count together
 * @param prefixes with what a number begins that the cap is for, digits with the country's first;
 *     none for every number. By person it is enough that one number of the lead does.
 */
public record FrequencyCap(
    String name, int most, CapWindow window, long millis, boolean byPerson, List<String> prefixes) {

  /** No calendar window is longer: 31 days, the hour of a clock that is put back, and some. */
  private static final long LONGEST_MILLIS = TimeUnit.DAYS.toMillis(32);

  /** So many within so long before each moment, for every person. */
  public static FrequencyCap rolling(String name, int most, long millis) {
    return new FrequencyCap(name, most, CapWindow.ROLLING, millis, true, List.of());
  }

  /** So many within a window of the calendar, for every person. */
  public static FrequencyCap within(String name, int most, CapWindow window) {
    return new FrequencyCap(name, most, window, 0, true, List.of());
  }

  /** For how long dials have to be remembered, microseconds. */
  long memoryMicros() {
    return TimeUnit.MILLISECONDS.toMicros(window == CapWindow.ROLLING ? millis : LONGEST_MILLIS);
  }

  /** Whether it is for a number, digits without a plus. */
  public boolean isFor(long number) {
    return prefixes.isEmpty() || CampaignBounds.begins(number, prefixes);
  }

  /** When the calendar's window began in a zone that holds an instant; epoch microseconds. */
  long beginsMicros(ZoneId zone, long atMicros) {
    return midnight(first(zone, atMicros), zone);
  }

  /** When the calendar's window after that one begins; epoch microseconds. */
  long endsMicros(ZoneId zone, long atMicros) {
    LocalDate first = first(zone, atMicros);
    return midnight(
        switch (window) {
          case WEEK -> first.plusWeeks(1);
          case MONTH -> first.plusMonths(1);
          default -> first.plusDays(1);
        },
        zone);
  }

  /**
   * When one more dial may be placed, epoch microseconds; 0 for at once. A window of the calendar
   * must have begun anew in all zones.
   *
   * @param oldestMicros when that dial was placed which is {@link #most} dials back
   */
  public long freeAtMicros(long oldestMicros, List<ZoneId> zones, long nowMicros) {
    if (window == CapWindow.ROLLING) {
      long free = oldestMicros + memoryMicros();
      return free <= nowMicros ? 0 : free;
    }
    long free = 0;
    for (ZoneId zone : zones) {
      if (oldestMicros >= beginsMicros(zone, nowMicros)) {
        free = StrictMath.max(free, endsMicros(zone, nowMicros));
      }
    }
    return free;
  }

  private LocalDate first(ZoneId zone, long atMicros) {
    long second = StrictMath.floorDiv(atMicros, TimeUnit.SECONDS.toMicros(1));
    LocalDate there = LocalDate.ofInstant(Instant.ofEpochSecond(second), zone);
    return switch (window) {
      case WEEK -> there.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> there.withDayOfMonth(1);
      default -> there;
    };
  }

  private static long midnight(LocalDate day, ZoneId zone) {
    return TimeUnit.SECONDS.toMicros(day.atStartOfDay(zone).toEpochSecond());
  }

  /** For people, as a part of a sentence: {@code at most 7 in 7 days for a person, by reg-f}. */
  public String words() {
    return "at most %d in %s for a %s, by %s"
        .formatted(most, windowWords(), byPerson ? "person" : "number", name);
  }

  private String windowWords() {
    return switch (window) {
      case DAY -> "a calendar day";
      case WEEK -> "a calendar week";
      case MONTH -> "a calendar month";
      case ROLLING -> {
        long hours = TimeUnit.MILLISECONDS.toHours(millis);
        yield hours % 24 == 0 && hours > 24 ? hours / 24 + " days" : hours + " hours";
      }
    };
  }
}
