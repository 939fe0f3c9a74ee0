// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.outbound;

import org.ringmaster.dialer.campaign.CampaignPacing;
import org.ringmaster.dialer.compliance.AbandonLedger;

/**
 * What a campaign may abandon in the windows of the law, as a campaign at work sees it. Owned by
 * the thread of its world.
 */
public final class LawBooks {
  private static final long QUARTER_MICROS = 900_000_000;

  private final AbandonLedger ledger;
  private final double percent;
  private long quarter = Long.MIN_VALUE;
  private double left;

  /**
   * What a ledger allows.
   *
   * @param ledger in which all is counted; {@link #changed} is to be called after each change
   * @param percent how many of a hundred may be abandoned
   */
  public LawBooks(AbandonLedger ledger, double percent) {
    this.ledger = ledger;
    this.percent = percent;
  }

  /** Something was counted: what was worked out before is old. */
  public void changed() {
    quarter = Long.MIN_VALUE;
  }

  /** How many calls more may be abandoned at an instant, epoch microseconds; not whole. */
  public double left(long nowMicros) {
    long now = nowMicros / QUARTER_MICROS;
    if (now != quarter) { // Windows move by quarters of an hour.
      quarter = now;
      left = ledger.left(percent, nowMicros);
    }
    return left;
  }

  /** Whether one more abandoned call would be too many at an instant, epoch microseconds. */
  public boolean isSpent(long nowMicros) {
    return CampaignPacing.isSpent(left(nowMicros), percent);
  }
}
