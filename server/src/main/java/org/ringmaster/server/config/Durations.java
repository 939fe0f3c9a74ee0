// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations and sizes as people write them. */
final class Durations {
  static final String PATTERN = "^[0-9]+(\\.[0-9]+)?(ms|s|m|h|d)?$";

  private static final Pattern DURATION = Pattern.compile("([0-9]+)(?:\\.([0-9]+))?(ms|s|m|h|d)?");
  private static final Pattern SIZE = Pattern.compile("([0-9]+)([KMG])?");
  private static final Map<String, Long> MILLIS =
      Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L);
  private static final Map<String, Integer> SHIFTS = Map.of("K", 10, "M", 20, "G", 30);

  private Durations() {}

  /** Milliseconds of {@code 20} (seconds, as in Asterisk's files), {@code 20s}, {@code 1.5m}. */
  static long millis(String text) {
    Matcher matcher = matched(DURATION, text);
    String unit = matcher.group(3) == null ? "s" : matcher.group(3);
    long millis = MILLIS.getOrDefault(unit, 0L);
    try {
      return Math.addExact(
          Math.multiplyExact(Long.parseLong(matcher.group(1)), millis),
          matcher.group(2) == null ? 0 : part(matcher.group(2), millis));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("too long", e);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("not whole milliseconds", e);
    }
  }

  /** Decimals of a unit. By hand: the first BigDecimal of a process takes longer than the file. */
  private static long part(String decimals, long unitMillis) {
    long scale = 1;
    long part = 0;
    for (int i = 0; i < decimals.length(); i++) {
      scale = Math.multiplyExact(scale, 10);
      part = Math.addExact(Math.multiplyExact(part, 10), decimals.charAt(i) - '0');
    }
    long scaled = Math.multiplyExact(part, unitMillis);
    if (scaled % scale != 0) {
      throw new ArithmeticException(decimals);
    }
    return scaled / scale;
  }

  /** A duration as people write it, in the largest unit that fits: {@code 15s}, {@code 72h}. */
  static String words(long millis) {
    for (String unit : List.of("h", "m", "s")) {
      long unitMillis = MILLIS.getOrDefault(unit, 1L);
      if (millis % unitMillis == 0) {
        return millis / unitMillis + unit;
      }
    }
    return millis + "ms";
  }

  /** Bytes of {@code 4096}, {@code 64M}. */
  static long bytes(String text) {
    Matcher matcher = matched(SIZE, text);
    long number = Long.parseLong(matcher.group(1));
    int shift = matcher.group(2) == null ? 0 : SHIFTS.getOrDefault(matcher.group(2), 0);
    if (number > Long.MAX_VALUE >> shift) {
      throw new IllegalArgumentException("too large");
    }
    return number << shift;
  }

  private static Matcher matched(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a number with a unit");
    }
    return matcher;
  }
}
