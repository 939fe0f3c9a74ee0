// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How the platform's values are shown to people. */
final class Shown {
  private static final long MILLIS = 1_000;
  private static final long SECONDS = 60;
  private static final double MICROS_PER_MILLI = 1_000;
  private static final int PERCENT = 100;

  private static final long NANOS_PER_MICRO = 1_000;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private Shown() {}

  /** A field's text; empty where there is none. */
  static String text(JsonNode row, String field) {
    JsonNode value = row.path(field);
    return value.isNull() || value.isMissingNode() ? "" : value.asText();
  }

  /** How long ago an instant was, {@code 0:07} or {@code 1:02:03}; empty where there is none. */
  static String since(JsonNode row, String field, long nowMillis) {
    JsonNode value = row.path(field);
    return value.isNumber() ? duration(Math.max(0, nowMillis - value.asLong())) : "";
  }

  /** {@code 0:07}, {@code 12:40}, {@code 1:02:03}. */
  static String duration(long millis) {
    long seconds = millis / MILLIS;
    long minutes = seconds / SECONDS;
    return minutes < SECONDS
        ? String.format(Locale.ROOT, "%d:%02d", minutes, seconds % SECONDS)
        : String.format(
            Locale.ROOT, "%d:%02d:%02d", minutes / SECONDS, minutes % SECONDS, seconds % SECONDS);
  }

  /** {@code 10:03:12.041}, in this machine's zone. */
  static String timeOfDay(long epochMicros) {
    return LocalTime.ofInstant(
            Instant.ofEpochSecond(0, epochMicros * NANOS_PER_MICRO), ZoneId.systemDefault())
        .truncatedTo(ChronoUnit.MILLIS)
        .format(TIME);
  }

  /** {@code 2026-01-31 10:03:12}, in this machine's zone; empty where there is none. */
  static String moment(JsonNode row, String field) {
    JsonNode value = row.path(field);
    return value.isNumber()
        ? MOMENT.format(Instant.ofEpochMilli(value.asLong()).atZone(ZoneId.systemDefault()))
        : "";
  }

  /** {@code 0.083 ms}; empty where it is not known. */
  static String latency(JsonNode row, String field) {
    JsonNode value = row.path(field);
    return value.isNumber()
        ? String.format(Locale.ROOT, "%.3f ms", value.asLong() / MICROS_PER_MILLI)
        : "";
  }

  /** {@code 93 %}; empty where there is none. */
  static String share(JsonNode row, String field) {
    JsonNode value = row.path(field);
    return value.isNumber() ? Math.round(value.asDouble() * PERCENT) + " %" : "";
  }

  /** A limit of which 0 means none. */
  static String limit(JsonNode row, String field) {
    long value = row.path(field).asLong();
    return value == 0 ? "" : Long.toString(value);
  }

  /** The words of a list. */
  static String words(JsonNode list) {
    List<String> words = new ArrayList<>();
    list.forEach(word -> words.add(word.asText()));
    return String.join(",", words);
  }
}
