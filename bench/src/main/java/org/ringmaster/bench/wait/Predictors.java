// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.wait;

import org.ringmaster.bench.wait.WaitLine.Arrival;
import org.ringmaster.core.queue.EstimatedWait;
import org.ringmaster.core.queue.Pace;

/**
 * Ours and the others', all told the same. app_queue's is its hold time: a quarter of the newest
 * answered caller's wait and three quarters of what it was, in whole seconds cut off
 * (recalc_holdtime in app_queue.c, formula only).
 */
final class Predictors implements WaitLine.Listener {

  private final int agents;
  private Pace pace = Pace.UNKNOWN;
  private int holdSeconds;
  private double lastToEnterSeconds;

  Predictors(int agents) {
    this.agents = agents;
  }

  @Override
  public void answered(double atSeconds, double waitedSeconds) {
    holdSeconds = (3 * holdSeconds + (int) waitedSeconds) >> 2;
    if (waitedSeconds > 0) {
      lastToEnterSeconds = waitedSeconds;
      pace = pace.waited(waitedSeconds, false, micros(atSeconds));
    }
  }

  @Override
  public void gaveUp(double atSeconds, double waitedSeconds) {
    pace = pace.waited(waitedSeconds, true, micros(atSeconds));
  }

  @Override
  public void handled(double atSeconds, double seconds) {
    pace = pace.handled(seconds, micros(atSeconds));
  }

  private static long micros(double seconds) {
    return (long) (seconds * 1e6);
  }

  EstimatedWait ours(Arrival arrival) {
    EstimatedWait wait = EstimatedWait.behind(arrival.ahead(), agents, pace);
    return wait == null ? EstimatedWait.NONE : wait;
  }

  double appQueue() {
    return holdSeconds;
  }

  double lastToEnter() {
    return lastToEnterSeconds;
  }

  double headOfLine(Arrival arrival) {
    return arrival.headWaitedSeconds();
  }

  double queueLength(Arrival arrival) {
    return (arrival.ahead() + 1) * pace.handleSeconds() / agents;
  }
}
