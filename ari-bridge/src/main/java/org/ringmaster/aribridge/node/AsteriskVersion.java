// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.node;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which Asterisk a node runs, as far as it matters here.
 *
 * @param text as the node writes it, such as {@code 22.10.1~dfsg}
 */
record AsteriskVersion(String text, int major, int minor) {
  static final AsteriskVersion UNKNOWN = new AsteriskVersion("", 0, 0);

  private static final Pattern NUMBERS = Pattern.compile("(\\d{1,3})\\.(\\d{1,3}).*");

  static AsteriskVersion of(String text) {
    Matcher matcher = NUMBERS.matcher(text);
    return matcher.matches()
        ? new AsteriskVersion(
            text, Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)))
        : new AsteriskVersion(text, 0, 0);
  }

  /** Whether a variable can be marked to be told with every event: since 22.10, 20.20 and 23.4. */
  boolean reportsVariables() {
    return switch (major) {
      case 20 -> minor >= 20;
      case 22 -> minor >= 10;
      case 23 -> minor >= 4;
      default -> major > 23;
    };
  }
}
