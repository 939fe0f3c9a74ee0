// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.forecast;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.dialer.campaign.SpendFigures;

/**
 * What a forecast is made for: all that is known of the days to come.
 *
 * @param rung whether agents' telephones must be rung first, so that it dials progressively at most
 * @param trunkLines most calls at once through the trunk; 0 means no limit
 * @param trunkRate most new calls a second through the trunk; 0 means no limit
 * @param startMicros when it begins to dial, epoch microseconds
 * @param days after how many days nobody looks any further
 * @param learnt what its pacer had learnt, as it saved it; empty: nothing
 * @param ledger what was abandoned before, as its ledger saved it
 * @param screening what detectors and agents said of machines before, as its ledger saved it
 * @param spent what its calls have cost before; what is kept for those that are up does not count
 */
public record ForecastPlan(
    CampaignPlan campaign,
    ForecastLeads leads,
    Staffing staffing,
    boolean rung,
    int trunkLines,
    int trunkRate,
    long startMicros,
    int days,
    List<Double> learnt,
    List<Long> ledger,
    List<Long> screening,
    SpendFigures spent) {

  /** After so many days nobody looks any further. */
  public static final int DAYS = 14;

  /** Until when it is looked at, epoch microseconds: the campaign's own end may be earlier. */
  long endMicros() {
    long last = startMicros + TimeUnit.DAYS.toMicros(days);
    long until = campaign.limits().untilMicros();
    return until == 0 ? last : Math.min(last, until);
  }

  /** A campaign that has not dialled yet, on a trunk without limits. */
  public static ForecastPlan of(
      CampaignPlan campaign, ForecastLeads leads, Staffing staffing, long startMicros) {
    return new ForecastPlan(
        campaign,
        leads,
        staffing,
        false,
        0,
        0,
        startMicros,
        DAYS,
        List.of(),
        List.of(),
        List.of(),
        SpendFigures.NONE);
  }

  /** The same with another number of lines and calls a second on the trunk. */
  public ForecastPlan trunk(int lines, int rate) {
    return with(lines, rate, days, learnt, spent);
  }

  /** The same of a campaign that has spent so much before. */
  public ForecastPlan spent(SpendFigures before) {
    return with(trunkLines, trunkRate, days, learnt, before);
  }

  /** The same with a pacer that begins where another was. */
  public ForecastPlan warm(List<Double> pacer) {
    return with(trunkLines, trunkRate, days, List.copyOf(pacer), spent);
  }

  /** The same, looked at no longer than so many days. */
  public ForecastPlan until(int mostDays) {
    return with(trunkLines, trunkRate, mostDays, learnt, spent);
  }

  private ForecastPlan with(
      int lines, int rate, int mostDays, List<Double> pacer, SpendFigures before) {
    return new ForecastPlan(
        campaign,
        leads,
        staffing,
        rung,
        lines,
        rate,
        startMicros,
        mostDays,
        pacer,
        ledger,
        screening,
        before);
  }
}
