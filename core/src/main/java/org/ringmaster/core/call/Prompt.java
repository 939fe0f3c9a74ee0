// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

import java.util.regex.Pattern;

/**
 * One thing a caller hears.
 *
 * @param kind how the text is to be understood
 * @param text the sound's name, the number or the digits
 */
public record Prompt(Kind kind, String text) {

  /** How a prompt's text is to be understood. */
  public enum Kind {
    /** A sound file by name, in the leg's language. */
    SOUND,
    /** A whole number, said as one. */
    NUMBER,
    /** Digits, said one by one. */
    DIGITS,
    /** A tone of the node's country, such as {@code beep}. */
    TONE
  }

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_/.*#+-]{1,128}");

  public Prompt {
    if (!PLAIN.matcher(text).matches() || text.contains("..")) {
      throw new IllegalArgumentException("not a prompt: a name, a number or digits are allowed");
    }
  }

  /** A sound by its name. */
  public static Prompt sound(String name) {
    return new Prompt(Kind.SOUND, name);
  }

  /** A number, said as one. */
  public static Prompt number(long number) {
    return new Prompt(Kind.NUMBER, Long.toString(number));
  }

  /** Digits, said one by one. */
  public static Prompt digits(String digits) {
    return new Prompt(Kind.DIGITS, digits);
  }
}
