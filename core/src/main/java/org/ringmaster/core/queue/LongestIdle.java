// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import java.util.List;
import org.ringmaster.core.agent.Agent;

/** One agent: who has waited longest since their last caller or sign-in. */
final class LongestIdle implements RoutingRule {

  @Override
  public List<Agent> choose(List<Agent> free) {
    Agent best = null;
    for (Agent agent : free) {
      if (best == null || agent.idleSinceMicros() < best.idleSinceMicros()) {
        best = agent;
      }
    }
    return best == null ? List.of() : List.of(best);
  }
}
