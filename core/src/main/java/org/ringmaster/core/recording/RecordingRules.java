// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.recording;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.queue.QueueId;

/**
 * What is recorded here.
 *
 * @param plans of the queues of which anything may be recorded, and of the calls that agents make
 * @param cardMillis after how long a recording goes on by itself that was paused for the digits of
 *     a card
 */
public record RecordingRules(List<RecordingPlan> plans, long cardMillis) {

  /** Nothing is recorded. */
  public static final RecordingRules NONE = new RecordingRules(List.of(), 180_000);

  /** Copies the list. */
  public RecordingRules {
    plans = List.copyOf(plans);
  }

  /** How the talks of a queue are recorded; null asks for the calls that agents make themselves. */
  public RecordingPlan plan(@Nullable QueueId queue) {
    for (RecordingPlan plan : plans) {
      if (queue == null ? plan.queue() == null : queue.equals(plan.queue())) {
        return plan;
      }
    }
    return RecordingPlan.never(queue);
  }
}
