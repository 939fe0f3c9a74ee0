// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.measure;

import java.util.LinkedHashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** What one turn of one contestant gave, by the figure's name. Not thread-safe. */
public final class Figures {
  private static final double NANOS_PER_MICRO = 1_000.0;

  private final Map<String, Double> values = new LinkedHashMap<>();

  /** One figure alone. */
  public static Figures of(String name, double value) {
    return new Figures().with(name, value);
  }

  /** The median and the 99th percentile of a histogram of nanoseconds, in microseconds. */
  public static Figures ofNanos(Histogram nanos) {
    return new Figures()
        .with("p50", nanos.getValueAtPercentile(50) / NANOS_PER_MICRO)
        .with("p99", nanos.getValueAtPercentile(99) / NANOS_PER_MICRO);
  }

  /** Adds a figure. */
  public Figures with(String name, double value) {
    values.put(name, value);
    return this;
  }

  Map<String, Double> values() {
    return values;
  }
}
