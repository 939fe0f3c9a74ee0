// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.draw;

import java.util.ArrayList;
import java.util.List;

/**
 * A value for each part of the day, all parts equally long, from midnight UTC; the same every day.
 * As a rate it is a number for each hour.
 */
public record Profile(List<Double> parts) {

  private static final long DAY_MICROS = 86_400_000_000L;
  private static final double HOUR_MICROS = 3_600_000_000.0;

  /** Keeps its own copy. */
  public Profile {
    parts = List.copyOf(parts);
    if (parts.isEmpty() || DAY_MICROS % parts.size() != 0) {
      throw new IllegalArgumentException("a day does not fall into " + parts.size() + " parts");
    }
  }

  /** The same all day. */
  public static Profile flat(double value) {
    return new Profile(List.of(value));
  }

  /** One value between two hours of the day, another outside. */
  public static Profile hours(int fromHour, int toHour, double within, double outside) {
    List<Double> hours = new ArrayList<>();
    for (int hour = 0; hour < 24; hour++) {
      hours.add(hour >= fromHour && hour < toHour ? within : outside);
    }
    return new Profile(hours);
  }

  /** The value at an instant (epoch microseconds). */
  public double at(long atMicros) {
    return parts.get((int) (Math.floorMod(atMicros, DAY_MICROS) / partMicros()));
  }

  /**
   * When the next thing happens of those that happen at this rate for each hour, independently of
   * each other: exact, also across parts. {@link Long#MAX_VALUE} where nothing ever happens.
   */
  public long nextArrival(Draws draws, long nowMicros) {
    double left = draws.exponential();
    long at = nowMicros;
    for (int turn = 0; turn <= 400 * parts.size(); turn++) {
      double perMicro = at(at) / HOUR_MICROS;
      long partEnd = at - Math.floorMod(at, partMicros()) + partMicros();
      double expected = perMicro * (partEnd - at);
      if (expected > left) {
        return at + (long) (left / perMicro);
      }
      left -= expected;
      at = partEnd;
    }
    return Long.MAX_VALUE;
  }

  private long partMicros() {
    return DAY_MICROS / parts.size();
  }
}
