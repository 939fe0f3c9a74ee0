// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.routing;

import org.ringmaster.core.agent.AgentId;

/**
 * A free agent who may answer a caller, as a rule sees them.
 *
 * @param order the place in the queue's own list, from 0
 * @param idleSinceMicros since when they have had no caller, epoch microseconds
 * @param calls how many callers of this queue they have had since they signed in
 * @param lastCallMicros when their last caller of this queue ended; 0 for never
 * @param fit how well they have what the caller needs
 * @param breadth how many skills and queues they have: the fewer, the less they are missed
 *     elsewhere
 */
public record Candidate(
    AgentId agent,
    int order,
    int penalty,
    long idleSinceMicros,
    long calls,
    long lastCallMicros,
    int fit,
    int breadth) {}
