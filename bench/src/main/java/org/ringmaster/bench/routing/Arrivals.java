// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.ringmaster.lab.CallerBehaviour;
import org.ringmaster.lab.DrawnMillis;

/**
 * Callers who come at random, drawn from a seed: when each comes, how long they would talk and how
 * long they would wait. Whoever plays them twice plays the same.
 */
final class Arrivals {
  private static final int SHORTEST_TALK_MILLIS = 4_000;
  private static final int LONGEST_TALK_MILLIS = 12_000;
  private static final int LEAST_PATIENCE_MILLIS = 4_000;
  private static final int MOST_PATIENCE_MILLIS = 16_000;
  private static final int ANSWER_MILLIS = 60_000;
  private static final double MILLIS_PER_SECOND = 1_000.0;

  /** One of them. */
  record Arrival(long atMillis, int talkMillis, int patienceMillis) {
    CallerBehaviour behaviour() {
      return new CallerBehaviour(
          patienceMillis, DrawnMillis.always(talkMillis), "", 0, ANSWER_MILLIS);
    }
  }

  private Arrivals() {}

  /**
   * Draws them.
   *
   * @param load what they ask for as a part of what the agents can give: talk only
   */
  static List<Arrival> drawn(long seed, int agents, double load, long millis) {
    SplittableRandom random = new SplittableRandom(seed);
    double talkMillis = (SHORTEST_TALK_MILLIS + LONGEST_TALK_MILLIS) / 2.0;
    double everyMillis = talkMillis / (agents * load);
    List<Arrival> arrivals = new ArrayList<>();
    double at = 0;
    while (true) {
      at -= everyMillis * Math.log(1 - random.nextDouble());
      int talk = random.nextInt(SHORTEST_TALK_MILLIS, LONGEST_TALK_MILLIS + 1);
      int patience = random.nextInt(LEAST_PATIENCE_MILLIS, MOST_PATIENCE_MILLIS + 1);
      if (at >= millis) {
        return arrivals;
      }
      arrivals.add(new Arrival((long) at, talk, patience));
    }
  }

  /** How many come in a second at such a load. */
  static double perSecond(int agents, double load) {
    return MILLIS_PER_SECOND * agents * load * 2 / (SHORTEST_TALK_MILLIS + LONGEST_TALK_MILLIS);
  }
}
