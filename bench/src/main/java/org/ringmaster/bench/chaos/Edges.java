// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.chaos;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.simulation.asterisk.Room;
import org.ringmaster.simulation.asterisk.SimulatedAsterisk;
import org.ringmaster.simulation.asterisk.SimulatedLeg;
import org.ringmaster.simulation.world.SimulatedCentre;

/** All Asterisks of a seed's world, looked at as one: the truth. */
final class Edges {

  private final SimulatedCentre world;
  private final List<NodeId> nodes;

  Edges(SimulatedCentre world, List<NodeId> nodes) {
    this.world = world;
    this.nodes = nodes;
  }

  List<NodeId> nodes() {
    return nodes;
  }

  SimulatedAsterisk at(NodeId node) {
    return world.asterisk(node);
  }

  Stream<SimulatedAsterisk> all() {
    return nodes.stream().map(world::asterisk);
  }

  /** All that live; a copy. */
  List<SimulatedLeg> legs() {
    return all().flatMap(each -> each.legs().stream()).toList();
  }

  @Nullable SimulatedLeg leg(LegId id) {
    for (NodeId node : nodes) {
      SimulatedLeg leg = world.asterisk(node).leg(id);
      if (leg != null) {
        return leg;
      }
    }
    return null;
  }

  /** Where a leg lives. */
  NodeId nodeOf(SimulatedLeg leg) {
    for (NodeId node : nodes) {
      if (world.asterisk(node).leg(leg.id()) != null) {
        return node;
      }
    }
    throw new IllegalArgumentException(leg.id() + " lives nowhere");
  }

  /** Whether a leg was rung at a number, and not at a telephone: those have names. */
  static boolean isCalledNumber(SimulatedLeg leg) {
    return leg.outgoing() && !leg.isSnoop() && Character.isDigit(leg.endpoint().charAt(0));
  }

  /** All bridges; a copy. */
  List<Room> rooms() {
    return all().flatMap(each -> each.rooms().stream()).toList();
  }

  /** Somebody puts the receiver down, wherever the leg lives. */
  void hangUp(LegId leg, HangupCause cause) {
    all().filter(each -> each.leg(leg) != null).forEach(each -> each.hangUp(leg, cause));
  }
}
