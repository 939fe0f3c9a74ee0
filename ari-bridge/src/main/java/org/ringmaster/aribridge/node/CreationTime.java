// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.node;

import java.nio.charset.StandardCharsets;
import org.ringmaster.aribridge.scan.Timestamp;

/** Finds when a channel began in the answer that tells of it. Pure functions. */
final class CreationTime {
  private static final String KEY = "\"creationtime\":\"";

  private CreationTime() {}

  /** The instant in epoch microseconds, or {@link Timestamp#NONE}. */
  static long micros(String channel) {
    int from = channel.indexOf(KEY);
    int to = from < 0 ? -1 : channel.indexOf('"', from + KEY.length());
    if (to < 0) {
      return Timestamp.NONE;
    }
    byte[] text = channel.substring(from + KEY.length(), to).getBytes(StandardCharsets.US_ASCII);
    return Timestamp.micros(text, 0, text.length);
  }
}
