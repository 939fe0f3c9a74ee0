// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.dialer.list.ListId;

/**
 * A lead that shall be called again at an agreed time; also its line in a snapshot.
 *
 * @param agent who calls; null for anyone
 * @param dueMicros when, epoch microseconds
 * @param openMicros from when on anyone may, because the agent was not there, epoch microseconds
 * @param untilMicros after which it is not called any more for that, epoch microseconds
 * @param at the time as it was agreed, by the clock where the lead is
 */
public record Recall(
    CampaignId campaign,
    ListId list,
    int lead,
    @Nullable AgentId agent,
    long dueMicros,
    long openMicros,
    long untilMicros,
    String at) {

  /** The same, called no earlier than an instant, epoch microseconds. */
  Recall notBefore(long micros) {
    return micros <= dueMicros
        ? this
        : new Recall(
            campaign,
            list,
            lead,
            agent,
            micros,
            StrictMath.max(openMicros, micros),
            untilMicros,
            at);
  }

  /** Whether this agent may have it at an instant; null for a line that nobody has yet. */
  boolean isFor(@Nullable AgentId one, long nowMicros) {
    return agent == null || agent.equals(one) || nowMicros >= openMicros;
  }
}
