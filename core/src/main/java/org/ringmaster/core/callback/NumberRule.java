// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.callback;

import org.jspecify.annotations.Nullable;

/**
 * How telephone numbers are dialled in a country: makes one spelling of many.
 *
 * @param country the country's code, such as {@code 49}; empty where it is not known
 * @param international what is dialled before other countries' codes, such as {@code 00}
 * @param national what is dialled before the number within the country, such as {@code 0}; may be
 *     empty
 */
public record NumberRule(String country, String international, String national) {

  /** Nothing is known: numbers stay as they are. */
  public static final NumberRule NONE = new NumberRule("", "", "");

  private static final int MIN_DIGITS = 5;
  private static final int MAX_DIGITS = 15;

  /** The number with + and the country's code in front where that is known; null for no number. */
  public @Nullable String normal(String text) {
    StringBuilder kept = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        kept.append(c);
      } else if (c == '+' && kept.isEmpty()) {
        kept.append(c);
      } else if (" -./()".indexOf(c) < 0) {
        return null;
      }
    }
    String number = spelled(kept.toString());
    int digits = number.startsWith("+") ? number.length() - 1 : number.length();
    return digits < MIN_DIGITS || digits > MAX_DIGITS ? null : number;
  }

  private String spelled(String number) {
    if (number.startsWith("+") || country.isEmpty()) {
      return number;
    }
    if (!international.isEmpty() && number.startsWith(international)) {
      return "+" + number.substring(international.length());
    }
    if (!national.isEmpty() && number.startsWith(national)) {
      return "+" + country + number.substring(national.length());
    }
    return number;
  }
}
