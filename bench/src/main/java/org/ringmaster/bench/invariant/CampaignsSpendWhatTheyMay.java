// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.EndSource;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.engine.Centre;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.CampaignId;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.dialer.campaign.SpendLimit;
import org.ringmaster.dialer.campaign.Tariff;
import org.ringmaster.dialer.list.Leads;
import org.ringmaster.dialer.list.Lists;

/**
 * At each dial what was spent and what is kept for all lines, the new one among them, is within the
 * limits: counted anew from numbers, answers and ends of legs, and the rates as they are written.
 */
final class CampaignsSpendWhatTheyMay implements Invariant {
  private static final long SECOND_MICROS = 1_000_000;
  private static final int MINUTE = 60;

  /** A line of a campaign, from the dial on; times are epoch microseconds, 0 before. */
  private static final class Line {
    final CampaignId campaign;
    final Tariff tariff;
    final long rate;
    long answered;
    long ended;
    boolean unseen;
    boolean over;

    Line(CampaignId campaign, Tariff tariff, long rate) {
      this.campaign = campaign;
      this.tariff = tariff;
      this.rate = rate;
    }

    /** What it costs where it is up until then. */
    long cost(long until) {
      return answered == 0 ? 0 : price((until - answered + SECOND_MICROS - 1) / SECOND_MICROS);
    }

    long kept(long now) {
      return Math.max(price(MINUTE), cost(ended == 0 ? now : ended));
    }

    private long price(long seconds) {
      long billed = tariff.firstSeconds();
      while (billed < seconds) {
        billed += tariff.nextSeconds();
      }
      return (rate * billed + MINUTE - 1) / MINUTE;
    }
  }

  private final Map<CampaignId, CampaignPlan> plans = new HashMap<>();
  private final Map<LegId, Line> lines = new HashMap<>();
  private final Map<CampaignId, Map<LocalDate, Long>> spent = new HashMap<>();
  private final List<RecordedFact> told = new ArrayList<>();

  @Override
  public String sentence() {
    return "No campaign dials where what it has spent and what is kept for its lines would be above"
        + " what it may spend.";
  }

  @Override
  public @Nullable String brokenBy(RecordedFact fact) {
    boolean matters =
        switch (fact.fact()) {
          case CampaignFact ours -> true;
          case CallFact.LegAnswered f -> true;
          case CallFact.LegEnded f -> true;
          case CallFact.EndWitnessed f -> true;
          default -> false;
        };
    if (matters) {
      told.add(fact);
    }
    return null;
  }

  @Override
  public @Nullable String brokenAfterTurn(Centre centre) {
    String broken = null;
    for (RecordedFact fact : told) {
      String how = see(fact, centre);
      broken = broken == null ? how : broken;
    }
    told.clear();
    return broken;
  }

  private @Nullable String see(RecordedFact fact, Centre centre) {
    long at = fact.envelope().recordedAtMicros();
    long occurred = fact.envelope().occurredAtMicros();
    switch (fact.fact()) {
      case CampaignFact.CampaignConfigured f -> plans.put(f.plan().id(), f.plan());
      case CampaignFact.Dialled f -> {
        Leads leads = centre.part(Lists.class).books().leads(f.list());
        return leads == null ? null : dialled(f, leads.number(f.lead(), f.slot()), at);
      }
      case CallFact.LegAnswered f -> answered(f.leg(), occurred);
      case CampaignFact.Answered f -> answered(f.leg(), f.atMicros(at));
      case CallFact.LegEnded f -> ended(f.leg(), occurred, f.source() == EndSource.NOT_SEEN);
      case CallFact.EndWitnessed f -> {
        if (f.answeredMicros() > 0) {
          answered(f.leg(), f.answeredMicros());
        }
        ended(f.leg(), occurred, false);
        settle(f.leg(), at);
      }
      case CampaignFact.AttemptEnded f -> {
        Line line = lines.get(f.leg());
        if (line != null) {
          line.over = true;
          settle(f.leg(), at);
        }
      }
      case CampaignFact.LineBilled f -> {
        Line line = lines.get(f.leg());
        if (line != null && line.over) {
          line.unseen = false; // Nobody will tell any more when it ended.
          settle(f.leg(), at);
        }
      }
      default -> {}
    }
    return null;
  }

  private void answered(LegId leg, long at) {
    Line line = lines.get(leg);
    if (line != null && line.answered == 0) {
      line.answered = at;
    }
  }

  private void ended(LegId leg, long at, boolean isUnseen) {
    Line line = lines.get(leg);
    if (line != null) {
      line.ended = at;
      line.unseen = isUnseen;
    }
  }

  /** What a line has cost is spent once its attempt is over and its end is known. */
  private void settle(LegId leg, long at) {
    Line line = lines.get(leg);
    if (line != null && line.over && !(line.unseen && line.answered > 0)) {
      lines.remove(leg);
      spent
          .computeIfAbsent(line.campaign, id -> new HashMap<>())
          .merge(day(line.campaign, at), line.cost(line.ended == 0 ? at : line.ended), Long::sum);
    }
  }

  private LocalDate day(CampaignId campaign, long at) {
    CampaignPlan plan = plans.get(campaign);
    ZoneId zone = ZoneId.of(plan == null ? "UTC" : plan.hours().zone());
    return Instant.EPOCH.plus(at, ChronoUnit.MICROS).atZone(zone).toLocalDate();
  }

  private @Nullable String dialled(CampaignFact.Dialled f, long number, long at) {
    CampaignPlan plan = plans.get(f.campaign());
    SpendLimit limit = plan == null ? null : plan.limits().spend();
    if (limit == null) {
      return null;
    }
    Long rate = rate(limit.tariff(), Long.toString(number));
    String lead = "lead " + f.lead() + " of " + f.list() + " is dialled";
    if (rate == null) {
      return limit.isBound() ? lead + " without a rate" : null;
    }
    lines.put(f.leg(), new Line(f.campaign(), limit.tariff(), rate));
    long kept = 0;
    for (Line line : lines.values()) {
      kept += line.campaign.equals(f.campaign()) ? line.kept(at) : 0;
    }
    Map<LocalDate, Long> days = spent.getOrDefault(f.campaign(), Map.of());
    long today = days.getOrDefault(day(f.campaign(), at), 0L) + kept;
    long total = days.values().stream().mapToLong(Long::longValue).sum() + kept;
    if (limit.day() > 0 && today > limit.day()) {
      return lead + ": " + today + " of " + limit.day() + " millionths a day";
    }
    boolean isTooMuch = limit.campaign() > 0 && total > limit.campaign();
    return isTooMuch ? lead + ": " + total + " of " + limit.campaign() + " millionths" : null;
  }

  /** Of the longest beginning that is written; null for none. */
  private static @Nullable Long rate(Tariff tariff, String digits) {
    for (int length = digits.length(); length >= 0; length--) {
      String begin = digits.substring(0, length);
      for (Tariff.Rate rate : tariff.rates()) {
        if (rate.prefix().equals(begin)) {
          return rate.millionths();
        }
      }
    }
    return null;
  }
}
