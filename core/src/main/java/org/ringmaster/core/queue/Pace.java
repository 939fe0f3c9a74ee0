// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

/**
 * What a queue has learnt of its own pace: how long its agents are busy with a caller, and how soon
 * callers give up. Immutable; each caller makes the next one. What is some hours old counts less
 * and less, so that a busy queue learns from many callers and a quiet one from few.
 *
 * @param atMicros when it learnt last, epoch microseconds
 * @param handled how many callers it has learnt from, the older counting less
 * @param handledSeconds how long agents were busy with them, wrap-up included
 * @param waitedSeconds how long callers have waited
 * @param gaveUp how many of them gave up
 */
public record Pace(
    long atMicros, double handled, double handledSeconds, double waitedSeconds, double gaveUp) {

  /** Nothing learnt yet. */
  public static final Pace UNKNOWN = new Pace(0, 0, 0, 0, 0);

  /** What is so old counts a little more than a third. */
  private static final double MEMORY_MICROS = 6 * 3_600e6;

  // Before anything is learnt: one caller of 90 s, and half of one who gives up in 150 s. Soon
  // outweighed by what happens.
  private static final double PRIOR_HANDLED = 1;
  private static final double PRIOR_HANDLE_SECONDS = 90;
  private static final double PRIOR_GAVE_UP = 0.5;
  private static final double PRIOR_WAITED_SECONDS = 150;

  /** An agent has been busy with a caller for so long. */
  public Pace handled(double seconds, long nowMicros) {
    Pace now = at(nowMicros);
    return new Pace(
        now.atMicros, now.handled + 1, now.handledSeconds + seconds, now.waitedSeconds, now.gaveUp);
  }

  /** A caller has waited for so long, in vain or not. */
  public Pace waited(double seconds, boolean inVain, long nowMicros) {
    Pace now = at(nowMicros);
    return new Pace(
        now.atMicros,
        now.handled,
        now.handledSeconds,
        now.waitedSeconds + seconds,
        now.gaveUp + (inVain ? 1 : 0));
  }

  private Pace at(long nowMicros) {
    if (nowMicros <= atMicros) {
      return this;
    }
    double kept = StrictMath.exp((atMicros - nowMicros) / MEMORY_MICROS);
    return new Pace(
        nowMicros, handled * kept, handledSeconds * kept, waitedSeconds * kept, gaveUp * kept);
  }

  /** The mean time an agent is busy with a caller, seconds. */
  public double handleSeconds() {
    return (handledSeconds + PRIOR_HANDLED * PRIOR_HANDLE_SECONDS) / (handled + PRIOR_HANDLED);
  }

  /**
   * At what rate one who waits gives up, per second: the estimate of greatest likelihood for an
   * exponential patience, where those who were answered have only shown that theirs was longer (a
   * censored sample).
   */
  public double leavingPerSecond() {
    return (gaveUp + PRIOR_GAVE_UP) / (waitedSeconds + PRIOR_WAITED_SECONDS);
  }
}
