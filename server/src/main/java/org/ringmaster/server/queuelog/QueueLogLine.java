// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.queuelog;

import java.util.ArrayList;
import java.util.List;

/**
 * One line as app_queue writes it.
 *
 * @param atMicros when, epoch microseconds; the file has whole seconds
 * @param call the caller's unique id, or {@code NONE}, {@code MANAGER}
 * @param queue the queue, or {@code NONE}
 * @param agent the agent, or {@code NONE}
 * @param event such as {@code ENTERQUEUE}
 * @param fields what follows, in order; one empty field where there is nothing
 */
record QueueLogLine(
    long atMicros, String call, String queue, String agent, String event, List<String> fields) {
  static final String NONE = "NONE";
  private static final long MICROS_PER_SECOND = 1_000_000;

  static QueueLogLine of(
      long atMicros, String call, String queue, String agent, String event, Object... fields) {
    List<String> texts = new ArrayList<>();
    for (Object field : fields) {
      texts.add(clean(field.toString()));
    }
    return new QueueLogLine(
        atMicros, call, queue, agent, event, texts.isEmpty() ? List.of("") : List.copyOf(texts));
  }

  /** A bar would begin another field, and the end of a line another line. */
  private static String clean(String text) {
    StringBuilder clean = new StringBuilder(text);
    for (int i = 0; i < clean.length(); i++) {
      char c = clean.charAt(i);
      if (c == '|' || c < ' ') {
        clean.setCharAt(i, '_');
      }
    }
    return clean.toString();
  }

  /** The line in the file, without its end. */
  String text() {
    return atMicros / MICROS_PER_SECOND
        + "|"
        + String.join("|", call, queue, agent, event)
        + "|"
        + String.join("|", fields);
  }
}
