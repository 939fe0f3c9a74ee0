// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.routing;

import java.util.List;
import java.util.function.ToIntFunction;

/** One agent: the next in the queue's own list after whom was rung last, round and round. */
final class Rounds implements RoutingRule {

  private final ToIntFunction<RoutingMoment> last;

  /**
   * A round.
   *
   * @param last after which place it goes on
   */
  Rounds(ToIntFunction<RoutingMoment> last) {
    this.last = last;
  }

  @Override
  public List<Candidate> choose(List<Candidate> free, RoutingMoment moment) {
    int after = last.applyAsInt(moment);
    Candidate best = null;
    for (Candidate candidate : free) {
      if (best == null || isBefore(candidate, best, after)) {
        best = candidate;
      }
    }
    return best == null ? List.of() : List.of(best);
  }

  private static boolean isBefore(Candidate one, Candidate other, int after) {
    if (one.penalty() != other.penalty()) {
      return one.penalty() < other.penalty();
    }
    boolean oneIsAhead = one.order() > after;
    boolean otherIsAhead = other.order() > after;
    return oneIsAhead == otherIsAhead ? one.order() < other.order() : oneIsAhead;
  }
}
