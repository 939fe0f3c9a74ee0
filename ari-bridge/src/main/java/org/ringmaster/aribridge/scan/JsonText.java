// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.scan;

import java.nio.charset.StandardCharsets;

/** Turns the inside of a JSON string into text. Pure functions, any thread. */
final class JsonText {
  private JsonText() {}

  /**
   * The text that stands, escaped, between two positions.
   *
   * @throws MalformedJson when an escape is cut off or unknown
   */
  static String unescape(byte[] bytes, int from, int to) {
    // Runs of plain bytes are decoded together: a character of several bytes must stay whole.
    StringBuilder text = new StringBuilder(to - from);
    int run = from;
    int i = from;
    while (i < to) {
      if (bytes[i] != '\\') {
        i++;
        continue;
      }
      text.append(new String(bytes, run, i - run, StandardCharsets.UTF_8));
      if (i + 1 >= to) {
        throw MalformedJson.INSTANCE;
      }
      byte kind = bytes[i + 1];
      if (kind == 'u') {
        text.append((char) hex(bytes, i + 2, to));
        i += 6;
      } else {
        text.append(plain(kind));
        i += 2;
      }
      run = i;
    }
    text.append(new String(bytes, run, to - run, StandardCharsets.UTF_8));
    return text.toString();
  }

  /** Like {@link #unescape}, but a broken escape leaves the text as it stands. */
  static String unescapeLeniently(byte[] bytes, int from, int to) {
    try {
      return unescape(bytes, from, to);
    } catch (MalformedJson malformed) {
      return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
  }

  private static char plain(byte kind) {
    return switch (kind) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case '"', '\\', '/' -> (char) kind;
      default -> throw MalformedJson.INSTANCE;
    };
  }

  private static int hex(byte[] bytes, int from, int to) {
    if (from + 4 > to) {
      throw MalformedJson.INSTANCE;
    }
    int value = 0;
    for (int i = from; i < from + 4; i++) {
      int digit = Character.digit(bytes[i], 16);
      if (digit < 0) {
        throw MalformedJson.INSTANCE;
      }
      value = value * 16 + digit;
    }
    return value;
  }
}
