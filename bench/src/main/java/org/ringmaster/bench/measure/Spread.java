// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.measure;

import java.util.Arrays;

/** The same figure of several rounds. Immutable. */
public final class Spread {
  private final double[] rounds;

  /** The figure of each round, in the order in which they were taken; at least one. */
  public Spread(double... rounds) {
    if (rounds.length == 0) {
      throw new IllegalArgumentException("nothing was measured");
    }
    this.rounds = rounds.clone();
  }

  /** The middle one. */
  public double median() {
    return quantile(0.5);
  }

  /** The smallest. */
  public double min() {
    return quantile(0);
  }

  /** The largest. */
  public double max() {
    return quantile(1);
  }

  /** Half the distance between the quartiles; 0 of one round. */
  public double halfSpread() {
    return (quantile(0.75) - quantile(0.25)) / 2;
  }

  /** The standard error of the mean, taking the rounds as independent; 0 of one round. */
  public double standardError() {
    if (rounds.length < 2) {
      return 0;
    }
    double mean = Arrays.stream(rounds).average().orElseThrow();
    double squares = Arrays.stream(rounds).map(round -> (round - mean) * (round - mean)).sum();
    return Math.sqrt(squares / (rounds.length - 1) / rounds.length);
  }

  int count() {
    return rounds.length;
  }

  double round(int index) {
    return rounds[index];
  }

  private double quantile(double share) {
    double[] sorted = rounds.clone();
    Arrays.sort(sorted);
    double at = share * (sorted.length - 1);
    int below = (int) Math.floor(at);
    int above = (int) Math.ceil(at);
    return sorted[below] + (sorted[above] - sorted[below]) * (at - below);
  }
}
