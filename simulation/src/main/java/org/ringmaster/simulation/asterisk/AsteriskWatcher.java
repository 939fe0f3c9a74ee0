// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.asterisk;

import org.ringmaster.core.call.BridgeId;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.NodeId;

/**
 * Sees what truly happens on a node, at the very instant (the agenda's now), whether anybody is
 * told or not. It may look, never act.
 */
public interface AsteriskWatcher {

  /** A leg came into being, asked for by us or not. */
  default void made(NodeId node, SimulatedLeg leg) {}

  /** The far end rings. */
  default void rang(NodeId node, SimulatedLeg leg) {}

  /** Answered. */
  default void up(NodeId node, SimulatedLeg leg) {}

  /** Over; the leg is as it was. */
  default void gone(NodeId node, SimulatedLeg leg, HangupCause cause) {}

  /** In a bridge. */
  default void joined(NodeId node, SimulatedLeg leg, BridgeId bridge) {}

  /** Out of a bridge. */
  default void left(NodeId node, SimulatedLeg leg, BridgeId bridge) {}
}
