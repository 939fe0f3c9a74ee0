// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.dials;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import org.ringmaster.core.calendar.Calendar;
import org.ringmaster.core.calendar.CalendarId;
import org.ringmaster.core.calendar.OpenHours;
import org.ringmaster.simulation.draw.Draws;

/** Calendars that open and close so often that each hour of simulation lives through it. */
final class Hours {
  private static final int DAY = 24 * 60;

  private Hours() {}

  /** Open for 30 to 90 minutes, then closed for 5 to 35, all week; another one each time. */
  static Calendar drawn(String name, String zone, Draws draws) {
    List<OpenHours> open = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      int from = draws.below(30);
      while (from < DAY) {
        int to = Math.min(DAY, from + 30 + draws.below(60));
        open.add(new OpenHours(day, from, to));
        from = to + 5 + draws.below(30);
      }
    }
    return new Calendar(new CalendarId(name), zone, open, List.of());
  }

  /** The same calendar, never closed. */
  static Calendar always(Calendar calendar) {
    return new Calendar(calendar.id(), calendar.zone(), List.of(), List.of());
  }
}
