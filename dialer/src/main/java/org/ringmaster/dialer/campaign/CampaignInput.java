// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import java.util.List;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.dialer.list.ListId;

/** What configuration, people and timers tell about campaigns. */
public sealed interface CampaignInput extends Input {

  /** The campaigns that are configured now. */
  record PlansRead(List<CampaignPlan> plans) implements CampaignInput {}

  /** Somebody lets a campaign dial. */
  record Start(CampaignId campaign, Author author) implements CampaignInput {}

  /** Somebody lets a campaign dial nobody more. */
  record Pause(CampaignId campaign, Author author) implements CampaignInput {}

  /** Somebody ends a campaign for good. */
  record Close(CampaignId campaign, Author author) implements CampaignInput {}

  /** Somebody stops all dialling, or allows it again. */
  record KillSwitch(boolean stop, Author author) implements CampaignInput {}

  /** Somebody asks why a lead is or is not dialled now. */
  record Explain(CampaignId campaign, ListId list, int lead) implements CampaignInput {}

  /** Time to look how many lines a campaign shall dial. */
  record LookDue(CampaignId campaign) implements CampaignInput {}

  /** Who has answered has waited as long as they may. */
  record HoldDue(LegId leg) implements CampaignInput {}

  /** A telephone has rung as long as it shall. */
  record RingDue(LegId leg) implements CampaignInput {}

  /** What a node listens for should have come by now. */
  record ScreeningDue(LegId leg) implements CampaignInput {}

  /** Whoever could not be told a message is still on the line, or would be gone by now. */
  record MessageDue(LegId leg) implements CampaignInput {}

  /** The second witness should have said by now how an attempt ended that nobody saw end. */
  record WitnessDue(LegId leg) implements CampaignInput {}
}
