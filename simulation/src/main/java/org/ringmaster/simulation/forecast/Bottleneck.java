// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.forecast;

/** What keeps a campaign from getting on faster; in the time of its agents. */
public enum Bottleneck {
  /** They talk and wrap up: with more of them it would end earlier. */
  AGENTS("agents: they are busy, and more of them would finish earlier"),
  /** They wait because no lead is due: all are done or rest after their last try. */
  LEADS("leads: those that are left rest after their last try"),
  /** They wait because it is too early or too late where the leads are. */
  HOURS("hours: it is too early or too late where the leads are"),
  /** They wait because all lines are taken, or the trunk takes no faster. */
  TRUNK("trunk: all its lines are taken, or it takes no faster"),
  /** They wait because the campaign has all the lines that it may have. */
  LINES("maxlines: the campaign has all the lines that it may have"),
  /** They wait because no look at a campaign dials more lines. */
  LOOKS("looks: no look at a campaign dials more than 50 lines"),
  /** They wait because one more call might find nobody free. */
  BUDGET("abandon budget: with more lines too many would find nobody free"),
  /** They wait because the mode dials no more lines for an idle agent. */
  MODE("mode: it dials no more lines for each idle agent"),
  /** They wait because with so few of them a campaign dials progressively. */
  SMALL_TEAM("small team: with so few agents at work it dials progressively"),
  /** They wait because their telephones must be rung first. */
  TELEPHONES("telephones: they must be rung first, so it dials progressively at most"),
  /** They wait because what the campaign may spend is spent, or kept for its lines. */
  SPEND("spend: what it may spend is spent, or kept for its lines");

  private final String words;

  Bottleneck(String words) {
    this.words = words;
  }

  /** For people. */
  public String words() {
    return words;
  }
}
