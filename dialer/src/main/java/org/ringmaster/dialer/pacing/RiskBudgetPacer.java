// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.pacing;

import java.util.PrimitiveIterator;
import java.util.function.DoubleConsumer;
import java.util.stream.DoubleStream;

/**
 * Dials as long as the chance that one more call finds nobody stays within what the budget of
 * abandoned calls allows. A dial is an order that may come to nothing and comes late, an idle agent
 * is demand that waits, an answered call without an agent perishes: the bound is the critical
 * fractile of that newsvendor's problem. Where none was dialled and the call that has rung longest
 * would find nobody if it were answered now, it is given up, if it has rung as long as the law
 * wants.
 */
public final class RiskBudgetPacer extends LearningPacer {
  private static final long MICROS = 1_000_000;
  private static final int SOON_SECONDS = 2;

  private final PacingRules rules;
  private final AbandonBudget budget;
  private final BlockRisk risk;

  /** A pacer that has seen nothing. */
  public RiskBudgetPacer(PacingRules rules, PacingPriors priors, AbandonBudget budget) {
    super(rules, priors);
    this.rules = rules;
    this.budget = budget;
    risk = new BlockRisk(rules.ringSeconds(), rules.holdSeconds());
  }

  @Override
  public Pacing decide(PacingMoment moment) {
    risk.look(moment, releases, answers);
    double bound = budget.bound(moment.abandonable());
    int room = moment.room();
    int dial = 0;
    double chance = risk.ofOneMore(0);
    while (chance <= bound && dial < room) {
      dial++;
      chance = risk.ofOneMore(dial);
    }
    boolean giveUp =
        rules.elastic()
            && dial == 0
            && moment.ringing() > 0
            && moment.ringingMicros(0) >= rules.leastRingSeconds() * MICROS
            && risk.ofOldest(SOON_SECONDS) > rules.giveUpAbove();
    return new Pacing(dial, giveUp, chance, bound);
  }

  @Override
  public void answered(boolean abandoned) {
    budget.answered(abandoned);
  }

  @Override
  public void takenBack(boolean abandoned) {
    budget.takenBack(abandoned);
  }

  @Override
  public void mistaken(double chance) {
    budget.mistaken(chance);
  }

  @Override
  public void newWindow() {
    budget.newWindow();
  }

  /** Whatever the settings are: what is learnt is kept by ages, and no setting changes these. */
  @Override
  public void learnsFrom(Pacer other) {
    if (other instanceof RiskBudgetPacer) {
      DoubleStream.Builder learnt = DoubleStream.builder();
      other.save(learnt);
      load(learnt.build().iterator());
    }
  }

  @Override
  public void save(DoubleConsumer out) {
    answers.save(out);
    releases.save(out);
    budget.save(out);
  }

  @Override
  public void load(PrimitiveIterator.OfDouble in) {
    answers.load(in);
    releases.load(in);
    budget.load(in);
  }
}
