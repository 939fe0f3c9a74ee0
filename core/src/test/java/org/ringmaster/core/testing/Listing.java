// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.testing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.ringmaster.core.call.BridgeId;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.LegState;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.SeenBridge;
import org.ringmaster.core.call.SeenLeg;
import org.ringmaster.core.kernel.IdShape;

/** What a list of a node says. */
final class Listing {
  private Listing() {}

  static CallInput.NodeListed of(
      NodeId id, Collection<Channel> channels, Map<BridgeId, Room> rooms) {
    List<SeenLeg> legs = new ArrayList<>();
    for (Channel c : channels) {
      boolean arrived = !IdShape.isOurs(c.id.value());
      LegState state = c.state == LegState.UP || arrived ? c.state : LegState.RINGING;
      String entry = c.ours ? c.entry : "";
      legs.add(
          new SeenLeg(c.id, state, c.ours, entry, c.dialled, c.endpoint, c.callerNumber, null));
    }
    List<SeenBridge> bridges = new ArrayList<>();
    rooms.forEach((bridge, room) -> bridges.add(new SeenBridge(bridge, List.copyOf(room.legs()))));
    return new CallInput.NodeListed(id, legs, bridges);
  }
}
