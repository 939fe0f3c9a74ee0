// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.asteriskconf;

import java.util.regex.Pattern;

/**
 * Where a SIP partner is reached.
 *
 * @param host a name or an IPv4 address
 * @param port 1 to 65535
 */
public record HostPort(String host, int port) {
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,252}");
  private static final int LAST_PORT = 65_535;

  /** Refuses everything else with {@link IllegalArgumentException}. */
  public HostPort {
    Refusal.unless(HOST.matcher(host).matches(), "host", host);
    Refusal.unless(port >= 1 && port <= LAST_PORT, "port", Integer.toString(port));
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
