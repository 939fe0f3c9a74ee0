// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.forecast;

/** How many lines more a campaign may take: its own, and those of its trunk. */
final class LineRoom {
  private static final double SECOND = 1_000_000;

  /** No look dials more than 50, as at work, where there are four looks in a second. */
  private static final int MOST_AT_ONCE = 4 * 50;

  private final int maxLines;
  private final int trunkLines;
  private final int trunkRate;
  private double rateRoom;
  private long rateMicros;
  private Bottleneck fewest = Bottleneck.LOOKS;

  LineRoom(ForecastPlan plan) {
    maxLines = plan.campaign().maxLines();
    trunkLines = plan.trunkLines();
    trunkRate = plan.trunkRate();
    rateMicros = plan.startMicros();
  }

  /** How many there are where so many are taken. */
  int left(int taken, long nowMicros) {
    int most = MOST_AT_ONCE;
    fewest = Bottleneck.LOOKS;
    if (maxLines - taken < most) {
      most = maxLines - taken;
      fewest = Bottleneck.LINES;
    }
    if (trunkLines > 0 && trunkLines - taken < most) {
      most = trunkLines - taken;
      fewest = Bottleneck.TRUNK;
    }
    if (trunkRate > 0) {
      double came = trunkRate * (nowMicros - rateMicros) / SECOND;
      rateRoom = Math.min(trunkRate, rateRoom + came);
      rateMicros = nowMicros;
      if ((int) rateRoom < most) {
        most = (int) rateRoom;
        fewest = Bottleneck.TRUNK;
      }
    }
    return Math.max(0, most);
  }

  /** What there were fewest of when this was last asked. */
  Bottleneck fewest() {
    return fewest;
  }

  /** A line was taken. */
  void dialled() {
    rateRoom--;
  }
}
