// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.kernel.Personal;

/**
 * A call as it stands now.
 *
 * @param first the leg it began with
 * @param liveLegs how many of its legs have not ended
 * @param callerNumber what a telephone that is rung for it shows
 */
public record Call(
    CallId id,
    NodeId node,
    Direction direction,
    LegId first,
    int liveLegs,
    @Nullable Personal callerNumber,
    @Nullable Personal callerName) {

  Call legs(int change) {
    return new Call(id, node, direction, first, liveLegs + change, callerNumber, callerName);
  }

  Call beginningWith(LegId leg) {
    return new Call(id, node, direction, leg, liveLegs, callerNumber, callerName);
  }
}
