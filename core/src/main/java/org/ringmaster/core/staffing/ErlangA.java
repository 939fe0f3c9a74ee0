// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.staffing;

import java.util.Arrays;

/**
 * Callers who come at random, are served for a random time by one of some agents, and leave after a
 * random patience (M/M/n+M, "Erlang A"; Palm 1957, Garnett, Mandelbaum and Reiman 2002). The states
 * follow the birth-and-death recursion {@code p(k) = p(k-1) · λ / (min(k, n)·μ + max(0, k-n)·θ)} in
 * logarithms, so that no number of agents overflows. Pure; immutable.
 */
public final class ErlangA {
  private static final double NEGLIGIBLE = -40;
  private static final int MOST_STATES = 2_000_000;
  private static final double STEPS_PER_EVENT = 4;
  private static final double NO_PATIENCE = 0;

  private final double arrivals;
  private final double service;
  private final double leaving;
  private final int agents;
  private final double[] shares;

  /**
   * A load in balance.
   *
   * @param arrivalsPerSecond how many come, on average
   * @param handleSeconds how long each keeps an agent, on average; more than 0
   * @param patienceSeconds how long each would wait, on average; infinite: nobody leaves
   * @param agents how many serve, 1 or more
   * @throws IllegalArgumentException where nobody leaves and more come than can be served
   */
  public ErlangA(
      double arrivalsPerSecond, double handleSeconds, double patienceSeconds, int agents) {
    boolean known = arrivalsPerSecond > 0 && handleSeconds > 0 && patienceSeconds > 0;
    if (!known || agents < 1) {
      throw new IllegalArgumentException("arrivals, times and agents must be more than 0");
    }
    this.arrivals = arrivalsPerSecond;
    this.service = 1 / handleSeconds;
    this.leaving = Double.isInfinite(patienceSeconds) ? NO_PATIENCE : 1 / patienceSeconds;
    this.agents = agents;
    if (leaving == NO_PATIENCE && arrivals >= agents * service) {
      throw new IllegalArgumentException(
          "more come than " + agents + " agents can serve, and nobody leaves: the line never ends");
    }
    this.shares = balance();
  }

  /** The share of time in which so many callers are there, by number. */
  private double[] balance() {
    double[] logs = new double[Math.max(64, 2 * agents)];
    double highest = 0;
    int last = 0;
    for (int k = 1; k < MOST_STATES; k++) {
      double deaths = Math.min(k, agents) * service + Math.max(0, k - agents) * leaving;
      if (k == logs.length) {
        logs = Arrays.copyOf(logs, 2 * k);
      }
      logs[k] = logs[k - 1] + StrictMath.log(arrivals) - StrictMath.log(deaths);
      highest = Math.max(highest, logs[k]);
      last = k;
      if (k > agents && arrivals < deaths && logs[k] - highest < NEGLIGIBLE) {
        break;
      }
    }
    double[] all = new double[last + 1];
    double sum = 0;
    for (int k = 0; k <= last; k++) {
      all[k] = StrictMath.exp(logs[k] - highest);
      sum += all[k];
    }
    for (int k = 0; k <= last; k++) {
      all[k] /= sum;
    }
    return all;
  }

  /** The share of callers who find no free agent. */
  public double waitShare() {
    double share = 0;
    for (int k = agents; k < shares.length; k++) {
      share += shares[k];
    }
    return share;
  }

  /** How many wait, on average. */
  public double waiting() {
    double waiting = 0;
    for (int k = agents + 1; k < shares.length; k++) {
      waiting += (k - agents) * shares[k];
    }
    return waiting;
  }

  /** How long callers wait, those who leave and those who do not wait at all included; seconds. */
  public double meanWaitSeconds() {
    return waiting() / arrivals;
  }

  /** The share of callers who leave without having been served. */
  public double abandonShare() {
    return leaving * waiting() / arrivals;
  }

  /** The share of their time in which agents are busy. */
  public double occupancy() {
    return arrivals * (1 - abandonShare()) / (agents * service);
  }

  /**
   * The share of all callers who are served within so many seconds: service level (d) strict.
   *
   * @param seconds 0 or more
   */
  public double servedWithin(double seconds) {
    double[] within = servedBehind(seconds);
    double share = 0;
    for (int k = 0; k < shares.length; k++) {
      share += shares[k] * (k < agents ? 1 : within[k - agents]);
    }
    return share;
  }

  /**
   * The chance to be served in time by how many are ahead in the line. With j ahead the line moves
   * up at the rate nμ + jθ, and the caller leaves at the rate θ; the equations for all j are
   * integrated together (Runge and Kutta's fourth order).
   */
  private double[] servedBehind(double seconds) {
    int places = Math.max(1, shares.length - agents);
    double[] chance = new double[places];
    double fastest = agents * service + places * leaving;
    int steps = (int) Math.max(1, StrictMath.ceil(seconds * fastest * STEPS_PER_EVENT));
    double step = seconds / steps;
    for (int i = 0; i < steps; i++) {
      double[] first = slope(chance);
      double[] second = slope(moved(chance, first, step / 2));
      double[] third = slope(moved(chance, second, step / 2));
      double[] fourth = slope(moved(chance, third, step));
      for (int j = 0; j < places; j++) {
        chance[j] += step / 6 * (first[j] + 2 * second[j] + 2 * third[j] + fourth[j]);
      }
    }
    return chance;
  }

  private double[] slope(double[] chance) {
    double[] slope = new double[chance.length];
    for (int j = 0; j < chance.length; j++) {
      double moves = agents * service + j * leaving;
      double ahead = j == 0 ? 1 : chance[j - 1];
      slope[j] = moves * ahead - (moves + leaving) * chance[j];
    }
    return slope;
  }

  private static double[] moved(double[] from, double[] slope, double by) {
    double[] to = new double[from.length];
    for (int j = 0; j < to.length; j++) {
      to[j] = from[j] + by * slope[j];
    }
    return to;
  }

  /**
   * The fewest agents with whom a share of all callers is served in time.
   *
   * @param share between 0 and 1
   * @param withinSeconds what is in time
   */
  public static int agentsFor(
      double arrivalsPerSecond,
      double handleSeconds,
      double patienceSeconds,
      double share,
      double withinSeconds) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException("the share must lie between 0 and 1");
    }
    boolean stays = Double.isInfinite(patienceSeconds);
    int least = stays ? (int) (arrivalsPerSecond * handleSeconds) + 1 : 1;
    int most = Math.max(least, (int) (arrivalsPerSecond * handleSeconds) + 1);
    while (served(arrivalsPerSecond, handleSeconds, patienceSeconds, most, withinSeconds) < share) {
      least = most + 1;
      most *= 2;
    }
    while (least < most) {
      int middle = (least + most) >>> 1;
      if (served(arrivalsPerSecond, handleSeconds, patienceSeconds, middle, withinSeconds)
          < share) {
        least = middle + 1;
      } else {
        most = middle;
      }
    }
    return most;
  }

  private static double served(
      double arrivals, double handle, double patience, int agents, double within) {
    return new ErlangA(arrivals, handle, patience, agents).servedWithin(within);
  }
}
