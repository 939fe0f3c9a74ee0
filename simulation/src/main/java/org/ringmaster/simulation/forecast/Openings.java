// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.forecast;

import java.time.ZoneId;
import java.util.List;
import org.ringmaster.core.calendar.Calendar;

/** When leads may be called, by the clocks where they are; looked up each quarter of an hour. */
final class Openings {
  static final long QUARTER_MICROS = 900_000_000;
  private static final int MOST_QUARTERS = 14 * 24 * 4;

  private final Calendar hours;
  private final List<List<ZoneId>> zoneSets;
  private final long[] quarters;
  private final long[] opens;

  Openings(Calendar hours, List<List<ZoneId>> zoneSets) {
    this.hours = hours;
    this.zoneSets = zoneSets;
    quarters = new long[zoneSets.size()];
    opens = new long[zoneSets.size()];
  }

  /** When a set of zones is open next, epoch microseconds; 0 where it is open now. */
  long opensAt(int set, long nowMicros) {
    long quarter = nowMicros / QUARTER_MICROS + 1;
    if (quarters[set] != quarter) {
      quarters[set] = quarter;
      opens[set] = opensAt(zoneSets.get(set), nowMicros);
    }
    return opens[set];
  }

  /** The zones of a set; the campaign's own where it has none. */
  List<ZoneId> zones(int set) {
    List<ZoneId> zones = zoneSets.get(set);
    return zones.isEmpty() ? List.of(ZoneId.of(hours.zone())) : zones;
  }

  /** Whether leads of any of the sets may be called now. */
  boolean isAnyOpen(long nowMicros) {
    return zoneSets.stream().anyMatch(zones -> isOpen(zones, nowMicros));
  }

  private long opensAt(List<ZoneId> zones, long nowMicros) {
    if (isOpen(zones, nowMicros)) {
      return 0;
    }
    long quarter = nowMicros / QUARTER_MICROS * QUARTER_MICROS;
    for (int step = 1; step < MOST_QUARTERS; step++) {
      if (isOpen(zones, quarter + step * QUARTER_MICROS)) {
        return quarter + step * QUARTER_MICROS;
      }
    }
    return quarter + MOST_QUARTERS * QUARTER_MICROS;
  }

  private boolean isOpen(List<ZoneId> zones, long atMicros) {
    if (zones.isEmpty()) {
      return hours.isOpen(atMicros);
    }
    for (ZoneId zone : zones) {
      if (!hours.isOpenIn(zone, atMicros)) {
        return false;
      }
    }
    return true;
  }
}
