// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.routing;

import java.util.ArrayList;
import java.util.List;

/** Every free agent with the lowest penalty at once: the quickest gets the caller. */
final class RingAll implements RoutingRule {

  @Override
  public List<Candidate> choose(List<Candidate> free, RoutingMoment moment) {
    int lowest = Integer.MAX_VALUE;
    for (Candidate candidate : free) {
      lowest = StrictMath.min(lowest, candidate.penalty());
    }
    List<Candidate> chosen = new ArrayList<>();
    for (Candidate candidate : free) {
      if (candidate.penalty() == lowest) {
        chosen.add(candidate);
      }
    }
    return chosen;
  }
}
