// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.cel;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows as {@code cel_custom} writes them: one JSON object a line, the fields found by name
 * whatever their order and case. Any thread.
 */
public final class CelRows {
  private static final JsonFactory JSON = new JsonFactory();
  private static final long MICROS = 1_000_000L;

  private CelRows() {}

  /** The row in a line, or null when the line is none. */
  public static @Nullable CelRow parse(String line) {
    Map<String, String> fields = fields(line);
    if (fields == null) {
      return null;
    }
    String type = fields.getOrDefault("eventtype", "");
    String uniqueId = fields.getOrDefault("uniqueid", "");
    long at = micros(fields.getOrDefault("eventtime", ""));
    if (type.isEmpty() || uniqueId.isEmpty() || at < 0) {
      return null;
    }
    Map<String, String> extra = fields(fields.getOrDefault("eventextra", ""));
    Map<String, String> more = extra == null ? Map.of() : extra;
    return new CelRow(
        type,
        at,
        uniqueId,
        fields.getOrDefault("channame", ""),
        more.getOrDefault("bridge_id", ""),
        more.getOrDefault("bridge_technology", ""),
        number(more.getOrDefault("hangupcause", "0")),
        fields.getOrDefault("appname", ""));
  }

  /** The plain values of a JSON object, with their names in lower case; null if it is none. */
  static @Nullable Map<String, String> fields(String json) {
    try (JsonParser parser = JSON.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      Map<String, String> fields = new HashMap<>();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName().toLowerCase(Locale.ROOT);
        if (parser.nextToken().isScalarValue()) {
          fields.put(name, parser.getText());
        } else {
          parser.skipChildren();
        }
      }
      return parser.currentToken() == JsonToken.END_OBJECT ? fields : null;
    } catch (IOException malformed) {
      return null;
    }
  }

  /** Seconds with a fraction, as text, in microseconds; -1 when it is no such text. */
  static long micros(String seconds) {
    int point = seconds.indexOf('.');
    String whole = point < 0 ? seconds : seconds.substring(0, point);
    String fraction = point < 0 ? "" : seconds.substring(point + 1);
    if (!isDigits(whole, 12) || (!fraction.isEmpty() && !isDigits(fraction, 9))) {
      return -1;
    }
    String six = (fraction + "000000").substring(0, 6);
    return Long.parseLong(whole) * MICROS + Long.parseLong(six);
  }

  private static boolean isDigits(String text, int most) {
    return !text.isEmpty()
        && text.length() <= most
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static int number(String text) {
    return isDigits(text, 6) ? Integer.parseInt(text) : 0;
  }
}
