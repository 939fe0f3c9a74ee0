// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The log of queues as app_queue would write it.
 *
 * @param file where to; null: no file is written
 * @param table whether the store's PostgreSQL gets it too
 */
public record QueueLogSettings(@Nullable Path file, boolean table) {
  /** Nothing is written. */
  public static final QueueLogSettings NONE = new QueueLogSettings(null, false);
}
