// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.kernel.Personal;

/**
 * Something that can be rung, as typed parts: a dial string is only ever built here, never taken
 * from text that came over the wire.
 *
 * @param technology such as {@code PJSIP}
 * @param name the endpoint's name on the node
 * @param number the number to dial through it, for a trunk; null for a telephone
 */
public record Endpoint(String technology, String name, @Nullable String number) {

  private static final int MAX_WORD = 64;
  private static final int MAX_NUMBER = 32;

  public Endpoint {
    if (!isWord(technology) || !isWord(name)) {
      throw new IllegalArgumentException("not an endpoint name");
    }
    if (number != null && !isNumber(number)) {
      throw new IllegalArgumentException("not a number that can be dialled");
    }
  }

  /** Letters and digits of English, and {@code _.-}. */
  private static boolean isWord(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
      if (!letter && !isDigit(c) && "_.-".indexOf(c) < 0) {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= MAX_WORD;
  }

  /** Keys of a telephone, perhaps behind a plus. */
  private static boolean isNumber(String text) {
    int first = text.startsWith("+") ? 1 : 0;
    for (int i = first; i < text.length(); i++) {
      if (!isDigit(text.charAt(i)) && "*#".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return text.length() > first && text.length() - first <= MAX_NUMBER;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** A SIP telephone. */
  public static Endpoint telephone(String name) {
    return new Endpoint("PJSIP", name, null);
  }

  /** A number through a SIP trunk. */
  public static Endpoint through(String trunk, String number) {
    return new Endpoint("PJSIP", trunk, number);
  }

  /** What Asterisk calls it: {@code PJSIP/1001} or {@code PJSIP/5551234@carrier}. */
  public String dialString() {
    return technology + "/" + (number == null ? name : number + "@" + name);
  }

  /** For people: the number is masked. */
  @Override
  public String toString() {
    return technology + "/" + (number == null ? name : new Personal(number) + "@" + name);
  }
}
