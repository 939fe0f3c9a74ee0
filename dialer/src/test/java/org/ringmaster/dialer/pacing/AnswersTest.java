// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.pacing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AnswersTest {
  private static final int SECONDS = 26;

  @Test
  void whatIsBusyAtOnceSaysNothingOfTheOthersThatStillRing() {
    Answers answers = new Answers(PacingPriors.CAREFUL, SECONDS, SECONDS);
    double before = answers.ofNew()[SECONDS];
    for (int i = 0; i < 100; i++) {
      answers.began();
    }
    for (int i = 0; i < 15; i++) {
      answers.rang(30_000, RingEnd.OTHER);
    }
    double after = answers.ofNew()[SECONDS];
    assertTrue(after > 0.8 * before && after < before, () -> before + " became " + after);
  }
}
