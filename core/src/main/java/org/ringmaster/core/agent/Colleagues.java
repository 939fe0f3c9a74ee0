// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.agent;

import java.util.Collection;
import java.util.List;

/** Who serves the same queues as an agent. */
@FunctionalInterface
public interface Colleagues {

  /** Nobody is known to serve anything. */
  Colleagues NONE = agent -> List.of();

  /** For each queue that an agent serves all who serve it. */
  List<? extends Collection<AgentId>> of(AgentId agent);
}
