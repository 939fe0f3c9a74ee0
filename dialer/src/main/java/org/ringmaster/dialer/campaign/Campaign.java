// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.LegId;
import org.ringmaster.dialer.compliance.AbandonLedger;
import org.ringmaster.dialer.pacing.LinesPacer;
import org.ringmaster.dialer.pacing.Pacer;

/**
 * A campaign as it stands now, with what its pacer has learnt. Changed by facts only; owned by the
 * thread that folds.
 */
final class Campaign {

  /** A campaign in a snapshot. */
  record Saved(
      CampaignPlan plan,
      CampaignState state,
      boolean configured,
      DialLimit limit,
      long day,
      long calls,
      long answered,
      long abandoned,
      List<Long> ledger,
      List<Double> learnt,
      int congested,
      long congestedMicros,
      long dialledMicros,
      List<Long> screening) {}

  /** A call that ends so soon was never at the other end. */
  private static final long AT_ONCE_MICROS = 1_500_000;

  /** So many in a row that went nowhere are the trunk's matter, not the leads'. */
  private static final int FEW_CONGESTED = 3;

  private static final long FIRST_REST_MICROS = 2_000_000;
  private static final int MOST_DOUBLINGS = 5;

  final Map<LegId, Attempt> attempts = new LinkedHashMap<>();
  private final Pacer progressive = LinesPacer.progressive();
  private CampaignPlan plan;
  private CampaignState state = CampaignState.DRAFT;
  private boolean configured = true;
  private DialLimit limit = DialLimit.NOT_RUNNING;
  private AbandonLedger ledger;
  private Pacer pacer;
  private long day = Long.MIN_VALUE;
  private long calls;
  private long answered;
  private long abandoned;
  private int congested;
  private long congestedMicros;
  private long dialledMicros;

  Campaign(CampaignPlan plan) {
    this.plan = plan;
    ledger = new AbandonLedger(ZoneId.of(plan.hours().zone()));
    pacer = CampaignPacing.pacer(plan);
  }

  CampaignId id() {
    return plan.id();
  }

  CampaignPlan plan() {
    return plan;
  }

  CampaignState state() {
    return state;
  }

  /** Whether the configuration still has it. */
  boolean isConfigured() {
    return configured;
  }

  DialLimit limit() {
    return limit;
  }

  AbandonLedger ledger() {
    return ledger;
  }

  Pacer pacer() {
    return pacer;
  }

  Pacer progressive() {
    return progressive;
  }

  /** How many attempts are there. */
  int count(AttemptPhase phase) {
    int count = 0;
    for (Attempt attempt : attempts.values()) {
      count += attempt.phase() == phase ? 1 : 0;
    }
    return count;
  }

  /** The oldest call that rings, or null. */
  @Nullable Attempt oldestRinging() {
    for (Attempt attempt : attempts.values()) {
      if (attempt.phase() == AttemptPhase.RINGING) {
        return attempt;
      }
    }
    return null;
  }

  /** When it dialled last, epoch microseconds; 0 for never. */
  long dialledMicros() {
    return dialledMicros;
  }

  /** Whether what is counted of a day is counted of the day of this instant. */
  boolean countsOn(long atMicros) {
    return ledger.day(atMicros) == day;
  }

  long calls() {
    return calls;
  }

  long answered() {
    return answered;
  }

  long abandoned() {
    return abandoned;
  }

  /** How many people were given up as machines on the last day that it was at work. */
  double mistaken() {
    return day == Long.MIN_VALUE ? 0 : ledger.mistakenOn(day);
  }

  // What facts change.

  void configured(CampaignPlan now) {
    if (!now.isPacedAs(plan)) {
      Pacer next = CampaignPacing.pacer(now);
      next.learnsFrom(pacer);
      pacer = next;
    }
    if (!now.hours().zone().equals(plan.hours().zone())) {
      AbandonLedger moved = new AbandonLedger(ZoneId.of(now.hours().zone()));
      moved.load(ledger.save());
      moved.loadScreening(ledger.saveScreening());
      ledger = moved;
    }
    plan = now;
    configured = true;
  }

  void removed() {
    configured = false;
  }

  void moves(CampaignFact fact) {
    state = CampaignLifecycle.TABLE.next(state, fact);
    if (state != CampaignState.RUNNING) {
      limit = DialLimit.NOT_RUNNING;
    }
  }

  void limited(DialLimit now) {
    limit = now;
  }

  void dialled(Attempt attempt, long atMicros) {
    newDay(atMicros);
    calls++;
    dialledMicros = atMicros;
    attempts.put(attempt.leg(), attempt);
  }

