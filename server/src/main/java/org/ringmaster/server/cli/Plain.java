// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import java.util.Locale;

/**
 * Texts of people and of strangers' telephones, as a terminal may have them: what would move its
 * cursor, colour it, ring its bell or turn the line around is shown as U+FFFD.
 */
final class Plain {

  private static final int REPLACEMENT = 0xFFFD;

  private Plain() {}

  /** The same text with nothing in it but letters, signs and the ends of our own lines. */
  static String text(String text) {
    return text.codePoints().allMatch(Plain::isPlain)
        ? text
        : text.codePoints()
            .map(one -> isPlain(one) ? one : REPLACEMENT)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  /** The same for a cell of a table, whose lines are not its own. */
  static String word(String text) {
    return text(text.replace('\n', (char) REPLACEMENT).replace('\t', ' '));
  }

  /** JSON that says the same, with escapes for what {@link #text} would not show. */
  static String json(String json) {
    if (json.codePoints().allMatch(Plain::isPlain)) {
      return json;
    }
    StringBuilder all = new StringBuilder();
    json.codePoints()
        .forEach(
            one -> {
              if (isPlain(one)) {
                all.appendCodePoint(one);
              } else {
                for (char unit : Character.toChars(one)) {
                  all.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
                }
              }
            });
    return all.toString();
  }

  private static boolean isPlain(int one) {
    return switch (Character.getType(one)) {
      case Character.CONTROL -> one == '\n' || one == '\t';
      // Zero width joiners belong to letters and emoji; marks, overrides and isolates do not.
      case Character.FORMAT -> one == 0x200C || one == 0x200D || one == 0x00AD;
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> false;
      default -> true;
    };
  }
}
