// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.Trunk;

/**
 * A carrier.
 *
 * @param trunk what the kernel knows of it
 * @param contact where calls are sent to, {@code sip:HOST:PORT}; null in the lab: the world outside
 * @param match addresses that tell that a call is this trunk's
 */
public record TrunkSettings(
    Trunk trunk,
    @Nullable String contact,
    List<String> match,
    @Nullable String username,
    @Nullable Secret secret,
    boolean register) {
  /** Copies the list. */
  public TrunkSettings {
    match = List.copyOf(match);
  }

  /** Its name. */
  public String name() {
    return trunk.id().value();
  }
}
