// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringmaster.core.call.HangupCause;

/** What the end of a call that nobody had answered says of its number. */
class AttemptOutcomeTest {

  @ParameterizedTest
  @CsvSource({
    "1, UNREACHABLE",
    "3, CONGESTED",
    "16, NO_ANSWER",
    "17, BUSY",
    "19, NO_ANSWER",
    "20, NO_ANSWER",
    "21, BUSY",
    "22, UNREACHABLE",
    "27, CONGESTED",
    "28, UNREACHABLE",
    "34, CONGESTED",
    "38, CONGESTED",
    "42, CONGESTED"
  })
  void aCauseSaysWhetherTheNumberOrTheTrunkFails(int cause, AttemptOutcome outcome) {
    assertEquals(outcome, AttemptOutcome.unanswered(new HangupCause(cause)));
  }
}
