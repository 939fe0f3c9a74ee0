// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.CallId;

/** What is known of a caller from before. Asked on the kernel thread. */
public interface Acquaintance {

  /** Nobody is known. */
  Acquaintance NONE =
      new Acquaintance() {
        @Override
        public @Nullable AgentId lastAgentOf(CallId call) {
          return null;
        }

        @Override
        public long gaveUpAfterMillis(CallId call, QueueId queue, long notBeforeMicros) {
          return 0;
        }
      };

  /**
   * Since when a place is kept in a queue for the caller, who asked to be called back and rings
   * again instead; epoch microseconds, 0 where none is.
   */
  default long placeKeptSinceMicros(CallId call, QueueId queue) {
    return 0;
  }

  /** Whom the caller talked with last; null where that is not known, or too long ago. */
  @Nullable AgentId lastAgentOf(CallId call);

  /**
   * How long the caller had waited in a queue before they hung up in vain, milliseconds; 0 where
   * they did not, or before an instant.
   */
  long gaveUpAfterMillis(CallId call, QueueId queue, long notBeforeMicros);
}
