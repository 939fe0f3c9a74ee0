// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.asteriskconf;

import java.util.regex.Pattern;

/**
 * A name that may stand in a conf file, a dial string or a file name: letters, digits, {@code _}
 * and {@code -}, beginning with a letter or digit, at most 40 long.
 *
 * @param value the name
 */
public record ConfName(String value) {
  private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,39}");

  /** Refuses everything else with {@link IllegalArgumentException}. */
  public ConfName {
    Refusal.unless(ALLOWED.matcher(value).matches(), "name", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
