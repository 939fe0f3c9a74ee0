// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.list;

/** Why a row of a file was not loaded. Each row that is not loaded has exactly one. */
public enum RejectKind {
  /** None of the number columns has anything in it. */
  NO_NUMBER("no telephone number"),
  /** What stands in the number column cannot be read as a telephone number. */
  NOT_A_NUMBER("not a telephone number"),
  /** It reads as a number, but no such number can exist in its country. */
  IMPOSSIBLE_NUMBER("no such number can exist"),
  /** A spreadsheet has destroyed digits: {@code 4.93E+11}, a lost leading zero, {@code ####}. */
  SPREADSHEET_DAMAGE("damaged by a spreadsheet"),
  /** The column of time zones has something that is none. */
  BAD_TIME_ZONE("not a time zone"),
  /** Neither a column nor the number tells where the lead is. */
  NO_TIME_ZONE("no time zone known"),
  /** An earlier row of the file has the number. */
  DUPLICATE_IN_FILE("already in this file"),
  /** Another list of the campaign has the number. */
  DUPLICATE_IN_CAMPAIGN("already in the campaign"),
  /** A do-not-call list has the number. */
  DO_NOT_CALL("on a do-not-call list"),
  /** More or fewer columns than the file's first row. */
  WRONG_COLUMNS("wrong number of columns"),
  /** A quote that is never closed, or is closed in the middle of a cell. */
  BROKEN_QUOTES("broken quotes"),
  /** Bytes that are no text in the file's encoding. */
  BAD_ENCODING("not in the file's encoding"),
  /** NUL or other control characters. */
  CONTROL_CHARACTERS("control characters"),
  /** Longer than any row may be. */
  TOO_LONG("row too long"),
  /** A kind that only a newer version knows. */
  UNKNOWN("unknown"),
  /** A list of another campaign has the number. */
  DUPLICATE_IN_SYSTEM("already in another campaign"),
  /** Some campaign has dialled the number within the days that were said. */
  CALLED_RECENTLY("called recently");

  private final String words;

  RejectKind(String words) {
    this.words = words;
  }

  /** A few words for people. */
  public String words() {
    return words;
  }
}
