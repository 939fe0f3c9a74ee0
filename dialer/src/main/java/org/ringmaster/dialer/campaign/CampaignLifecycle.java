// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import org.ringmaster.core.kernel.StateTable;

/** The life of a campaign as a table. */
public final class CampaignLifecycle {

  /** From the draft to the end. */
  public static final StateTable<CampaignState> TABLE =
      new StateTable<>("campaign", CampaignState.DRAFT)
          .arrow(CampaignState.DRAFT, CampaignFact.Started.class, CampaignState.RUNNING)
          .arrow(CampaignState.DRAFT, CampaignFact.Closed.class, CampaignState.CLOSED)
          .arrow(CampaignState.RUNNING, CampaignFact.Paused.class, CampaignState.PAUSED)
          .arrow(CampaignState.RUNNING, CampaignFact.Exhausted.class, CampaignState.EXHAUSTED)
          .arrow(CampaignState.RUNNING, CampaignFact.Closed.class, CampaignState.CLOSED)
          .arrow(CampaignState.PAUSED, CampaignFact.Started.class, CampaignState.RUNNING)
          .arrow(CampaignState.PAUSED, CampaignFact.Closed.class, CampaignState.CLOSED)
          .arrow(CampaignState.EXHAUSTED, CampaignFact.Started.class, CampaignState.RUNNING)
          .arrow(CampaignState.EXHAUSTED, CampaignFact.Resumed.class, CampaignState.RUNNING)
          .arrow(CampaignState.EXHAUSTED, CampaignFact.Paused.class, CampaignState.PAUSED)
          .arrow(CampaignState.EXHAUSTED, CampaignFact.Closed.class, CampaignState.CLOSED);

  private CampaignLifecycle() {}
}
