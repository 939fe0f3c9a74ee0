// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import org.jspecify.annotations.Nullable;

/**
 * How long somebody will wait who joins now: not one number but a distribution. With all agents
 * busy and {@code n} ahead, the wait is the sum of {@code n + 1} departures; while {@code i} of
 * those ahead are left the next one goes at the rate {@code s mu + i theta}, by an agent who
 * becomes free or by a caller who gives up. (Whitt, Predicting queueing delays, Management Science
 * 45(6), 1999; with abandonment: Ibrahim and Whitt, Real-time delay estimation in overloaded
 * multiserver queues with abandonments, Management Science 55(10), 2009.) The sum is told as the
 * gamma distribution of the same mean and variance.
 *
 * @param meanSeconds the mean
 * @param varianceSeconds the variance, square seconds
 */
public record EstimatedWait(double meanSeconds, double varianceSeconds) {

  /** No wait. */
  public static final EstimatedWait NONE = new EstimatedWait(0, 0);

  private static final double MILLIS_PER_SECOND = 1_000;
  private static final int MAX_TERMS = 100_000;

  /**
   * The wait behind so many, with all agents busy.
   *
   * @param ahead how many wait before
   * @param agents how many agents serve them; a part of one where they serve others too
   * @return null where there is nobody to serve them
   */
  public static @Nullable EstimatedWait behind(int ahead, double agents, Pace pace) {
    double served = agents / pace.handleSeconds();
    double leaving = pace.leavingPerSecond();
    if (served <= 0) {
      return null;
    }
    double mean = 0;
    double variance = 0;
    for (int i = 0; i <= StrictMath.min(ahead, MAX_TERMS); i++) {
      double rate = served + i * leaving;
      mean += 1 / rate;
      variance += 1 / (rate * rate);
    }
    return new EstimatedWait(mean, variance);
  }

  /**
   * The pressure on a queue: this wait as a part of the wait within which its callers should be
   * answered. 0 while an agent is free; above 1 who joins now is expected to be answered too late.
   */
  public double pressure(long serviceLevelMillis) {
    return meanSeconds * MILLIS_PER_SECOND / StrictMath.max(1, serviceLevelMillis);
  }

  /**
   * How long all but a share of such callers wait at most, seconds: Wilson and Hilferty's
   * approximation of the gamma distribution's quantile (PNAS 17, 1931).
   *
   * @param share above 0 and below 1
   */
  public double quantileSeconds(double share) {
    if (meanSeconds <= 0 || varianceSeconds <= 0) {
      return meanSeconds;
    }
    double shape = meanSeconds * meanSeconds / varianceSeconds;
    double scale = varianceSeconds / meanSeconds;
    double part = 1 - 1 / (9 * shape) + normalQuantile(share) / (3 * StrictMath.sqrt(shape));
    return StrictMath.max(0, shape * scale * part * part * part);
  }

  /**
   * The standard normal distribution's quantile, to within 4.5e-4 (Abramowitz and Stegun, Handbook
   * of Mathematical Functions, 26.2.23).
   */
  static double normalQuantile(double share) {
    if (share < 0.5) {
      return -normalQuantile(1 - share);
    }
    double t = StrictMath.sqrt(-2 * StrictMath.log(1 - share));
    double above = 2.515517 + t * (0.802853 + t * 0.010328);
    double below = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
    return t - above / below;
  }
}
