// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.callback;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.queue.QueueId;

/** What configuration, people and timers tell about callbacks. */
public sealed interface CallbackInput extends Input {

  /** The queues that call back now, and how. */
  record PlansRead(List<CallbackPlan> plans) implements CallbackInput {}

  /**
   * An agent agrees with a customer when to call them back.
   *
   * @param call the call in which they do; null for none
   * @param queue as whose callback; null for that of the call
   * @param untilMicros when it is worth nothing any more, epoch microseconds
   */
  record Book(
      Booking booking,
      @Nullable CallId call,
      @Nullable QueueId queue,
      Personal number,
      long untilMicros,
      Author author)
      implements CallbackInput {}

  /** Somebody takes a callback back. */
  record Cancel(CallbackId callback, Author author) implements CallbackInput {}

  /** Somebody wants a customer called back before all others. */
  record Hasten(CallbackId callback, Author author) implements CallbackInput {}

  /** Time to look at a callback: once, or again and again as long as it lives. */
  record LookDue(CallbackId callback, boolean again) implements CallbackInput {}
}
