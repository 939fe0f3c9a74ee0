// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.recording;

/** Why a part of a recording begins. */
public enum PartBegin {
  /** The talk began. */
  TALK,
  /** Somebody asked for it. */
  ASKED,
  /** The customer was taken back from hold, or from a consultation. */
  TAKEN_BACK,
  /** The agent talks with whom they consult. */
  CONSULT,
  /** All three hear each other. */
  CONFERENCE,
  /** Another agent has the customer. */
  HANDED_ON,
  /** A supervisor has the customer. */
  TAKEN_OVER,
  /** The pause is over. */
  RESUMED,
  /** The digits of the card are taken. */
  CARD_DIGITS_TAKEN,
  /** The part before failed. */
  AFTER_FAILURE,
  /** The node is seen again, or the bridge was made anew. */
  AFTER_LOSS
}
