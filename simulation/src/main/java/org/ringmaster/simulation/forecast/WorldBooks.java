// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.forecast;

import java.time.ZoneId;
import org.ringmaster.core.call.ScreeningVerdict;
import org.ringmaster.dialer.compliance.AbandonLedger;
import org.ringmaster.dialer.compliance.LiveAnswers;
import org.ringmaster.dialer.pacing.Pacer;
import org.ringmaster.simulation.outbound.LawBooks;

/** Live answers, abandoned ones and machines, as the campaign's ledger and its pacer count them. */
final class WorldBooks {

  private final Pacer pacer;
  private final AbandonLedger ledger;
  private final LawBooks law;
  private long answered;
  private long abandoned;
  private long connected;
  private long machines;

  WorldBooks(ForecastPlan plan, Pacer pacer) {
    this.pacer = pacer;
    ledger = new AbandonLedger(ZoneId.of(plan.campaign().hours().zone()));
    ledger.load(plan.ledger());
    ledger.loadScreening(plan.screening());
    law = new LawBooks(ledger, plan.campaign().abandonPercent());
  }

  /** Somebody, or something, has answered. */
  void answered() {
    answered++;
  }

  /** An agent has it. */
  void connected(long nowMicros) {
    connected++;
    count(false, nowMicros);
  }

  /** No agent was there in time. */
  void abandoned(long nowMicros) {
    abandoned++;
    count(true, nowMicros);
  }

  private void count(boolean isAbandoned, long nowMicros) {
    pacer.answered(isAbandoned);
    ledger.answered(isAbandoned, nowMicros);
    law.changed();
  }

  /** An agent is released from what was counted as a live answer when they got it. */
  void released(long countedMicros) {
    connected--;
    ledger.machineAfterAll(countedMicros);
    law.changed();
    pacer.takenBack(false);
  }

  /** What was counted as abandoned is given up as a machine. */
  void notAbandoned(long countedMicros) {
    abandoned--;
    ledger.noDropAfterAll(countedMicros);
    law.changed();
    pacer.takenBack(true);
  }

  /**
   * A machine is given up: no live answer. Of all that are given up so many are people as agents
   * have found among those that they heard.
   */
  void machine(long nowMicros) {
    answered--;
    machines++;
    ledger.screened(ScreeningVerdict.MACHINE, true, nowMicros);
    double share = ledger.screening(AbandonLedger.Window.LAST_30_DAYS, nowMicros).share();
    if (share > 0) {
      pacer.mistaken(share);
    }
    law.changed();
  }

  /** What the law allows now. */
  LawBooks law() {
    return law;
  }

  boolean hasNoAnswersOnTheDayOf(long nowMicros) {
    return ledger.in(AbandonLedger.Window.DAY, nowMicros).equals(LiveAnswers.NONE);
  }

  long allAnswered() {
    return answered;
  }

  long allAbandoned() {
    return abandoned;
  }

  long allConnected() {
    return connected;
  }

  long allMachines() {
    return machines;
  }
}
