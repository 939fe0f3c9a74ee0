// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import java.util.List;
import org.ringmaster.core.agent.Agent;

/** Chooses which free agents are rung for a waiting contact. Pure. */
public interface RoutingRule {

  /**
   * The agents to ring now, best first; empty when none is to be rung.
   *
   * @param free the queue's free agents, in the queue's own order
   */
  List<Agent> choose(List<Agent> free);
}
