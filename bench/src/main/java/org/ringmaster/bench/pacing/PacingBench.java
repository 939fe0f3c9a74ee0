// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.pacing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.ringmaster.bench.campaign.Course;
import org.ringmaster.bench.measure.Aim;
import org.ringmaster.bench.measure.Report;
import org.ringmaster.bench.measure.Row;
import org.ringmaster.bench.measure.Spread;
import org.ringmaster.bench.pacing.Table.Aims;
import org.ringmaster.dialer.pacing.Pacer;
import org.ringmaster.simulation.outbound.OutboundResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bench {@code pacing}: who dials best. */
final class PacingBench {
  private static final Logger LOG = LoggerFactory.getLogger(PacingBench.class);
  private static final double[] LESS = {0.005, 0.01, 0.015, 0.02, 0.025, 0.03};
  private static final double FROM_OPTIMUM = 0.35;
  private static final double KERNEL_APART = 0.3;
  private static final int[] KERNEL_AGENTS = {10, 20, 50};
  private static final int[] QUICK_KERNEL_AGENTS = {10};
  private static final int KERNEL_HOURS = 10;
  private static final int KERNEL_DAYS = 8;
  private static final int[] OPTIMUM_AGENTS = {5, 10, 20, 50, 100};
  private static final int[] QUICK_OPTIMUM_AGENTS = {10};

  private final long seed;
  private final boolean quick;
  private final int rounds;
  private final double agentHours;
  private final Set<PacingPart> parts;

  /**
   * Makes the bench.
   *
   * @param quick whether a look at 10 and 50 agents is enough
   * @param rounds how often each cell is lived through
   * @param agentHours how long, in hours of all its agents together
   * @param parts what of it to measure
   */
  PacingBench(long seed, boolean quick, int rounds, double agentHours, Set<PacingPart> parts) {
    this.seed = seed;
    this.quick = quick;
    this.rounds = rounds;
    this.agentHours = agentHours;
    this.parts = parts;
  }

  /** All cells, each with what is to be reached in it. */
  static Map<Cell, Aims> cells(boolean quick) {
    Map<Cell, Aims> cells = new LinkedHashMap<>();
    int[] agents = {5, 10, 20, 50, 100, 300};
    double[] must = {76.5, 82.5, 88.0, 93.3, 95.9, 98.5};
    double[] stretch = {79.2, 84.5, 89.1, 93.6, 96.1, 98.6};
    double[] mustMore = {80.0, 84.4, 89.0, 93.8, 96.3, 98.7};
    double[] stretchMore = {81.3, 85.6, 89.9, 94.1, 96.3, 98.6};
    double[] mustSwinging = {75, 81, 87, 92.5, 95.3};
    double[] stretchSwinging = {77.5, 83.5, 88.2, 93.1, 95.6};
    for (int i = 0; i < agents.length; i++) {
      if (!quick || agents[i] == 10 || agents[i] == 50) {
        cells.put(new Cell(agents[i], 20, false), new Aims(must[i], stretch[i]));
        cells.put(new Cell(agents[i], 30, false), new Aims(mustMore[i], stretchMore[i]));
        if (i < mustSwinging.length) {
          cells.put(new Cell(agents[i], 20, true), new Aims(mustSwinging[i], stretchSwinging[i]));
        }
      }
    }
    return cells;
  }

  Report run() throws Exception {
    Report report = new Report("pacing", quick).part(parts.size() < PacingPart.values().length);
    try (ExecutorService pool =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      if (parts.contains(PacingPart.PACERS)) {
        pacers(report, pool);
      }
      if (parts.contains(PacingPart.KERNEL)) {
        for (int agents : quick ? QUICK_KERNEL_AGENTS : KERNEL_AGENTS) {
          kernel(report, pool, new KernelCell(agents, 20));
        }
      }
      if (parts.contains(PacingPart.OPTIMUM)) {
        for (int agents : quick ? QUICK_OPTIMUM_AGENTS : OPTIMUM_AGENTS) {
          optimum(report, pool, agents, 20);
          optimum(report, pool, agents, 30);
        }
      }
    }
    return report;
  }

  private void pacers(Report report, ExecutorService pool)
      throws IOException, InterruptedException, ExecutionException {
    Tuned tuned = Tuned.kept();
    for (Map.Entry<Cell, Aims> each : cells(quick).entrySet()) {
      Cell cell = each.getKey();
      LOG.info("{}", cell.text());
      Tuned.Best best = tuned.of(cell.nominal());
      Map<Contestant, List<Future<OutboundResult>>> runs = new LinkedHashMap<>();
      for (Contestant who : Contestant.values()) {
        runs.put(who, begin(pool, cell, () -> who.pacer(cell, best)));
      }
      Table table = new Table(cell, each.getValue(), quick);
      for (Map.Entry<Contestant, List<Future<OutboundResult>>> run : runs.entrySet()) {
        table.put(run.getKey(), end(run.getValue()));
      }
      Entry theirs = end(Objects.requireNonNull(runs.get(Contestant.VICIDIAL)));
      table.into(report, cell.swings() ? new Spread(0) : asBusy(pool, cell, theirs));
    }
  }

