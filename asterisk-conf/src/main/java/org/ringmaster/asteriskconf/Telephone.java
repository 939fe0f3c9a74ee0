// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.asteriskconf;

import org.jspecify.annotations.Nullable;

/**
 * A telephone of an agent: dialled as {@code PJSIP/NAME}.
 *
 * @param name its name, its SIP user and the name of the PJSIP endpoint
 * @param secret the password it must show for each call and registration
 * @param fixedAt where it is reached; null for a telephone that registers
 * @param browser whether it is a browser's (SIP over WebSocket, encrypted media)
 * @param transferKey whether its own transfer key is heeded (SIP REFER)
 */
public record Telephone(
    ConfName name,
    Secret secret,
    @Nullable HostPort fixedAt,
    boolean browser,
    boolean transferKey) {

  /** A telephone whose transfer key is not heeded. */
  public Telephone(ConfName name, Secret secret, @Nullable HostPort fixedAt, boolean browser) {
    this(name, secret, fixedAt, browser, false);
  }

  /** A telephone that registers. */
  public static Telephone registering(String name, Secret secret) {
    return new Telephone(new ConfName(name), secret, null, false);
  }

  /** A telephone that is always found at one address and does not register. */
  public static Telephone fixed(String name, Secret secret, HostPort at) {
    return new Telephone(new ConfName(name), secret, at, false);
  }
}
