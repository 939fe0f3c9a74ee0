// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.talk;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.OfferId;
import org.ringmaster.core.call.LegId;

/**
 * Who is in a conversation beside the customer and the agent who leads it, or is on the way to it.
 *
 * @param leg their leg
 * @param agent who it is, where it is an agent
 * @param offer the agent's part in it
 */
public record Third(LegId leg, @Nullable AgentId agent, @Nullable OfferId offer) {}
