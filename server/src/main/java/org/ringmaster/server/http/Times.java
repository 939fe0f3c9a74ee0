// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Instants as people write them in a question. */
final class Times {
  private static final int DAY_LENGTH = "2026-01-31".length();

  private Times() {}

  /**
   * Epoch microseconds of {@code 2026-01-31} (its first instant), {@code 2026-01-31T14:30}, the
   * same with seconds and with {@code Z} or an offset, {@code 14:30} (today), {@code today}, {@code
   * now}, or epoch milliseconds.
   *
   * @throws RefusedRequest where it is none of these
   */
  static long micros(String name, String text, ZoneId zone, long nowMicros) {
    try {
      return ChronoUnit.MICROS.between(Instant.EPOCH, instant(text, zone, nowMicros));
    } catch (DateTimeException | NumberFormatException | ArithmeticException e) {
      throw new RefusedRequest(
          400,
          "'"
              + name
              + "' is '"
              + text
              + "' and must be like 2026-01-31, 2026-01-31T14:30, 14:30, today, now"
              + " or epoch milliseconds.",
          e);
    }
  }

  private static Instant instant(String text, ZoneId zone, long nowMicros) {
    Instant now = Instant.EPOCH.plus(nowMicros, ChronoUnit.MICROS);
    if (text.equals("now")) {
      return now;
    }
    LocalDate today = LocalDate.ofInstant(now, zone);
    if (text.equals("today")) {
      return today.atStartOfDay(zone).toInstant();
    }
    if (text.chars().allMatch(Character::isDigit)) {
      return Instant.ofEpochMilli(Long.parseLong(text));
    }
    if (text.indexOf('-') < 0) {
      return today.atTime(LocalTime.parse(text)).atZone(zone).toInstant();
    }
    if (text.length() == DAY_LENGTH) {
      return LocalDate.parse(text).atStartOfDay(zone).toInstant();
    }
    String time = text.substring(DAY_LENGTH);
    boolean offset = time.endsWith("Z") || time.indexOf('+') > 0 || time.indexOf('-') > 0;
    return offset
        ? OffsetDateTime.parse(text).toInstant()
        : LocalDateTime.parse(text).atZone(zone).toInstant();
  }
}
