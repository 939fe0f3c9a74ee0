// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import java.util.Objects;
import org.ringmaster.core.agent.Agent;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.OfferId;
import org.ringmaster.core.agent.Roster;
import org.ringmaster.core.call.Call;
import org.ringmaster.core.call.CallControl;
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
    Choice choice = choice(entry, queue, agent, decision.nowMicros());
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

  private Choice choice(QueueEntry entry, Queue queue, AgentId id, long nowMicros) {
    Agent agent = Objects.requireNonNull(roster.books().agent(id));
    return new Choice(
        queue.strategy(),
        Choice.Why.PULLED,
        1,
        null,
        queue.routing().penaltyOf(id),
        queue.routing().fitOf(roster.books().skillsOf(id)),
        StrictMath.max(0, nowMicros - agent.idleSinceMicros()) / MICROS_PER_MILLI,
        entry.waitedMillis(nowMicros),
        books.lines().lengthOf(queue.id()));
  }
}
