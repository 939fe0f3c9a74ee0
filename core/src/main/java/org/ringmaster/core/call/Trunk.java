// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

import org.jspecify.annotations.Nullable;

/**
 * A carrier, as configured.
 *
 * @param id its name, also its endpoint's name on the node
 * @param node the Asterisk it hangs on
 * @param maxLegs most legs at once, in both directions; 0 means no limit
 * @param legsPerSecond most new outbound legs a second; 0 means no limit
 * @param attestation at which level it signs the numbers that we show; null where nobody says
 */
public record Trunk(
    TrunkId id, NodeId node, int maxLegs, int legsPerSecond, @Nullable Attestation attestation) {

  /** One of which nobody says how it signs. */
  public Trunk(TrunkId id, NodeId node, int maxLegs, int legsPerSecond) {
    this(id, node, maxLegs, legsPerSecond, null);
  }
}
