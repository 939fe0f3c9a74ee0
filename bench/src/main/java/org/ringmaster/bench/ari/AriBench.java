// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.ari;

import ch.loway.oss.ari4java.ARI;
import io.netty.util.Version;
import java.nio.file.Path;
import java.util.Set;
import org.ringmaster.bench.measure.DiskSync;
import org.ringmaster.bench.measure.Report;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bench {@code ari}: all its measurements on one fresh Asterisk. */
final class AriBench {
  private static final Logger LOG = LoggerFactory.getLogger(AriBench.class);

  private final Path folder;
  private final boolean quick;
  private final Set<AriPart> parts;

  /**
   * Makes the bench.
   *
   * @param folder an empty folder on the disk that is measured
   * @param quick whether a look is enough
   * @param parts what is measured
   */
  AriBench(Path folder, boolean quick, Set<AriPart> parts) {
    this.folder = folder;
    this.quick = quick;
    this.parts = Set.copyOf(parts);
  }

  /** Measures. */
  Report run() throws Exception {
    WireTap.allow();
    Report report = new Report("ari", quick).part(parts.size() < AriPart.values().length);
    try (BenchEdge edge = new BenchEdge()) {
      versions(report, edge);
      report.disk(DiskSync.measure(folder));
      for (AriPart part : AriPart.values()) {
        if (parts.contains(part)) {
          LOG.info("measuring {}", part);
          measure(part, edge, report);
        }
      }
    }
    return report;
  }

  private void measure(AriPart part, BenchEdge edge, Report report) throws Exception {
    int rounds = quick ? 2 : 5;
    switch (part) {
      // Many short rounds: who wakes whom on which core changes a trip by the factor two, for
      // everybody, and stays so for seconds; a median of five long ones is a draw of that.
      case ROUND_TRIPS -> new RoundTrips(edge, 600).into(report, quick ? 2 : 25);
      case THROUGHPUT ->
          new Throughput(edge, quick ? 4_000 : 16_000, quick ? 300 : 1_000).into(report, rounds);
      case ORDER -> new EventOrder(edge, 2_000).into(report, rounds);
      case DECODE -> new EventDecode(edge).into(report, rounds);
      case ANSWERS -> {
        if (quick) {
          new AnswerTimes(edge, folder, 0.5).into(report, 1, 100);
        } else {
          new AnswerTimes(edge, folder, 1.5).into(report, rounds, 20, 100, 300);
        }
      }
      case BREAKDOWN -> new Breakdown(edge, folder, 1.5).into(report, quick ? 1 : 3, 20, 100);
      case ORIGINATES -> {
        if (quick) {
          new Originates(edge, 40).into(report, 1, 0, 50);
        } else {
          new Originates(edge, 400).into(report, rounds, 0, 500, 2_000);
        }
      }
      case RECONNECTS -> new Reconnects(edge).into(report, quick ? 1 : 5);
    }
  }

  private static void versions(Report report, BenchEdge edge) {
    report.version("asterisk", edge.version());
    report.version("ari4java", new ARI().getBuildVersion());
    Version netty = Version.identify().get("netty-transport");
    report.version("netty", netty == null ? "unknown" : netty.artifactVersion());
  }
}
