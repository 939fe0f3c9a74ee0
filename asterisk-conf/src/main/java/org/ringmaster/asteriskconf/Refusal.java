// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.asteriskconf;

/** Says in one way, for all typed values, that a text may not stand in a conf file. */
final class Refusal {
  private static final int SHOWN = 60;

  private Refusal() {}

  static void unless(boolean allowed, String what, String value) {
    if (!allowed) {
      throw new IllegalArgumentException("not a " + what + ": \"" + printable(value) + "\"");
    }
  }

  private static String printable(String value) {
    String plain = value.replaceAll("[^\\x20-\\x7e]", "?");
    return plain.length() <= SHOWN ? plain : plain.substring(0, SHOWN) + "...";
  }
}
