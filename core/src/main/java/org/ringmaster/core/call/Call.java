// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

/**
 * A call as it stands now.
 *
 * @param first the leg it began with
 * @param liveLegs how many of its legs have not ended
 */
public record Call(CallId id, NodeId node, Direction direction, LegId first, int liveLegs) {

  Call legs(int change) {
    return new Call(id, node, direction, first, liveLegs + change);
  }
}
