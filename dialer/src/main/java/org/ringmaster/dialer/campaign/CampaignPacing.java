// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import org.ringmaster.dialer.compliance.AbandonLedger;
import org.ringmaster.dialer.pacing.AbandonBudget;
import org.ringmaster.dialer.pacing.LinesPacer;
import org.ringmaster.dialer.pacing.Pacer;
import org.ringmaster.dialer.pacing.PacingPriors;
import org.ringmaster.dialer.pacing.PacingRules;
import org.ringmaster.dialer.pacing.RiskBudgetPacer;

/** By which pacer a campaign is dialled: the same one at work and in a forecast. */
public final class CampaignPacing {

  /** Calls that may be abandoned beyond the share, because one of few is much. */
  private static final int SPARE = 1;

  private static final long MILLIS_PER_SECOND = 1_000;

  /** A day's share must stay within the law's: so a little less is aimed at. */
  private static final double AIM = 0.93;

  private static final double PERCENT = 100;
  private static final double GIVE_UP_ABOVE = 0.12;

  private CampaignPacing() {}

  /**
   * Whether one more abandoned call would be too many in the window of the law that allows least.
   *
   * @param left how many may still be abandoned there, not whole
   * @param percent how many of a hundred may be abandoned
   */
  public static boolean isSpent(double left, double percent) {
    return AbandonLedger.isSpent(left, percent, SPARE);
  }

  /** A pacer that has seen nothing yet, for a campaign so configured. */
  public static Pacer pacer(CampaignPlan plan) {
    return switch (plan.mode()) {
      case PROGRESSIVE, PREVIEW, MANUAL, AGENTLESS -> LinesPacer.progressive();
      case POWER -> LinesPacer.perIdle(plan.ratio());
      case PREDICTIVE ->
          new RiskBudgetPacer(
              new PacingRules(
                  (int) (plan.dialMillis() / MILLIS_PER_SECOND),
                  (int) (plan.leastRingMillis() / MILLIS_PER_SECOND),
                  (int) (plan.holdMillis() / MILLIS_PER_SECOND),
                  true,
                  GIVE_UP_ABOVE),
              PacingPriors.CAREFUL,
              new AbandonBudget(plan.abandonPercent() * AIM / PERCENT, AbandonBudget.DAY_PULL));
    };
  }
}
