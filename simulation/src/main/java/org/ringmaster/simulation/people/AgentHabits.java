// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.people;

import org.ringmaster.simulation.draw.Distribution;

/**
 * How agents and their telephones behave; times in seconds, shares from 0 to 1.
 *
 * @param answer how long they let it ring
 * @param talk how long they talk where they are the ones to end it
 * @param wrapUp how long they need after a talk; they say so if the wrap-up is longer
 * @param declines how many rings they decline
 * @param ignores how many rings they do not hear
 * @param busy how often the telephone lies that it is busy
 * @param unreachable how often the telephone cannot be reached
 * @param silent how often the telephone says nothing at all
 * @param drops how many answered rings are hung up at once
 * @param breakAfter how long they work before they pause; 0 for never
 * @param breakLasts how long they pause
 */
public record AgentHabits(
    Distribution answer,
    Distribution talk,
    Distribution wrapUp,
    double declines,
    double ignores,
    double busy,
    double unreachable,
    double silent,
    double drops,
    Distribution breakAfter,
    Distribution breakLasts) {

  /** People who do their work; a telephone that rings is answered in a few seconds. */
  public static final AgentHabits USUAL =
      new AgentHabits(
          new Distribution.Gamma(3, 1.2),
          new Distribution.LogNormal(200, 0.5),
          new Distribution.LogNormal(20, 0.5),
          0.01,
          0.02,
          0.002,
          0.001,
          0.0005,
          0.002,
          new Distribution.Uniform(5_400, 9_000),
          new Distribution.Uniform(300, 1_200));

  /** Nothing goes wrong and nobody pauses. */
  public static final AgentHabits DILIGENT =
      new AgentHabits(
          new Distribution.Gamma(3, 1.2),
          new Distribution.LogNormal(200, 0.5),
          new Distribution.LogNormal(20, 0.5),
          0,
          0,
          0,
          0,
          0,
          0,
          new Distribution.Constant(0),
          new Distribution.Constant(0));
}
