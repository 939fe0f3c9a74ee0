// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.talk;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.TrunkId;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.queue.QueueId;

/**
 * Whom a customer is handed to, or who is asked for advice: exactly one of the three.
 *
 * @param trunk the trunk to the outside number, once it is known
 */
public record Destination(
    @Nullable AgentId agent,
    @Nullable QueueId queue,
    @Nullable Personal number,
    @Nullable TrunkId trunk) {

  /** An agent. */
  public static Destination agent(AgentId agent) {
    return new Destination(agent, null, null, null);
  }

  /** A queue. */
  public static Destination queue(QueueId queue) {
    return new Destination(null, queue, null, null);
  }

  /** An outside number. */
  public static Destination number(String number) {
    return new Destination(null, null, new Personal(number), null);
  }

  Destination through(TrunkId way) {
    return new Destination(agent, queue, number, way);
  }

  /** Who it is, in words; an outside number is masked. */
  @Override
  public String toString() {
    return agent != null ? "agent " + agent : queue != null ? "queue " + queue : "" + number;
  }
}
