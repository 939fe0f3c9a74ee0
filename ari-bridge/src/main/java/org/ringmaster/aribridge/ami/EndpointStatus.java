// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.ami;

/**
 * A telephone or trunk as its node sees it.
 *
 * @param endpoint its name, as in the configuration
 * @param device what it does, in Asterisk's words: {@code NOT_INUSE}, {@code INUSE}, {@code
 *     RINGING}, {@code UNAVAILABLE} and others
 * @param reachable whether it can be rung: registered or at a fixed address that answers
 */
public record EndpointStatus(String endpoint, String device, boolean reachable) {

  /** Whether it rings or talks. */
  public boolean inUse() {
    return switch (device) {
      case "INUSE", "BUSY", "RINGING", "RINGINUSE", "ONHOLD" -> true;
      default -> false;
    };
  }
}
