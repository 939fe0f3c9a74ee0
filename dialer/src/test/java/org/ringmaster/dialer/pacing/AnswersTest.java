// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.pacing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AnswersTest {
  private static final int SECONDS = 26;

  @Test
  void what_is_busy_at_once_says_nothing_of_the_others_that_still_ring() {
    Answers answers = new Answers(PacingPriors.CAREFUL, SECONDS, SECONDS);
    double before = answers.ofNew()[SECONDS];
    for (int i = 0; i < 15; i++) {
      answers.rang(30_000, RingEnd.OTHER, new ToldUnderway().rings(99 - i, 0.03));
    }
    double after = answers.ofNew()[SECONDS];
    assertTrue(after > 0.8 * before && after < before, () -> before + " became " + after);
  }

  @Test
  void what_is_dead_after_three_seconds_says_nothing_of_the_others_that_still_ring() {
    Answers answers = new Answers(PacingPriors.CAREFUL, SECONDS, SECONDS);
    double before = answers.ofNew()[SECONDS];
    for (int i = 0; i < 20; i++) {
      answers.rang(3_200_000, RingEnd.OTHER, new ToldUnderway().rings(99 - i, 3.2));
    }
    double after = answers.ofNew()[SECONDS];
    assertTrue(after > 0.6 * before && after < before, () -> before + " became " + after);
  }
}
