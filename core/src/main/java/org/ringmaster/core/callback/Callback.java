// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.callback;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.OfferId;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.journey.CustomerId;
import org.ringmaster.core.journey.IdentityId;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.queue.EntryId;
import org.ringmaster.core.queue.KeptPlace;
import org.ringmaster.core.queue.QueueId;

/**
 * A caller's place kept in a queue, as it stands now. Immutable; every fact makes the next one.
 *
 * @param place names the place in the line
 * @param sinceMicros since when they wait, epoch microseconds
 * @param takenAtMicros when they asked for it, epoch microseconds
 * @param tries how often they were dialled
 * @param notBeforeMicros when they may be dialled again, epoch microseconds
 * @param offer the agent who is rung for it or waits for the customer
 * @param call the call to the customer, while there is one; before, that in which it was agreed
 * @param leg the customer's leg, from the dialling on; before, that on which they still are
 * @param entry what they wait by: called back, or in person
 * @param booking what an agent has agreed; null where the customer asked for it while they waited
 * @param allowedAs the number as the agent wrote it, where a rule must allow it; null where it is
 *     the customer's own
 */
public record Callback(
    CallbackId id,
    EntryId place,
    QueueId queue,
    @Nullable CustomerId customer,
    @Nullable IdentityId identity,
    Personal number,
    @Nullable Personal name,
    NodeId node,
    int priority,
    long sinceMicros,
    long takenAtMicros,
    @Nullable AgentId wanted,
    long expiresAtMicros,
    CallbackPlan plan,
    CallbackState state,
    int tries,
    long notBeforeMicros,
    @Nullable OfferId offer,
    @Nullable CallId call,
    @Nullable LegId leg,
    @Nullable EntryId entry,
    @Nullable Booking booking,
    @Nullable Personal allowedAs) {

  /** Before all others: no number's callers have such a priority. */
  static final int HASTENED = 1_001;

  static Callback taken(CallbackFact.Taken f, long atMicros) {
    return new Callback(
        f.callback(),
        f.place(),
        f.queue(),
        f.customer(),
        f.identity(),
        f.number(),
        f.name(),
        f.node(),
        f.priority(),
        f.sinceMicros(),
        atMicros,
        f.wanted(),
        f.expiresAtMicros(),
        f.plan(),
        CallbackState.WAITING,
        0,
        0,
        null,
        null,
        f.leg(),
        null,
        null,
        null);
  }

  static Callback booked(CallbackFact.Booked f, long atMicros) {
    Booking booking = f.booking();
    return new Callback(
        f.callback(),
        f.place(),
        f.queue(),
        f.customer(),
        f.identity(),
        f.number(),
        f.name(),
        f.node(),
        0,
        booking.fromMicros(),
        atMicros,
        booking.agent(),
        f.expiresAtMicros(),
        f.plan(),
        CallbackState.RESTING,
        0,
        booking.fromMicros(),
        null,
        f.call(),
        null,
        null,
        booking,
        f.allowedAs());
  }

  /** Whether it is agreed for later and waits in no line yet; its call is where it was agreed. */
  boolean isLater() {
    return booking != null && state == CallbackState.RESTING;
  }

  /** Whether it is to be called back by one agent and nobody else. */
  public boolean isMine() {
    return booking != null && booking.mine();
  }

  /** The place that is kept, as the line sees it. */
  KeptPlace kept() {
    return new KeptPlace(
        place,
        queue,
        node,
        priority,
        sinceMicros,
        wanted,
        plan.trunk(),
        number,
        name,
        null,
        0,
        isMine());
  }

  /** Whether it waits for its turn, now or after a while. */
  public boolean isPending() {
    return state != CallbackState.REACHED && state != CallbackState.OVER;
  }

  /** Whether the customer is still to be called: not on the line, neither by us nor in person. */
  public boolean isToBeCalled() {
    return isPending() && state != CallbackState.IN_PERSON && !isLater();
  }

  Callback to(CallbackState next) {
    return with(next, priority, tries, notBeforeMicros, offer, call, leg, entry);
  }

  Callback offered(CallbackState next, OfferId to, CallId in) {
    return with(next, priority, tries, notBeforeMicros, to, in, null, null);
  }

  /** Nobody is rung or dialled for it. */
  Callback alone(CallbackState next, long notBefore) {
    return with(next, priority, tries, notBefore, null, null, null, null);
  }

  Callback dialled(CallbackState next, CallId in, LegId to, int attempt) {
    return with(next, priority, attempt, notBeforeMicros, offer, in, to, null);
  }

  Callback waitsBy(CallbackState next, EntryId id) {
    boolean inPerson = next == CallbackState.IN_PERSON;
    return with(
        next,
        priority,
        tries,
        notBeforeMicros,
        null,
        inPerson ? null : call,
        inPerson ? null : leg,
        id);
  }

  Callback hastened(CallbackState next) {
    return with(next, HASTENED, tries, 0, null, null, leg, null);
  }

  Callback withoutAgent() {
    return with(state, priority, tries, notBeforeMicros, null, call, leg, entry);
  }

  private Callback with(
      CallbackState nextState,
      int nextPriority,
      int nextTries,
      long notBefore,
      @Nullable OfferId nextOffer,
      @Nullable CallId nextCall,
      @Nullable LegId nextLeg,
      @Nullable EntryId nextEntry) {
    return new Callback(
        id,
        place,
        queue,
        customer,
        identity,
        number,
        name,
        node,
        nextPriority,
        sinceMicros,
        takenAtMicros,
        wanted,
        expiresAtMicros,
        plan,
        nextState,
        nextTries,
        notBefore,
        nextOffer,
        nextCall,
        nextLeg,
        nextEntry,
        booking,
        allowedAs);
  }
}
