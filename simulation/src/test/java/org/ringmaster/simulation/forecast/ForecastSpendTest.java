// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ringmaster.simulation.forecast.ForecastTest.BERLIN;
import static org.ringmaster.simulation.forecast.ForecastTest.NINE;
import static org.ringmaster.simulation.forecast.ForecastTest.campaign;
import static org.ringmaster.simulation.forecast.ForecastTest.experience;
import static org.ringmaster.simulation.forecast.ForecastTest.hours;
import static org.ringmaster.simulation.forecast.ForecastTest.middle;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringmaster.dialer.campaign.CampaignBounds;
import org.ringmaster.dialer.campaign.CampaignMode;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.dialer.campaign.SpendFigures;
import org.ringmaster.dialer.campaign.SpendLimit;
import org.ringmaster.dialer.campaign.Tariff;

/** What a forecast says of money. */
class ForecastSpendTest {
  private static final int LEADS = 600;
  private static final int RUNS = 20;
  private static final long ONE = 1_000_000;

  /** Six cents a minute. */
  private static final long RATE = 60_000;

  private static Tariff tariff(int step) {
    return new Tariff("EUR", List.of(new Tariff.Rate("", RATE)), step, step);
  }

  private static ForecastPlan plan(SpendLimit limit) {
    CampaignPlan campaign =
        campaign(CampaignMode.PREDICTIVE, hours(9, 20))
            .recycling(1, List.of())
            .boundedBy(CampaignBounds.NONE.spending(limit));
    ForecastLeads leads = ForecastLeads.fresh(LEADS, BERLIN);
    for (int lead = 0; lead < LEADS; lead++) {
      leads.costs(lead, List.of(RATE));
    }
    return ForecastPlan.of(campaign, leads, Staffing.always(5), NINE);
  }

  private static ForecastResult forecast(ForecastPlan plan) {
    return ForecastTest.forecast(plan, experience(), 1);
  }

  private static SpendLimit most(long day, long campaign) {
    return new SpendLimit(tariff(1), day, campaign);
  }

  @Test
  void whatCallsCostIsWhatTheyTalkBySecondsAndMoreByMinutes() {
    ForecastResult bySecond = forecast(plan(most(0, 0)));
    double talk = 60 * middle(bySecond, ForecastFigure.TALK_HOURS);
    double cost = middle(bySecond, ForecastFigure.COST);
    assertEquals(0.06 * talk, cost, 0.03 * cost);
    assertEquals("EUR", bySecond.unit(ForecastFigure.COST));
    ForecastResult byMinute = forecast(plan(new SpendLimit(tariff(60), 0, 0)));
    double rounded = middle(byMinute, ForecastFigure.COST) - cost;
    double halfMinutes = 0.03 * middle(byMinute, ForecastFigure.CONNECTS);
    assertEquals(halfMinutes, rounded, 0.3 * halfMinutes);
  }

  @Test
  void withoutRatesNothingIsSaidOfMoney() {
    ForecastResult result =
        forecast(plan(new SpendLimit(new Tariff("EUR", List.of(), 1, 1), 0, 0)));
    assertNull(result.bands().get(ForecastFigure.COST));
    assertEquals(0, result.moneyGoneRuns());
  }

  @Test
  void onceAllOfItIsSpentARunEndsThereAndTheMoneyIsWhatBinds() {
    ForecastResult free = forecast(plan(most(0, 0)));
    ForecastResult bound = forecast(plan(most(0, 5 * ONE)));
    assertTrue(free.band(ForecastFigure.COST).p10() > 6, free.bands().toString());
    assertEquals(RUNS, bound.moneyGoneRuns());
    assertEquals(0, bound.finished());
    assertEquals(Bottleneck.SPEND, bound.binds());
    assertEquals(RUNS, bound.bindsRuns());
    Band cost = bound.band(ForecastFigure.COST);
    // Nothing is dialled while less is left than a minute of one more costs.
    assertTrue(cost.p10() > 4.9 && cost.p90() < 5.5, cost.toString());
    assertTrue(
        middle(bound, ForecastFigure.CALLS) < middle(free, ForecastFigure.CALLS),
        bound.bands().toString());
    // Agents do not sit there for days once nothing is left: nobody would have them do so.
    assertTrue(middle(bound, ForecastFigure.IDLE) < 60, bound.bands().toString());
  }

  @Test
  void whatWasSpentBeforeIsNotThereAnyMore() {
    ForecastPlan plan = plan(most(0, 5 * ONE)).spent(new SpendFigures(0, 4 * ONE, 0));
    Band cost = forecast(plan).band(ForecastFigure.COST);
    assertTrue(cost.p10() > 0.9 && cost.p90() < 1.5, cost.toString());
    // What is kept for the lines of this moment is given back before long.
    ForecastPlan kept = plan(most(0, 5 * ONE)).spent(new SpendFigures(0, 0, 5 * ONE));
    assertTrue(forecast(kept).band(ForecastFigure.COST).p10() > 4.9);
    ForecastPlan today = plan(most(3 * ONE, 0)).spent(new SpendFigures(0, 0, 3 * ONE));
    assertTrue(middle(forecast(today.until(1)), ForecastFigure.CALLS) > 50);
    ForecastPlan nothing = plan(most(0, 5 * ONE)).spent(new SpendFigures(0, 5 * ONE, 0));
    assertEquals(0, middle(forecast(nothing), ForecastFigure.CALLS));
  }

  @Test
  void onADayWhoseMoneyIsSpentNobodyIsDialledUntilTheNext() {
    ForecastResult result = forecast(plan(most(3 * ONE, 0)));
    assertEquals(RUNS, result.finished());
    assertEquals(0, result.moneyGoneRuns());
    assertEquals(Bottleneck.SPEND, result.binds());
    assertTrue(middle(result, ForecastFigure.FINISH) > 24, result.bands().toString());
    ForecastPlan spent = plan(most(3 * ONE, 0)).spent(new SpendFigures(3 * ONE, 3 * ONE, 0));
    // The last second that is looked at is the first of Tuesday.
    assertTrue(middle(forecast(spent.until(1)), ForecastFigure.CALLS) <= 5);
    assertTrue(middle(forecast(spent.until(2)), ForecastFigure.CALLS) > 50);
  }

  @Test
  void aLeadThatIsTooDearStaysTheFirstAndThoseBehindItWait() {
    ForecastPlan plan = plan(most(ONE / 5, 0));
    plan.leads().costs(0, List.of(ONE / 2)); // Of the others three may be dialled a day.
    ForecastResult result = forecast(plan.until(1));
    assertEquals(0, middle(result, ForecastFigure.CALLS));
    assertEquals(Bottleneck.SPEND, result.binds());
  }

  @Test
  void aLeadWithSeveralNumbersCostsWhatTheyDoInTurn() {
    ForecastLeads leads = ForecastLeads.fresh(2, BERLIN);
    leads.costs(1, List.of(10L, 70L));
    assertEquals(0, leads.rate(0, 3));
    assertEquals(10, leads.rate(1, 0));
    assertEquals(70, leads.rate(1, 1));
    assertEquals(10, leads.rate(1, 2));
  }
}
