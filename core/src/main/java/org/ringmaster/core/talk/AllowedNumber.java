// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.talk;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.calendar.CalendarId;
import org.ringmaster.core.call.TrunkId;

/**
 * Outside numbers that agents may call, ask for advice and hand customers to, as configured.
 *
 * @param pattern a number, or behind an underscore a pattern as in extensions.conf: {@code X} is
 *     0-9, {@code Z} 1-9, {@code N} 2-9, {@code [1-36]} one of these, {@code .} at the end whatever
 *     follows (at least one)
 * @param trunk the way there
 * @param hours when it is allowed; null: always
 */
public record AllowedNumber(String pattern, TrunkId trunk, @Nullable CalendarId hours) {

  /** Whether a number is one of these. */
  public boolean matches(String number) {
    if (!pattern.startsWith("_")) {
      return pattern.equals(number);
    }
    int at = 0;
    for (int i = 1; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '.') {
        return at < number.length();
      }
      if (at >= number.length()) {
        return false;
      }
      char digit = number.charAt(at++);
      if (c == '[') {
        int end = pattern.indexOf(']', i);
        if (end < 0 || !isOneOf(pattern.substring(i + 1, end), digit)) {
          return false;
        }
        i = end;
      } else if (!isLike(c, digit)) {
        return false;
      }
    }
    return at == number.length();
  }

  private static boolean isLike(char wanted, char digit) {
    return switch (wanted) {
      case 'X', 'x' -> digit >= '0' && digit <= '9';
      case 'Z', 'z' -> digit >= '1' && digit <= '9';
      case 'N', 'n' -> digit >= '2' && digit <= '9';
      default -> wanted == digit;
    };
  }

  private static boolean isOneOf(String set, char digit) {
    for (int i = 0; i < set.length(); i++) {
      boolean isRange = i + 2 < set.length() && set.charAt(i + 1) == '-';
      if (isRange && digit >= set.charAt(i) && digit <= set.charAt(i + 2)) {
        return true;
      }
      if (set.charAt(i) == digit) {
        return true;
      }
      i += isRange ? 2 : 0;
    }
    return false;
  }
}
