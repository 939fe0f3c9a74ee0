// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.wait;

import org.ringmaster.bench.wait.WaitLine.Arrival;
import org.ringmaster.core.queue.EstimatedWait;
import org.ringmaster.simulation.draw.Distribution;
import org.ringmaster.simulation.draw.Draws;

/**
 * So many agents under a load, for some stretches of four hours over which the arrivals rise and
 * fall by 30 %. Work is lognormal, 180 s with a coefficient of variation of 1; patience is
 * exponential, 300 s. Of those who must wait the offered wait counts.
 */
final class WaitCell {
  private static final double WORK_SECONDS = 180;
  private static final double PATIENCE_SECONDS = 300;
  private static final double STRETCH_SECONDS = 4 * 3_600;
  private static final double SWING = 0.3;
  private static final double ANNOUNCED = 0.8;

  final int agents;
  final double load;
  final Errors ours = new Errors();
  final Errors appQueue = new Errors();
  final Errors lastToEnter = new Errors();
  final Errors headOfLine = new Errors();
  final Errors queueLength = new Errors();
  private long delayed;
  private long within;
  private double waited;

  WaitCell(int agents, double load) {
    this.agents = agents;
    this.load = load;
  }

  /** Lives through a first stretch that only teaches, and some that count. */
  WaitCell run(long seed, int stretches) {
    Draws draws = new Draws(seed);
    Predictors predictors = new Predictors(agents);
    double spread = Math.sqrt(Math.log(2));
    Distribution work = new Distribution.LogNormal(WORK_SECONDS / Math.sqrt(2), spread);
    Distribution patience = new Distribution.Exponential(PATIENCE_SECONDS);
    WaitLine line = new WaitLine(agents, draws.stream("callers"), work, patience, predictors);
    Draws arrivals = draws.stream("arrivals");
    double mean = load * agents / WORK_SECONDS;
    double at = 0;
    while (at < (1 + stretches) * STRETCH_SECONDS) {
      at += arrivals.exponential() / (mean * (1 + SWING));
      double now = mean * (1 + SWING * Math.sin(2 * Math.PI * at / STRETCH_SECONDS));
      if (arrivals.chance(now / (mean * (1 + SWING)))) {
        Arrival arrival = line.comes(at);
        if (arrival.offeredSeconds() > 0 && at > STRETCH_SECONDS) {
          judge(arrival, predictors);
        }
      }
    }
    return this;
  }

  private void judge(Arrival arrival, Predictors predictors) {
    double came = arrival.offeredSeconds();
    EstimatedWait wait = predictors.ours(arrival);
    ours.add(wait.meanSeconds(), came);
    appQueue.add(predictors.appQueue(), came);
    lastToEnter.add(predictors.lastToEnter(), came);
    headOfLine.add(predictors.headOfLine(arrival), came);
    queueLength.add(predictors.queueLength(arrival), came);
    delayed++;
    waited += came;
    within += came <= wait.quantileSeconds(ANNOUNCED) ? 1 : 0;
  }

  long delayed() {
    return delayed;
  }

  double meanWaitSeconds() {
    return waited / delayed;
  }

  /** The share, in percent, of those who must wait whose wait was within what is announced. */
  double withinPercent() {
    return 100.0 * within / delayed;
  }
}
