// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringmaster.core.calendar.OpenHours;

/**
 * Hours of a week as people write them: {@code mon-fri 09:00-18:00}, {@code sat,sun 10:00-24:00}.
 */
final class WeekHours {
  static final String PATTERN =
      "^(mon|tue|wed|thu|fri|sat|sun)([-,](mon|tue|wed|thu|fri|sat|sun))*"
          + " [0-9]{2}:[0-9]{2}-[0-9]{2}:[0-9]{2}$";

  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
  private static final Pattern WHOLE =
      Pattern.compile("([a-z,-]+) ([0-9]{2}):([0-9]{2})-([0-9]{2}):([0-9]{2})");
  private static final int MINUTES_OF_AN_HOUR = 60;

  private WeekHours() {}

  /** One entry for each day named; a range of days may run over the week's end. */
  static List<OpenHours> parse(String text) {
    Matcher matcher = WHOLE.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not days and hours");
    }
    int from = minute(matcher.group(2), matcher.group(3));
    int to = minute(matcher.group(4), matcher.group(5));
    List<OpenHours> hours = new ArrayList<>();
    for (String part : matcher.group(1).split(",", -1)) {
      days(part).forEach(day -> hours.add(new OpenHours(day, from, to)));
    }
    return hours;
  }

  private static List<DayOfWeek> days(String part) {
    String[] ends = part.split("-", -1);
    int first = DAYS.indexOf(ends[0]);
    int last = DAYS.indexOf(ends[ends.length - 1]);
    if (ends.length > 2 || first < 0 || last < 0) {
      throw new IllegalArgumentException("no such day");
    }
    List<DayOfWeek> days = new ArrayList<>();
    for (int day = first; ; day = (day + 1) % DAYS.size()) {
      days.add(DayOfWeek.of(day + 1));
      if (day == last) {
        return days;
      }
    }
  }

  private static int minute(String hours, String minutes) {
    int minute = Integer.parseInt(minutes);
    if (minute >= MINUTES_OF_AN_HOUR) {
      throw new IllegalArgumentException("no such minute");
    }
    return Integer.parseInt(hours) * MINUTES_OF_AN_HOUR + minute;
  }
}
