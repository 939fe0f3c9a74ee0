// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.outbound;

import org.ringmaster.simulation.draw.Distribution;

/**
 * What happens to dialled calls, and how agents work. Times are drawn in seconds.
 *
 * @param agents how many agents there are
 * @param answerShare the share of calls that a person would answer, 0 to 1, before the factors
 * @param factors by what the share is multiplied through the day, one after the other, each as long
 * @param busyShare of the others, the share that is busy or dead at once
 * @param machineShare of the others, the share that a machine answers
 * @param personRing until a person answers, from the dialling on
 * @param busyRing until busy or dead is told
 * @param machineRing until a machine has answered and is known as one
 * @param talk how long people talk
 * @param wrapUp how long agents wrap up
 * @param pauseShare the share of calls after which an agent takes a break
 * @param pause how long a break is
 * @param ringSeconds after which a call is given up
 * @param holdSeconds how long who has answered waits for an agent
 */
public record OutboundScenario(
    int agents,
    double answerShare,
    double[] factors,
    double busyShare,
    double machineShare,
    Distribution personRing,
    Distribution busyRing,
    Distribution machineRing,
    Distribution talk,
    Distribution wrapUp,
    double pauseShare,
    Distribution pause,
    int ringSeconds,
    int holdSeconds) {

  private static final double TALK_SECONDS = 120;
  private static final double WRAP_UP_SECONDS = 20;
  private static final double WRAP_UP_VARIATION = 0.7;
  private static final double STRESS_TALK_VARIATION = 1.3;

  /** After so many mean ringing times nearly nothing rings any more. */
  private static final double MARKOV_PATIENCE = 5;

  /**
   * The steady scenario: talk of 120 s, wrap-up of 20 s, ringing of 12 s until a person answers.
   */
  public static OutboundScenario steady(int agents, double answerShare) {
    return of(agents, answerShare, new double[] {1}, 1, 0);
  }

  /** The answer share swings through each day, talks vary more, and agents take breaks. */
  public static OutboundScenario stress(int agents, double answerShare) {
    return of(
        agents,
        answerShare,
        new double[] {1, 0.55, 1.3, 0.7, 1.5, 0.8},
        STRESS_TALK_VARIATION,
        0.03);
  }

  /**
   * Without memory anywhere: calls ring exponentially whatever comes of them, agents are busy
   * exponentially, nobody who finds no agent waits. For this one the best policy can be computed.
   */
  public static OutboundScenario markov(
      int agents, double answerShare, double ringSeconds, double busySeconds) {
    Distribution ring = new Distribution.Exponential(ringSeconds);
    return new OutboundScenario(
        agents,
        answerShare,
        new double[] {1},
        1,
        0,
        ring,
        ring,
        ring,
        new Distribution.Exponential(busySeconds),
        Distribution.always(0),
        0,
        Distribution.always(0),
        (int) (MARKOV_PATIENCE * ringSeconds),
        0);
  }

  private static OutboundScenario of(
      int agents, double answerShare, double[] factors, double talkVariation, double pauseShare) {
    return new OutboundScenario(
        agents,
        answerShare,
        factors,
        0.2,
        0.3,
        new Distribution.Shifted(2.5, new Distribution.Gamma(2, 4.75)),
        new Distribution.Shifted(2.5, new Distribution.Exponential(2)),
        new Distribution.Uniform(19.5, 24.5),
        logNormal(TALK_SECONDS, talkVariation),
        logNormal(WRAP_UP_SECONDS, WRAP_UP_VARIATION),
        pauseShare,
        new Distribution.Exponential(300),
        26,
        2);
  }

  /** The lognormal law of a mean and a coefficient of variation. */
  static Distribution logNormal(double mean, double variation) {
    double square = StrictMath.log(1 + variation * variation);
    return new Distribution.LogNormal(mean * StrictMath.exp(-square / 2), StrictMath.sqrt(square));
  }
}
