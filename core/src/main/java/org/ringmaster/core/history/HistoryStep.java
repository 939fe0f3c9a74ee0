// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.ringmaster.core.interval.Interval;

/** How long a time each line of a history is about. */
public enum HistoryStep {
  /** Fifteen minutes. */
  INTERVAL,
  /** An hour of the site's zone. */
  HOUR,
  /** A calendar day of the site's zone. */
  DAY,
  /** The whole time that was asked for. */
  WHOLE;

  private static final long HOUR_MICROS = 3_600_000_000L;

  /** The first instant of the step that an instant lies in, in SQL. */
  String beginOf(String instant, ZoneId zone, long fromMicros) {
    return switch (this) {
      case INTERVAL -> "date_bin('15 minutes', " + instant + ", timestamptz 'epoch')";
      case HOUR -> "date_trunc('hour', " + instant + ", '" + nameOf(zone) + "')";
      case DAY -> "date_trunc('day', " + instant + ", '" + nameOf(zone) + "')";
      case WHOLE -> HistorySpan.at(fromMicros);
    };
  }

  /**
   * The first instant behind the step that begins at an instant; both epoch microseconds. A day of
   * the site's zone has 23 or 25 hours when its clocks are changed.
   *
   * @param untilMicros the end of the time that was asked for, in which the last step ends too
   */
  public long endOf(long beginMicros, ZoneId zone, long untilMicros) {
    long end =
        switch (this) {
          case INTERVAL -> beginMicros + Interval.LENGTH_MICROS;
          case HOUR -> beginMicros + HOUR_MICROS;
          case DAY -> nextDayAfter(beginMicros, zone);
          case WHOLE -> untilMicros;
        };
    return Math.min(end, untilMicros);
  }

  private static long nextDayAfter(long micros, ZoneId zone) {
    Instant begin = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    Instant next = LocalDate.ofInstant(begin, zone).plusDays(1).atStartOfDay(zone).toInstant();
    return ChronoUnit.MICROS.between(Instant.EPOCH, next);
  }

  /** PostgreSQL counts the hours of a bare offset to the west. */
  private static String nameOf(ZoneId zone) {
    if (zone.normalized() instanceof ZoneOffset offset) {
      return offset.getTotalSeconds() == 0
          ? "UTC"
          : "<x>" + ZoneOffset.ofTotalSeconds(-offset.getTotalSeconds()).getId();
    }
    return zone.getId();
  }
}
