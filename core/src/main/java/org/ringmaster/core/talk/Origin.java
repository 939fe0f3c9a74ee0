// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.talk;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.queue.Claim;
import org.ringmaster.core.queue.QueueId;

/**
 * Where a customer came from, and goes back to if nobody takes them.
 *
 * @param queue the queue they came through; null where an agent rang them
 * @param claim what they bring along to a queue: priority, earned wait, language
 * @param wrapUpMillis how long an agent finishes work after a talk with them
 * @param musicClass what they hear while they wait
 */
public record Origin(@Nullable QueueId queue, Claim claim, long wrapUpMillis, String musicClass) {

  /** An agent rang them. */
  static final Origin NONE = new Origin(null, Claim.NONE, 0, "default");

  Origin waited(long millis) {
    return new Origin(queue, claim.credit(millis), wrapUpMillis, musicClass);
  }
}
