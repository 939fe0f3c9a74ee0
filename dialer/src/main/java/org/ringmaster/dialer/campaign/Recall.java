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
 * @param againMicros before which it is not asked again whether it may be called, because something
 *     forbade it, epoch microseconds; 0 for nothing
 * @param restsUntilMicros until when its lead rests whatever was agreed, as after it was skipped,
 *     epoch microseconds; 0 for no longer
 */
public record Recall(
    CampaignId campaign,
    ListId list,
    int lead,
    @Nullable AgentId agent,
    long dueMicros,
    long openMicros,
    long untilMicros,
    String at,
    long againMicros,
    long restsUntilMicros) {

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
            at,
            againMicros,
            StrictMath.max(restsUntilMicros, micros));
  }

  /** The same, for anyone. */
  Recall opened() {
    return new Recall(
        campaign,
        list,
        lead,
        null,
        dueMicros,
        openMicros,
        untilMicros,
        at,
        againMicros,
        restsUntilMicros);
  }

  /** The same, of which it is not asked before an instant whether it may be called. */
  Recall askedAgainAt(long micros) {
    return new Recall(
        campaign,
        list,
        lead,
        agent,
        dueMicros,
        openMicros,
        untilMicros,
        at,
        micros,
        restsUntilMicros);
  }

  /** When it is to be looked at next, epoch microseconds. */
  long nextMicros() {
    return StrictMath.max(dueMicros, StrictMath.min(againMicros, untilMicros));
  }

  /** Whether this agent may have it at an instant; null for a line that nobody has yet. */
  boolean isFor(@Nullable AgentId one, long nowMicros) {
    return agent == null || agent.equals(one) || nowMicros >= openMicros;
  }
}
