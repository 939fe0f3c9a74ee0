// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.kernel;

import java.nio.file.Path;
import java.util.Set;
import org.ringmaster.bench.ari.BrainTimes;
import org.ringmaster.bench.measure.DiskSync;
import org.ringmaster.bench.measure.Report;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bench {@code kernel}: all its measurements, one after another. */
final class KernelBench {
  private static final Logger LOG = LoggerFactory.getLogger(KernelBench.class);

  private final Path folder;
  private final boolean quick;
  private final Set<KernelPart> parts;

  /**
   * Makes the bench.
   *
   * @param folder an empty folder on the disk that is measured
   * @param quick whether a look is enough
   * @param parts what is measured
   */
  KernelBench(Path folder, boolean quick, Set<KernelPart> parts) {
    this.folder = folder;
    this.quick = quick;
    this.parts = Set.copyOf(parts);
  }

  /** Measures. */
  Report run() throws Exception {
    Report report = new Report("kernel", quick).part(parts.size() < KernelPart.values().length);
    report.disk(DiskSync.measure(folder));
    for (KernelPart part : KernelPart.values()) {
      if (parts.contains(part)) {
        LOG.info("measuring {}", part);
        measure(part, report);
      }
    }
    return report;
  }

  private void measure(KernelPart part, Report report) throws Exception {
    switch (part) {
      case INPUTS ->
          new InputRate(folder, quick ? 20_000 : 200_000, 20_000).into(report, quick ? 1 : 3);
      case SIMULATION -> new SimulationRate(quick ? 20_000 : 400_000).into(report, quick ? 1 : 5);
      case BRAIN -> {
        if (quick) {
          new BrainTimes(folder, 1).into(report, 1, 300);
        } else {
          new BrainTimes(folder, 2).into(report, 3, 1_000, 300);
        }
      }
      case MEMORY -> new Memory(quick ? 1_000 : 10_000).into(report, quick ? 1 : 3);
      case FAN_OUT ->
          new FanOut(folder, quick ? 200 : 1_000, quick ? 10 : 40).into(report, quick ? 1 : 3);
      case FRESHNESS -> new Freshness(folder, quick ? 20 : 200).into(report, quick ? 1 : 3);
    }
  }
}
