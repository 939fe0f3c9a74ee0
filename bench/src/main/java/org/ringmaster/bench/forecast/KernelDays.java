// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.forecast;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.TelephoneUse;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.dialer.DialerCentre;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.CampaignHistory;
import org.ringmaster.dialer.campaign.CampaignMode;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.simulation.draw.Distribution;
import org.ringmaster.simulation.draw.Draws;
import org.ringmaster.simulation.draw.Profile;
import org.ringmaster.simulation.forecast.ForecastFigure;
import org.ringmaster.simulation.forecast.ForecastLeads;
import org.ringmaster.simulation.forecast.ForecastPlan;
import org.ringmaster.simulation.forecast.Staffing;
import org.ringmaster.simulation.people.AgentHabits;
import org.ringmaster.simulation.people.CalleeHabits;
import org.ringmaster.simulation.people.CalleeKind;
import org.ringmaster.simulation.world.DiallingCentre;
import org.ringmaster.simulation.world.SimulationSettings;

/**
 * Days of a campaign through the whole kernel: the real deciders against a simulated Asterisk, with
 * a truth that is drawn once and a luck of its own for each day. Each begins with a platform that
 * has learnt nothing.
 */
final class KernelDays {
  private static final FactCodec CODEC = FactCodec.of(DialerCentre.names().build());
  private static final CampaignPlan PLAN =
      DiallingCentre.campaign(CampaignMode.PREDICTIVE).recycling(1, List.of());
  private static final long HOUR_MICROS = 3_600_000_000L;
  private static final long DAY_MICROS = 24 * HOUR_MICROS;
  private static final int MOST_HOURS = 12;
  private static final int STEP_MICROS = 600_000_000;
  private static final double PERCENT = 100;
  private static final double FEW = 20;

  private final int agents;
  private final int leads;
  private final Draws draws;
  private final double answers;
  private final double spread;
  private final double busy;
  private final double talkSeconds;
  private final double wrapUpSeconds;
  private final double absent;

  KernelDays(int agents, int leads, Draws draws) {
    this.agents = agents;
    this.leads = leads;
    this.draws = draws;
    Draws truth = draws.stream("truth");
    answers = 0.15 + 0.2 * truth.unit();
    spread = 0.08 + 0.1 * truth.unit();
    busy = 0.05 + 0.15 * truth.unit();
    talkSeconds = 60 + 60 * truth.unit();
    wrapUpSeconds = 8 + 8 * truth.unit();
    absent = 0.02 + 0.06 * truth.unit();
  }

  /** What a forecast is made for. */
  ForecastPlan plan() {
    return ForecastPlan.of(
        PLAN,
        ForecastLeads.fresh(leads, DiallingCentre.BERLIN),
        Staffing.always(agents),
        SimulationSettings.MONDAY_AT_SIX);
  }

  /** Lives through a day; what it came to. */
  Map<ForecastFigure, Double> day(int number, CampaignHistory told) {
    Draws own = draws.stream("day " + number);
    double luck = StrictMath.exp(spread * own.normal() - spread * spread / 2);
    int there = 0;
    for (int agent = 0; agent < agents; agent++) {
      there += own.chance(absent) ? 0 : 1;
    }
    DiallingCentre world =
        new DiallingCentre(
            settings(number, own.below(Integer.MAX_VALUE)),
            there,
            TelephoneUse.OPEN,
            PLAN,
            DiallingCentre.leads(leads),
            callees(Math.min(0.9, answers * luck)),
            habits(),
            decider -> decider);
    world.opens(world.centre().agenda().micros() + MOST_HOURS * HOUR_MICROS);
    long start = world.centre().agenda().micros();
    world.starts();
    long until = start + MOST_HOURS * HOUR_MICROS;
    Count count = new Count(start, there, leads);
    int read = 0;
    while (!count.over && world.centre().agenda().micros() < until) {
      world.centre().run(STEP_MICROS);
      List<RecordedFact> facts = world.centre().facts();
      for (; read < facts.size(); read++) {
        count.sees(facts.get(read));
        told.apply(facts.get(read).fact(), facts.get(read).envelope());
      }
    }
    return count.figures();
  }

  private static SimulationSettings settings(int day, long seed) {
    SimulationSettings usual = SimulationSettings.of(seed, CODEC);
    return new SimulationSettings(
        seed,
        usual.startMicros() + day * DAY_MICROS,
        usual.timing(),
        usual.syncSeconds(),
        usual.keepsFacts(),
        usual.centres(),
        usual.boards(),
        CODEC);
  }

