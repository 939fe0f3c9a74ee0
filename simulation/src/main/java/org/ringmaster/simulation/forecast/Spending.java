// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.forecast;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringmaster.dialer.campaign.SpendFigures;
import org.ringmaster.dialer.campaign.SpendLimit;

/** What a campaign's calls cost, and whether it may spend what one more costs. */
final class Spending {
  private static final long MINUTE_MICROS = 60_000_000;

  private final ForecastLeads leads;
  private final @Nullable SpendLimit limit;
  private final boolean isBound;
  private final long cheapest;
  private final Set<Bill> answered = new LinkedHashSet<>();
  private final long before;

  /** A minute of each line that is up. */
  private long minutes;

  private long today;
  private long total;

  Spending(ForecastPlan plan) {
    leads = plan.leads();
    limit = plan.campaign().limits().spend();
    isBound = limit != null && limit.isBound();
    cheapest = limit == null ? 0 : limit.tariff().reserve(limit.tariff().cheapest());
    // What is kept for lines that are up now is mostly given back within seconds.
    today = plan.spent().today();
    before = plan.spent().total();
    total = before;
  }

  /** One line that costs something, from the dial to the end. */
  static final class Bill {
    private final long rate;
    private final long minute;
    private long answeredMicros;

    private Bill(long rate, long minute) {
      this.rate = rate;
      this.minute = minute;
    }

    private long cost(SpendLimit by, long nowMicros) {
      return answeredMicros == 0 ? 0 : by.tariff().callCost(rate, nowMicros - answeredMicros);
    }
  }

  /** A calendar day begins in the campaign's zone. */
  void dayBegins() {
    today = 0;
  }

  /** Whether one line more may be dialled at all. */
  boolean allowsAny(long nowMicros) {
    return limit == null || !isBound || fits(cheapest, limit, nowMicros);
  }

  /** Whether a lead may be dialled that was dialled so often before. */
  boolean allows(int lead, int tries, long nowMicros) {
    return limit == null
        || !isBound
        || fits(limit.tariff().reserve(leads.rate(lead, tries)), limit, nowMicros);
  }

  private boolean fits(long more, SpendLimit most, long nowMicros) {
    long reserved = minutes;
    for (Bill bill : answered) {
      if (nowMicros - bill.answeredMicros > MINUTE_MICROS) {
        reserved += Math.max(0, bill.cost(most, nowMicros) - bill.minute);
      }
    }
    return most.fits(new SpendFigures(today, total, reserved), more);
  }

  /**
   * Whether nothing can be dialled any more, on no day: the campaign's money is spent, and no line
   * is up that might cost less than is kept for it.
   */
  boolean isGone() {
    return limit != null
        && limit.campaign() > 0
        && minutes == 0
        && total + cheapest > limit.campaign();
  }

  /** A line to a lead that was dialled so often before. */
  Bill dialled(int lead, int tries) {
    long rate = leads.rate(lead, tries);
    Bill bill = new Bill(rate, limit == null ? 0 : limit.tariff().reserve(rate));
    minutes += bill.minute;
    return bill;
  }

  /** Somebody answered, or something. */
  void answered(Bill bill, long nowMicros) {
    bill.answeredMicros = nowMicros;
    if (isBound) {
      answered.add(bill);
    }
  }

  /** A line ended: what was answered is paid for. */
  void ended(Bill bill, long nowMicros) {
    if (limit != null) {
      minutes -= bill.minute;
      answered.remove(bill);
      long cost = bill.cost(limit, nowMicros);
      today += cost;
      total += cost;
    }
  }

  /** What its calls have cost since it began, millionths. */
  long cost() {
    return total - before;
  }
}
