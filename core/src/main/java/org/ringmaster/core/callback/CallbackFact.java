// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.callback;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.journey.CustomerId;
import org.ringmaster.core.journey.IdentityId;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.queue.EntryId;
import org.ringmaster.core.queue.QueueId;

/** What has become true of callbacks. */
public sealed interface CallbackFact extends Fact {

  /** A queue calls back so. */
  record PlanConfigured(CallbackPlan plan) implements CallbackFact {}

  /** A queue calls nobody back any more; what was taken is kept. */
  record PlanRemoved(QueueId queue) implements CallbackFact {}

  /**
   * A waiting caller is asked whether to be called back.
   *
   * @param number at which; null while they type one
   */
  record Asked(LegId leg, EntryId entry, @Nullable Personal number) implements CallbackFact {}

  /**
   * An agent has agreed with a customer when to call them back.
   *
   * @param place the place in the line, from the agreed time on
   * @param call the call in which they did; null for none
   * @param customer who they are; null where the call has no customer
   * @param identity the number's
   * @param allowedAs the number as the agent wrote it, where a rule must allow it; null where it is
   *     the customer's own
   */
  record Booked(
      CallbackId callback,
      EntryId place,
      QueueId queue,
      @Nullable CallId call,
      @Nullable CustomerId customer,
      @Nullable IdentityId identity,
      Personal number,
      @Nullable Personal name,
      NodeId node,
      long expiresAtMicros,
      CallbackPlan plan,
      Booking booking,
      Author author,
      @Nullable Personal allowedAs)
      implements CallbackFact {}

  /** The caller waits on. */
  record Declined(LegId leg, EntryId entry) implements CallbackFact {}

  /**
   * A caller will be called back, and their place is kept.
   *
   * @param place the place in the line
   * @param entry what they waited by; null where they were on the line and waited in no queue
   * @param sinceMicros since when they wait, earlier waits included; epoch microseconds
   * @param wanted whom they are kept for at first
   * @param customer who they are; null where the call has no customer
   * @param identity the number's
   * @param leg theirs, before whose end nobody dials them; null in journals of earlier versions
   */
  record Taken(
      CallbackId callback,
      EntryId place,
      QueueId queue,
      @Nullable EntryId entry,
      CallId call,
      @Nullable CustomerId customer,
      @Nullable IdentityId identity,
      Personal number,
      @Nullable Personal name,
      NodeId node,
      int priority,
      long sinceMicros,
      @Nullable AgentId wanted,
      long expiresAtMicros,
      CallbackPlan plan,
      @Nullable LegId leg)
      implements CallbackFact {}

  /** The customer is being dialled. */
  record Dialled(CallbackId callback, QueueId queue, CallId call, LegId leg, int attempt)
      implements CallbackFact {}

  /** A try was in vain. */
  record TryFailed(CallbackId callback, QueueId queue, CallbackOutcome outcome, long againAtMicros)
      implements CallbackFact {}

  /**
   * An agent was there, but the trunk had no room, or had for them too late: nobody was dialled.
   */
  record PutOff(CallbackId callback, QueueId queue, long againAtMicros) implements CallbackFact {}

  /** It waits for its place to come up again. */
  record WaitsAgain(CallbackId callback, QueueId queue) implements CallbackFact {}

  /** The customer answered and has the old place. */
  record Reached(CallbackId callback, QueueId queue, EntryId entry) implements CallbackFact {}

  /** The customer rang again and waits at the old place. */
  record CameInPerson(CallbackId callback, QueueId queue, EntryId entry) implements CallbackFact {}

  /** Somebody put it before all others. */
  record Hastened(CallbackId callback, QueueId queue, Author author) implements CallbackFact {}

  /**
   * It is over.
   *
   * @param author who wanted it, where somebody did
   */
  record Ended(CallbackId callback, QueueId queue, CallbackEnd end, @Nullable Author author)
      implements CallbackFact {}
}
