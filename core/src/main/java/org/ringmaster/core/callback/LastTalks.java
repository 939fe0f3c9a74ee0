// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.callback;

import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.journey.IdentityId;

/** Tells whom customers talked with last. Asked on the kernel thread. */
@FunctionalInterface
public interface LastTalks {

  /** Whether the customer of an address talked with an agent last. */
  boolean isLastAgent(IdentityId address, AgentId agent);
}
