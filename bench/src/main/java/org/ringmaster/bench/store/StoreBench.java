// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.store;

import java.nio.file.Path;
import java.util.Set;
import org.ringmaster.bench.measure.DiskSync;
import org.ringmaster.bench.measure.Report;
import org.ringmaster.core.store.CoreProjections;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bench {@code store}: all its measurements on one fresh PostgreSQL. */
final class StoreBench {
  private static final Logger LOG = LoggerFactory.getLogger(StoreBench.class);
  private static final int ROUNDS = 5;

  private final Path folder;
  private final boolean quick;
  private final Set<StorePart> parts;

  /**
   * Makes the bench.
   *
   * @param folder an empty folder on the disk that is measured
   * @param quick whether a look is enough
   * @param parts what is measured
   */
  StoreBench(Path folder, boolean quick, Set<StorePart> parts) {
    this.folder = folder;
    this.quick = quick;
    this.parts = Set.copyOf(parts);
  }

  /** Measures. */
  Report run() throws Exception {
    Report report = new Report("store", quick).part(parts.size() < StorePart.values().length);
    report.disk(DiskSync.measure(folder));
    int rounds = quick ? 1 : ROUNDS;
    int factsPerRound = quick ? 5_000 : 50_000;
    SteadyPlan plan = quick ? SteadyPlan.QUICK : SteadyPlan.FULL;
    LOG.info("recording the day");
    long steady = parts.contains(StorePart.STEADY) ? plan.facts() : 0;
    RecordedDay day =
        RecordedDay.record(folder.resolve("day"), Math.max((rounds + 1L) * factsPerRound, steady));
    try (BenchServer server = new BenchServer(folder)) {
      report.version("postgresql", server.settings().toString());
      inTurns(report, server, day, rounds, factsPerRound);
      if (parts.contains(StorePart.STEADY)) {
        LOG.info("measuring {}", StorePart.STEADY);
        new SteadyFlow(server, day, folder.resolve("journal")).into(report, plan);
      }
    }
    return report;
  }

  private void inTurns(
      Report report, BenchServer server, RecordedDay day, int rounds, int factsPerRound)
      throws Exception {
    if (!parts.contains(StorePart.FACTS) && !parts.contains(StorePart.PROJECTIONS)) {
      return;
    }
    try (InTurns turns = new InTurns(server, day, rounds, factsPerRound)) {
      if (parts.contains(StorePart.FACTS)) {
        LOG.info("measuring {}", StorePart.FACTS);
        turns.facts(report);
      }
      if (parts.contains(StorePart.PROJECTIONS)) {
        LOG.info("measuring {}", StorePart.PROJECTIONS);
        turns.projections(report, CoreProjections::all);
      }
    }
  }
}