  private CalleeHabits callees(double share) {
    Map<CalleeKind, Profile> weights = new LinkedHashMap<>();
    weights.put(CalleeKind.PERSON, Profile.flat(share));
    weights.put(CalleeKind.BUSY, Profile.flat((1 - share) * busy));
    weights.put(CalleeKind.NOBODY, Profile.flat((1 - share) * (1 - busy)));
    return new CalleeHabits(
        weights,
        new Distribution.Uniform(0.5, 2.5),
        new Distribution.Gamma(2, 4),
        new Distribution.LogNormal(talkSeconds, 0.7),
        new Distribution.Uniform(4, 9),
        new Distribution.Uniform(20, 40));
  }

  private AgentHabits habits() {
    return new AgentHabits(
        new Distribution.Constant(1),
        new Distribution.Constant(600),
        new Distribution.LogNormal(wrapUpSeconds, 0.4),
        0,
        0,
        0,
        0,
        0,
        0,
        new Distribution.Constant(0),
        new Distribution.Constant(0));
  }

  /** Counts what facts say, as the light world counts what happens in it. */
  private static final class Count {
    private final long startMicros;
    private final int agents;
    private final double few;
    private final Map<LegId, Long> talks = new LinkedHashMap<>();
    private final Map<AgentId, Long> works = new LinkedHashMap<>();
    private int left;
    private long calls;
    private long connected;
    private long abandoned;
    private double talkMicros;
    private double busyMicros;
    private double idlePercent = PERCENT;
    private long mostlyMicros;
    private long finishMicros;
    boolean over;

    Count(long startMicros, int agents, int leads) {
      this.startMicros = startMicros;
      this.agents = agents;
      left = leads;
      few = leads / FEW;
    }

    void sees(RecordedFact recorded) {
      long at = recorded.envelope().recordedAtMicros();
      switch (recorded.fact()) {
        case CampaignFact.Dialled f -> calls++;
        case CampaignFact.Abandoned f -> abandoned++;
        case CampaignFact.Connected f -> {
          connected++;
          talks.put(f.leg(), at);
          works.put(f.agent(), at);
        }
        case AgentFact.Freed f -> {
          Long since = works.remove(f.agent());
          busyMicros += since == null ? 0 : at - since;
        }
        case CampaignFact.AttemptEnded f -> {
          Long since = talks.remove(f.leg());
          talkMicros += since == null ? 0 : at - since;
          ends(at);
        }
        default -> {}
      }
    }

    private void ends(long at) {
      left--;
      if (mostlyMicros == 0 && left <= few) {
        mostlyMicros = at;
        double busy = busyMicros;
        for (long since : works.values()) {
          busy += at - since;
        }
        idlePercent = PERCENT * (1 - busy / (agents * (double) (at - startMicros)));
      }
      if (left == 0) {
        finishMicros = at;
        over = true;
      }
    }

    Map<ForecastFigure, Double> figures() {
      Map<ForecastFigure, Double> figures = new EnumMap<>(ForecastFigure.class);
      figures.put(ForecastFigure.CALLS, (double) calls);
      figures.put(ForecastFigure.CONNECTS, (double) connected);
      figures.put(ForecastFigure.TALK_HOURS, talkMicros / HOUR_MICROS);
      figures.put(ForecastFigure.IDLE, idlePercent);
      figures.put(
          ForecastFigure.ABANDONED,
          PERCENT * abandoned / Math.max(1.0, (double) (connected + abandoned)));
      figures.put(ForecastFigure.MOSTLY, hours(mostlyMicros));
      figures.put(ForecastFigure.FINISH, hours(finishMicros));
      return Collections.unmodifiableMap(figures);
    }

    private double hours(long at) {
      return at == 0 ? Double.POSITIVE_INFINITY : (double) (at - startMicros) / HOUR_MICROS;
    }
  }

  /** So many days, one after the other. */
  List<Map<ForecastFigure, Double>> days(int first, int howMany, CampaignHistory told) {
    List<Map<ForecastFigure, Double>> days = new ArrayList<>();
    for (int day = first; day < first + howMany; day++) {
      days.add(day(day, told));
    }
    return days;
  }
}
