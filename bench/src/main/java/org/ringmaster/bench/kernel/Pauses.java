// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.kernel;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordingStream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.ringmaster.bench.measure.Aim;
import org.ringmaster.bench.measure.Report;
import org.ringmaster.bench.measure.Row;
import org.ringmaster.bench.measure.Spread;

/** Hears from the virtual machine of each pause that its garbage collector makes. Any thread. */
final class Pauses implements AutoCloseable {
  private static final double NANOS_PER_MILLI = 1e6;

  private final RecordingStream stream = new RecordingStream();
  private final Histogram nanos = new ConcurrentHistogram(3);
  private final long began = System.nanoTime();

  /** Listens from now on. */
  Pauses() {
    stream.enable("jdk.GCPhasePause");
    stream.onEvent("jdk.GCPhasePause", e -> nanos.recordValue(e.getDuration().toNanos()));
    stream.startAsync();
  }

  /** Ends, and tells what there was. */
  void into(Report report) {
    stream.stop();
    double seconds = (System.nanoTime() - began) / 1e9;
    report.add(
        new Row(
                "pauses of the garbage collector meanwhile, p99.9",
                "ms",
                new Spread(nanos.getValueAtPercentile(99.9) / NANOS_PER_MILLI))
            .aim(Aim.atMost(5))
            .note(
                String.format(
                    Locale.ROOT,
                    "%d pauses in %.0f s, the median %.2f ms; %s with the settings of the platform",
                    nanos.getTotalCount(),
                    seconds,
                    nanos.getValueAtPercentile(50) / NANOS_PER_MILLI,
                    ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .map(GarbageCollectorMXBean::getName)
                        .collect(Collectors.joining(", ")))));
  }

  @Override
  public void close() {
    stream.close();
  }
}
