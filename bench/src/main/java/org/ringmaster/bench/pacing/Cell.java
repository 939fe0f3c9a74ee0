// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.pacing;

import org.ringmaster.dialer.pacing.Pacer;
import org.ringmaster.simulation.outbound.OutboundResult;
import org.ringmaster.simulation.outbound.OutboundScenario;
import org.ringmaster.simulation.outbound.OutboundWorld;

/**
 * One place in a table: so many agents, so many who answer, a steady day or one that swings.
 *
 * @param agents how many agents
 * @param answerPercent how many of a hundred calls a person answers
 * @param swings whether the share of answers swings through the day
 */
record Cell(int agents, int answerPercent, boolean swings) {
  static final int HOURS_OF_DAY = 8;
  private static final double WARM_UP_HOURS = 2;
  private static final double LEAST_HOURS = 2;
  private static final double PERCENT = 100;

  /** Lives through so many hours of agents, after a warm-up that does not count. */
  OutboundResult run(Pacer pacer, long seed, double agentHours) {
    double share = answerPercent / PERCENT;
    OutboundScenario scenario =
        swings ? OutboundScenario.stress(agents, share) : OutboundScenario.steady(agents, share);
    OutboundWorld world = new OutboundWorld(scenario, pacer, seed, Integer.MAX_VALUE, HOURS_OF_DAY);
    world.run(WARM_UP_HOURS);
    return world.run(Math.max(LEAST_HOURS, agentHours / agents));
  }

  /** The same on a steady day: for what settings are tuned. */
  Cell nominal() {
    return new Cell(agents, answerPercent, false);
  }

  /** As it is told. */
  String text() {
    return "%d agents, %d %% answer%s"
        .formatted(agents, answerPercent, swings ? " on average, swinging" : "");
  }
}
