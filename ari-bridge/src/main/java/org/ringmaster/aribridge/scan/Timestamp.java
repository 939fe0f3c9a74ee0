// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.scan;

/**
 * Reads ARI's timestamps ({@code 2026-11-22T12:00:00.123+0000}) into microseconds since 1970
 * without making any object. Pure functions, any thread.
 */
public final class Timestamp {
  /** Stands for a timestamp that is absent or not one. */
  public static final long NONE = Long.MIN_VALUE;

  private static final long MICROS_PER_SECOND = 1_000_000L;

  private Timestamp() {}

  /** The instant in epoch microseconds, or {@link #NONE}. */
  public static long micros(byte[] bytes, int from, int to) {
    if (to - from < 19
        || bytes[from + 4] != '-'
        || bytes[from + 7] != '-'
        || (bytes[from + 10] != 'T' && bytes[from + 10] != ' ')
        || bytes[from + 13] != ':'
        || bytes[from + 16] != ':') {
      return NONE;
    }
    int year = number(bytes, from, 4);
    int month = number(bytes, from + 5, 2);
    int day = number(bytes, from + 8, 2);
    int hour = number(bytes, from + 11, 2);
    int minute = number(bytes, from + 14, 2);
    int second = number(bytes, from + 17, 2);
    if ((year | month | day | hour | minute | second) < 0
        || month < 1
        || month > 12
        || day < 1
        || day > 31
        || hour > 23
        || minute > 59
        || second > 60) {
      return NONE;
    }
    long seconds =
        daysSinceEpoch(year, month, day) * 86_400L + hour * 3600L + minute * 60L + second;
    return fractionAndZone(bytes, from + 19, to, seconds);
  }

  private static long fractionAndZone(byte[] bytes, int from, int to, long seconds) {
    int i = from;
    long micros = 0;
    if (i < to && bytes[i] == '.') {
      i++;
      int scale = 100_000;
      while (i < to && bytes[i] >= '0' && bytes[i] <= '9') {
        micros += (long) (bytes[i] - '0') * scale;
        scale /= 10;
        i++;
      }
    }
    int offset = offsetSeconds(bytes, i, to);
    if (offset == Integer.MIN_VALUE) {
      return NONE;
    }
    return (seconds - offset) * MICROS_PER_SECOND + micros;
  }

  private static int offsetSeconds(byte[] bytes, int from, int to) {
    if (from == to || (bytes[from] == 'Z' && from + 1 == to)) {
      return 0;
    }
    boolean east = bytes[from] == '+';
    if (!east && bytes[from] != '-') {
      return Integer.MIN_VALUE;
    }
    int length = to - from;
    if (length != 5 && length != 6) {
      return Integer.MIN_VALUE;
    }
    int hours = number(bytes, from + 1, 2);
    int minutes = number(bytes, to - 2, 2);
    if ((hours | minutes) < 0 || (length == 6 && bytes[from + 3] != ':')) {
      return Integer.MIN_VALUE;
    }
    int offset = hours * 3600 + minutes * 60;
    return east ? offset : -offset;
  }

  private static int number(byte[] bytes, int from, int digits) {
    int value = 0;
    for (int i = from; i < from + digits; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  /**
   * Days from 1970-01-01 in the proleptic Gregorian calendar, counted in years that begin in March.
   */
  private static long daysSinceEpoch(int year, int month, int day) {
    long y = month <= 2 ? year - 1L : year;
    long marchMonth = (month + 9L) % 12;
    long dayOfYear = (153 * marchMonth + 2) / 5 + day - 1;
    long leapDays = Math.floorDiv(y, 4L) - Math.floorDiv(y, 100L) + Math.floorDiv(y, 400L);
    return 365 * y + leapDays + dayOfYear - 719_468;
  }
}
