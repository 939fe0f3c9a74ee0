// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import org.jspecify.annotations.Nullable;

/**
 * A key that somebody who waits may press.
 *
 * @param key one of {@code 0-9 * #}
 * @param queue the other queue, for {@link WaitChoice#QUEUE}
 */
public record WaitKey(String key, WaitChoice choice, @Nullable QueueId queue) {}
