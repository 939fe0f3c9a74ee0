// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

/** What a campaign is doing. */
public enum CampaignState {
  /** Configured, and not started yet. */
  DRAFT,
  /** Dials. */
  RUNNING,
  /** Dials nobody; what rings or talks goes on. */
  PAUSED,
  /** No lead is left to dial; it dials on as soon as it has one again. */
  EXHAUSTED,
  /** Over for good. */
  CLOSED
}
