// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import java.util.List;
import org.ringmaster.core.call.Prompt;

/**
 * Whether a queue lets callers in, as a supervisor has set it, whatever its calendar says.
 *
 * @param isOpen whether it does
 * @param untilMicros until when, by the kernel's clock, epoch microseconds; 0 until somebody
 *     changes it
 * @param prompts what callers hear at a closed one; none where they hear what the number says
 */
public record Door(QueueId queue, boolean isOpen, long untilMicros, List<Prompt> prompts) {

  /** Takes a copy of the list. */
  public Door {
    prompts = List.copyOf(prompts);
  }
}
