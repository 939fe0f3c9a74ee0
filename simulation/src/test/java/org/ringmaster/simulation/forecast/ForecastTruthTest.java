// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.calendar.Calendar;
import org.ringmaster.core.calendar.CalendarId;
import org.ringmaster.core.calendar.OpenHours;
import org.ringmaster.core.call.TrunkId;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.dialer.campaign.AttemptOutcome;
import org.ringmaster.dialer.campaign.CampaignBounds;
import org.ringmaster.dialer.campaign.CampaignId;
import org.ringmaster.dialer.campaign.CampaignMode;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.dialer.campaign.CapWindow;
import org.ringmaster.dialer.campaign.Experience;
import org.ringmaster.dialer.campaign.FrequencyCap;
import org.ringmaster.dialer.campaign.Recycling;
import org.ringmaster.dialer.compliance.AbandonLedger;
import org.ringmaster.dialer.pacing.Pacer;
import org.ringmaster.dialer.pacing.Pacing;
import org.ringmaster.dialer.pacing.PacingMoment;
import org.ringmaster.simulation.draw.Distribution;
import org.ringmaster.simulation.draw.Draws;

/** What a forecast begins with, and what it says holds a campaign back. */
class ForecastTruthTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final long HOUR = 3_600_000_000L;

  /** A Monday in March. */
  private static final long NINE =
      LocalDateTime.of(2026, 3, 2, 9, 0).atZone(BERLIN).toEpochSecond() * 1_000_000;

  private static Calendar hours(int from, int to) {
    List<OpenHours> week = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      week.add(new OpenHours(day, from * 60, to * 60));
    }
    return new Calendar(new CalendarId("calling"), BERLIN.getId(), week, List.of());
  }

  private static CampaignPlan campaign(CampaignMode mode, int until) {
    return CampaignPlan.of(
            new CampaignId("spring"),
            new QueueId("outbound"),
            new TrunkId("carrier"),
            mode,
            hours(9, until))
        .recycling(1, List.of());
  }

  /** The same record with another value. */
  private static <R extends Record> R with(R record, String name, Object value) {
    try {
      RecordComponent[] parts = record.getClass().getRecordComponents();
      Object[] values = new Object[parts.length];
      Class<?>[] types = new Class<?>[parts.length];
      for (int i = 0; i < parts.length; i++) {
        types[i] = parts[i].getType();
        boolean isIt = parts[i].getName().equals(name);
        values[i] = isIt ? value : parts[i].getAccessor().invoke(record);
      }
      @SuppressWarnings("unchecked")
      Constructor<R> constructor = (Constructor<R>) record.getClass().getConstructor(types);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ForecastPlan plan(CampaignPlan campaign, int leads, int agents) {
    return ForecastPlan.of(
        campaign, ForecastLeads.fresh(leads, BERLIN), Staffing.always(agents), NINE);
  }

  private static Chances chances(double pause) {
    double[] answers = new double[24];
    Arrays.fill(answers, 0.25);
    return new Chances(
        answers,
        new double[] {1},
        0,
        0.1,
        0.05,
        0,
        new Distribution.Shifted(2.5, new Distribution.Gamma(2, 4.75)),
        new Distribution.Constant(3),
        new Distribution.LogNormal(90, 0.7),
        0,
        new Distribution.LogNormal(16, 0.7),
        Machines.NONE,
        0,
        pause);
  }

  private static RunResult run(ForecastPlan plan, Experience told) {
    return new CampaignWorld(plan, chances(0), Forecast.warm(plan), 3).tells(told).run(() -> false);
  }

  private static RunResult run(ForecastPlan plan) {
    return run(plan, new Experience());
  }

  @Test
  void aCampaignsOwnLinesAreNotNamedTrunk() {
    CampaignPlan few = with(campaign(CampaignMode.PREDICTIVE, 20), "maxLines", 8);
    RunResult own = run(plan(few, 600, 20));
    assertTrue(own.share(Bottleneck.LINES) > 0.5, own.toString());
    assertEquals(0, own.share(Bottleneck.TRUNK), own.toString());
    RunResult trunk = run(plan(few, 600, 20).trunk(6, 0));
    assertTrue(trunk.share(Bottleneck.TRUNK) > 0.5, trunk.toString());
    assertEquals(0, trunk.share(Bottleneck.LINES), trunk.toString());
  }

  @Test
  void whatALookDialsAtMostIsNotNamedTrunk() {
    CampaignPlan power = with(campaign(CampaignMode.POWER, 20), "maxLines", 5_000);
    RunResult many = run(plan(power, 3_000, 900));
    assertEquals(0, many.share(Bottleneck.TRUNK), many.toString());
    assertEquals(0, many.share(Bottleneck.LINES), many.toString());
  }

  @Test
  void aSmallTeamIsNamedAndNotTheMode() {
    CampaignPlan predictive = with(campaign(CampaignMode.PREDICTIVE, 20), "smallTeam", 20);
    RunResult small = run(plan(predictive, 600, 10));
    assertTrue(small.share(Bottleneck.SMALL_TEAM) > 0.2, small.toString());
    assertEquals(0, small.share(Bottleneck.MODE), small.toString());
    RunResult mode = run(plan(campaign(CampaignMode.PROGRESSIVE, 20), 600, 10));
    assertTrue(mode.share(Bottleneck.MODE) > 0.2, mode.toString());
    assertEquals(0, mode.share(Bottleneck.SMALL_TEAM), mode.toString());
  }

  @Test
  void telephonesThatMustBeRungAreNamed() {
    ForecastPlan rung = with(plan(campaign(CampaignMode.PREDICTIVE, 20), 600, 10), "rung", true);
    RunResult result = run(rung);
    assertTrue(result.share(Bottleneck.TELEPHONES) > 0.2, result.toString());
    assertEquals(0, result.abandoned());
  }

  @Test
  void agentsStayForLeadsOfOtherZonesThatMayStillBeCalled() {
    ForecastPlan plan =
        ForecastPlan.of(
            campaign(CampaignMode.PREDICTIVE, 12),
            ForecastLeads.fresh(50, ZoneId.of("America/New_York")),
            Staffing.always(5),
            NINE);
    Experience told = new Experience();
    assertEquals(0, run(plan, told).leadsLeft());
    for (int hour = 0; hour < 24; hour++) {
      assertEquals(told.ended(hour), hour >= 15 && hour < 18 ? told.ended(hour) : 0, "" + hour);
    }
    assertEquals(50, told.ended());
  }

  /** A pacer that is told of new windows. */
  private static final class RecordingPacer implements Pacer {
    private final Pacer real;
    private int windows;

    RecordingPacer(Pacer real) {
      this.real = real;
    }

    @Override
    public Pacing decide(PacingMoment moment) {
      return real.decide(moment);
    }

    @Override
    public void newWindow() {
      windows++;
    }
  }

  private static int windowsOfTheFirstDay(long answeredMicros) {
    AbandonLedger ledger = new AbandonLedger(BERLIN);
    ledger.answered(true, answeredMicros);
    ForecastPlan plan =
        with(plan(campaign(CampaignMode.PREDICTIVE, 20), 10, 5), "ledger", ledger.save());
    RecordingPacer pacer = new RecordingPacer(Forecast.warm(plan));
    assertEquals(10, new CampaignWorld(plan, chances(0), pacer, 3).run(() -> false).calls());
    return pacer.windows;
  }

  @Test
  void theFirstDayDoesNotRunOnTheBudgetOfTheDayBefore() {
    assertEquals(1, windowsOfTheFirstDay(NINE - 14 * HOUR));
    assertEquals(0, windowsOfTheFirstDay(NINE - HOUR));
  }

  @Test
  void agentsPauseForTheShareOfTheirTimeThatTheyDo() {
    ForecastPlan plan = plan(campaign(CampaignMode.PROGRESSIVE, 20), 4_000, 20);
    double[] rare = new double[24];
    Arrays.fill(rare, 0.05);
    Chances chances = with(chances(0.2), "answer", rare);
    Experience told = new Experience();
    new CampaignWorld(plan, chances, Forecast.warm(plan), 3).tells(told).run(() -> false);
    double paused = 1 - told.atWork() / (double) told.signedIn();
    assertEquals(0.2, paused, 0.05);
  }

  @Test
  void callsThatWereGivenUpAreNoSignOfSilence() {
    // One in four answers, after 2 to 22 seconds; every second call is given up after 7.
    Experience seen = new Experience();
    for (int i = 0; i < 8_000; i++) {
      int ring = 2 + i / 8 % 20;
      boolean isGivenUp = i % 2 == 0 && (i % 8 >= 2 || ring >= 7);
      boolean answers = i % 8 < 2 && !isGivenUp;
      seen.dialled(10, 10);
      if (answers) {
        seen.rang(ring * 1_000_000L);
        seen.talked(60_000_000);
        seen.wrapped(10_000_000);
      } else if (isGivenUp) {
        seen.gaveUp(7_000_000);
      }
      seen.ended(
          answers ? AttemptOutcome.TALKED : AttemptOutcome.NO_ANSWER,
          9 + i / 160 % 8,
          20_000,
          0,
          0);
    }
    assertTrue(seen.answered() < 0.17 * seen.ended(), "" + seen.answered());
    Draws draws = new Draws(1);
    double sum = 0;
    for (int i = 0; i < 200; i++) {
      sum += new Belief(seen).draw(draws).answer()[9];
    }
    assertEquals(0.25, sum / 200, 0.02);
  }

  @Test
  void eachOutcomeOfALeadIsCountedForItself() {
    for (AttemptOutcome outcome : AttemptOutcome.values()) {
      ForecastLeads leads = ForecastLeads.fresh(1, BERLIN);
      leads.tried(0, outcome, 2);
      long packed = ForecastLeads.oneMore(leads.allTries()[0], outcome);
      assertEquals(3, ForecastLeads.tries(packed), outcome.name());
      for (AttemptOutcome other : AttemptOutcome.values()) {
        assertEquals(other == outcome ? 3 : 0, ForecastLeads.tries(packed, other), outcome.name());
      }
    }
  }

  @Test
  void dialsOfTheLastDayCountForHowOftenANumberMayBeDialled() {
    ForecastLeads leads = ForecastLeads.fresh(2, BERLIN);
    for (int hour = 1; hour <= 3; hour++) {
      leads.dialled(1, NINE - hour * HOUR);
    }
    CampaignPlan plan = with(campaign(CampaignMode.PROGRESSIVE, 20), "numberTries", 3);
    Experience told = new Experience();
    RunResult result = run(ForecastPlan.of(plan, leads, Staffing.always(2), NINE), told);
    assertEquals(2, result.calls());
    assertEquals(2, told.days().size(), told.days().toString());
    assertTrue(result.finishMicros() >= NINE + 21 * HOUR, result.toString());
  }

  @Test
  void aPersonIsForeseenToBeDialledNoMoreThanTheyMayWhicheverOfTheirNumbersItIs() {
    CampaignPlan each =
        with(campaign(CampaignMode.PROGRESSIVE, 20), "numberTries", 2)
            .recycling(9, List.of(new Recycling(AttemptOutcome.NO_ANSWER, 9, 60_000)));
    long byNumber = nobodyAnswers(each).calls();
    long byPerson = nobodyAnswers(each.protectingPersons(2, 0)).calls();
    assertTrue(byNumber > 3 * 50, byNumber + " calls to a hundred numbers");
    assertTrue(byPerson > 50 && byPerson <= 2 * 50, byPerson + " calls to fifty people");
  }

  @Test
  void capsOverDaysAndWeeksLetLeadsWait() {
    CampaignPlan eager =
        with(campaign(CampaignMode.PROGRESSIVE, 20), "numberTries", 0)
            .recycling(9, List.of(new Recycling(AttemptOutcome.NO_ANSWER, 9, 60_000)));
    FrequencyCap rolling = FrequencyCap.rolling("mine", 2, HOUR / 1_000);
    FrequencyCap daily = FrequencyCap.within("daily", 3, CapWindow.DAY);
    RunResult free = nobodyAnswers(eager);
    RunResult hourly = nobodyAnswers(bounded(eager, rolling)); // Nine tries, two an hour.
    long aDay = nobodyAnswers(bounded(eager, daily)).calls();
    assertTrue(free.calls() > 4 * 50 && free.finishMicros() < NINE + 2 * HOUR, free.toString());
    assertTrue(hourly.finishMicros() >= NINE + 4 * HOUR, hourly.toString());
    assertTrue(aDay > 2 * 50 && aDay <= 3 * 50, aDay + " calls with three a day");
  }

  @Test
  void aCapForSomeNumbersHoldsForThemAlone() {
    CampaignPlan eager =
        with(campaign(CampaignMode.PROGRESSIVE, 20), "numberTries", 0)
            .recycling(9, List.of(new Recycling(AttemptOutcome.NO_ANSWER, 9, 60_000)));
    CampaignPlan bounded =
        bounded(eager, new FrequencyCap("some", 3, CapWindow.DAY, 0, true, List.of("4989")));
    RunResult free = nobodyAnswers(bounded);
    RunResult some = nobodyAnswers(bounded, boundAlone(20));
    RunResult all = nobodyAnswers(bounded, boundAlone(50));
    assertEquals(0, free.leadsLeft());
    assertTrue(some.leadsLeft() > 5 && some.leadsLeft() <= 20, some.toString());
    assertTrue(all.leadsLeft() > 20, all.toString());
    assertTrue(all.calls() < some.calls() && some.calls() < free.calls(), some + " " + all);
  }

  @Test
  void nobodyIsForeseenToBeDialledWhenTheCampaignsTimeIsOver() {
    CampaignPlan plan = campaign(CampaignMode.PROGRESSIVE, 20);
    ForecastLeads leads = ForecastLeads.fresh(10_000, BERLIN);
    RunResult whole = run(ForecastPlan.of(plan, leads, Staffing.always(5), NINE), new Experience());
    CampaignPlan brief = plan.boundedBy(CampaignBounds.NONE.between(0, NINE + HOUR));
    RunResult hour = run(ForecastPlan.of(brief, leads, Staffing.always(5), NINE), new Experience());
    assertEquals(0, hour.finishMicros());
    assertTrue(hour.calls() > 100 && hour.calls() < whole.calls(), hour + " of " + whole);
  }

  private static CampaignPlan bounded(CampaignPlan plan, FrequencyCap cap) {
    return plan.boundedBy(new CampaignBounds(List.of(cap), 0));
  }

  private static ForecastLeads fifty() {
    ForecastLeads leads = new ForecastLeads();
    for (int i = 0; i < 50; i++) {
      leads.add(List.of(BERLIN), 2, 0);
    }
    return leads;
  }

  /** Fifty of whom the first so many are bound by the campaign's cap for some numbers. */
  private static ForecastLeads boundAlone(int first) {
    ForecastLeads leads = fifty();
    for (int lead = 0; lead < first; lead++) {
      leads.bound(lead, 0);
    }
    return leads;
  }

  private static RunResult nobodyAnswers(CampaignPlan plan) {
    return nobodyAnswers(plan, fifty());
  }

  /** Leads are called on one day, in vain. */
  private static RunResult nobodyAnswers(CampaignPlan plan, ForecastLeads leads) {
    Chances never = with(chances(0), "answer", new double[24]);
    ForecastPlan today = ForecastPlan.of(plan, leads, Staffing.always(10), NINE).until(1);
    return new CampaignWorld(today, never, Forecast.warm(today), 3).run(() -> false);
  }
}
