// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import org.ringmaster.core.agent.AgentId;

/**
 * What an agent has had from a queue: what the strategies remember.
 *
 * @param calls how many of its callers since they signed in
 * @param lastCallMicros when the last one ended, epoch microseconds; 0 for never
 */
record SeatUse(QueueId queue, AgentId agent, long calls, long lastCallMicros) {

  /** Whom a queue rang last. */
  record Last(QueueId queue, AgentId agent) {}

  /** Where it is kept. */
  record Place(QueueId queue, AgentId agent) {}
}
