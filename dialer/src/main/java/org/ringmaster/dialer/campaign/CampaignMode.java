// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

/** How a campaign decides how many lines it dials. */
public enum CampaignMode {
  /** One line for each idle agent. */
  PROGRESSIVE,
  /** A fixed number of lines for each idle agent. */
  POWER,
  /** As many as the budget of abandoned calls allows. */
  PREDICTIVE,
  /** A lead is shown to a free agent, who has it dialled, skips it, or lets the time run out. */
  PREVIEW,
  /** As preview, but nobody is ever dialled unless the agent says so. */
  MANUAL,
  /** As many as there are lines: who answers hears a message with keys, and no agent is needed. */
  AGENTLESS;

  /** Whether agents look at each lead before it is dialled. */
  public boolean isByAgents() {
    return this == PREVIEW || this == MANUAL;
  }
}
