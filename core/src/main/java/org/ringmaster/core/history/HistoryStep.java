// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.history;

import java.time.ZoneId;
import java.time.ZoneOffset;

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

  /** The first instant of the step that an instant lies in, in SQL. */
  String beginOf(String instant, ZoneId zone, long fromMicros) {
    return switch (this) {
      case INTERVAL -> "date_bin('15 minutes', " + instant + ", timestamptz 'epoch')";
      case HOUR -> "date_trunc('hour', " + instant + ", '" + nameOf(zone) + "')";
      case DAY -> "date_trunc('day', " + instant + ", '" + nameOf(zone) + "')";
      case WHOLE -> HistorySpan.at(fromMicros);
    };
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
