// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.load;

/** What a column of a file is for. */
public enum ColumnUse {
  /** A telephone number; several columns may be, and each has its place in the order. */
  NUMBER,
  /** A time zone, such as {@code Europe/Berlin}. */
  ZONE,
  /** Part of the lead's name; several columns are joined by a blank. */
  NAME,
  /** Kept with the lead under the column's name. */
  FIELD,
  /** Not kept. */
  IGNORE,
  /** A postal code, kept like a field; a table of the user's tells its time zones. */
  POSTALCODE
}
