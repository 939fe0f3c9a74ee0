// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.load;

import java.util.regex.Pattern;

/**
 * Text for a cell of a spreadsheet that may not run it: what would be taken for a formula gets a
 * quote in front, and so does what would be taken for one behind a separator within a cell. A sign
 * and digits alone, such as a telephone number, are a number to every spreadsheet and stay as they
 * are: other programs read these files too.
 */
public final class SheetCell {
  private static final String FORMULA = "=+-@\t\r";
  private static final Pattern NUMBER = Pattern.compile("[+-][0-9]{1,20}");

  /** Behind what some spreadsheet takes for a separator; signs of numbers do no harm there. */
  private static final Pattern INNER_FORMULA =
      Pattern.compile("(?<=[;,\t|\r\n\"] {0,3})(?=[=@]|[+-](?![0-9 ()/.+-]*(?:[;,\t|\r\n\"]|$)))");

  private SheetCell() {}

  /** A cell that no spreadsheet takes for a formula. */
  public static String defused(String cell) {
    String inner = INNER_FORMULA.matcher(cell).replaceAll("'");
    return !inner.isEmpty()
            && FORMULA.indexOf(inner.charAt(0)) >= 0
            && !NUMBER.matcher(inner).matches()
        ? "'" + inner
        : inner;
  }
}