  /** An attempt ended that nobody had answered: whether it went nowhere. */
  boolean wentNowhere(Attempt attempt, AttemptOutcome outcome, long atMicros) {
    boolean nowhere =
        outcome == AttemptOutcome.CONGESTED && atMicros - attempt.dialledMicros() < AT_ONCE_MICROS;
    congested = nowhere ? congested + 1 : 0;
    congestedMicros = nowhere ? atMicros : 0;
    return nowhere;
  }

  /** Whether the trunk's last calls went nowhere: one is dialled then, to see. */
  boolean isTryingTheTrunk() {
    return congested >= FEW_CONGESTED;
  }

  /** Until when nothing is dialled because the trunk takes no call, epoch microseconds. */
  long restsUntilMicros() {
    return congested < FEW_CONGESTED
        ? 0
        : congestedMicros
            + (FIRST_REST_MICROS << StrictMath.min(congested - FEW_CONGESTED, MOST_DOUBLINGS));
  }

  void answered(boolean isAbandoned, long atMicros) {
    newDay(atMicros);
    answered++;
    abandoned += isAbandoned ? 1 : 0;
    ledger.answered(isAbandoned, atMicros);
    pacer.answered(isAbandoned);
  }

  /** Whoever was counted as answered in time was abandoned after all. */
  void abandonedAfterAll(long countedMicros) {
    if (ledger.day(countedMicros) == day) {
      abandoned++;
    }
    ledger.abandonedAfterAll(countedMicros);
    pacer.takenBack(false); // Told of the same call before.
    pacer.answered(true);
  }

  /** A detector has spoken; what it takes for a machine may be given up by that. */
  void screened(CampaignFact.AttemptScreened f, long atMicros) {
    newDay(atMicros);
    boolean givenUp =
        f.treatment() == MachineTreatment.HUNG_UP || f.treatment() == MachineTreatment.MESSAGE;
    ledger.screened(f.verdict(), givenUp, atMicros);
    double share = ledger.screening(AbandonLedger.Window.LAST_30_DAYS, atMicros).share();
    if (givenUp && share > 0) {
      pacer.mistaken(share);
    }
  }

  /** An agent has said what it was that a detector took for a machine. */
  void audited(boolean person, long atMicros) {
    ledger.audited(person, atMicros);
  }

  /** Whoever was counted as answered in time was no person after all. */
  void machineAfterAll(long countedMicros) {
    if (ledger.day(countedMicros) == day) {
      answered--;
    }
    ledger.machineAfterAll(countedMicros);
    pacer.takenBack(false);
  }

  /** Whoever was counted as abandoned was no person after all. */
  void noDropAfterAll(long countedMicros) {
    if (ledger.day(countedMicros) == day) {
      answered--;
      abandoned--;
    }
    ledger.noDropAfterAll(countedMicros);
    pacer.takenBack(true);
  }

  private void newDay(long atMicros) {
    long today = ledger.day(atMicros);
    if (today != day) {
      day = today;
      calls = 0;
      answered = 0;
      abandoned = 0;
      pacer.newWindow();
    }
  }

  /** What its pacer has learnt. */
  List<Double> learnt() {
    List<Double> learnt = new ArrayList<>();
    pacer.save(learnt::add);
    return learnt;
  }

  void snapshot(Consumer<Record> out) {
    out.accept(
        new Saved(
            plan,
            state,
            configured,
            limit,
            day,
            calls,
            answered,
            abandoned,
            ledger.save(),
            learnt(),
            congested,
            congestedMicros,
            dialledMicros,
            ledger.saveScreening()));
    attempts.values().forEach(out);
  }

  static Campaign restored(Saved saved) {
    Campaign campaign = new Campaign(saved.plan());
    campaign.state = saved.state();
    campaign.configured = saved.configured();
    campaign.limit = saved.limit();
    campaign.day = saved.day();
    campaign.calls = saved.calls();
    campaign.answered = saved.answered();
    campaign.abandoned = saved.abandoned();
    campaign.congested = saved.congested();
    campaign.dialledMicros = saved.dialledMicros();
    campaign.congestedMicros = saved.congestedMicros();
    campaign.ledger.load(saved.ledger());
    campaign.ledger.loadScreening(saved.screening());
    PrimitiveIterator.OfDouble learnt =
        saved.learnt().stream().mapToDouble(Double::doubleValue).iterator();
    if (learnt.hasNext()) {
      campaign.pacer.load(learnt);
    }
    return campaign;
  }
}
