// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.Telephone;

/**
 * An agent's telephone.
 *
 * @param telephone what the kernel knows of it
 * @param contact where it always is, {@code sip:HOST:PORT}; null if it registers
 * @param secret its SIP password; null in the lab: one is drawn
 * @param browser whether it is a browser's
 * @param transferKey whether its own transfer key is heeded
 */
public record TelephoneSettings(
    Telephone telephone,
    @Nullable String contact,
    @Nullable Secret secret,
    boolean browser,
    boolean transferKey) {

  /** Its name. */
  public String name() {
    return telephone.id().value();
  }
}
