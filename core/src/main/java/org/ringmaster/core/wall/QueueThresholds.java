// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.wall;

import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.queue.QueueId;

/**
 * The thresholds that somebody has set for a queue.
 *
 * @param version counted from 1; who changes them says which they have seen
 * @param sinceMicros when they were set, epoch microseconds
 */
public record QueueThresholds(
    QueueId queue, long version, Thresholds thresholds, Author by, long sinceMicros) {}
