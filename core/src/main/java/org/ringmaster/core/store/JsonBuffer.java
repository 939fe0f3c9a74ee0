// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * JSON as bytes of UTF-8, written piece by piece; commas come by themselves. Grows as needed and is
 * used again and again. Owned by one thread.
 */
final class JsonBuffer {
  private static final int FIRST_BYTES = 1 << 12;
  private static final int MOST_BYTES_OF_A_CHAR = 6;
  private static final int ASCII_END = 0x80;
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private byte[] bytes = new byte[FIRST_BYTES];
  private int length;

  /** Whether what comes next in this object or array comes after something. */
  private boolean first = true;

  void clear() {
    length = 0;
    first = true;
  }

  byte[] array() {
    return bytes;
  }

  int length() {
    return length;
  }

  /** Begins an object or an array by its bracket. */
  void begin(char bracket) {
    comma();
    room(1);
    bytes[length++] = (byte) bracket;
    first = true;
  }

  /** Ends it. */
  void end(char bracket) {
    room(1);
    bytes[length++] = (byte) bracket;
    first = false;
  }

  /** A member's name whose quoted form was made beforehand, see {@link #quoted}. */
  void name(byte[] quotedWithColon) {
    comma();
    raw(quotedWithColon);
    first = true;
  }

  /** A member's name. */
  void name(String name) {
    string(name);
    room(1);
    bytes[length++] = ':';
    first = true;
  }

  /** What {@link #name(byte[])} takes. */
  static byte[] quoted(String plainName) {
    return ('"' + plainName + "\":").getBytes(StandardCharsets.US_ASCII);
  }

  /** Something that needs no quotes and is plain: a number, true, false, null. */
  void plain(String word) {
    comma();
    int at = length;
    room(word.length());
    for (int i = 0; i < word.length(); i++) {
      bytes[at++] = (byte) word.charAt(i);
    }
    length = at;
  }

  /** A text, which holds no halves of characters. */
  void string(String text) {
    comma();
    room(text.length() + 2);
    bytes[length++] = '"';
    int at = length;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\' || c >= ASCII_END) {
        length = at;
        rest(text.substring(i).getBytes(StandardCharsets.UTF_8));
        return;
      }
      bytes[at++] = (byte) c;
    }
    bytes[at++] = '"';
    length = at;
  }

  private void rest(byte[] utf8) {
    room(utf8.length * MOST_BYTES_OF_A_CHAR + 1);
    for (byte b : utf8) {
      if (b == '"' || b == '\\') {
        bytes[length++] = '\\';
        bytes[length++] = b;
      } else if (b >= 0 && b < ' ') {
        raw("\\u00".getBytes(StandardCharsets.US_ASCII));
        bytes[length++] = HEX[b >> 4];
        bytes[length++] = HEX[b & 0xf];
      } else {
        bytes[length++] = b;
      }
    }
    bytes[length++] = '"';
  }

  private void comma() {
    if (!first) {
      room(1);
      bytes[length++] = ',';
    }
    first = false;
  }

  private void raw(byte[] more) {
    room(more.length);
    System.arraycopy(more, 0, bytes, length, more.length);
    length += more.length;
  }

  private void room(int needed) {
    if (bytes.length - length < needed) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + needed));
    }
  }
}
