// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.wall;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.wall.Mute;
import org.ringmaster.core.wall.QueueThresholds;
import org.ringmaster.core.wall.Thresholds;

/**
 * What is set for a queue.
 *
 * @param thresholds those in force
 * @param set who set them and which version they are; null where they are the usual ones
 * @param mute perhaps over
 */
public record QueueLimits(
    QueueId queue, Thresholds thresholds, @Nullable QueueThresholds set, @Nullable Mute mute) {}
