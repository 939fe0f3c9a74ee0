// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.Agent;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.OfferId;
import org.ringmaster.core.agent.Roster;
import org.ringmaster.core.call.Call;
import org.ringmaster.core.call.CallControl;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.Ringing;
import org.ringmaster.core.kernel.Decision;

/** Rings the agent whom a supervisor wants for a caller who waits, and nobody else. */
final class Pulling {

  private static final long MICROS_PER_MILLI = 1_000;

  private final QueueBooks books;
  private final CallControl calls;
  private final Roster roster;

  Pulling(QueueBooks books, CallControl calls, Roster roster) {
    this.books = books;
    this.calls = calls;
    this.roster = roster;
  }

  void pull(QueueEntry entry, AgentId agent, Decision decision) {
    Queue queue = books.queue(entry.queue());
    if (queue == null) {
      return;
    }
    Choice choice = choice(entry, queue, agent, Choice.Why.PULLED, decision.nowMicros());
    for (OfferId other : entry.offers()) {
      roster.withdraw(other, decision);
    }
    Call call = calls.books().call(entry.call());
    OfferId offer =
        roster.offerAsWished(
            agent,
            new Ringing(
                entry.call(),
                call == null ? null : call.callerNumber(),
                call == null ? null : call.callerName()),
            queue.ringMillis(),
            queue.terms(),
            decision);
    decision.record(
        new QueueFact.EntryOffered(entry.id(), offer, agent, choice), decision.nowMicros());
    calls.hush(entry.leg(), decision);
  }

  /** Rings a free agent for a place that is kept for them alone. */
  @Nullable OfferId ringFor(KeptPlace place, AgentId agent, Decision decision) {
    Queue queue = books.queue(place.queue());
    if (queue == null) {
      return null;
    }
    decision.record(new QueueFact.PlaceKept(place));
    Choice choice =
        choice(QueueEntry.kept(place), queue, agent, Choice.Why.OWN_CALL, decision.nowMicros());
    CallId call = calls.outbound().begin(place.trunk(), place.number(), place.name(), decision);
    OfferId offer =
        roster.offer(
            agent,
            new Ringing(call, place.number(), place.name()),
            queue.ringMillis(),
            queue.terms(),
            decision);
    decision.record(
        new QueueFact.PlaceOffered(place.id(), queue.id(), call, offer, agent, choice),
        decision.nowMicros());
    return offer;
  }

  private Choice choice(QueueEntry entry, Queue queue, AgentId id, Choice.Why why, long nowMicros) {
    Agent agent = Objects.requireNonNull(roster.books().agent(id));
    return new Choice(
        queue.strategy(),
        why,
        1,
        null,
        queue.routing().penaltyOf(id),
        queue.routing().fitOf(roster.books().skillsOf(id)),
        StrictMath.max(0, nowMicros - agent.idleSinceMicros()) / MICROS_PER_MILLI,
        entry.waitedMillis(nowMicros),
        books.lines().lengthOf(queue.id()));
  }
}
