// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.forecast;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.dialer.campaign.SpendFigures;
import org.ringmaster.dialer.campaign.SpendLimit;

/** What a campaign's calls cost, and whether it may spend what one more costs. */
final class Spending {
  private final ForecastLeads leads;
  private final @Nullable SpendLimit limit;
  private final List<Bill> open = new ArrayList<>();
  private final long before;
  private long today;
  private long total;

  Spending(ForecastPlan plan) {
    leads = plan.leads();
    limit = plan.campaign().limits().spend();
    today = plan.spent().today() + plan.spent().reserved();
    before = plan.spent().total() + plan.spent().reserved();
    total = before;
  }

  /** One line that costs something, from the dial to the end. */
  static final class Bill {
    private final long rate;
    private long answeredMicros;

    private Bill(long rate) {
      this.rate = rate;
    }

    /** Somebody answered, or something. */
    void answered(long nowMicros) {
      answeredMicros = nowMicros;
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
    return limit == null || !limit.isBound() || fits(limit.tariff().cheapest(), limit, nowMicros);
  }

  /** Whether a lead may be dialled that was dialled so often before. */
  boolean allows(int lead, int tries, long nowMicros) {
    return limit == null || !limit.isBound() || fits(leads.rate(lead, tries), limit, nowMicros);
  }

  private boolean fits(long rate, SpendLimit most, long nowMicros) {
    long reserved = 0;
    for (Bill bill : open) {
      long minute = most.tariff().reserve(bill.rate);
      reserved += Math.max(minute, bill.cost(most, nowMicros));
    }
    return most.fits(new SpendFigures(today, total, reserved), most.tariff().reserve(rate));
  }

  /**
   * Whether nothing can be dialled any more, on no day: the campaign's money is spent, and no line
   * is open that might cost less than is kept for it. Asked where a line did not fit.
   *
   * @param rate what a minute of it would have cost, millionths
   */
  boolean isGone(long rate) {
    return limit != null
        && limit.campaign() > 0
        && open.isEmpty()
        && total + limit.tariff().reserve(rate) > limit.campaign();
  }

  /** The same for whoever costs least. */
  boolean isGone() {
    return limit != null && isGone(limit.tariff().cheapest());
  }

  /** The same for a lead that was dialled so often before. */
  boolean isGone(int lead, int tries) {
    return isGone(leads.rate(lead, tries));
  }

  /** A line to a lead that was dialled so often before. */
  Bill dialled(int lead, int tries) {
    Bill bill = new Bill(leads.rate(lead, tries));
    if (limit != null) {
      open.add(bill);
    }
    return bill;
  }

  /** A line ended: what was answered is paid for. */
  void ended(Bill bill, long nowMicros) {
    if (limit != null) {
      open.remove(bill);
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
