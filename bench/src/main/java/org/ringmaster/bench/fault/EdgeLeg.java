// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.fault;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.BridgeId;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.LegState;
import org.ringmaster.core.call.SeenLeg;
import org.ringmaster.core.kernel.IdShape;

/** A channel of the {@link Edge}. Owned as that is. */
final class EdgeLeg {
  final LegId id;
  final String endpoint;
  final boolean arrived;
  LegState state;
  boolean ours;
  @Nullable BridgeId bridge;

  EdgeLeg(LegId id, String endpoint) {
    this.id = id;
    this.endpoint = endpoint;
    this.arrived = !IdShape.isOurs(id.value());
    this.state = arrived ? LegState.ARRIVED : LegState.RINGING;
    this.ours = arrived;
  }

  SeenLeg seen() {
    String entry = ours && arrived ? "inbound" : "";
    return new SeenLeg(id, state, ours, entry, arrived ? Plan.NUMBER : "", endpoint, null, null);
  }
}
