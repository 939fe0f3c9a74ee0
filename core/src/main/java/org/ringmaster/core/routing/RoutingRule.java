// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.routing;

import java.util.List;

/** Chooses which free agents are rung for a waiting contact. Pure. */
public interface RoutingRule {

  /**
   * The agents to ring now, best first; empty when none is to be rung.
   *
   * @param free who may answer, in the queue's own order
   */
  List<Candidate> choose(List<Candidate> free, RoutingMoment moment);
}
