// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.pacing;

import java.util.Arrays;

/**
 * The best that any pacer can do where nothing has a memory: agents who are busy exponentially,
 * calls that ring exponentially, nobody who waits. A constrained Markov decision process: the state
 * is how many agents are busy and how many calls ring, the decision to how many ringing calls to go
 * up. It is solved with a price for each abandoned call (Lagrange) by relative value iteration; the
 * price is found at which the abandoned share is what is allowed, and the two policies on both
 * sides of it are mixed (Altman, Constrained Markov Decision Processes, 1999).
 */
final class BestPolicy {
  private static final int MOST_SWEEPS = 200_000;
  private static final double EXACT = 1e-8;
  private static final int PRICES = 40;

  private final int agents;
  private final double answerShare;
  private final double ringRate;
  private final double busyRate;
  private final int mostRinging;
  private final double step;

  /** What each state is worth; that of one price is a good beginning for the next. */
  private final double[][] value;

  /**
   * What a policy comes to.
   *
   * @param busy the mean number of busy agents
   * @param answered answered calls a second
   * @param abandoned abandoned calls a second
   */
  private record Outcome(double busy, double answered, double abandoned) {
    double abandonedShare() {
      return answered == 0 ? 0 : abandoned / answered;
    }
  }

  BestPolicy(int agents, double answerShare, double ringSeconds, double busySeconds) {
    this.agents = agents;
    this.answerShare = answerShare;
    ringRate = 1 / ringSeconds;
    busyRate = 1 / busySeconds;
    // Twice as many as would keep all agents busy by themselves, and some more.
    mostRinging = (int) (2.5 * agents * busyRate / (ringRate * answerShare) + 12 / answerShare);
    step = 1 / (agents * busyRate + mostRinging * ringRate);
    value = new double[agents + 1][mostRinging + 1];
  }

  /** The highest utilisation, percent, with at most this share abandoned, 0 to 1. */
  double utilisationPercent(double allowed) {
    double cheap = 0;
    double dear = 1 << 10;
    Outcome careless = outcome(policy(cheap, allowed));
    Outcome careful = outcome(policy(dear, allowed));
    for (int i = 0; i < PRICES && dear - cheap > 1e-4 * dear; i++) {
      double price = (cheap + dear) / 2;
      Outcome outcome = outcome(policy(price, allowed));
      if (outcome.abandonedShare() > allowed) {
        cheap = price;
        careless = outcome;
      } else {
        dear = price;
        careful = outcome;
      }
    }
    // So much of the time careless that abandoned = allowed x answered.
    double over = careless.abandoned - allowed * careless.answered;
    double under = allowed * careful.answered - careful.abandoned;
    double share = over <= 0 ? 1 : under / (under + over);
    return 100 * (share * careless.busy + (1 - share) * careful.busy) / agents;
  }

  /** To how many ringing calls to go up, by busy agents and ringing calls. */
  private int[][] policy(double price, double allowed) {
    double[][] next = new double[agents + 1][mostRinging + 1];
    int[][] up = new int[agents + 1][mostRinging + 1];
    for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
      double least = Double.MAX_VALUE;
      double most = -Double.MAX_VALUE;
      for (int busy = 0; busy <= agents; busy++) {
        dial(value[busy], up[busy]);
      }
      for (int busy = 0; busy <= agents; busy++) {
        for (int ringing = 0; ringing <= mostRinging; ringing++) {
          double rings = ringing * ringRate * step;
          double frees = busy * busyRate * step;
          boolean full = busy == agents;
          double answers = rings * answerShare;
          double gain = busy * step - price * answers * ((full ? 1 : 0) - allowed);
          int one = Math.max(0, ringing - 1);
          double then =
              answers * after(up, full ? busy : busy + 1, one)
                  + (rings - answers) * after(up, busy, one)
                  + frees * after(up, Math.max(0, busy - 1), ringing)
                  + (1 - rings - frees) * after(up, busy, ringing);
          next[busy][ringing] = gain + then;
          double change = next[busy][ringing] - value[busy][ringing];
          least = Math.min(least, change);
          most = Math.max(most, change);
        }
      }
      double base = next[0][0];
      for (int busy = 0; busy <= agents; busy++) {
        for (int ringing = 0; ringing <= mostRinging; ringing++) {
          value[busy][ringing] = next[busy][ringing] - base;
        }
      }
      if (most - least < EXACT) {
        break;
      }
    }
    for (int busy = 0; busy <= agents; busy++) {
      dial(value[busy], up[busy]);
    }
    return up;
  }

  private double after(int[][] up, int busy, int ringing) {
    return value[busy][up[busy][ringing]];
  }

  /** The best number of ringing calls from each on upward. */
  private static void dial(double[] value, int[] up) {
    int best = value.length - 1;
    for (int ringing = value.length - 1; ringing >= 0; ringing--) {
      if (value[ringing] >= value[best]) {
        best = ringing;
      }
      up[ringing] = best;
    }
  }

  /** What a policy comes to in the long run, by power iteration of its chain. */
  private Outcome outcome(int[][] up) {
    double[][] there = new double[agents + 1][mostRinging + 1];
    double[][] next = new double[agents + 1][mostRinging + 1];
    there[0][up[0][0]] = 1;
    for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
      for (double[] row : next) {
        Arrays.fill(row, 0);
      }
      for (int busy = 0; busy <= agents; busy++) {
        for (int ringing = 0; ringing <= mostRinging; ringing++) {
          double mass = there[busy][ringing];
          if (mass > 0) {
            spread(next, up, busy, ringing, mass);
          }
        }
      }
      double change = 0;
      for (int busy = 0; busy <= agents; busy++) {
        for (int ringing = 0; ringing <= mostRinging; ringing++) {
          change += Math.abs(next[busy][ringing] - there[busy][ringing]);
        }
      }
      double[][] swap = there;
      there = next;
      next = swap;
      if (change < EXACT) {
        break;
      }
    }
    return sum(there);
  }

  private void spread(double[][] next, int[][] up, int busy, int ringing, double mass) {
    double rings = ringing * ringRate * step;
    double frees = busy * busyRate * step;
    double answers = rings * answerShare;
    int one = Math.max(0, ringing - 1);
    int connected = Math.min(agents, busy + 1);
    int freed = Math.max(0, busy - 1);
    next[connected][up[connected][one]] += mass * answers;
    next[busy][up[busy][one]] += mass * (rings - answers);
    next[freed][up[freed][ringing]] += mass * frees;
    next[busy][up[busy][ringing]] += mass * (1 - rings - frees);
  }

  private Outcome sum(double[][] there) {
    double busyMean = 0;
    double answered = 0;
    double abandoned = 0;
    for (int busy = 0; busy <= agents; busy++) {
      for (int ringing = 0; ringing <= mostRinging; ringing++) {
        double mass = there[busy][ringing];
        double answers = mass * ringing * ringRate * answerShare;
        busyMean += mass * busy;
        answered += answers;
        abandoned += busy == agents ? answers : 0;
      }
    }
    return new Outcome(busyMean, answered, abandoned);
  }
}
