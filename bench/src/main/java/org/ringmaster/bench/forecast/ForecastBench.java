// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.forecast;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ringmaster.bench.measure.Aim;
import org.ringmaster.bench.measure.Report;
import org.ringmaster.bench.measure.Row;
import org.ringmaster.bench.measure.Spread;
import org.ringmaster.dialer.campaign.CampaignHistory;
import org.ringmaster.dialer.campaign.Experience;
import org.ringmaster.dialer.pacing.Pacer;
import org.ringmaster.simulation.draw.Draws;
import org.ringmaster.simulation.forecast.Band;
import org.ringmaster.simulation.forecast.CampaignWorld;
import org.ringmaster.simulation.forecast.Chances;
import org.ringmaster.simulation.forecast.Forecast;
import org.ringmaster.simulation.forecast.ForecastFigure;
import org.ringmaster.simulation.forecast.ForecastPlan;
import org.ringmaster.simulation.forecast.ForecastResult;
import org.ringmaster.simulation.forecast.RunResult;
import org.ringmaster.simulation.world.DiallingCentre;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bench {@code forecast}: how often what comes lies in the band that was foreseen. For each
 * scenario a truth is drawn that nobody is told; some days of it are the history, from which one
 * forecast is made; then the campaign comes true many times, each on another day with its own
 * answers, agents who do not come, and people. History and later days are of the light world, but
 * for one more scenario, in which both go through the whole kernel.
 */
final class ForecastBench {
  private static final Logger LOG = LoggerFactory.getLogger(ForecastBench.class);
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final double HELD = 75;
  private static final double PERCENT = 100;
  private static final double NANOS = 1e9;
  private static final int LATER = 1_000;
  private static final int KERNEL_HISTORY = 3;

  /** Days of history are as long as a list of so many leads for each agent makes them. */
  private static final int LEADS_PER_AGENT = 500;

  private final long seed;
  private final boolean quick;
  private final int runs;
  private final int days;

  /**
   * Makes the bench.
   *
   * @param runs of each forecast
   * @param days against which each is held
   */
  ForecastBench(long seed, boolean quick, int runs, int days) {
    this.seed = seed;
    this.quick = quick;
    this.runs = runs;
    this.days = days;
  }

  Report run() {
    Report report = new Report("forecast", quick);
    for (Scenario scenario : Scenario.all(quick)) {
      LOG.info("{}", scenario.name());
      add(report, scenario);
    }
    LOG.info("the whole kernel");
    addKernel(report);
    return report;
  }

  private void add(Report report, Scenario scenario) {
    Draws draws = new Draws(seed).stream(scenario.name());
    Chances truth = scenario.truth(draws.stream("truth"));
    Experience history = new Experience();
    List<Double> learnt = history(scenario, truth, draws.stream("history"), history);
    ForecastPlan plan = scenario.plan(scenario.historyDays(), scenario.leads()).warm(learnt);
    long begun = THREADS.getCurrentThreadCpuTime();
    ForecastResult foreseen =
        new Forecast(plan, history, draws.stream("forecast").below(Integer.MAX_VALUE))
            .make(runs, () -> false, done -> {});
    double seconds = (THREADS.getCurrentThreadCpuTime() - begun) / NANOS;
    List<RunResult> later = later(scenario, truth, learnt, draws.stream("later"));
    for (ForecastFigure figure : foreseen.bands().keySet()) {
      report.add(
          new Row(
                  "later days within P10-P90, " + figure.words() + ", " + scenario.name(),
                  "%",
                  new Spread(held(foreseen.band(figure), values(figure, later))))
              .aim(Aim.atLeast(HELD))
              .note(note(foreseen.band(figure), figure, values(figure, later))));
    }
    report.add(
        new Row("processor time of a forecast, " + scenario.name(), "s", new Spread(seconds))
            .aim(Aim.atMost(60))
            .note(
                String.format(
                    Locale.ROOT,
                    "%d runs of %d leads on one core; binds: %s, %.0f %% of agents' time",
                    runs,
                    scenario.leads(),
                    foreseen.binds(),
                    PERCENT * foreseen.share(foreseen.binds()))));
  }

  private void addKernel(Report report) {
    int agents = 10;
    int leads = quick ? 300 : 1_500;
    int later = quick ? 3 : 30;
    KernelDays kernel = new KernelDays(agents, leads, new Draws(seed).stream("kernel"));
    CampaignHistory history = new CampaignHistory();
    kernel.days(0, KERNEL_HISTORY, history);
    ForecastResult foreseen =
        new Forecast(kernel.plan(), history.of(DiallingCentre.CAMPAIGN), seed)
            .make(runs, () -> false, done -> {});
    List<Map<ForecastFigure, Double>> came =
        kernel.days(KERNEL_HISTORY, later, new CampaignHistory());
    for (ForecastFigure figure : foreseen.bands().keySet()) {
      Band band = foreseen.band(figure);
      double[] values = came.stream().mapToDouble(day -> day.getOrDefault(figure, 0.0)).toArray();
      Row row =
          new Row(
                  "later days within P10-P90, "
                      + figure.words()
                      + ", whole kernel, "
                      + agents
                      + " agents predictive",
                  "%",
                  new Spread(held(band, values)))
              .note(note(band, figure, values));
      report.add(quick ? row : row.aim(Aim.atLeast(HELD)));
    }
  }

  /** Lives through the days before; what the pacer has learnt in them. */
  private static List<Double> history(
      Scenario scenario, Chances truth, Draws draws, Experience told) {
    List<Double> learnt = new ArrayList<>();
    for (int day = 0; day < scenario.historyDays(); day++) {
      ForecastPlan plan = scenario.plan(day, LEADS_PER_AGENT * scenario.agents()).warm(learnt);
      Pacer pacer = Forecast.warm(plan);
      new CampaignWorld(plan.until(1), truth, pacer, draws.below(Integer.MAX_VALUE))
          .tells(told)
          .run(() -> false);
      learnt = new ArrayList<>();
      pacer.save(learnt::add);
    }
    return learnt;
  }

  private List<RunResult> later(
      Scenario scenario, Chances truth, List<Double> learnt, Draws draws) {
    List<RunResult> results = new ArrayList<>();
    for (int day = 0; day < days; day++) {
      ForecastPlan plan = scenario.plan(LATER + day, scenario.leads()).warm(learnt);
      results.add(
          new CampaignWorld(plan, truth, Forecast.warm(plan), draws.below(Integer.MAX_VALUE))
              .run(() -> false));
    }
    return results;
  }

  private static double[] values(ForecastFigure figure, List<RunResult> later) {
    return later.stream().mapToDouble(figure::of).toArray();
  }

  private static double held(Band band, double[] later) {
    return PERCENT * Arrays.stream(later).filter(band::holds).count() / later.length;
  }

  private static String note(Band band, ForecastFigure figure, double[] later) {
    double below = Arrays.stream(later).filter(value -> value < band.p10()).count();
    double mean = Arrays.stream(later).average().orElse(0);
    return String.format(
        Locale.ROOT,
        "foreseen %.4g (%.4g-%.4g) %s; %d later days came to %.4g on average, %.0f %% of them"
            + " below",
        band.p50(),
        band.p10(),
        band.p90(),
        figure.unit(),
        later.length,
        mean,
        PERCENT * below / later.length);
  }
}
