// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.asterisk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.BridgeId;
import org.ringmaster.core.call.BridgeKind;
import org.ringmaster.core.call.LegId;

/** A bridge as it truly is on its node. Others may read it; only its Asterisk changes it. */
public final class Room {

  final BridgeId id;
  final BridgeKind kind;
  final List<SimulatedLeg> legs = new ArrayList<>();
  @Nullable LegId announcer;

  Room(BridgeId id, BridgeKind kind) {
    this.id = id;
    this.kind = kind;
  }

  /** Its id. */
  public BridgeId id() {
    return id;
  }

  /** What it is for: in a talk legs hear each other, elsewhere music or silence. */
  public BridgeKind kind() {
    return kind;
  }

  /** Who is in it, in the order of coming. */
  public List<SimulatedLeg> legs() {
    return Collections.unmodifiableList(legs);
  }
}
