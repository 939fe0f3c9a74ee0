// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.NodeId;

/**
 * Whom an agent should answer first. It looks at the head of each line the agent serves: by the
 * score those of one queue keep their order however long they wait, so nobody behind can count
 * more. Only where the head is no measure for those behind it (it is kept for somebody else, or
 * penalties narrow with the wait) the line is walked.
 */
final class Urgency {

  private final Lines lines;
  private final Seating seating;
  private final Reserves reserves;
  private final Eligibility eligibility;

  Urgency(Lines lines, Seating seating, Reserves reserves, Eligibility eligibility) {
    this.lines = lines;
    this.seating = seating;
    this.reserves = reserves;
    this.eligibility = eligibility;
  }

  /**
   * Whom an agent should answer first; null where they may answer nobody. Which queue's turn it is
   * is told by the longest wait in each; who is first in that queue by their priority.
   *
   * @param not who has been looked at in vain
   */
  @Nullable QueueEntry mostUrgent(AgentId agent, NodeId node, Set<EntryId> not, long nowMicros) {
    QueueEntry best = null;
    boolean bestStarves = false;
    double bestScore = 0;
    long bestSince = 0;
    for (Seat seat : seating.of(agent)) {
      Line line = seat.lineOn(node, lines);
      if (line.oldest() == null) {
        continue;
      }
      boolean held = reserves.keeping(seat, node, nowMicros) != null;
      QueueEntry oldest = oldest(seat, line, held, not, nowMicros);
      if (oldest == null) {
        continue;
      }
      long waited = oldest.waitedMillis(nowMicros);
      boolean starves = seat.isStarving(waited);
      double score = starves ? waited : seat.score(waited);
      boolean isBetter =
          best == null
              || (starves && !bestStarves)
              || (starves == bestStarves
                  && (score > bestScore
                      || (score == bestScore && oldest.sinceMicros() < bestSince)));
      if (isBetter) {
        best = starves ? oldest : first(seat, line, held, not, nowMicros);
        bestSince = oldest.sinceMicros();
        bestStarves = starves;
        bestScore = score;
      }
    }
    return best;
  }

  private @Nullable QueueEntry oldest(
      Seat seat, Line line, boolean held, Set<EntryId> not, long nowMicros) {
    QueueEntry head = line.oldest();
    if (head == null) {
      return null;
    }
    if (speaksForAll(head, seat, held, not)) {
      return isTheirs(head, seat, held, not, nowMicros) ? head : null;
    }
    return line.oldest(
        entry -> isTheirs(entry, seat, held, not, nowMicros),
        entry -> speaksForAll(entry, seat, held, not));
  }

  private @Nullable QueueEntry first(
      Seat seat, Line line, boolean held, Set<EntryId> not, long nowMicros) {
    QueueEntry head = line.first();
    if (head != null && isTheirs(head, seat, held, not, nowMicros)) {
      return head;
    }
    return line.first(
        entry -> isTheirs(entry, seat, held, not, nowMicros),
        entry -> speaksForAll(entry, seat, held, not));
  }

  private boolean isTheirs(
      QueueEntry entry, Seat seat, boolean held, Set<EntryId> not, long nowMicros) {
    return (not.isEmpty() || !not.contains(entry.id()))
        && eligibility.fits(seat, entry, nowMicros)
        && (!held || eligibility.passes(seat, entry, nowMicros));
  }

  /**
   * Whether nobody who came after one may have an agent whom that one may not have: so it is unless
   * that one is kept for somebody else or was looked at in vain, or one behind may be kept for the
   * agent whom a reserve holds back.
   */
  private boolean speaksForAll(QueueEntry entry, Seat seat, boolean held, Set<EntryId> not) {
    boolean isKept = entry.wanted() != null && !entry.wanted().equals(seat.agent) && seat.sticky;
    return seat.widens
        && !isKept
        && !eligibility.isOthers(seat.agent, entry)
        && !(held && seat.sticky)
        && (not.isEmpty() || !not.contains(entry.id()));
  }
}
