// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.load;

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern of telephone numbers as the library writes them, taken apart: digits, sets of digits,
 * choices, and how often each stands. Immutable.
 */
sealed interface NumberPattern {

  /** All ten digits, as a set. */
  int ANY_DIGIT = (1 << 10) - 1;

  /** One digit of a set, one bit for each. */
  record Digit(int set) implements NumberPattern {}

  /** One after the other. */
  record Row(List<NumberPattern> parts) implements NumberPattern {}

  /** One of several. */
  record Choice(List<NumberPattern> parts) implements NumberPattern {}

  /** The same some times. */
  record Times(NumberPattern part, int least, int most) implements NumberPattern {}

  /**
   * Takes a pattern apart.
   *
   * @throws IllegalArgumentException where it has more in it than this knows of
   */
  static NumberPattern of(String text) {
    Reader reader = new Reader(text);
    NumberPattern whole = reader.choice();
    reader.expectEnd();
    return whole;
  }

  /** Goes through a pattern's letters once. */
  final class Reader {
    private static final int DECIMAL = 10;
    private static final int MOST_TIMES = 20;

    private final String text;
    private int at;

    private Reader(String text) {
      this.text = text;
    }

    private NumberPattern choice() {
      List<NumberPattern> parts = new ArrayList<>();
      parts.add(row());
      while (takes('|')) {
        parts.add(row());
      }
      return parts.size() == 1 ? parts.getFirst() : new Choice(List.copyOf(parts));
    }

    private NumberPattern row() {
      List<NumberPattern> parts = new ArrayList<>();
      while (at < text.length() && text.charAt(at) != '|' && text.charAt(at) != ')') {
        parts.add(times(one()));
      }
      return new Row(List.copyOf(parts));
    }

    private NumberPattern one() {
      if (takes('[')) {
        return new Digit(set());
      } else if (takes('(')) {
        if (takes('?')) {
          expect(':');
        }
        NumberPattern inner = choice();
        expect(')');
        return inner;
      } else if (takes('\\')) {
        expect('d');
        return new Digit(ANY_DIGIT);
      }
      return new Digit(1 << digit());
    }

    private int set() {
      int set = 0;
      do {
        int low = digit();
        int high = takes('-') ? digit() : low;
        for (int digit = low; digit <= high; digit++) {
          set |= 1 << digit;
        }
      } while (!takes(']'));
      return set;
    }

    private NumberPattern times(NumberPattern part) {
      if (takes('?')) {
        return new Times(part, 0, 1);
      } else if (!takes('{')) {
        return part;
      }
      int least = count();
      int most = takes(',') ? count() : least;
      expect('}');
      if (least > most || most > MOST_TIMES) {
        throw unknown();
      }
      return new Times(part, least, most);
    }

    private int count() {
      int count = digit();
      while (at < text.length() && Character.isDigit(text.charAt(at)) && count < MOST_TIMES) {
        count = count * DECIMAL + digit();
      }
      return count;
    }

    private int digit() {
      char sign = at < text.length() ? text.charAt(at) : ' ';
      if (sign < '0' || sign > '9') {
        throw unknown();
      }
      at++;
      return sign - '0';
    }

    private boolean takes(char sign) {
      boolean isThere = at < text.length() && text.charAt(at) == sign;
      at += isThere ? 1 : 0;
      return isThere;
    }

    private void expect(char sign) {
      if (!takes(sign)) {
        throw unknown();
      }
    }

    private void expectEnd() {
      if (at < text.length()) {
        throw unknown();
      }
    }

    private IllegalArgumentException unknown() {
      return new IllegalArgumentException("not understood at " + at + ": " + text);
    }
  }
}
