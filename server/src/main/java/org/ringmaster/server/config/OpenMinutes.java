// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ringmaster.core.calendar.OpenHours;

/** Holds hours of a week against others, minute by minute. */
final class OpenMinutes {
  private static final int MINUTES_OF_AN_HOUR = 60;
  private static final int MINUTES_OF_A_DAY = 24 * MINUTES_OF_AN_HOUR;

  private OpenMinutes() {}

  /** Hours as {@link Scalars#hours} read them, one list for each text. */
  static List<OpenHours> hours(List<?> stretches) {
    List<OpenHours> hours = new ArrayList<>();
    for (Object stretch : stretches) {
      ((List<?>) stretch).forEach(one -> hours.add((OpenHours) one));
    }
    return hours;
  }

  /** The same of a calendar: one without any is always open. */
  static List<OpenHours> orAlways(List<?> stretches) {
    List<OpenHours> hours = hours(stretches);
    for (DayOfWeek day : hours.isEmpty() ? DayOfWeek.values() : new DayOfWeek[0]) {
      hours.add(new OpenHours(day, 0, MINUTES_OF_A_DAY));
    }
    return hours;
  }

  /** The stretches in which some hours are open and others are not, in the order of the week. */
  static List<OpenHours> beyond(List<OpenHours> own, List<OpenHours> allowed) {
    BitSet open = minutes(own);
    open.andNot(minutes(allowed));
    List<OpenHours> beyond = new ArrayList<>();
    int from = open.nextSetBit(0);
    while (from >= 0) {
      int midnight = from - from % MINUTES_OF_A_DAY;
      int to = Math.min(open.nextClearBit(from), midnight + MINUTES_OF_A_DAY);
      DayOfWeek day = DayOfWeek.of(midnight / MINUTES_OF_A_DAY + 1);
      beyond.add(new OpenHours(day, from - midnight, to - midnight));
      from = open.nextSetBit(to);
    }
    return beyond;
  }

  /** Minutes of the week, from Monday's first one on. */
  private static BitSet minutes(List<OpenHours> hours) {
    BitSet minutes = new BitSet();
    for (OpenHours open : hours) {
      int midnight = (open.day().getValue() - 1) * MINUTES_OF_A_DAY;
      minutes.set(midnight + open.fromMinute(), midnight + open.toMinute());
    }
    return minutes;
  }

  /** As people write them: {@code mon-fri 09:00-21:30, sat 10:00-18:00}. */
  static String words(List<OpenHours> hours) {
    Map<String, List<DayOfWeek>> days = new LinkedHashMap<>();
    hours.forEach(
        open ->
            days.computeIfAbsent(
                    time(open.fromMinute()) + "-" + time(open.toMinute()),
                    times -> new ArrayList<>())
                .add(open.day()));
    List<String> words = new ArrayList<>();
    days.forEach((times, on) -> words.add(words(on.stream().sorted().distinct().toList(), times)));
    return String.join(", ", words);
  }

  private static String words(List<DayOfWeek> days, String times) {
    List<String> stretches = new ArrayList<>();
    int from = 0;
    for (int at = 1; at <= days.size(); at++) {
      if (at == days.size() || days.get(at).getValue() != days.get(at - 1).getValue() + 1) {
        String first = word(days.get(from));
        stretches.add(at - from == 1 ? first : first + "-" + word(days.get(at - 1)));
        from = at;
      }
    }
    return String.join(",", stretches) + " " + times;
  }

  private static String word(DayOfWeek day) {
    return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
  }

  private static String time(int minute) {
    return String.format(
        Locale.ROOT, "%02d:%02d", minute / MINUTES_OF_AN_HOUR, minute % MINUTES_OF_AN_HOUR);
  }
}
