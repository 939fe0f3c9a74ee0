// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be rung, as typed parts: a dial string is only ever built here, never taken
 * from text that came over the wire.
 *
 * @param technology such as {@code PJSIP}
 * @param name the endpoint's name on the node
 * @param number the number to dial through it, for a trunk; null for a telephone
 */
public record Endpoint(String technology, String name, @Nullable String number) {

  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
  private static final Pattern NUMBER = Pattern.compile("\\+?[0-9*#]{1,32}");

  public Endpoint {
    if (!WORD.matcher(technology).matches() || !WORD.matcher(name).matches()) {
      throw new IllegalArgumentException("not an endpoint name");
    }
    if (number != null && !NUMBER.matcher(number).matches()) {
      throw new IllegalArgumentException("not a number that can be dialled");
    }
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
}
