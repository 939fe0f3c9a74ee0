// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journey;

import java.util.regex.Pattern;

/** The beginning of numbers: {@code +1900*} stands for each that begins so. */
public final class NumberPrefix {

  /** No number, or none whose country is known. */
  public static final long NONE = 0;

  private static final char STAR = '*';
  private static final int MOST_DIGITS = 15;
  private static final int DECIMAL = 10;
  private static final Pattern FILLING = Pattern.compile("[ ()./-]");

  /** Fewer digits would be whole countries, or half the world by a slip of the hand. */
  private static final Pattern PREFIX = Pattern.compile("\\+[1-9][0-9]{2,13}\\*");

  private NumberPrefix() {}

  /** Whether a text is meant to be one, whether or not it can be read. */
  public static boolean isMeant(String text) {
    return text.strip().endsWith(String.valueOf(STAR));
  }

  /** Its digits as a number, such as 1900; {@link #NONE} where the text is no prefix. */
  public static long of(String text) {
    if (!isMeant(text)) {
      return NONE;
    }
    String plain = FILLING.matcher(text.strip()).replaceAll("");
    return PREFIX.matcher(plain).matches()
        ? Long.parseLong(plain, 1, plain.length() - 1, DECIMAL)
        : NONE;
  }

  /** As people write it. */
  public static String text(long prefix) {
    return "+" + prefix + STAR;
  }

  /** Whether a number (E.164 without the plus) begins so. */
  public static boolean holds(long prefix, long number) {
    long rest = number;
    while (rest > prefix) {
      rest /= DECIMAL;
    }
    return rest == prefix;
  }

  /**
   * The digits of a number with its country, written with {@code +} or {@code 00} or without any;
   * {@link #NONE} where its country is not known.
   */
  static long digits(String number) {
    int from = number.startsWith("+") ? 1 : number.startsWith("00") ? 2 : 0;
    int length = number.length() - from;
    if (length == 0 || length > MOST_DIGITS || number.charAt(from) == '0') {
      return NONE;
    }
    long digits = 0;
    for (int i = from; i < number.length(); i++) {
      char c = number.charAt(i);
      if (c < '0' || c > '9') {
        return NONE;
      }
      digits = digits * DECIMAL + (c - '0');
    }
    return digits;
  }
}
