// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.Roster;
import org.ringmaster.core.call.NodeId;

/**
 * Which agents a caller may have: by capacity, skills and penalties, by the agent the caller is
 * kept for, and by what other queues keep for their own callers.
 */
final class Eligibility {

  private static final long MICROS_PER_MILLI = 1_000;

  private final QueueBooks books;
  private final Seating seating;
  private final Reserves reserves;
  private final Roster roster;

  Eligibility(QueueBooks books, Seating seating, Reserves reserves, Roster roster) {
    this.books = books;
    this.seating = seating;
    this.reserves = reserves;
    this.roster = roster;
  }

  /**
   * Whether an agent may answer a caller now; whether they are free is another question. Who does
   * not serve the caller's queue may not.
   */
  boolean mayAnswer(AgentId agent, QueueEntry entry, long nowMicros) {
    Seat seat = seating.seat(agent, entry.queue());
    return seat != null && mayAnswer(seat, entry, nowMicros);
  }

  /** The same, of the agent whose seat in the caller's queue this is. */
  boolean mayAnswer(Seat seat, QueueEntry entry, long nowMicros) {
    return fits(seat, entry, nowMicros)
        && (passes(seat, entry, nowMicros)
            || reserves.keeping(seat, entry.node(), nowMicros) == null);
  }

  /** The same, reserves apart. */
  boolean fits(Seat seat, QueueEntry entry, long nowMicros) {
    long waited = entry.waitedMillis(nowMicros);
    return seat.allows(waited)
        && !isOthers(seat.agent, entry)
        && !isKeptFromThem(seat, entry, waited, nowMicros);
  }

  /** Whether a kept place is for nobody but another agent. */
  boolean isOthers(AgentId agent, QueueEntry entry) {
    KeptPlace place = entry.isKept() ? books.place(entry.id()) : null;
    return place != null && place.only() && !agent.equals(place.wanted());
  }

  /**
   * Whether no reserve holds a caller back from an agent: they have waited as long as anybody may
   * be passed over, or are kept for this very agent.
   */
  boolean passes(Seat seat, QueueEntry entry, long nowMicros) {
    return seat.isStarving(entry.waitedMillis(nowMicros))
        || (seat.sticky && seat.agent.equals(entry.wanted()));
  }

  private boolean isKeptFromThem(Seat seat, QueueEntry entry, long waited, long nowMicros) {
    AgentId wanted = entry.wanted();
    if (wanted == null || !seat.sticky || wanted.equals(seat.agent)) {
      return false;
    }
    long here = (nowMicros - entry.takenInMicros()) / MICROS_PER_MILLI;
    return here < seat.queue.routing().stickyMillis()
        && isWorthWaitingFor(wanted, seat.queue.id(), entry.node(), waited);
  }

  /** Only an agent who is at work for this queue, and may have the caller, is. */
  boolean isWorthWaitingFor(AgentId agent, QueueId queue, NodeId node, long waitedMillis) {
    Seat seat = seating.seat(agent, queue);
    return seat != null && node.equals(roster.nodeOf(agent)) && seat.allows(waitedMillis);
  }
}
