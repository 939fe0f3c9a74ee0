// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import org.ringmaster.core.call.LegId;

/**
 * A line that a campaign pays for, from the dial to the end; also its line in a snapshot.
 *
 * @param millionths what a minute costs, millionths of the currency
 * @param firstSeconds so much is billed at least
 * @param nextSeconds in steps of so much what comes after it is billed
 * @param answeredMicros when it was answered, epoch microseconds; 0 before
 * @param endedMicros when it ended, epoch microseconds; 0 before
 * @param unseen whether nobody saw it end, so that it may have ended earlier
 */
record PricedLine(
    LegId leg,
    CampaignId campaign,
    long millionths,
    int firstSeconds,
    int nextSeconds,
    long answeredMicros,
    long endedMicros,
    boolean unseen) {

  private static final long MINUTE_MICROS = 60_000_000;

  PricedLine answered(long atMicros) {
    return new PricedLine(
        leg, campaign, millionths, firstSeconds, nextSeconds, atMicros, endedMicros, unseen);
  }

  PricedLine ended(long atMicros, boolean isUnseen) {
    return new PricedLine(
        leg, campaign, millionths, firstSeconds, nextSeconds, answeredMicros, atMicros, isUnseen);
  }

  /** How many seconds of it are billed where it is up until then; 0 where nobody answered. */
  long seconds(long untilMicros) {
    return answeredMicros == 0
        ? 0
        : Tariff.billedSeconds(untilMicros - answeredMicros, firstSeconds, nextSeconds);
  }

  /** What so many seconds of it cost, millionths. */
  long cost(long seconds) {
    return Tariff.cost(millionths, seconds);
  }

  /** What is kept for it at an instant, millionths: a minute, or what it has cost by then. */
  long reserved(long nowMicros) {
    long minute = Tariff.billedSeconds(MINUTE_MICROS, firstSeconds, nextSeconds);
    return cost(StrictMath.max(minute, seconds(endedMicros == 0 ? nowMicros : endedMicros)));
  }
}