  /**
   * How much ours abandons when it is told to abandon less, until agents are no busier than theirs.
   */
  private Spread asBusy(ExecutorService pool, Cell cell, Entry theirs)
      throws InterruptedException, ExecutionException {
    double busy = theirs.utilisation().median();
    double busyBefore = 0;
    double abandonedBefore = 0;
    for (double target : LESS) { // Dear runs: none more than are needed.
      Entry ours = end(begin(pool, cell, () -> Contestant.risk(true, target)));
      double busyHere = ours.utilisation().median();
      double abandonedHere = ours.abandoned().median();
      if (busyHere >= busy) {
        double share = busyBefore == 0 ? 1 : (busy - busyBefore) / (busyHere - busyBefore);
        return new Spread(abandonedBefore + share * (abandonedHere - abandonedBefore));
      }
      busyBefore = busyHere;
      abandonedBefore = abandonedHere;
    }
    return new Spread(100); // Never as busy.
  }

  private void optimum(Report report, ExecutorService pool, int agents, int percent)
      throws InterruptedException, ExecutionException {
    LOG.info("the best that is possible: {} agents, {} %", agents, percent);
    MarkovCell cell = new MarkovCell(agents, percent);
    Future<Double> best = pool.submit(cell::bestPercent);
    List<Future<OutboundResult>> runs = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      long own = seed + round;
      runs.add(pool.submit(() -> cell.run(own, agentHours)));
    }
    Entry ours = end(runs);
    double possible = best.get();
    double[] below = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      below[i] = possible - ours.rounds().get(i).utilisationPercent();
    }
    report.add(
        new Row("agents busy, without memory, " + cell.text(), "%", ours.utilisation())
            .limit("best policy", new Spread(possible))
            .note("ours abandoned %.2f %%".formatted(ours.abandoned().median())));
    report.add(
        new Row("busy below the best policy, " + cell.text(), "points", new Spread(below))
            .aim(Aim.atMost(FROM_OPTIMUM)));
  }

  /** The same cell in the light world and through the whole kernel. */
  private void kernel(Report report, ExecutorService pool, KernelCell cell)
      throws InterruptedException, ExecutionException {
    LOG.info("through the whole kernel: {}", cell.text());
    int hours = quick ? 1 : KERNEL_HOURS;
    int days = quick ? 2 : KERNEL_DAYS;
    List<Future<OutboundResult>> light = new ArrayList<>();
    List<Future<Course.Hour>> whole = new ArrayList<>();
    for (int day = 0; day < days; day++) {
      long own = seed + day;
      light.add(pool.submit(() -> cell.light(own, hours)));
      whole.add(pool.submit(() -> cell.kernel(own, hours)));
    }
    Entry lightly = end(light);
    double[] busy = new double[days];
    double[] abandoned = new double[days];
    for (int day = 0; day < days; day++) {
      busy[day] = whole.get(day).get().busyPercent();
      abandoned[day] = whole.get(day).get().abandonedPercent();
    }
    double mean = Arrays.stream(busy).average().orElseThrow();
    double[] others =
        lightly.rounds().stream().mapToDouble(OutboundResult::utilisationPercent).toArray();
    double more = mean - Arrays.stream(others).average().orElseThrow();
    Spread busily = new Spread(busy);
    double error = Math.hypot(busily.standardError(), lightly.utilisation().standardError());
    Row between =
        new Row(
                "light world and whole kernel apart, " + cell.text(),
                "points",
                new Spread(Math.abs(more)))
            .note(
                "the whole kernel %+.2f on average of the days, standard error %.2f"
                    .formatted(more, error));
    report.add(
        new Row("agents busy, through the whole kernel, " + cell.text(), "%", busily)
            .peer("light world", lightly.utilisation())
            .note(
                "%d days of %d hours after a warm-up, by the pacer of campaigns at work; abandoned"
                        .formatted(days, hours)
                    + " %.2f %%, in the light world %.2f %%"
                        .formatted(new Spread(abandoned).median(), lightly.abandoned().median())));
    report.add(quick ? between : between.aim(Aim.atMost(KERNEL_APART)));
  }

  private List<Future<OutboundResult>> begin(
      ExecutorService pool, Cell cell, Supplier<Pacer> pacer) {
    List<Future<OutboundResult>> runs = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      long own = seed + round;
      runs.add(pool.submit(() -> cell.run(pacer.get(), own, agentHours)));
    }
    return runs;
  }

  private static Entry end(List<Future<OutboundResult>> runs)
      throws InterruptedException, ExecutionException {
    List<OutboundResult> results = new ArrayList<>();
    for (Future<OutboundResult> run : runs) {
      results.add(run.get());
    }
    return new Entry(results);
  }
}
