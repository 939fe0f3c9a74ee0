// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.wait;

import java.util.function.Function;
import org.ringmaster.bench.measure.Aim;
import org.ringmaster.bench.measure.Report;
import org.ringmaster.bench.measure.Row;
import org.ringmaster.bench.measure.Spread;

/** The bench {@code wait}: who foresees a caller's wait best. */
final class WaitBench {
  private static final int[] AGENTS = {5, 20, 100};
  private static final double[] LOADS = {0.95, 1.10};
  private static final int ROUNDS = 5;
  private static final double BETTER = 0.65;
  private static final double PERCENT = 100;

  private final long seed;
  private final boolean quick;

  WaitBench(long seed, boolean quick) {
    this.seed = seed;
    this.quick = quick;
  }

  Report run() {
    Report report = new Report("wait", quick);
    for (int agents : AGENTS) {
      for (double load : LOADS) {
        add(report, agents, load);
      }
    }
    return report;
  }

  private void add(Report report, int agents, double load) {
    int stretches = (quick ? 400 : 4_000) / agents + 10;
    WaitCell[] rounds = new WaitCell[ROUNDS];
    long delayed = 0;
    for (int i = 0; i < ROUNDS; i++) {
      rounds[i] = new WaitCell(agents, load).run(seed + i, stretches);
      delayed += rounds[i].delayed();
    }
    String where = "%d agents, load %.2f".formatted(agents, load);
    report.add(
        new Row(
                "error of the foreseen wait (root mean square), " + where,
                "s",
                spread(rounds, cell -> cell.ours.rootMeanSquare()))
            .peer("app_queue's hold time", spread(rounds, cell -> cell.appQueue.rootMeanSquare()))
            .peer("last to enter", spread(rounds, cell -> cell.lastToEnter.rootMeanSquare()))
            .peer("head of line", spread(rounds, cell -> cell.headOfLine.rootMeanSquare()))
            .peer("queue length", spread(rounds, cell -> cell.queueLength.rootMeanSquare()))
            .aim(Aim.atMostTimes(BETTER, "app_queue's hold time"))
            .note(
                "%,d callers who had to wait, of %d stretches of four hours; mean offered wait %.1f s"
                    .formatted(
                        delayed,
                        ROUNDS * stretches,
                        spread(rounds, WaitCell::meanWaitSeconds).median())));
    report.add(
        new Row(
                "bias of the foreseen wait, against the mean wait, " + where,
                "%",
                spread(
                    rounds, cell -> Math.abs(PERCENT * cell.ours.bias() / cell.meanWaitSeconds())))
            .peer(
                "app_queue's hold time",
                spread(
                    rounds,
                    cell -> Math.abs(PERCENT * cell.appQueue.bias() / cell.meanWaitSeconds())))
            .aim(Aim.atMost(5)));
    report.add(
        new Row(
                "callers whose wait was within the announced p80, " + where,
                "%",
                spread(rounds, WaitCell::withinPercent))
            .aim(Aim.atLeast(75))
            .aim(Aim.atMost(85)));
  }

  private static Spread spread(WaitCell[] rounds, Function<WaitCell, Double> figure) {
    double[] figures = new double[rounds.length];
    for (int i = 0; i < figures.length; i++) {
      figures[i] = figure.apply(rounds[i]);
    }
    return new Spread(figures);
  }
}
