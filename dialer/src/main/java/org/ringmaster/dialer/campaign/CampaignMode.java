// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

/** How a campaign decides how many lines it dials. */
public enum CampaignMode {
  /** One line for each idle agent. */
  PROGRESSIVE,
  /** A fixed number of lines for each idle agent. */
  POWER,
  /** As many as the budget of abandoned calls allows. */
  PREDICTIVE
}
