// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.OfferId;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.TrunkId;
import org.ringmaster.core.kernel.Personal;

/**
 * A place in the line that is kept for somebody who is not on the line.
 *
 * @param node where they will be dialled, so where the agent must be
 * @param priority as a caller's
 * @param sinceMicros since when they wait, epoch microseconds: the place in the line
 * @param wanted whom it is kept for at first; null for nobody
 * @param trunk through which they are dialled: no agent is rung while it carries all it may
 * @param number who they are, for the agent's display
 * @param offer the agent being rung for it; null while it is in the line
 * @param tries how often somebody was rung for it
 * @param only whether it is for nobody but whom it is kept for
 */
public record KeptPlace(
    EntryId id,
    QueueId queue,
    NodeId node,
    int priority,
    long sinceMicros,
    @Nullable AgentId wanted,
    TrunkId trunk,
    Personal number,
    @Nullable Personal name,
    @Nullable OfferId offer,
    int tries,
    boolean only) {

  KeptPlace offered(OfferId to) {
    return new KeptPlace(
        id, queue, node, priority, sinceMicros, wanted, trunk, number, name, to, tries + 1, only);
  }

  KeptPlace back() {
    return new KeptPlace(
        id, queue, node, priority, sinceMicros, wanted, trunk, number, name, null, tries, only);
  }
}
