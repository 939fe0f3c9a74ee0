// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.steering;

import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.queue.QueueId;

/**
 * That an agent serves a queue, or does not, for a while, whatever the file says.
 *
 * @param serves whether they serve it
 * @param penalty their penalty there
 * @param untilMicros until when, by the kernel's clock, epoch microseconds
 * @param filedPenalty what the file said of them when it was set: their penalty, or -1 where they
 *     did not serve; a file that says otherwise ends this
 */
public record Seat(
    AgentId agent,
    QueueId queue,
    boolean serves,
    int penalty,
    long untilMicros,
    int filedPenalty) {}
