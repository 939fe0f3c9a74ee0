// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.calendar.Calendar;
import org.ringmaster.core.calendar.CalendarId;
import org.ringmaster.core.calendar.OpenHours;
import org.ringmaster.core.call.TrunkId;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.dialer.campaign.AttemptOutcome;
import org.ringmaster.dialer.campaign.CampaignId;
import org.ringmaster.dialer.campaign.CampaignMode;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.dialer.campaign.Experience;
import org.ringmaster.dialer.campaign.Recycling;
import org.ringmaster.simulation.draw.Distribution;

class ForecastTest {
  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  /** A Monday in March. */
  static final long NINE = at(2026, 3, 2, 9);

  private static long at(int year, int month, int day, int hour) {
    return LocalDateTime.of(year, month, day, hour, 0).atZone(BERLIN).toEpochSecond() * 1_000_000;
  }

  static Calendar hours(int from, int to) {
    List<OpenHours> week = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      week.add(new OpenHours(day, from * 60, to * 60));
    }
    return new Calendar(new CalendarId("calling"), BERLIN.getId(), week, List.of());
  }

  static CampaignPlan campaign(CampaignMode mode, Calendar hours) {
    return CampaignPlan.of(
        new CampaignId("spring"), new QueueId("outbound"), new TrunkId("carrier"), mode, hours);
  }

  private static ForecastPlan plan(CampaignMode mode, int leads, int agents) {
    return ForecastPlan.of(
        campaign(mode, hours(9, 20)).recycling(1, List.of()),
        ForecastLeads.fresh(leads, BERLIN),
        Staffing.always(agents),
        NINE);
  }

  /** What a thousand calls came to of which one in four was answered. */
  static Experience experience() {
    Experience experience = new Experience();
    for (int i = 0; i < 1_000; i++) {
      boolean answers = i % 4 == 0;
      experience.dialled(10, 10);
      if (answers) {
        experience.rang(8_000_000 + i * 5_000L);
        experience.talked(60_000_000 + i * 100_000L);
        experience.wrapped(15_000_000);
      }
      experience.ended(
          answers ? AttemptOutcome.TALKED : AttemptOutcome.NO_ANSWER,
          9 + i % 11,
          20_000 + i / 250,
          0,
          26_000_000);
    }
    return experience;
  }

  static ForecastResult forecast(ForecastPlan plan, Experience experience, long seed) {
    return new Forecast(plan, experience, seed).make(20, () -> false, runs -> {});
  }

  static double middle(ForecastResult result, ForecastFigure figure) {
    return result.band(figure).p50();
  }

  @Test
  void aForecastOfTheSameSeedIsTheSame() {
    ForecastPlan plan = plan(CampaignMode.PREDICTIVE, 300, 5);
    assertEquals(forecast(plan, experience(), 7), forecast(plan, experience(), 7));
    assertNotEquals(
        forecast(plan, experience(), 7).bands(), forecast(plan, experience(), 8).bands());
  }

  @Test
  void withMoreAgentsItEndsEarlier() {
    ForecastResult few = forecast(plan(CampaignMode.PREDICTIVE, 600, 5), experience(), 1);
    ForecastResult many = forecast(plan(CampaignMode.PREDICTIVE, 600, 10), experience(), 1);
    assertEquals(20, few.finished());
    assertTrue(
        many.band(ForecastFigure.FINISH).p90() < few.band(ForecastFigure.FINISH).p10(),
        many.bands() + " " + few.bands());
    assertEquals(Bottleneck.AGENTS, few.binds());
  }

  @Test
  void aTrunkWithTooFewLinesIsNamedAsWhatHoldsItBack() {
    ForecastResult result =
        forecast(plan(CampaignMode.PREDICTIVE, 600, 20).trunk(8, 0), experience(), 1);
    assertEquals(Bottleneck.TRUNK, result.binds());
    assertTrue(result.share(Bottleneck.TRUNK) > 0.5, result.shares().toString());
    ForecastPlan slow = plan(CampaignMode.PREDICTIVE, 1_500, 100).trunk(0, 1);
    assertEquals(Bottleneck.TRUNK, forecast(slow, experience(), 1).binds());
  }

  @Test
  void theModeIsNamedWhereItDialsOneLineForEachIdleAgentOnly() {
    ForecastResult slow = forecast(plan(CampaignMode.PROGRESSIVE, 600, 10), experience(), 1);
    assertTrue(slow.share(Bottleneck.MODE) > 0.2, slow.shares().toString());
    assertEquals(0, middle(slow, ForecastFigure.ABANDONED));
    ForecastResult fast = forecast(plan(CampaignMode.PREDICTIVE, 600, 10), experience(), 1);
    assertTrue(middle(fast, ForecastFigure.IDLE) < middle(slow, ForecastFigure.IDLE) - 5);
    assertTrue(middle(fast, ForecastFigure.ABANDONED) <= 3.5, fast.bands().toString());
  }

  @Test
  void leadsThatRestAreNamedWhereAgentsWaitForThem() {
    CampaignPlan plan =
        campaign(CampaignMode.PROGRESSIVE, hours(9, 20))
            .recycling(4, List.of(new Recycling(AttemptOutcome.NO_ANSWER, 4, 7_200_000)));
    ForecastResult result =
        forecast(
            ForecastPlan.of(plan, ForecastLeads.fresh(100, BERLIN), Staffing.always(10), NINE),
            experience(),
            1);
    assertEquals(Bottleneck.LEADS, result.binds());
    assertTrue(middle(result, ForecastFigure.FINISH) > 6, result.bands().toString());
    assertTrue(middle(result, ForecastFigure.CALLS) > 200, result.bands().toString());
  }

  @Test
  void nobodyIsDialledOutsideTheHoursAndTheRestIsForTheNextDay() {
    CampaignPlan plan = campaign(CampaignMode.PREDICTIVE, hours(9, 12)).recycling(1, List.of());
    ForecastPlan whole =
        ForecastPlan.of(plan, ForecastLeads.fresh(1_500, BERLIN), Staffing.always(5), NINE);
    Experience told = new Experience();
    RunResult result =
        new CampaignWorld(whole, known(), Forecast.warm(whole), 3).tells(told).run(() -> false);
    assertEquals(1_500, result.calls());
    for (int hour = 0; hour < 24; hour++) {
      assertEquals(hour >= 9 && hour < 12, told.ended(hour) > 0, "hour " + hour);
    }
    assertTrue(told.days().size() > 1, told.days().toString());
    assertTrue(result.finishMicros() > at(2026, 3, 3, 9), "" + result.finishMicros());
  }

  @Test
  void leadsOfAnotherZoneAreCalledInTheirOwnHours() {
    CampaignPlan plan = campaign(CampaignMode.PREDICTIVE, hours(9, 20)).recycling(1, List.of());
    ForecastPlan whole =
        ForecastPlan.of(
            plan, ForecastLeads.fresh(50, ZoneId.of("America/New_York")), Staffing.always(5), NINE);
    Experience told = new Experience();
    RunResult result =
        new CampaignWorld(whole, known(), Forecast.warm(whole), 3).tells(told).run(() -> false);
    for (int hour = 0; hour < 15; hour++) {
      assertEquals(0, told.ended(hour), "hour " + hour);
    }
    assertEquals(50, told.ended());
    assertTrue(result.share(Bottleneck.HOURS) > 0.8, result.toString());
  }

  private static Chances known() {
    double[] answers = new double[24];
    java.util.Arrays.fill(answers, 0.25);
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
        0);
  }

  @Test
  void withNothingToGoByItSaysThatItGuessesAndItsBandIsWide() {
    ForecastPlan plan = plan(CampaignMode.PREDICTIVE, 600, 5);
    ForecastResult guessed = forecast(plan, new Experience(), 1);
    assertEquals(2, guessed.guesses().size(), guessed.guesses().toString());
    assertTrue(guessed.guesses().getFirst().contains("is a guess"), guessed.guesses().toString());
    ForecastResult known = forecast(plan, experience(), 1);
    assertEquals(List.of(), known.guesses());
    Band wide = guessed.band(ForecastFigure.CONNECTS);
    Band narrow = known.band(ForecastFigure.CONNECTS);
    assertTrue(wide.p90() - wide.p10() > 1.5 * (narrow.p90() - narrow.p10()), wide + " " + narrow);
  }

  @Test
  void whereNobodyWorksItDoesNotEnd() {
    ForecastResult result = forecast(plan(CampaignMode.PREDICTIVE, 10, 0), experience(), 1);
    assertEquals(0, result.finished());
    assertTrue(Double.isInfinite(middle(result, ForecastFigure.FINISH)));
    assertEquals(0, middle(result, ForecastFigure.CALLS));
  }

  @Test
  void oneThatNobodyWantsAnyMoreEndsAtOnce() {
    Forecast forecast = new Forecast(plan(CampaignMode.PREDICTIVE, 600, 5), experience(), 1);
    List<Integer> done = new ArrayList<>();
    assertThrows(
        CancellationException.class, () -> forecast.make(20, () -> done.size() > 1, done::add));
    assertEquals(List.of(1, 2), done);
  }

  @Test
  void triesBeforeCountAndALeadThatRestsIsNotDialledEarlier() {
    CampaignPlan plan =
        campaign(CampaignMode.PROGRESSIVE, hours(9, 20))
            .recycling(3, List.of(new Recycling(AttemptOutcome.NO_ANSWER, 3, 600_000)));
    ForecastLeads leads = new ForecastLeads();
    int lead = leads.add(List.of(BERLIN), 1, at(2026, 3, 2, 11));
    leads.tried(lead, AttemptOutcome.NO_ANSWER, 2);
    ForecastPlan whole = ForecastPlan.of(plan, leads, Staffing.always(1), NINE);
    Experience told = new Experience();
    RunResult result =
        new CampaignWorld(whole, known(), Forecast.warm(whole), 3).tells(told).run(() -> false);
    assertEquals(1, result.calls());
    assertEquals(1, told.ended(11));
    assertEquals(1, told.endedAtTry(2));
  }

  @Test
  void noNumberIsDialledMoreOftenThanItMayBeWithinADay() {
    CampaignPlan plan =
        campaign(CampaignMode.PROGRESSIVE, hours(9, 20))
            .recycling(6, List.of(new Recycling(AttemptOutcome.NO_ANSWER, 6, 600_000)));
    ForecastPlan whole =
        ForecastPlan.of(plan, ForecastLeads.fresh(40, BERLIN), Staffing.always(10), NINE);
    Experience told = new Experience();
    new CampaignWorld(whole, known(), Forecast.warm(whole), 3).tells(told).run(() -> false);
    assertTrue(told.days().size() >= 2, told.days().toString());
    assertTrue(told.days().getFirst().ended() <= 3 * 40, told.days().toString());
    assertTrue(told.endedAtTry(3) > 0);
  }

  @Test
  void staffingIsANumberOrNumbersForHours() {
    assertEquals(Staffing.always(20), Staffing.parse("20"));
    Staffing day = Staffing.parse("9-13=20, 13-17=12");
    assertEquals(20, day.byHour().get(12));
    assertEquals(12, day.byHour().get(13));
    assertEquals(0, day.byHour().get(17));
    assertEquals("9-13=20,13-17=12", day.toString());
    for (String wrong : List.of("", "many", "-1", "9-8=1", "9-25=1", "99999", "9=1")) {
      String why =
          assertThrows(IllegalArgumentException.class, () -> Staffing.parse(wrong)).getMessage();
      assertFalse(String.valueOf(why).isEmpty());
    }
  }
}
