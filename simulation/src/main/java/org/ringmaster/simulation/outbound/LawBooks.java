// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.outbound;

import java.time.ZoneId;
import org.ringmaster.dialer.campaign.CampaignPacing;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.dialer.compliance.AbandonLedger;

/** What a campaign may abandon in the windows of the law. Owned by the thread of its world. */
final class LawBooks {
  private static final long QUARTER_MICROS = 900_000_000;

  private final AbandonLedger ledger;
  private final double percent;
  private final long startMicros;
  private long day;
  private long quarter;
  private double left;

  /**
   * Nothing is counted yet.
   *
   * @param startMicros epoch microseconds at which the clock of the world shows nothing
   */
  LawBooks(CampaignPlan plan, long startMicros) {
    ledger = new AbandonLedger(ZoneId.of(plan.hours().zone()));
    percent = plan.abandonPercent();
    this.startMicros = startMicros;
    day = ledger.day(startMicros);
    look(startMicros);
  }

  /** Counts a live answer; whether another day has begun since the last one. */
  boolean answered(boolean isAbandoned, long worldMicros) {
    long now = startMicros + worldMicros;
    long before = day;
    day = ledger.day(now);
    ledger.answered(isAbandoned, now);
    look(now);
    return day != before;
  }

  /** How many calls more may be abandoned, not whole. */
  double left(long worldMicros) {
    long now = startMicros + worldMicros;
    if (now / QUARTER_MICROS != quarter) {
      look(now); // Windows move by quarters of an hour.
    }
    return left;
  }

  /** Whether one more abandoned call would be too many. */
  boolean isSpent(long worldMicros) {
    return CampaignPacing.isSpent(left(worldMicros), percent);
  }

  private void look(long nowMicros) {
    quarter = nowMicros / QUARTER_MICROS;
    left = ledger.left(percent, nowMicros);
  }
}
