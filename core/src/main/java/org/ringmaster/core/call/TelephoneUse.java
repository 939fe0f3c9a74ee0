// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

/** How an agent's telephone is used. */
public enum TelephoneUse {
  /** Rings for each offer. */
  RUNG,
  /** Is told to answer by itself for each offer (Call-Info answer-after, Alert-Info). */
  AUTO_ANSWERED,
  /**
   * Stays up from sign-in to sign-out; an offer is a short tone and a move into the caller's
   * bridge.
   */
  OPEN
}
