// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.queue.QueueId;

/** How people read queues. Ids stay what programs go by: a name stands beside the id. */
@FunctionalInterface
public interface QueueNames {

  /** A queue's name; null where it has none, or is not configured. */
  @Nullable String of(@Nullable QueueId queue);

  /** Writes a queue's id and, beside it, its name; both are null where there is no queue. */
  default void write(JsonGenerator out, @Nullable QueueId queue) throws IOException {
    out.writeStringField("queue", queue == null ? null : queue.value());
    out.writeStringField("queueName", of(queue));
  }

  /** The same for what knows the queue by its word only. */
  default void write(JsonGenerator out, @Nullable String queue) throws IOException {
    write(out, queue == null ? null : new QueueId(queue));
  }
}
