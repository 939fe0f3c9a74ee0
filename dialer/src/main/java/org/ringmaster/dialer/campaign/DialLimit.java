// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

/** What keeps a campaign from dialling more at a moment; the one that binds. */
public enum DialLimit {
  /** It is not dialling. */
  NOT_RUNNING("the campaign does not run"),
  /** Nobody may dial at all. */
  KILL_SWITCH("all dialling is stopped by hand"),
  /** It begins later. */
  TOO_EARLY("the campaign begins later"),
  /** No list of it is loaded, or no lead is due. */
  NO_LEADS("no lead is due"),
  /** Nobody is at work in its queue. */
  NO_AGENTS("no agent is at work"),
  /** Who answered would not be let in: it is closed by hand or by its hours, or full. */
  QUEUE_CLOSED("its queue would let nobody in"),
  /** One line for each idle agent, and each has one. */
  IDLE_AGENTS("each idle agent has a line"),
  /** The fixed ratio is dialled. */
  RATIO("the fixed ratio is dialled"),
  /** One more call would find nobody too likely. */
  RISK("one more call would find nobody free too likely"),
  /** Predictive, but with so few agents it dials progressively. */
  SMALL_TEAM("so few agents are at work that it dials progressively"),
  /** Agents' telephones must be rung first: it dials progressively at most. */
  RUNG_TELEPHONES("agents' telephones must be rung first, so it dials progressively at most"),
  /** Too many calls were abandoned in some window: it dials progressively. */
  ABANDONED("too many calls were abandoned, so it dials progressively"),
  /** All lines of the campaign or of the trunk are taken, or its node is away. */
  TRUNK("all lines are taken, or the trunk is away"),
  /** The last calls went nowhere: it waits a little longer each time. */
  TRUNK_FAILS("the trunk takes no call just now, so it is tried again in a while"),
  /** The trunk takes calls one after the other. */
  TRUNK_RATE("the trunk takes no faster"),
  /** So many leads in a row may not be dialled now that the search goes on at the next look. */
  SEARCHING("many leads in a row may not be called now, and it looks further"),
  /** The file of a do-not-call list cannot be read: whom it must not call is not known. */
  PROTECTION_MISSING("the file of a do-not-call list is missing or damaged"),
  /** The files of all of its lists that have leads left cannot be read. */
  LIST_MISSING("the file with the list's leads is missing or damaged"),
  /** Each number of its pool was shown as often as it may within 24 hours. */
  CALLER_IDS("each of its caller ids was shown as often as it may be in 24 hours"),
  /** Who is free looks at a lead and says whether it is dialled. */
  AGENTS_CHOOSE("its agents look at the leads and say when they are dialled"),
  /** It needs no agents: all lines that it may have, or that were free, are dialled. */
  LINES("as many lines are dialled at a time as it may"),
  /** Those who answered last heard nothing: it was paused for that. */
  MESSAGE_FAILS("its message cannot be played, for which it was paused"),
  /** What it may spend is spent, or kept for its lines. */
  SPEND("what it may spend is spent, or kept for the lines that it has");

  private final String words;

  DialLimit(String words) {
    this.words = words;
  }

  /** For people, as a part of a sentence. */
  public String words() {
    return words;
  }
}
