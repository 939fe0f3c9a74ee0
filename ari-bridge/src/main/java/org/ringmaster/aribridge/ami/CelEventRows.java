// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.ami;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.asteriskjava.manager.event.CelEvent;
import org.jspecify.annotations.Nullable;
import org.ringmaster.aribridge.cel.CelRow;

/** Turns AMI's CEL events into rows. Their time is local to the node and has whole seconds. */
final class CelEventRows {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final Pattern CAUSE = Pattern.compile("\"hangupcause\"\\s*:\\s*\"?(\\d{1,3})");
  private static final Pattern BRIDGE = Pattern.compile("\"bridge_id\"\\s*:\\s*\"([^\"]{1,64})\"");
  private static final Pattern TECHNOLOGY =
      Pattern.compile("\"bridge_technology\"\\s*:\\s*\"([^\"]{1,64})\"");

  private CelEventRows() {}

  /**
   * The row, or null when the event lacks a part of it.
   *
   * @param zone the node's time zone
   */
  static @Nullable CelRow row(CelEvent event, ZoneId zone) {
    String type = event.getEventName();
    String id = event.getUniqueID();
    long at = micros(event.getEventTime(), zone);
    if (type == null || id == null || at < 0) {
      return null;
    }
    String extra = event.getExtra() == null ? "" : event.getExtra();
    String cause = first(CAUSE, extra);
    return new CelRow(
        type,
        at,
        id,
        event.getChannel() == null ? "" : event.getChannel(),
        first(BRIDGE, extra),
        first(TECHNOLOGY, extra),
        cause.isEmpty() ? 0 : Integer.parseInt(cause),
        event.getApplication() == null ? "" : event.getApplication());
  }

  private static long micros(@Nullable String time, ZoneId zone) {
    if (time == null) {
      return -1;
    }
    try {
      return LocalDateTime.parse(time, TIME).atZone(zone).toEpochSecond() * 1_000_000L;
    } catch (DateTimeParseException unknown) {
      return -1;
    }
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1) : "";
  }
}
