// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.dialer.list.ListId;

/** What people tell about leads that shall be called again. */
public sealed interface RecallInput extends Input {

  /**
   * An agent has agreed with the lead they talk or have just talked with when to call again.
   *
   * @param at a date and a time such as 2026-01-31T14:30, by the clock where the lead is
   * @param mine whether this agent calls, and nobody else unless they are not there
   */
  record Agree(AgentId agent, CallId call, String at, boolean mine) implements RecallInput {}

  /**
   * Somebody says when a lead shall be called again.
   *
   * @param at as for {@link Agree}
   * @param agent who calls; null for anyone
   */
  record Say(
      CampaignId campaign, ListId list, int lead, String at, @Nullable AgentId agent, Author author)
      implements RecallInput {}

  /** What was agreed for a lead is worth nothing any more; the instant tells a stale one. */
  record Expire(ListId list, int lead, long untilMicros) implements RecallInput {}

  /** Somebody takes back what was agreed for a lead. */
  record Cancel(CampaignId campaign, ListId list, int lead, Author author) implements RecallInput {}
}
