// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.fault;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Path;
import java.util.Set;
import org.ringmaster.bench.measure.Aim;
import org.ringmaster.bench.measure.DiskSync;
import org.ringmaster.bench.measure.Fault;
import org.ringmaster.bench.measure.Report;
import org.ringmaster.bench.measure.Row;
import org.ringmaster.bench.measure.Spread;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.crash.CrashPoint;
import org.ringmaster.core.engine.Centre;
import org.slf4j.LoggerFactory;

/** The bench {@code crash}: all kinds of kills over one PostgreSQL. */
final class CrashBench {
  private static final int QUICK_RUNS = 40;

  private final Path folder;
  private final boolean quick;
  private final long seed;
  private final int runs;

  /**
   * Makes the bench.
   *
   * @param folder an empty folder on the disk that is used
   * @param seed of the first round
   * @param runs how many kills in one process
   */
  CrashBench(Path folder, boolean quick, long seed, int runs) {
    this.folder = folder;
    this.quick = quick;
    this.seed = seed;
    this.runs = quick ? Math.min(runs, QUICK_RUNS) : runs;
  }

  /** Kills. */
  Report run() throws Exception {
    // What dies says so, ten thousand times.
    ((Logger) LoggerFactory.getLogger("org.ringmaster.core")).setLevel(Level.OFF);
    Report report = new Report("crash", quick);
    report.disk(DiskSync.measure(folder));
    FactCodec codec = FactCodec.of(Centre.names().build());
    try (Databases databases = new Databases(folder.resolve("postgres"), codec)) {
      sweep(databases, report);
    } finally {
      ((Logger) LoggerFactory.getLogger("org.ringmaster.core")).setLevel(null);
    }
    return report;
  }

  private void sweep(Databases databases, Report report) throws Exception {
    Tally tally = new CrashSweep(folder, databases, Breakage.NONE).run(seed, runs);
    report.add(
        new Row("kills in one process, at points drawn", "runs", of(tally.runs()))
            .fault(Fault.CRASH_SWEEP)
            .note(
                tally.killedAtPoints()
                    + " died at the point that was drawn, the others at the end of their day; "
                    + tally.tornTails()
                    + " tails were torn and cut"));
    Set<CrashPoint> missing = tally.notKilledAt(Round.POINTS);
    report.add(
        new Row(
                "named points, of " + Round.POINTS.size() + ", at which nobody died",
                "points",
                of(missing.size()))
            .aim(Aim.atMost(0))
            .note(missing.isEmpty() ? "" : missing.toString()));
    report.add(
        new Row("facts that others knew of when the platform died", "facts", of(tally.facts())));
    zero(report, "facts lost in journal or store", "facts", tally.lost());
    zero(report, "facts doubled in journal or store", "facts", tally.doubled());
    zero(report, "facts that are not what was decided", "facts", tally.altered());
    zero(report, "states that are not what their facts make", "runs", tally.states());
    zero(report, "legs asked for twice", "legs", tally.askedTwice());
    zero(report, "legs unaccounted for after the list", "legs", tally.unaccounted());
    zero(report, "findings of db verify", "findings", tally.storeFindings());
  }

  private static void zero(Report report, String what, String unit, long found) {
    report.add(new Row(what, unit, of(found)).aim(Aim.atMost(0)).fault(Fault.CRASH_SWEEP));
  }

  private static Spread of(long figure) {
    return new Spread(figure);
  }
}
