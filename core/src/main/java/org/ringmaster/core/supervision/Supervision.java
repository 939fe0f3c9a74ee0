// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.supervision;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.OfferId;
import org.ringmaster.core.call.BridgeId;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.TelephoneId;
import org.ringmaster.core.kernel.Author;

/**
 * A supervisor's attendance at a talk as it stands now. Immutable; every fact makes the next one.
 *
 * @param offer the agent's part in the talk, with which it ends
 * @param leg the supervisor's own leg
 * @param mode what they want to do, or do
 * @param snoop the leg by which they hear the agent's; null while they do not need one
 * @param bridge where they hear it, beside the talk
 * @param sinceMicros since when it is in this state, by the kernel's clock
 */
public record Supervision(
    SupervisionId id,
    SupervisionState state,
    CallId call,
    AgentId agent,
    OfferId offer,
    LegId leg,
    TelephoneId telephone,
    SupervisionMode mode,
    Author author,
    @Nullable LegId snoop,
    @Nullable BridgeId bridge,
    long sinceMicros) {

  Supervision to(
      SupervisionState next,
      SupervisionMode does,
      @Nullable LegId by,
      @Nullable BridgeId in,
      long atMicros) {
    return new Supervision(
        id, next, call, agent, offer, leg, telephone, does, author, by, in, atMicros);
  }
}
