// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.asteriskconf;

import java.util.regex.Pattern;

/**
 * An IPv4 address to listen on.
 *
 * @param value four numbers with dots
 */
public record HostAddress(String value) {
  private static final Pattern ALLOWED =
      Pattern.compile("((25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(\\.(?!$)|$)){4}");

  /** This machine only. */
  public static final HostAddress LOOPBACK = new HostAddress("127.0.0.1");

  /** Refuses everything else with {@link IllegalArgumentException}. */
  public HostAddress {
    Refusal.unless(ALLOWED.matcher(value).matches(), "IPv4 address", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
