// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.pacing;

import java.util.function.BiFunction;
import org.ringmaster.dialer.pacing.AbandonBudget;
import org.ringmaster.dialer.pacing.AdaptiveLevelPacer;
import org.ringmaster.dialer.pacing.BusyAgePacer;
import org.ringmaster.dialer.pacing.ExpectedValuePacer;
import org.ringmaster.dialer.pacing.LinesPacer;
import org.ringmaster.dialer.pacing.Pacer;
import org.ringmaster.dialer.pacing.PacingPriors;
import org.ringmaster.dialer.pacing.PacingRules;
import org.ringmaster.dialer.pacing.RiskBudgetPacer;

/** Who takes part. */
enum Contestant {
  OURS("ours", (cell, best) -> risk(true, Contestant.TARGET)),
  RINGS_OUT("ours, never giving up early", (cell, best) -> risk(false, Contestant.TARGET)),
  PROGRESSIVE("one line an idle agent", (cell, best) -> LinesPacer.progressive()),
  SHIPPED(
      "VICIdial as shipped",
      (cell, best) ->
          new AdaptiveLevelPacer(AdaptiveLevelPacer.Settings.SHIPPED.withDay(Cell.HOURS_OF_DAY))),
  PER_ACTIVE("VICIdial, best lines per agent", (cell, best) -> best.vicidialPerActive()),
  VICIDIAL("VICIdial, best of any setting", (cell, best) -> best.vicidialBest()),
  PER_IDLE("best lines per idle agent", (cell, best) -> best.perIdle()),
  ISSABEL("Issabel", (cell, best) -> new BusyAgePacer()),
  EXPECTED(
      "expected value with feedback",
      (cell, best) ->
          new ExpectedValuePacer(rules(false), PacingPriors.CAREFUL, Contestant.TARGET));

  static final double TARGET = 0.03;
  private static final int RING_SECONDS = 26;
  private static final int LEAST_RING_SECONDS = 15;
  private static final int HOLD_SECONDS = 2;
  private static final double GIVE_UP_ABOVE = 0.12;

  private final String text;
  private final BiFunction<Cell, Tuned.Best, Pacer> maker;

  Contestant(String text, BiFunction<Cell, Tuned.Best, Pacer> maker) {
    this.text = text;
    this.maker = maker;
  }

  String text() {
    return text;
  }

  Pacer pacer(Cell cell, Tuned.Best best) {
    return maker.apply(cell, best);
  }

  /** Ours, with a share that may be abandoned. */
  static Pacer risk(boolean elastic, double target) {
    return new RiskBudgetPacer(
        rules(elastic),
        PacingPriors.CAREFUL,
        new AbandonBudget(target, AbandonBudget.LONG_WINDOW_PULL));
  }

  private static PacingRules rules(boolean elastic) {
    return new PacingRules(RING_SECONDS, LEAST_RING_SECONDS, HOLD_SECONDS, elastic, GIVE_UP_ABOVE);
  }
}
