// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.fault;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
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
    ((Logger) LoggerFactory.getLogger("com.zaxxer.hikari")).setLevel(Level.OFF);
    Report report = new Report("crash", quick);
    report.disk(DiskSync.measure(folder));
    report.version("file system", Files.getFileStore(folder).type());
    FactCodec codec = FactCodec.of(Centre.names().build());
    try (Databases databases = new Databases(folder.resolve("postgres"), codec)) {
      report.version("postgresql", databases.version());
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
    report.add(
        new Row("of them kills of a process of its own", "runs", of(tally.processes()))
            .note(
                tally.processesAtPoint()
                    + " ended at the point that was drawn, the others by kill -9 at any moment or at"
                    + " the end of their day"));
    Set<CrashPoint> missing = tally.notKilledAt(EnumSet.allOf(CrashPoint.class));
    report.add(
        new Row(
                "named points, of " + CrashPoint.values().length + ", at which nobody died",
                "points",
                of(missing.size()))
            .aim(Aim.atMost(0))
            .note(missing.isEmpty() ? "" : missing.toString()));
    troubles(tally, report);
    damages(tally, report);
    report.add(
        new Row("facts that others knew of when the platform died", "facts", of(tally.facts())));
    zero(report, "facts lost in journal or store", "facts", tally.lost());
    zero(report, "facts doubled in journal or store", "facts", tally.doubled());
    zero(report, "facts that are not what was decided", "facts", tally.altered());
    zero(report, "states that are not what their facts make", "runs", tally.states());
    zero(report, "legs asked for twice", "legs", tally.askedTwice());
    zero(report, "legs unaccounted for after the list", "legs", tally.unaccounted());
    zero(report, "findings of db verify", "findings", tally.storeFindings());
    points(tally, report);
  }

  private static void troubles(Tally tally, Report report) {
    for (Trouble trouble : Trouble.values()) {
      if (trouble != Trouble.NONE) {
        report.add(
            new Row(
                "trouble beside the death: " + words(trouble),
                "times",
                of(tally.troubles(trouble))));
      }
    }
  }

  private static void damages(Tally tally, Report report) {
    for (Tally.Seen seen : Tally.Seen.values()) {
      report.add(
          new Row(
              "damaged copies of the journal: " + words(seen), "copies", of(tally.damages(seen))));
    }
  }

  /** Every point: how often a life came by, and how often one ended there. */
  private static void points(Tally tally, Report report) {
    for (CrashPoint point : CrashPoint.values()) {
      report.add(
          new Row("died at " + point.name(), "lives", of(tally.killedAt(point)))
              .aim(Aim.atLeast(1))
              .note("reached " + tally.reachedAt(point) + " times"));
    }
  }

  private static String words(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static void zero(Report report, String what, String unit, long found) {
    report.add(new Row(what, unit, of(found)).aim(Aim.atMost(0)).fault(Fault.CRASH_SWEEP));
  }

  private static Spread of(long figure) {
    return new Spread(figure);
  }
}
