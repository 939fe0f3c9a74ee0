// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.outage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.ringmaster.bench.measure.Aim;
import org.ringmaster.bench.measure.DiskSync;
import org.ringmaster.bench.measure.Fault;
import org.ringmaster.bench.measure.Report;
import org.ringmaster.bench.measure.Row;
import org.ringmaster.bench.measure.Spread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bench {@code outages}: PostgreSQL, the socket to Asterisk, an Asterisk goes and comes back.
 */
final class OutagesBench {
  private static final Logger LOG = LoggerFactory.getLogger(OutagesBench.class);
  private static final double RIGHT_MILLIS = 5_000;
  private static final double CAUGHT_UP_MILLIS = 30_000;

  private final Path folder;
  private final boolean quick;
  private final Set<OutagePart> parts;
  private final long storeSeconds;
  private final long cutSeconds;

  /**
   * Makes the bench.
   *
   * @param folder an empty folder on the disk that is used
   * @param quick whether a look is enough
   * @param parts what goes
   * @param storeSeconds how long PostgreSQL is away
   * @param cutSeconds how long the socket is cut
   */
  OutagesBench(
      Path folder, boolean quick, Set<OutagePart> parts, long storeSeconds, long cutSeconds) {
    this.folder = folder;
    this.quick = quick;
    this.parts = Set.copyOf(parts);
    this.storeSeconds = storeSeconds;
    this.cutSeconds = cutSeconds;
  }

  /** Lets them go and come back. */
  Report run() throws Exception {
    Report report = new Report("outages", quick).part(parts.size() < OutagePart.values().length);
    report.disk(DiskSync.measure(folder));
    for (OutagePart part : OutagePart.values()) {
      if (parts.contains(part)) {
        LOG.info("{}", part);
        Path own = Files.createDirectories(folder.resolve(part.name()));
        switch (part) {
          case SOCKET_CUT -> socketCut(report, own);
          case NODE_CRASH -> nodeCrash(report, own);
          case STORE_GONE -> storeGone(report, own);
        }
      }
    }
    return report;
  }

  private void socketCut(Report report, Path own) throws Exception {
    int callers = quick ? 10 : 50;
    int gone = callers / 3;
    SocketCut.Outcome seen = new SocketCut(own, callers, gone, cutSeconds).run();
    String of = ", %d callers, of whom %d left in %d s".formatted(callers, gone, cutSeconds);
    add(
        report,
        Fault.SOCKET_CUT,
        right("wire mended to board right" + of, seen.boardMillis()),
        right("wire mended to journey store right" + of, seen.storeMillis()),
        zero("others cut off", "legs", seen.lost()),
        verified(seen.findings()));
  }

  private void nodeCrash(Report report, Path own) throws Exception {
    int callers = quick ? 4 : 20;
    NodeCrash.Outcome seen = new NodeCrash(own, callers).run();
    String of = ", %d callers on each".formatted(callers);
    add(
        report,
        Fault.NODE_CRASH,
        right("Asterisk seen again to board right" + of, seen.boardMillis()),
        right("Asterisk seen again to journey store right" + of, seen.storeMillis()),
        zero("legs of the other one cut off", "legs", seen.lost()),
        zero("legs closed that live, or not closed as what they are", "legs", seen.wrong()),
        verified(seen.findings()));
  }

  private void storeGone(Report report, Path own) throws Exception {
    int agents = 5;
    StoreGone.Outcome seen = new StoreGone(own, agents, 2 * agents, storeSeconds).run();
    String of =
        ", away for %d s, %d callers served meanwhile, %d facts to catch up with"
            .formatted(seen.seconds(), seen.served(), seen.facts());
    add(
        report,
        Fault.STORE_GONE,
        new Row("allowed back to caught up" + of, "ms", new Spread(seen.caughtUpMillis()))
            .aim(Aim.atMost(CAUGHT_UP_MILLIS))
            .note(
                "the platform looks every five seconds whether it may start its PostgreSQL again"),
        zero("callers not served while it was away", "callers", seen.unserved().size())
            .note(String.join("; ", seen.unserved())),
        verified(seen.findings()));
  }

  private static void add(Report report, Fault fault, Row... rows) {
    List.of(rows).forEach(row -> report.add(row.fault(fault)));
  }

  private static Row right(String what, double millis) {
    return new Row(what, "ms", new Spread(millis)).aim(Aim.atMost(RIGHT_MILLIS));
  }

  private static Row zero(String what, String unit, long found) {
    return new Row(what, unit, new Spread(found)).aim(Aim.atMost(0));
  }

  private static Row verified(List<String> findings) {
    return zero("findings of db verify", "findings", findings.size())
        .note(String.join("; ", findings));
  }
}
