// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.calendar;

import java.time.DayOfWeek;

/**
 * One stretch of a week in which a calendar is open.
 *
 * @param fromMinute first minute of the day, 0 to 1439
 * @param toMinute the minute it ends before, 1 to 1440
 */
public record OpenHours(DayOfWeek day, int fromMinute, int toMinute) {
  public OpenHours {
    if (fromMinute < 0 || toMinute > 24 * 60 || fromMinute >= toMinute) {
      throw new IllegalArgumentException("hours must run forward within one day");
    }
  }

  boolean contains(DayOfWeek onDay, int minute) {
    return onDay == day && minute >= fromMinute && minute < toMinute;
  }
}
