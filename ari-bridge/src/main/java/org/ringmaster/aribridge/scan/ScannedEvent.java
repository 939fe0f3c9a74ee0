// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.scan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One ARI message, flat: what {@link EventScan} found, as places in the message's bytes. Texts
 * become Strings only when they are asked for. Reused for every message of a node: valid until the
 * next scan, on the thread that scans.
 */
public final class ScannedEvent {
  /** Stands for a number that the message does not have. */
  public static final long NONE = Long.MIN_VALUE;

  private static final int FIELDS = EventField.values().length;

  private final int[] starts = new int[FIELDS];
  private final int[] ends = new int[FIELDS];
  private final boolean[] escaped = new boolean[FIELDS];
  private final long[] numbers = new long[EventNumber.values().length];
  private final Spans[] lists = new Spans[EventList.values().length];
  private byte[] bytes = new byte[0];
  private EventType type = EventType.UNKNOWN;
  private long timestampMicros = NONE;

  public ScannedEvent() {
    Arrays.setAll(lists, i -> new Spans());
  }

  /** The kind of message. */
  public EventType type() {
    return type;
  }

  /** When Asterisk says it happened, in epoch microseconds, or {@link #NONE}. */
  public long timestampMicros() {
    return timestampMicros;
  }

  /** A text of the message, or null when it has none. */
  public @Nullable String text(EventField field) {
    int i = field.ordinal();
    return starts[i] < 0 ? null : text(starts[i], ends[i], escaped[i]);
  }

  /** A text of the message, or the empty text when it has none. */
  public String textOrEmpty(EventField field) {
    String text = text(field);
    return text == null ? "" : text;
  }

  /** Whether the message has this text and it is not empty. */
  public boolean has(EventField field) {
    int i = field.ordinal();
    return starts[i] >= 0 && ends[i] > starts[i];
  }

  /** Whether a text equals a plain ASCII one; makes no String. */
  public boolean is(EventField field, String ascii) {
    int i = field.ordinal();
    int length = ascii.length();
    if (starts[i] < 0 || ends[i] - starts[i] != length) {
      return false;
    }
    for (int k = 0; k < length; k++) {
      if (bytes[starts[i] + k] != ascii.charAt(k)) {
        return false;
      }
    }
    return true;
  }

  /** A number of the message, or {@link #NONE}. */
  public long number(EventNumber number) {
    return numbers[number.ordinal()];
  }

  /** A number of the message, or another one when it has none. */
  public int numberOr(EventNumber number, int otherwise) {
    long value = numbers[number.ordinal()];
    return value == NONE ? otherwise : (int) value;
  }

  /** How many texts a list has. */
  public int count(EventList list) {
    return lists[list.ordinal()].count();
  }

  /** One text of a list. */
  public String text(EventList list, int index) {
    Spans spans = lists[list.ordinal()];
    return text(spans.start(index), spans.end(index), spans.escaped(index));
  }

  /** All texts of a list, as a new list. */
  public List<String> texts(EventList list) {
    int count = count(list);
    List<String> texts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      texts.add(text(list, i));
    }
    return texts;
  }

  /** The value of a reported variable, or null. */
  public @Nullable String variable(EventList list, String name) {
    for (int i = 0; i + 1 < count(list); i += 2) {
      if (text(list, i).equals(name)) {
        return text(list, i + 1);
      }
    }
    return null;
  }

  void begin(byte[] newBytes) {
    bytes = newBytes;
    type = EventType.UNKNOWN;
    timestampMicros = NONE;
    Arrays.fill(starts, -1);
    Arrays.fill(numbers, NONE);
    for (Spans list : lists) {
      list.clear();
    }
  }

  void put(EventField field, JsonCursor cursor) {
    int i = field.ordinal();
    starts[i] = cursor.textStart();
    ends[i] = cursor.textEnd();
    escaped[i] = cursor.textEscaped();
  }

  void put(EventNumber number, long value) {
    numbers[number.ordinal()] = value;
  }

  Spans list(EventList list) {
    return lists[list.ordinal()];
  }

  void complete() {
    int t = EventField.TYPE.ordinal();
    if (starts[t] < 0) {
      throw MalformedJson.INSTANCE;
    }
    EventType found = EventType.find(bytes, starts[t], ends[t]);
    type = found == null ? EventType.UNKNOWN : found;
    int s = EventField.TIMESTAMP.ordinal();
    if (starts[s] >= 0) {
      timestampMicros = Timestamp.micros(bytes, starts[s], ends[s]);
    }
  }

  private String text(int start, int end, boolean isEscaped) {
    return isEscaped
        ? JsonText.unescapeLeniently(bytes, start, end)
        : new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }
}
