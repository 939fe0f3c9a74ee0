// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import org.ringmaster.core.call.CallControl;
import org.ringmaster.core.call.Leg;
import org.ringmaster.core.call.TrunkId;
import org.ringmaster.core.kernel.Decision;

/**
 * What callers do who are to be passed on to a number outside: they wait while there is no way out,
 * and it is noted from where they went. Owned by the kernel thread.
 */
final class Outside {

  /** Talks through a trunk last minutes: asked more often it would be found full as before. */
  private static final long LOOK_AGAIN_MICROS = 10_000_000;

  private final QueueBooks books;
  private final CallControl calls;
  private final Targets targets;

  Outside(QueueBooks books, CallControl calls, Targets targets) {
    this.books = books;
    this.calls = calls;
    this.targets = targets;
  }

  /** Who finds the trunk full waits on at the old place; a little later it is looked at again. */
  boolean isDeferred(QueueEntry entry, Decision decision) {
    Queue queue = books.queue(entry.queue());
    Leg leg = calls.books().leg(entry.leg());
    TrunkId full = queue == null || leg == null ? null : targets.fullTrunk(queue, leg, decision);
    if (full != null) {
      long until = decision.nowMicros() + LOOK_AGAIN_MICROS;
      decision.record(
          new QueueFact.OverflowDeferred(entry.id(), entry.queue(), entry.call(), full, until));
      decision.remindAt(until, new QueueInput.WaitDue(entry.id()));
    }
    return full != null;
  }

  /**
   * Notes from where somebody goes, who has a place there until the number answers. Who left a
   * queue because nobody is there would only be sent out again at once, and has none.
   */
  void leaves(QueueEntry entry, Leg leg, Overflow target, Reason reason, Decision decision) {
    boolean mayComeBack = reason == Reason.MAX_WAIT || reason == Reason.KEY;
    if (mayComeBack && target.kind() == Overflow.Kind.NUMBER) {
      decision.record(
          new QueueFact.CallerSentOut(
              entry.call(),
              leg.id(),
              entry.queue(),
              entry.priority(),
              entry.sinceMicros(),
              entry.language()));
    }
  }
}
