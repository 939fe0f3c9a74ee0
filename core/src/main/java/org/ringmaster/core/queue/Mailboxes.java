// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.Language;
import org.ringmaster.core.call.Leg;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.kernel.Decision;

/** Where callers leave messages for a queue. Asked on the kernel thread. */
public interface Mailboxes {

  /** Whether a queue takes one more message. */
  boolean isOpen(QueueId queue);

  /**
   * Takes a caller over, who is in no line any more: greets and records them, or says that no
   * message can be taken; in the end they are hung up.
   *
   * @param before what they hear first
   * @param language in which they are spoken to; null for the leg's own
   */
  void greet(
      Leg leg, QueueId queue, List<Prompt> before, @Nullable Language language, Decision decision);
}
