// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.EndSource;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;

/** What campaigns have spent, and what is kept for their lines. Owned by the thread that folds. */
final class SpendBooks {

  /**
   * What a campaign has spent; also its line in a snapshot.
   *
   * @param day the day of {@code today}, counted from 1970, in the campaign's zone
   */
  record Spent(CampaignId campaign, long day, long today, long total) {}

  private final Map<CampaignId, Spent> spent = new LinkedHashMap<>();
  private final Map<LegId, PricedLine> lines = new LinkedHashMap<>();

  /** The line of a leg that costs something, or null. */
  @Nullable PricedLine line(LegId leg) {
    return lines.get(leg);
  }

  /** What a campaign has spent at an instant, epoch microseconds. */
  SpendFigures of(Campaign campaign, long nowMicros) {
    long reserved = 0;
    for (PricedLine line : lines.values()) {
      reserved += line.campaign().equals(campaign.id()) ? line.reserved(nowMicros) : 0;
    }
    Spent all = spent.get(campaign.id());
    if (all == null) {
      return reserved == 0 ? SpendFigures.NONE : new SpendFigures(0, 0, reserved);
    }
    // A calendar whose zone goes west has a day again that it had: what was spent stays spent.
    boolean isToday = all.day() >= campaign.ledger().day(nowMicros);
    return new SpendFigures(isToday ? all.today() : 0, all.total(), reserved);
  }

  /**
   * Whether a campaign may have one line more.
   *
   * @param number to whom, digits without a plus; 0 for whoever costs least
   */
  boolean allows(Campaign campaign, long number, long nowMicros) {
    SpendLimit limit = campaign.plan().limits().spend();
    if (limit == null || !limit.isBound()) {
      return true;
    }
    Tariff tariff = limit.tariff();
    Long rate = number == 0 ? (Long) tariff.cheapest() : tariff.rate(number);
    return rate != null && limit.fits(of(campaign, nowMicros), tariff.reserve(rate));
  }

  /** What was spent, or when it dials, where that is what a gate is shut for; for people. */
  String words(Campaign campaign, Gate gate, long nowMicros) {
    SpendLimit limit = campaign.plan().limits().spend();
    return gate == Gate.SPEND && limit != null
        ? " (" + limit.words(of(campaign, nowMicros)) + ")"
        : campaign.plan().whenWords(gate);
  }

  /** Calls come and go, whoever they belong to. */
  void apply(Fact fact, Envelope envelope) {
    switch (fact) {
      case CallFact.LegAnswered f -> answered(f.leg(), envelope.occurredAtMicros());
      case CallFact.LegEnded f ->
          change(
              f.leg(),
              one -> one.ended(envelope.occurredAtMicros(), f.source() == EndSource.NOT_SEEN));
      case CallFact.EndWitnessed f -> {
        if (f.answeredMicros() > 0) {
          answered(f.leg(), f.answeredMicros());
        }
        change(f.leg(), one -> one.ended(envelope.occurredAtMicros(), false));
      }
      default -> {}
    }
  }

  /** Somebody answered, or something; nobody answers twice. */
  void answered(LegId leg, long atMicros) {
    change(leg, one -> one.answeredMicros() == 0 ? one.answered(atMicros) : one);
  }

  private void change(LegId leg, UnaryOperator<PricedLine> how) {
    lines.computeIfPresent(leg, (id, one) -> how.apply(one));
  }

  void priced(CampaignFact.LinePriced f) {
    lines.put(
        f.leg(),
        new PricedLine(
            f.leg(), f.campaign(), f.millionths(), f.firstSeconds(), f.nextSeconds(), 0, 0, false));
  }

  /**
   * A line was paid for.
   *
   * @param day on which, counted from 1970, in the campaign's zone
   */
  void billed(CampaignFact.LineBilled f, long day) {
    Spent before = spent.getOrDefault(f.campaign(), new Spent(f.campaign(), day, 0, 0));
    long last = StrictMath.max(day, before.day());
    long today = before.day() == last ? before.today() : 0;
    spent.put(
        f.campaign(), new Spent(f.campaign(), last, today + f.cost(), before.total() + f.cost()));
    lines.remove(f.leg());
  }

  /** An attempt is over; nothing is kept for its line any more, unless it is still to be billed. */
  void over(LegId leg) {
    PricedLine line = lines.get(leg);
    if (line != null && !(line.unseen() && line.answeredMicros() > 0)) {
      lines.remove(leg);
    }
  }

  /** The lines that nobody saw end and that are still to be billed. */
  List<PricedLine> unseen() {
    return lines.values().stream()
        .filter(line -> line.unseen() && line.answeredMicros() > 0)
        .toList();
  }

  void snapshot(Consumer<Record> out) {
    spent.values().forEach(out);
    lines.values().forEach(out);
  }

  void restore(Record entity) {
    switch (entity) {
      case Spent it -> spent.put(it.campaign(), it);
      case PricedLine it -> lines.put(it.leg(), it);
      default -> {}
    }
  }
}
