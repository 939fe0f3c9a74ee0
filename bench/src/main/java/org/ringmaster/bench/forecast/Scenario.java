// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.forecast;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.ringmaster.core.calendar.Calendar;
import org.ringmaster.core.calendar.CalendarId;
import org.ringmaster.core.calendar.OpenHours;
import org.ringmaster.core.call.TrunkId;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.dialer.campaign.CampaignId;
import org.ringmaster.dialer.campaign.CampaignMode;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.simulation.draw.Distribution;
import org.ringmaster.simulation.draw.Draws;
import org.ringmaster.simulation.forecast.Chances;
import org.ringmaster.simulation.forecast.ForecastLeads;
import org.ringmaster.simulation.forecast.ForecastPlan;
import org.ringmaster.simulation.forecast.Machines;
import org.ringmaster.simulation.forecast.Staffing;

/**
 * A campaign that is foreseen and then comes true again and again.
 *
 * @param leads how many are dialled
 * @param lines of its trunk; 0 for as many as it likes
 * @param historyDays on how many days others were dialled before
 * @param answers between which two shares the truth lies, 0 to 1
 */
record Scenario(
    String name,
    CampaignMode mode,
    int agents,
    int leads,
    int lines,
    int historyDays,
    double[] answers) {

  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 2);
  private static final int OPENS = 9;
  private static final int CLOSES = 20;
  private static final int HOURS = 24;
  private static final int MINUTES = 60;
  private static final long SECOND_MICROS = 1_000_000;

  /** The three of them, or smaller ones for a look. */
  static List<Scenario> all(boolean quick) {
    int part = quick ? 4 : 1;
    return List.of(
        new Scenario(
            "20 agents predictive, 5 days known",
            CampaignMode.PREDICTIVE,
            20,
            10_000 / part,
            0,
            5,
            new double[] {0.15, 0.3}),
        new Scenario(
            "8 agents progressive, 2 days known",
            CampaignMode.PROGRESSIVE,
            8,
            2_000 / part,
            0,
            2,
            new double[] {0.1, 0.35}),
        new Scenario(
            "12 agents predictive on 16 lines, 3 days known",
            CampaignMode.PREDICTIVE,
            12,
            3_000 / part,
            16,
            3,
            new double[] {0.1, 0.2}));
  }

  /** What is so and nobody is told. */
  Chances truth(Draws draws) {
    double base = answers[0] + (answers[1] - answers[0]) * draws.unit();
    double evening = 1 + 0.5 * draws.unit();
    double[] answer = new double[HOURS];
    for (int hour = 0; hour < HOURS; hour++) {
      answer[hour] = base * (hour >= 17 ? evening : 1) * (0.9 + 0.2 * draws.unit());
    }
    double later = 0.75 + 0.2 * draws.unit();
    return new Chances(
        answer,
        new double[] {1, later, later * later, later * later * later},
        0.08 + 0.1 * draws.unit(),
        0.05 + 0.15 * draws.unit(),
        0.02 + 0.05 * draws.unit(),
        0.02 * draws.unit(),
        new Distribution.Shifted(2.5, new Distribution.Gamma(2, 4 + 2 * draws.unit())),
        new Distribution.Shifted(1, new Distribution.Exponential(2)),
        new Distribution.LogNormal(60 + 80 * draws.unit(), 0.6 + 0.4 * draws.unit()),
        0.03 + 0.05 * draws.unit(),
        new Distribution.LogNormal(10 + 12 * draws.unit(), 0.6),
        Machines.NONE,
        0.02 + 0.06 * draws.unit(),
        0.02 + 0.08 * draws.unit());
  }

  /** The campaign as it begins on a day, counted from the first. */
  ForecastPlan plan(int day, int howMany) {
    long start =
        FIRST_DAY.plusDays(day).atTime(OPENS, 0).atZone(ZONE).toEpochSecond() * SECOND_MICROS;
    return ForecastPlan.of(
            campaign(), ForecastLeads.fresh(howMany, ZONE), Staffing.always(agents), start)
        .trunk(lines, 0);
  }

  private CampaignPlan campaign() {
    List<OpenHours> week = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      week.add(new OpenHours(day, OPENS * MINUTES, CLOSES * MINUTES));
    }
    return CampaignPlan.of(
        new CampaignId("foreseen"),
        new QueueId("outbound"),
        new TrunkId("carrier"),
        mode,
        new Calendar(new CalendarId("calling"), ZONE.getId(), week, List.of()));
  }
}
