// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.routing;

import java.util.Comparator;
import java.util.List;

/**
 * One agent: the first by an order, which goes by penalty before all else. Who is equal to another
 * comes after them in the queue's own list.
 */
final class Best implements RoutingRule {

  private static final Comparator<Candidate> PENALTY = Comparator.comparingInt(Candidate::penalty);

  private final Comparator<Candidate> order;

  Best(Comparator<Candidate> order) {
    this.order = PENALTY.thenComparing(order);
  }

  @Override
  public List<Candidate> choose(List<Candidate> free, RoutingMoment moment) {
    Candidate best = null;
    for (Candidate candidate : free) {
      if (best == null || order.compare(candidate, best) < 0) {
        best = candidate;
      }
    }
    return best == null ? List.of() : List.of(best);
  }
}
