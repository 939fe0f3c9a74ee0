// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.scan;

import java.nio.charset.StandardCharsets;

/**
 * Walks over one JSON text in bytes, building nothing. Keys and strings are left where they stand:
 * after {@link #nextKey()} or {@link #text()} the span from {@link #textStart()} to {@link
 * #textEnd()} holds them. Anything that is not JSON throws {@link MalformedJson}. Not thread-safe;
 * one cursor is used again and again by one thread.
 */
final class JsonCursor {
  private static final byte[] NOTHING = new byte[0];

  private byte[] bytes = NOTHING;
  private int at;
  private int end;
  private boolean fresh;
  private int textStart;
  private int textEnd;
  private boolean textEscaped;

  void reset(byte[] newBytes, int from, int to) {
    bytes = newBytes;
    at = from;
    end = to;
    fresh = true;
  }

  int textStart() {
    return textStart;
  }

  int textEnd() {
    return textEnd;
  }

  /** Whether the last text holds back-slashes and must be decoded before it is compared or used. */
  boolean textEscaped() {
    return textEscaped;
  }

  /** The next byte that is not white space, without taking it. */
  int peek() {
    if (at < end && bytes[at] > ' ') {
      return bytes[at];
    }
    while (at < end) {
      byte b = bytes[at];
      if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
        return b;
      }
      at++;
    }
    throw MalformedJson.INSTANCE;
  }

  void enterObject() {
    take('{');
    fresh = true;
  }

  void enterArray() {
    take('[');
    fresh = true;
  }

  /**
   * Moves to the next key of the object we are in and past its colon; false at the object's end.
   */
  boolean nextKey() {
    if (!more('}')) {
      return false;
    }
    text();
    take(':');
    return true;
  }

  /** Moves to the next element of the array we are in; false at the array's end. */
  boolean nextElement() {
    return more(']');
  }

  private boolean more(char closing) {
    int next = peek();
    boolean first = fresh;
    fresh = false;
    if (next == closing) {
      at++;
      return false;
    }
    if (!first) {
      take(',');
      peek();
    }
    return true;
  }

  /** Takes a string; its content's span is kept. */
  void text() {
    take('"');
    byte[] all = bytes;
    int to = end;
    int i = at;
    textStart = i;
    textEscaped = false;
    while (true) {
      i = JsonWords.quoteOrBackslash(all, i, to);
      if (i >= to) {
        throw MalformedJson.INSTANCE;
      }
      if (all[i] == '"') {
        textEnd = i;
        at = i + 1;
        return;
      }
      textEscaped = true;
      i += 2;
    }
  }

  /** Takes a number, true, false or null; its span is kept as a text. */
  void literal() {
    peek();
    byte[] all = bytes;
    int to = end;
    int i = at;
    textStart = i;
    textEscaped = false;
    while (i < to && isLiteral(all[i])) {
      i++;
    }
    at = i;
    textEnd = i;
    if (textEnd == textStart) {
      throw MalformedJson.INSTANCE;
    }
  }

  private static boolean isLiteral(byte b) {
    return (b >= '0' && b <= '9')
        || (b >= 'a' && b <= 'z')
        || b == '-'
        || b == '+'
        || b == '.'
        || b == 'E';
  }

  /** Takes any value without looking into it; nested depth costs no stack. */
  void skip() {
    int depth = 0;
    do {
      int next = peek();
      switch (next) {
        case '{', '[' -> {
          depth++;
          at++;
        }
        case '}', ']' -> {
          depth--;
          at++;
        }
        case ',', ':' -> at++;
        case '"' -> text();
        default -> literal();
      }
      if (depth < 0) {
        throw MalformedJson.INSTANCE;
      }
    } while (depth > 0);
    fresh = false;
  }

  /** Makes the last text the empty one. */
  void forgetText() {
    textEnd = textStart;
    textEscaped = false;
  }

  /** Checks that nothing but white space is left. */
  void finish() {
    while (at < end) {
      byte b = bytes[at++];
      if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
        throw MalformedJson.INSTANCE;
      }
    }
  }

  /** The last literal as a whole number; a fraction is cut off. */
  long integer() {
    int i = textStart;
    boolean negative = i < textEnd && bytes[i] == '-';
    if (negative) {
      i++;
    }
    long value = 0;
    int digits = 0;
    while (i < textEnd && bytes[i] >= '0' && bytes[i] <= '9' && digits < 18) {
      value = value * 10 + (bytes[i] - '0');
      i++;
      digits++;
    }
    if (digits == 0) {
      throw MalformedJson.INSTANCE;
    }
    return negative ? -value : value;
  }

  boolean literalIs(char first) {
    return textEnd > textStart && bytes[textStart] == first;
  }

  String textString() {
    return textEscaped
        ? JsonText.unescape(bytes, textStart, textEnd)
        : new String(bytes, textStart, textEnd - textStart, StandardCharsets.UTF_8);
  }

  private void take(char wanted) {
    if (peek() != wanted) {
      throw MalformedJson.INSTANCE;
    }
    at++;
  }
}
