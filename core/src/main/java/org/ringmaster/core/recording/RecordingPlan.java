// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.recording;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.queue.QueueId;

/**
 * How the talks of a queue are recorded.
 *
 * @param queue which; null for the calls that agents make themselves
 * @param keepMillis how long a recording is kept; 0 for ever
 * @param announcement what caller and agent hear when it begins, such as "this call is recorded"
 * @param agentTold what the agent alone hears then
 */
public record RecordingPlan(
    @Nullable QueueId queue,
    RecordingPolicy policy,
    long keepMillis,
    List<Prompt> announcement,
    List<Prompt> agentTold) {

  /** Copies the lists. */
  public RecordingPlan {
    announcement = List.copyOf(announcement);
    agentTold = List.copyOf(agentTold);
  }

  static RecordingPlan never(@Nullable QueueId queue) {
    return new RecordingPlan(queue, RecordingPolicy.NEVER, 0, List.of(), List.of());
  }
}
