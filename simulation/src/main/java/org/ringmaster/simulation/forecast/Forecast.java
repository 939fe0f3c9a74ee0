// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.forecast;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.dialer.campaign.CampaignPacing;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.dialer.campaign.Experience;
import org.ringmaster.dialer.campaign.SpendLimit;
import org.ringmaster.dialer.pacing.Pacer;
import org.ringmaster.dialer.pacing.Underway;
import org.ringmaster.simulation.draw.Draws;

/**
 * Foresees a campaign: lives through it many times, each time with other people and another draw of
 * what is not known, and tells between what the results lie. The same plan, experience and seed
 * give the same forecast. Owned by one thread, which it keeps busy for as long as it takes.
 */
public final class Forecast {

  /** So many runs are usual. */
  public static final int RUNS = 100;

  /** With more there is nothing to be won. */
  public static final int MOST_RUNS = 1_000;

  private static final int LESSONS = 300;

  private final ForecastPlan plan;
  private final Experience experience;
  private final Belief belief;
  private final List<Double> learnt = new ArrayList<>();
  private final long seed;

  /** A forecast of a campaign of which so much is known. */
  public Forecast(ForecastPlan plan, Experience experience, long seed) {
    if (plan.leads().size() > LeadQueue.MOST) {
      throw new IllegalArgumentException("No forecast for more than " + LeadQueue.MOST + " leads.");
    }
    this.plan = plan;
    this.experience = experience;
    this.seed = seed;
    belief = new Belief(experience, plan.campaign().screening());
    Pacer pacer = taught(new Draws(seed).stream("lessons"));
    pacer.save(learnt::add);
  }

  /**
   * Makes it.
   *
   * @param runs how often it is lived through
   * @param cancelled whether nobody wants to know any more; asked all the time
   * @param progress told how many runs are done
   * @throws CancellationException where nobody wants to know any more
   */
  public ForecastResult make(int runs, BooleanSupplier cancelled, IntConsumer progress) {
    List<RunResult> results = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      results.add(run(run, cancelled));
      if (cancelled.getAsBoolean()) {
        throw new CancellationException();
      }
      progress.accept(run + 1);
    }
    return sum(results);
  }

  private RunResult run(int run, BooleanSupplier cancelled) {
    Draws draws = new Draws(seed).stream("run " + run);
    Chances chances = belief.draw(draws.stream("belief"));
    return new CampaignWorld(
            plan,
            chances,
            warm(plan.campaign(), learnt),
            draws.stream("seed").below(Integer.MAX_VALUE))
        .run(cancelled);
  }

  /**
   * The campaign's pacer as it is now, knowing how long talks last if that is known: boards, who
   * tell what it has learnt, do not hear of agents' work. One that has learnt nothing is left so.
   */
  private Pacer taught(Draws draws) {
    Pacer pacer = warm(plan);
    Chances chances = belief.draw(draws.stream("belief"));
    long known = 0;
    for (int span = 0; span < Experience.SPANS && !plan.learnt().isEmpty(); span++) {
      known += experience.talks(span);
    }
    for (int i = 0; i < Math.min(known, LESSONS); i++) {
      Machines machines = chances.machines();
      if (machines.share() > 0 && draws.chance(machines.share())) {
        pacer.talked(machines.verdict().drawMicros(draws, 0), Underway.NOTHING);
      } else {
        pacer.talked(chances.talk().drawMicros(draws, 0), Underway.NOTHING);
        pacer.wrapped(chances.wrapUp().drawMicros(draws, 0), Underway.NOTHING);
      }
    }
    return pacer;
  }

  /** The campaign's pacer with what it has learnt. */
  public static Pacer warm(ForecastPlan plan) {
    return warm(plan.campaign(), plan.learnt());
  }

  private static Pacer warm(CampaignPlan campaign, List<Double> lessons) {
    Pacer pacer = CampaignPacing.pacer(campaign);
    if (!lessons.isEmpty()) {
      pacer.load(lessons.stream().mapToDouble(Double::doubleValue).iterator());
    }
    return pacer;
  }

  private ForecastResult sum(List<RunResult> results) {
    Map<ForecastFigure, Band> bands = new EnumMap<>(ForecastFigure.class);
    for (ForecastFigure figure : ForecastFigure.values()) {
      if (isForeseen(figure)) {
        bands.put(figure, Band.of(results.stream().mapToDouble(figure::of).toArray()));
      }
    }
    Map<Bottleneck, Double> shares = new EnumMap<>(Bottleneck.class);
    for (Bottleneck which : Bottleneck.values()) {
      shares.put(which, results.stream().mapToDouble(run -> run.share(which)).average().orElse(0));
    }
    int moneyGone = (int) results.stream().filter(RunResult::moneyGone).count();
    Bottleneck binds =
        2 * moneyGone > results.size()
            ? Bottleneck.SPEND
            : Collections.max(shares.entrySet(), Map.Entry.comparingByValue()).getKey();
    return new ForecastResult(
        results.size(),
        plan.startMicros(),
        plan.days(),
        plan.leads().size(),
        (int) results.stream().filter(run -> run.finishMicros() > 0).count(),
        Collections.unmodifiableMap(bands),
        Collections.unmodifiableMap(shares),
        binds,
        (int) results.stream().filter(run -> binds(run) == binds).count(),
        moneyGone,
        currency(),
        belief.guesses());
  }

  /** Machines where they are screened for, money where it is known what calls cost. */
  private boolean isForeseen(ForecastFigure figure) {
    return switch (figure) {
      case MACHINES -> belief.screens();
      case COST -> currency() != null;
      default -> true;
    };
  }

  private @Nullable String currency() {
    SpendLimit spend = plan.campaign().limits().spend();
    return spend == null || spend.tariff().rates().isEmpty() ? null : spend.tariff().currency();
  }

  /** What bound it most; where all its money was gone nothing else would have helped. */
  private static Bottleneck binds(RunResult run) {
    if (run.moneyGone()) {
      return Bottleneck.SPEND;
    }
    Bottleneck most = Bottleneck.AGENTS;
    for (Bottleneck which : Bottleneck.values()) {
      most = run.share(which) > run.share(most) ? which : most;
    }
    return most;
  }
}
