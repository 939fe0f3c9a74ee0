// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.asteriskconf;

import java.util.regex.Pattern;

/** What tells that an incoming call is a trunk's. */
public sealed interface TrunkSource {

  /**
   * The call comes from this address. An address alone catches everything from that host, the
   * telephones there too: name the port where a host has both.
   *
   * @param match {@code 192.0.2.10}, {@code 192.0.2.10:5060} or {@code 192.0.2.0/24}
   */
  record Address(String match) implements TrunkSource {
    private static final Pattern ALLOWED =
        Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,252}(:[0-9]{1,5})?(/[0-9]{1,2})?");

    /** Refuses everything else with {@link IllegalArgumentException}. */
    public Address {
      Refusal.unless(ALLOWED.matcher(match).matches(), "source address", match);
    }
  }

  /**
   * The call carries this SIP header with exactly this value.
   *
   * @param name the header's name
   * @param value the header's value
   */
  record Header(ConfName name, ConfName value) implements TrunkSource {}
}
