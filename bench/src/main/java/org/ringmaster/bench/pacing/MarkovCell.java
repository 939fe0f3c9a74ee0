// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.pacing;

import org.ringmaster.dialer.pacing.AbandonBudget;
import org.ringmaster.dialer.pacing.PacingPriors;
import org.ringmaster.dialer.pacing.PacingRules;
import org.ringmaster.dialer.pacing.RiskBudgetPacer;
import org.ringmaster.simulation.outbound.OutboundResult;
import org.ringmaster.simulation.outbound.OutboundScenario;
import org.ringmaster.simulation.outbound.OutboundWorld;

/** A world without memory, in which the best policy is known. */
record MarkovCell(int agents, int answerPercent) {
  private static final double RING_SECONDS = 12;
  private static final double BUSY_SECONDS = 140;
  private static final double WARM_UP_HOURS = 4;
  private static final double LEAST_HOURS = 2;

  double bestPercent() {
    return new BestPolicy(agents, share(), RING_SECONDS, BUSY_SECONDS)
        .utilisationPercent(Contestant.TARGET);
  }

  OutboundResult run(long seed, double agentHours) {
    OutboundScenario scenario =
        OutboundScenario.markov(agents, share(), RING_SECONDS, BUSY_SECONDS);
    RiskBudgetPacer pacer =
        new RiskBudgetPacer(
            new PacingRules(scenario.ringSeconds(), scenario.ringSeconds(), 0, false, 1),
            PacingPriors.CAREFUL,
            new AbandonBudget(Contestant.TARGET, AbandonBudget.LONG_WINDOW_PULL));
    OutboundWorld world =
        new OutboundWorld(scenario, pacer, seed, Integer.MAX_VALUE, Cell.HOURS_OF_DAY);
    world.run(WARM_UP_HOURS);
    return world.run(Math.max(LEAST_HOURS, agentHours / agents));
  }

  String text() {
    return "%d agents, %d %% answer".formatted(agents, answerPercent);
  }

  private double share() {
    return answerPercent / 100.0;
  }
}
