// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.recording;

/** Why a part of a recording ends. */
public enum PartEnd {
  /** The talk is over. */
  TALK_ENDED,
  /** The customer is on hold. */
  HELD,
  /** The agent consults somebody, or has done so. */
  CONSULT,
  /** A conference begins or ends. */
  CONFERENCE,
  /** The customer is handed on. */
  HANDED_ON,
  /** The customer is parked. */
  PARKED,
  /** A supervisor takes the customer over. */
  TAKEN_OVER,
  /** Somebody paused it. */
  PAUSED,
  /** Digits of a card are taken. */
  CARD_DIGITS,
  /** Somebody stopped it. */
  STOPPED,
  /** The configuration says now that this is not recorded. */
  NOT_RECORDED,
  /** The node could not record. */
  FAILED,
  /** The node was out of sight, or the bridge is gone. */
  LOST
}
