// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.fault;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ringmaster.bench.measure.Aim;
import org.ringmaster.bench.measure.DiskSync;
import org.ringmaster.bench.measure.Fault;
import org.ringmaster.bench.measure.Report;
import org.ringmaster.bench.measure.Row;
import org.ringmaster.bench.measure.Spread;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.crash.CrashPoint;
import org.ringmaster.dialer.DialerCentre;
import org.slf4j.LoggerFactory;

/** The bench {@code crash}: all kinds of kills over one PostgreSQL. */
final class CrashBench {
  private static final int POINTS = CrashPoint.values().length;
  private static final int QUICK_RUNS = 40;

  private final Path folder;
  private final boolean quick;
  private final long seed;
  private final int runs;
  private final long minutes;

  /**
   * Makes the bench.
   *
   * @param folder an empty folder on the disk that is used
   * @param seed of the first round
   * @param runs how many deaths
   * @param minutes after which no new round begins; 0 for no limit
   */
  CrashBench(Path folder, boolean quick, long seed, int runs, long minutes) {
    this.folder = folder;
    this.quick = quick;
    this.seed = seed;
    this.minutes = minutes;
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
    FactCodec codec = FactCodec.of(DialerCentre.names().build());
    try (Databases databases = new Databases(folder.resolve("postgres"), codec)) {
      report.version("postgresql", databases.version());
      sweep(databases, report);
    } finally {
      ((Logger) LoggerFactory.getLogger("org.ringmaster.core")).setLevel(null);
    }
    return report;
  }

  private void sweep(Databases databases, Report report) throws Exception {
    Tally tally = new CrashSweep(folder, databases, Breakage.NONE).run(seed, runs, minutes);
    report.add(
        new Row("deaths of the platform", "runs", of(tally.runs()))
            .fault(Fault.CRASH_SWEEP)
            .note(
                tally.killedAtPoints()
                    + " at the point that was drawn for them, the others at the end of their day or"
                    + " by what was drawn beside; "
                    + tally.tornTails()
                    + " tails were torn and cut; beside the death: "
                    + troubles(tally)));
    report.add(
        new Row("of them processes of their own, really killed", "runs", of(tally.processes()))
            .note(
                tally.processesAtPoint()
                    + " halted at the point that was drawn, the others ended by kill -9 at any moment"
                    + " or by the end of their day"));
    Row fewest =
        new Row("fewest deaths at one of " + POINTS + " named points", "deaths", fewest(tally))
            .fault(Fault.CRASH_SWEEP)
            .note("deaths of times reached: " + points(tally));
    report.add(quick ? fewest : fewest.aim(Aim.atLeast(1))); // A look has fewer runs than points.
    report.add(
        new Row("copies of the journal cut or flipped", "copies", of(tally.damages()))
            .note(damages(tally) + "; not noticed: cut where whole frames end, told by the store"));
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

  private static Spread fewest(Tally tally) {
    return of(Arrays.stream(CrashPoint.values()).mapToInt(tally::killedAt).min().orElse(0));
  }

  private static String troubles(Tally tally) {
    return Arrays.stream(Trouble.values())
        .filter(trouble -> trouble != Trouble.NONE)
        .map(trouble -> words(trouble) + " " + tally.troubles(trouble))
        .collect(Collectors.joining(", "));
  }

  private static String damages(Tally tally) {
    return Arrays.stream(Tally.Seen.values())
        .map(seen -> words(seen) + " " + tally.damages(seen))
        .collect(Collectors.joining(", "));
  }

  /** Every point: how often a life ended there, and how often one came by. */
  private static String points(Tally tally) {
    return Arrays.stream(CrashPoint.values())
        .map(point -> point + " " + tally.killedAt(point) + " of " + tally.reachedAt(point))
        .collect(Collectors.joining(", "));
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
