// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.wall;

import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.queue.QueueId;

/**
 * A queue whose alarm makes no sound for a while.
 *
 * @param untilMicros until when, epoch microseconds
 */
public record Mute(QueueId queue, long untilMicros, Author by) {}
