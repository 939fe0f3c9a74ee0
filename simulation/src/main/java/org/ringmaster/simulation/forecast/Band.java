// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.forecast;

import java.util.Arrays;

/**
 * Between which two values a figure will lie in eight of ten cases, and the middle one.
 *
 * @param p10 below which one in ten lies
 * @param p50 below which half lie
 * @param p90 below which nine in ten lie
 */
public record Band(double p10, double p50, double p90) {

  /** The band of what runs came to; infinite ends where that many did not end. */
  static Band of(double[] figures) {
    double[] sorted = figures.clone();
    Arrays.sort(sorted);
    return new Band(quantile(sorted, 0.1), quantile(sorted, 0.5), quantile(sorted, 0.9));
  }

  private static double quantile(double[] sorted, double share) {
    // Of n runs the i-th stands for i / (n + 1) of all days: so the band is as wide as it says.
    double at = Math.clamp(share * (sorted.length + 1) - 1, 0, sorted.length - 1);
    double below = sorted[(int) Math.floor(at)];
    double above = sorted[(int) Math.ceil(at)];
    return below == above ? below : below + (above - below) * (at - Math.floor(at));
  }

  /** Whether a value lies in it, its ends included. */
  public boolean holds(double value) {
    return value >= p10 && value <= p90;
  }
}
