// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.asteriskconf;

import java.util.regex.Pattern;

/**
 * What is dialled: digits with {@code + * #}, or one of Asterisk's patterns, which begins with
 * {@code _} ({@code _49301234XX}).
 *
 * @param value as it stands before {@code exten =>}
 */
public record Extension(String value) {
  private static final Pattern ALLOWED =
      Pattern.compile("[0-9+*#]{1,32}|_[0-9+*#XZN\\[\\]-]{1,40}[.!]?");

  /** Refuses everything else with {@link IllegalArgumentException}. */
  public Extension {
    Refusal.unless(ALLOWED.matcher(value).matches(), "number or pattern", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
