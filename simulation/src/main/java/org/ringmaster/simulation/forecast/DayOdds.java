// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.forecast;

import org.ringmaster.simulation.draw.Draws;

/**
 * What one day is like beside others: how much more people answer, how much longer they talk, who
 * of the agents has not come. The same for the same seed and day, whatever was drawn before.
 */
final class DayOdds {
  private static final double LAST_FACTOR = 5;

  final double answerFactor;
  final double talkFactor;
  private final long seed;
  private final double absent;

  DayOdds(Chances chances, long seed, long day) {
    Draws draws = new Draws(seed).stream("day " + day);
    answerFactor = factor(draws, chances.answerSpread());
    talkFactor = factor(draws, chances.talkSpread());
    this.seed = seed + day;
    absent = chances.absent();
  }

  private static double factor(Draws draws, double spread) {
    double factor = StrictMath.exp(spread * draws.normal() - spread * spread / 2);
    return Math.min(LAST_FACTOR, factor);
  }

  /** How many of so many who are planned are there. */
  int present(int planned) {
    Draws draws = new Draws(seed).stream("agents");
    int there = 0;
    for (int agent = 0; agent < planned; agent++) {
      there += draws.chance(absent) ? 0 : 1;
    }
    return there;
  }
}
