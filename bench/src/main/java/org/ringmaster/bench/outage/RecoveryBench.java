// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.outage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.ringmaster.bench.ari.Reconnects;
import org.ringmaster.bench.measure.Aim;
import org.ringmaster.bench.measure.DiskSync;
import org.ringmaster.bench.measure.Fault;
import org.ringmaster.bench.measure.Report;
import org.ringmaster.bench.measure.Row;
import org.ringmaster.bench.measure.Spread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bench {@code recovery}: a platform with a long journal and many live calls is killed and
 * started again; then the socket to Asterisk is cut.
 */
final class RecoveryBench {
  private static final Logger LOG = LoggerFactory.getLogger(RecoveryBench.class);
  private static final double RIGHT_MILLIS = 5_000;
  private static final double RECONCILED_MILLIS = 1_000;
  private static final long GUARD_LOOKS_MILLIS = 6_000;

  private final Path folder;
  private final boolean quick;
  private final long facts;
  private final int callers;
  private final int rounds;

  /**
   * Makes the bench.
   *
   * @param folder an empty folder on the disk that is measured
   * @param quick whether a look is enough
   * @param facts how many facts the journal has at first
   * @param callers how many calls are live
   * @param rounds how often the platform is killed
   */
  RecoveryBench(Path folder, boolean quick, long facts, int callers, int rounds) {
    this.folder = folder;
    this.quick = quick;
    this.facts = facts;
    this.callers = callers;
    this.rounds = rounds;
  }

  /** Measures. */
  Report run() throws Exception {
    Report report = new Report("recovery", quick);
    report.disk(DiskSync.measure(folder));
    Path site = Files.createDirectories(folder.resolve("site"));
    LOG.info("writing a journal of {} facts", facts);
    long past = History.write(site.resolve("journal"), facts);
    try (Site live = Site.open(site, callers)) {
      report.version(
          "asterisk", live.lab().edge().cli("core show version").strip().split("\\s+")[1]);
      LOG.info("{} callers talk or wait; the store takes the journal over", callers);
      live.awaitStored();
      // A store that has run for days does not vacuum two million new facts beside a kill.
      live.store().settle();
      kills(report, live, past);
    }
    LOG.info("cutting sockets");
    Reconnects.withCalls(report, callers, rounds);
    return report;
  }

  private void kills(Report report, Site live, long past) throws Exception {
    int legs = live.lab().edge().legs();
    List<Comeback> seen = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      LOG.info("kill {} of {}", i + 1, rounds);
      live.awaitStored();
      if (i > 0) {
        // The guard beside Asterisk looks every two seconds. One that never sees the platform
        // between two kills takes five of them for one absence, and sends the callers away.
        TimeUnit.MILLISECONDS.sleep(GUARD_LOOKS_MILLIS);
      }
      seen.add(Comeback.of(live));
      LOG.info("{}", seen.getLast());
    }
    String of =
        String.format(Locale.ROOT, ", %d live calls, %,d facts in the journal", callers, past);
    report.add(
        row("kill -9: process start to board right" + of, seen, Comeback::board)
            .aim(Aim.atMost(RIGHT_MILLIS))
            .fault(Fault.KILL)
            .note(
                "from the start of ./ringmaster, which looks for changed sources first; right is"
                    + " when the API shows every caller and agent where they are and the kernel"
                    + " has compared its books with Asterisk's list; PostgreSQL has vacuumed what"
                    + " the journal brought before the first kill"));
    report.add(
        row("kill -9: process start to journey store right" + of, seen, Comeback::store)
            .aim(Aim.atMost(RIGHT_MILLIS))
            .fault(Fault.KILL));
    report.add(
        row("of these, replay and reconcile" + of, seen, one -> one.replay() + one.listing())
            .aim(Aim.atMost(RECONCILED_MILLIS)));
    report.add(row("replay: open the journal, bring the state back", seen, Comeback::replay));
    report.add(
        row(
            "reconcile: from the kernel's start to Asterisk's list compared",
            seen,
            Comeback::listing));
    report.add(row("process start to Asterisk's list compared", seen, Comeback::reconciled));
    report.add(
        zero("kill -9: calls lost" + of, "calls", legs - live.lab().edge().legs())
            .fault(Fault.KILL));
    int findings = live.store().verify().findings().size();
    report.add(zero("kill -9: findings of db verify" + of, "findings", findings).fault(Fault.KILL));
  }

  private static Row row(String what, List<Comeback> seen, ToDoubleFunction<Comeback> figure) {
    return new Row(what, "ms", new Spread(seen.stream().mapToDouble(figure).toArray()));
  }

  private static Row zero(String what, String unit, long found) {
    return new Row(what, unit, new Spread(found)).aim(Aim.atMost(0));
  }
}
