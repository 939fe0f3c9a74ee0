// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.agent;

/** What one offer is doing. */
public enum OfferState {
  /** The agent's telephone is being rung. */
  MADE,
  /** The agent talks with the caller. */
  ACCEPTED,
  /** Over. */
  OVER
}
