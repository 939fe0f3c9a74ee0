// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.ari;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;
import org.ringmaster.bench.measure.Figures;

/**
 * When each caller of one turn passed which stage, how many inputs there were and how many syncs.
 * Any thread may note; {@link #figures} is for afterwards.
 */
final class CallStages {
  private final Map<String, long[]> passed = new ConcurrentHashMap<>();
  private final AtomicLong inputs = new AtomicLong();
  private final AtomicLong syncs = new AtomicLong();

  /** A caller passes a stage; the first time counts. */
  void pass(String channel, CallStage stage, long nanos) {
    long[] times = passed.computeIfAbsent(channel, c -> new long[CallStage.values().length]);
    synchronized (times) {
      if (times[stage.ordinal()] == 0) {
        times[stage.ordinal()] = nanos;
      }
    }
  }

  /** Several callers pass a stage at once. */
  void passAll(Collection<String> channels, CallStage stage, long nanos) {
    channels.forEach(channel -> pass(channel, stage, nanos));
  }

  void input() {
    inputs.incrementAndGet();
  }

  void sync() {
    syncs.incrementAndGet();
  }

  /** Adds the median and the 99th percentile of each stage since the one before, microseconds. */
  Figures figures(Figures figures) {
    Map<CallStage, Histogram> between = new EnumMap<>(CallStage.class);
    int whole = 0;
    for (long[] times : passed.values()) {
      if (isWhole(times)) {
        whole++;
        add(between, times);
      }
    }
    for (CallStage stage : stagesAfterReading()) {
      Histogram nanos = between.getOrDefault(stage, new Histogram(3));
      figures
          .with(stage + " p50", nanos.getValueAtPercentile(50) / 1_000.0)
          .with(stage + " p99", nanos.getValueAtPercentile(99) / 1_000.0);
    }
    double calls = Math.max(1, whole);
    return figures.with("inputs", inputs.get() / calls).with("syncs", syncs.get() / calls);
  }

  static List<CallStage> stagesAfterReading() {
    List<CallStage> stages = new ArrayList<>(List.of(CallStage.values()));
    stages.remove(CallStage.READ);
    return stages;
  }

  private static boolean isWhole(long[] times) {
    for (long time : times) {
      if (time == 0) {
        return false;
      }
    }
    return true;
  }

  private static void add(Map<CallStage, Histogram> between, long[] times) {
    for (CallStage stage : stagesAfterReading()) {
      long nanos = times[stage.ordinal()] - times[stage.ordinal() - 1];
      between.computeIfAbsent(stage, s -> new Histogram(3)).recordValue(Math.max(0, nanos));
    }
  }
}
