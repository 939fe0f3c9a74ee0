// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.pacing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BlockRiskTest {
  private static final int SECONDS = 26;
  private static final int HOLD = 2;
  private static final PacingPriors PRIORS = new PacingPriors(0.2, 15, 120, 20);

  private final Answers answers = new Answers(PRIORS, SECONDS, SECONDS);
  private final Releases releases = new Releases(PRIORS, SECONDS + HOLD);
  private final BlockRisk risk = new BlockRisk(SECONDS, HOLD);

  /** The same chance, by playing the moment very often. */
  private double played(ToldMoment moment, int others) {
    SplittableRandom random = new SplittableRandom(9);
    int plays = 200_000;
    double[] fresh = answers.ofNew();
    double blocked = 0;
    for (int play = 0; play < plays; play++) {
      double answered = random.nextDouble() * fresh[SECONDS];
      int at = 1;
      while (fresh[at] < answered) {
        at++;
      }
      int supply = moment.idle() - moment.waiting();
      for (double talk : moment.talks()) {
        supply += random.nextDouble() < releases.ofTalk((long) (talk * 1e6))[at + HOLD] ? 1 : 0;
      }
      for (double wrap : moment.wraps()) {
        supply += random.nextDouble() < releases.ofWrap((long) (wrap * 1e6))[at + HOLD] ? 1 : 0;
      }
      for (double ring : moment.rings()) {
        supply -= random.nextDouble() < answers.of((long) (ring * 1e6))[at] ? 1 : 0;
      }
      for (int i = 0; i < others; i++) {
        supply -= random.nextDouble() < fresh[at] ? 1 : 0;
      }
      blocked += supply <= 0 ? 1 : 0;
    }
    return blocked / plays;
  }

  private void agrees(ToldMoment moment, int others, double within) {
    risk.look(moment, releases, answers);
    assertEquals(played(moment, others), risk.ofOneMore(others), within);
  }

  @Test
  void with_an_idle_agent_and_nothing_else_one_call_risks_nothing() {
    risk.look(ToldMoment.idle(1), releases, answers);
    assertEquals(0, risk.ofOneMore(0), 1e-9);
    assertTrue(risk.ofOneMore(1) > 0.02);
  }

  @Test
  void without_any_agent_it_is_certain_to_find_nobody() {
    risk.look(ToldMoment.idle(0), releases, answers);
    assertEquals(1, risk.ofOneMore(0), 1e-9);
  }

  @Test
  void a_small_team_is_counted_as_if_it_were_played() {
    agrees(ToldMoment.idle(0).talks(5, 60, 200).wraps(3, 19), 0, 0.01);
    agrees(ToldMoment.idle(1).talks(5, 60, 200).wraps(3, 19).rings(20, 12, 4), 2, 0.03);
    agrees(ToldMoment.idle(2).waiting(1).talks(30, 31).rings(3, 2, 1), 1, 0.03);
  }

  @Test
  void a_large_team_is_nearly_normal() {
    double[] talks = new double[60];
    double[] rings = new double[40];
    for (int i = 0; i < talks.length; i++) {
      talks[i] = 4 * i;
    }
    for (int i = 0; i < rings.length; i++) {
      rings[i] = 25 - 0.6 * i;
    }
    agrees(ToldMoment.idle(2).talks(talks).wraps(1, 5, 9, 14).rings(rings), 5, 0.03);
  }

  @Test
  void each_call_more_makes_it_more_risky() {
    risk.look(ToldMoment.idle(2).talks(50, 100).rings(10), releases, answers);
    double before = -1;
    for (int others = 0; others < 10; others++) {
      double now = risk.ofOneMore(others);
      assertTrue(now > before, others + " others: " + now);
      before = now;
    }
  }
}
