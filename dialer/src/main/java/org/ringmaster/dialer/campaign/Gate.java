// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

/** What may forbid to dial a lead at a moment. They are asked in this order. */
public enum Gate {
  /** Nobody may dial at all. */
  KILL_SWITCH("all dialling is stopped by hand"),
  /** The campaign does not run. */
  CAMPAIGN("the campaign does not run"),
  /** The campaign begins later. */
  TOO_EARLY("the campaign begins later"),
  /** The campaign's time is over. */
  TOO_LATE("the campaign's time is over"),
  /** What the campaign may spend is spent, or kept for its lines. */
  SPEND("what the campaign may spend is spent, or kept for the lines that it has"),
  /** The lead was dialled as often as it may be. */
  LEAD_TRIES("the lead was dialled as often as it may be"),
  /** The number must not be called. */
  CONSENT("the number is on a do-not-call list"),
  /** No number of the lead is where the campaign may dial. */
  DESTINATION("the number is of a kind or place that the campaign must not dial"),
  /** The campaign has a limit of spending, and what a call to the number costs is not known. */
  NO_RATE("the trunk has no rate for the number, and the campaign has a limit of what it spends"),
  /** A campaign calls it, they wait or talk here, or they are to be called back. */
  IN_CALL("the number is in a call of ours already, or is to be called back"),
  /** A call to the number was abandoned not long ago. */
  DROP_LOCK("a call to the number was abandoned not long ago"),
  /** The number, or another one of its lead's, was taken for a machine not long ago. */
  MACHINE_REST("the number, or another one of its lead's, was taken for a machine not long ago"),
  /** The number, or all of its lead's, were dialled as often as they may be within 24 hours. */
  NUMBER_TRIES(
      "the number, or another one of its lead's, was dialled as often as it may be within 24"
          + " hours"),
  /** A person at the lead has talked with an agent not long ago. */
  TALK_REST("somebody at a number of the lead's talked with an agent not long ago"),
  /** The number, or all of its lead's, were dialled as often as a cap allows in its window. */
  CAP(
      "the number, or another one of its lead's, was dialled as often as it may be within a window"),
  /** It is too early or too late where the lead may be. */
  HOURS("it is outside the hours in a place where the lead may be");

  private final String words;

  Gate(String words) {
    this.words = words;
  }

  /** For people, as a part of a sentence. */
  public String words() {
    return words;
  }
}
