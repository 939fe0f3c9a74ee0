// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.pacing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PacersTest {
  private static final PacingRules RULES = new PacingRules(26, 15, 2, true, 0.12);

  private static RiskBudgetPacer ours() {
    return new RiskBudgetPacer(
        RULES, PacingPriors.CAREFUL, new AbandonBudget(0.03, AbandonBudget.LONG_WINDOW_PULL));
  }

  @Test
  void progressive_dialling_has_a_line_for_each_idle_agent() {
    Pacer pacer = LinesPacer.progressive();
    assertEquals(3, pacer.decide(ToldMoment.idle(3)).dial());
    assertEquals(1, pacer.decide(ToldMoment.idle(3).rings(5).waiting(1)).dial());
    assertEquals(0, pacer.decide(ToldMoment.idle(1).rings(5, 4)).dial());
  }

  @Test
  void lines_for_each_agent_at_work_count_talks_too() {
    Pacer pacer = LinesPacer.perActive(2);
    assertEquals(5, pacer.decide(ToldMoment.idle(1).talks(10, 20).wraps(1).rings(3)).dial());
  }

  @Test
  void nobody_dials_more_than_there_is_room() {
    assertEquals(2, LinesPacer.perIdle(4).decide(ToldMoment.idle(3).room(2)).dial());
    assertEquals(2, ours().decide(ToldMoment.idle(9).room(2)).dial());
    assertEquals(0, ours().decide(ToldMoment.idle(9).room(0)).dial());
  }

  @Test
  void ours_dials_nothing_for_nobody() {
    Pacing pacing = ours().decide(ToldMoment.idle(0));
    assertEquals(0, pacing.dial());
    assertEquals(1, pacing.risk(), 1e-9);
  }

  @Test
  void ours_dials_for_agents_who_will_be_free_before_a_call_is_answered() {
    RiskBudgetPacer pacer = ours();
    double[] oldWraps = new double[25];
    Arrays.fill(oldWraps, 60);
    assertTrue(pacer.decide(ToldMoment.idle(0).wraps(oldWraps)).dial() > 0);
    assertEquals(0, pacer.decide(ToldMoment.idle(0).talks(1)).dial());
  }

  @Test
  void ours_dials_less_after_abandoned_calls_and_more_when_there_are_none() {
    ToldMoment moment = ToldMoment.idle(4).talks(10, 50, 100, 150).wraps(5, 10);
    RiskBudgetPacer good = ours();
    RiskBudgetPacer bad = ours();
    for (int i = 0; i < 400; i++) {
      good.answered(false);
      bad.answered(i % 10 == 0);
    }
    int before = ours().decide(moment).dial();
    assertTrue(good.decide(moment).dial() > before);
    assertTrue(bad.decide(moment).dial() < before);
  }

  @Test
  void a_call_is_given_up_only_when_it_has_rung_as_long_as_the_law_wants() {
    double[] young = {14, 13, 12, 11, 10, 9, 8, 8, 8, 8, 7, 7, 7, 7, 7, 6, 6, 6, 6};
    double[] old = young.clone();
    old[0] = 15.5;
    ToldMoment moment = ToldMoment.idle(0).talks(5, 6);
    RiskBudgetPacer pacer = ours();
    for (int i = 0; i < 200; i++) {
      pacer.rang(9_000_000, i % 2 == 0 ? RingEnd.PERSON : RingEnd.OTHER, Underway.NOTHING);
    }
    assertFalse(pacer.decide(moment.rings(young)).giveUpOldest());
    assertTrue(pacer.decide(moment.rings(old)).giveUpOldest());
    assertFalse(pacer.decide(ToldMoment.idle(30).rings(old)).giveUpOldest());
  }

  @Test
  void the_share_of_answers_is_followed_quickly() {
    RiskBudgetPacer pacer = ours();
    ToldMoment moment = ToldMoment.idle(5).talks(10, 50, 100, 150);
    for (int i = 0; i < 3_000; i++) {
      pacer.rang(
          6_000_000 + i % 13 * 1_000_000,
          i % 5 == 0 ? RingEnd.PERSON : RingEnd.OTHER,
          Underway.NOTHING);
    }
    int before = pacer.decide(moment).dial();
    for (int i = 0; i < 400; i++) {
      pacer.rang(
          6_000_000 + i % 13 * 1_000_000,
          i % 20 == 0 ? RingEnd.PERSON : RingEnd.OTHER,
          Underway.NOTHING);
    }
    int after = pacer.decide(moment).dial();
    assertTrue(after > 1.5 * before, before + " then " + after);
  }

  @Test
  void the_adaptive_rule_raises_its_level_while_agents_are_ready_and_none_waits() {
    AdaptiveLevelPacer pacer = new AdaptiveLevelPacer(AdaptiveLevelPacer.Settings.SHIPPED);
    ToldMoment moment = ToldMoment.idle(5).talks(1, 2, 3, 4, 5);
    // 15 samples of one second: r = 5, n = 10, so the level grows by half from 1.
    for (int second = 0; second < 15; second++) {
      pacer.decide(moment.at(second));
    }
    // 1.5 x 10 agents, less 5 in talk.
    assertEquals(10, pacer.decide(moment.at(17.5)).dial());
    assertEquals(0, pacer.decide(moment.at(18)).dial(), "it dials every 2.5 seconds");
  }

  @Test
  void the_adaptive_rule_falls_back_to_one_line_when_the_day_has_too_many_drops() {
    AdaptiveLevelPacer pacer = new AdaptiveLevelPacer(AdaptiveLevelPacer.Settings.SHIPPED);
    ToldMoment moment = ToldMoment.idle(5).talks(1, 2, 3, 4, 5);
    pacer.decide(moment);
    for (int i = 0; i < 100; i++) {
      pacer.answered(i < 10);
    }
    for (int second = 1; second < 75; second++) {
      pacer.decide(moment.at(second));
    }
    assertEquals(5, pacer.decide(moment.at(77.5)).dial());
  }

  @Test
  void issabels_rule_counts_agents_whose_talk_is_old_and_divides_by_the_share_answered() {
    BusyAgePacer pacer = new BusyAgePacer();
    // The share begins at a half: one idle agent and one whose talk is over with certainty.
    assertEquals(4, pacer.decide(ToldMoment.idle(1).talks(10, 900)).dial());
    assertEquals(0, pacer.decide(ToldMoment.idle(1).talks(10, 900).at(1)).dial());
  }

  @Test
  void a_budget_allows_more_while_unspent_and_keeps_what_it_learnt_over_a_new_window() {
    AbandonBudget budget = new AbandonBudget(0.03, AbandonBudget.DAY_PULL);
    double first = budget.bound();
    for (int i = 0; i < 100; i++) {
      budget.answered(false);
    }
    assertEquals(3, budget.unspent(), 1e-9);
    double unspent = budget.bound();
    assertTrue(unspent > first);
    budget.newWindow();
    assertEquals(0, budget.unspent(), 1e-9);
    assertTrue(budget.bound() < unspent && budget.bound() > first);
  }

  @Test
  void a_budget_risks_less_with_the_last_calls_that_the_law_allows_but_never_nothing() {
    AbandonBudget budget = new AbandonBudget(0.03, AbandonBudget.DAY_PULL);
    assertEquals(budget.bound(), budget.bound(Double.POSITIVE_INFINITY), 1e-12);
    assertEquals(budget.bound(), budget.bound(10), 1e-12);
    double before = budget.bound();
    for (int left = 3; left >= 0; left--) {
      double now = budget.bound(left);
      assertTrue(now < before && now > 0, left + " left: " + now);
      before = now;
    }
    assertEquals(before, budget.bound(-5), 1e-12);
  }
}
