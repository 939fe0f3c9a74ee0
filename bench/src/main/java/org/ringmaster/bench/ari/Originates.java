// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.ari;

import java.util.Locale;
import org.ringmaster.bench.measure.Aim;
import org.ringmaster.bench.measure.Report;
import org.ringmaster.bench.measure.Rounds;
import org.ringmaster.bench.measure.Row;

/**
 * Calls that are begun in bulk while many others are up: how many a second, and how many are lost.
 */
final class Originates {
  static final String RATE = "per second";
  static final String LOST = "lost";
  private static final String STOCK = "ari4java + 16 threads";
  private static final String RAW = "raw WebSocket, ids chosen";

  private final BenchEdge edge;
  private final int calls;

  /** So many calls a turn. */
  Originates(BenchEdge edge, int calls) {
    this.edge = edge;
    this.calls = calls;
  }

  void into(Report report, int rounds, int... levels) throws Exception {
    try (LiveCalls live = new LiveCalls(edge);
        OriginateTurns turns = new OriginateTurns(edge, calls)) {
      for (int level : levels) {
        live.raiseTo(level);
        int before = live.channels();
        Rounds taken =
            new Rounds(rounds)
                .with("ours", () -> turns.ours(before))
                .with(RAW, () -> turns.raw(before))
                .with(STOCK, () -> turns.ari4Java(before));
        if (level == levels[0]) {
          taken.warmUp().warmUp();
        }
        taken.run();
        report(report, level, taken);
      }
      new NameLookups(edge, live).into(report, rounds);
    }
  }

  private static void report(Report report, int level, Rounds taken) {
    String what = String.format(Locale.ROOT, "calls begun in bulk, %,d calls live", level);
    report.add(
        new Row(what, "1/s", taken.of("ours", RATE))
            .peer(STOCK, taken.of(STOCK, RATE))
            .limit(RAW, taken.of(RAW, RATE))
            .aim(Aim.atLeastTimes(0.95, RAW))
            .note("bound by Asterisk's making of channels, two for each call here"));
    report.add(
        new Row(what + ": lost", "calls", taken.of("ours", LOST))
            .peer(STOCK, taken.of(STOCK, LOST))
            .limit(RAW, taken.of(RAW, LOST))
            .aim(Aim.atMost(0)));
  }
}
