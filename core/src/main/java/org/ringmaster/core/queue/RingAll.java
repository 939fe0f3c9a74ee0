// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import java.util.List;
import org.ringmaster.core.agent.Agent;

/** Every free agent at once. */
final class RingAll implements RoutingRule {

  @Override
  public List<Agent> choose(List<Agent> free) {
    return free;
  }
}
