// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.OfferId;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.queue.EntryId;
import org.ringmaster.dialer.list.ListId;

/** What has become true of leads that agents look at before they are dialled. */
public sealed interface PreviewFact extends Fact {

  /** In which list the lead stands. */
  ListId list();

  /**
   * An agent looks at a lead: nobody else does, and the agent is given no caller meanwhile.
   *
   * @param untilMicros how long they may, epoch microseconds; 0 for as long as they like
   */
  record Shown(CampaignId campaign, ListId list, int lead, AgentId agent, long untilMicros)
      implements PreviewFact {}

  /**
   * The lead shall be dialled: the agent's telephone is rung first, or is open and there at once.
   * That the lead is dialled is a fact of its own, {@link CampaignFact.Dialled}.
   *
   * @param byTime whether nobody pressed a key, but the time ran out
   * @param number which of the lead's numbers the agent is told of, from 1; 0 in journals of
   *     earlier versions
   */
  record DialWanted(
      CampaignId campaign,
      ListId list,
      int lead,
      AgentId agent,
      EntryId place,
      CallId call,
      OfferId offer,
      boolean byTime,
      int number)
      implements PreviewFact {}

  /**
   * The lead is not dialled after all, and the agent is free for others.
   *
   * @param gate what forbids it, where something does
   * @param reason what the agent said when they skipped it; empty for nothing
   * @param dueMicros when it may be dialled again, epoch microseconds; 0 for at any time
   */
  record Ended(
      CampaignId campaign,
      ListId list,
      int lead,
      AgentId agent,
      PreviewEnd end,
      @Nullable Gate gate,
      String reason,
      long dueMicros)
      implements PreviewFact {}
}
