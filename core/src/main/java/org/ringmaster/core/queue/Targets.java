// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.CallControl;
import org.ringmaster.core.call.Leg;
import org.ringmaster.core.call.TrunkId;
import org.ringmaster.core.kernel.Decision;

/** Where those go who may not wait, or not any longer. Owned by the kernel thread. */
final class Targets {

  private final QueueBooks books;
  private final CallControl calls;
  private OwnTarget own = leg -> null;

  Targets(QueueBooks books, CallControl calls) {
    this.books = books;
    this.calls = calls;
  }

  void ask(OwnTarget now) {
    own = now;
  }

  /**
   * Where a waiting contact goes that is sent on.
   *
   * @param queue from where; null where it is there no more
   * @param closing where the queue sends its callers when its hours are over; null for its overflow
   */
  Overflow of(
      @Nullable Queue queue, @Nullable Leg leg, @Nullable Overflow closing, Decision decision) {
    if (leg == null) {
      return closing == null ? Overflow.HANG_UP : closing;
    }
    Overflow theirs = own.of(leg);
    if (theirs != null) {
      return theirs;
    }
    if (closing != null) {
      return closing;
    }
    return queue == null ? Overflow.HANG_UP : ofQueue(queue, leg, decision);
  }

  /** The trunk to which a queue sends who has waited too long, if only its legs are all taken. */
  @Nullable TrunkId fullTrunk(Queue queue, Leg leg, Decision decision) {
    TrunkId trunk = queue.overflow().trunk();
    return trunk != null
            && own.of(leg) == null
            && !leg.hangUpAsked()
            && calls.isFull(leg.id(), trunk, decision)
        ? trunk
        : null;
  }

  /** Where the queue sends its callers; nowhere, if that place cannot take one. */
  Overflow ofQueue(Queue queue, Leg leg, Decision decision) {
    Overflow wanted = queue.overflow();
    boolean possible =
        switch (wanted.kind()) {
          case QUEUE -> wanted.queue() != null && books.queue(wanted.queue()) != null;
          case PROMPT -> !wanted.prompts().isEmpty();
          case NUMBER ->
              wanted.trunk() != null
                  && wanted.number() != null
                  && calls.canForward(leg.id(), wanted.trunk(), decision);
          case HANG_UP -> true;
          case VOICEMAIL -> wanted.queue() != null;
          case CALLBACK -> false;
        };
    return possible ? wanted : Overflow.HANG_UP;
  }
}
