// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.ari;

import ch.loway.oss.ari4java.ARI;
import io.netty.util.Version;
import java.nio.file.Path;
import org.ringmaster.bench.measure.DiskSync;
import org.ringmaster.bench.measure.Report;

/** The bench {@code ari}: all its measurements on one fresh Asterisk. */
public final class AriBench {
  private final Path folder;
  private final boolean quick;

  /**
   * Makes the bench.
   *
   * @param folder an empty folder on the disk that is measured
   * @param quick whether a look is enough
   */
  public AriBench(Path folder, boolean quick) {
    this.folder = folder;
    this.quick = quick;
  }

  /** Measures everything. */
  public Report run() throws Exception {
    Report report = new Report("ari", quick);
    int rounds = quick ? 2 : 5;
    try (BenchEdge edge = new BenchEdge()) {
      versions(report, edge);
      report.disk(DiskSync.measure(folder));
      new RoundTrips(edge, quick ? 500 : 3_000).into(report, rounds);
    }
    return report;
  }

  private static void versions(Report report, BenchEdge edge) {
    report.version("asterisk", edge.version());
    report.version("ari4java", new ARI().getBuildVersion());
    report.version("netty", Version.identify().get("netty-transport").artifactVersion());
  }
}
