// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.callback;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.kernel.Personal;

/**
 * What an agent has agreed with a customer.
 *
 * @param agent who has
 * @param mine whether this agent calls back, and nobody else
 * @param fromMicros from when on the customer is called, epoch microseconds
 * @param zone the time zone in which the two spoke of it
 * @param note what the agent wants to remember
 */
public record Booking(
    AgentId agent, boolean mine, long fromMicros, String zone, @Nullable Personal note) {}
