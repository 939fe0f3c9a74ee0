// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.ringmaster.core.call.HangupCause;

/** What the cause of a leg that nobody answered says of the attempt (ITU-T Q.850). */
class AttemptOutcomeTest {

  private static void all(AttemptOutcome outcome, int... codes) {
    for (int code : codes) {
      assertEquals(outcome, AttemptOutcome.unanswered(new HangupCause(code)), "cause " + code);
    }
  }

  @Test
  void whoIsNotReachedIsToldFromANumberThatIsNoneAndFromANetworkThatIsFull() {
    all(AttemptOutcome.BUSY, 17, 21);
    all(AttemptOutcome.NO_ANSWER, 0, 16, 18, 19);
    all(AttemptOutcome.UNREACHABLE, 1, 22, 28);
    all(AttemptOutcome.CONGESTED, 34, 38, 41, 42, 58);
  }

  @Test
  void aMobileThatIsOffRestsItsLeadAndNotTheTrunk() {
    all(AttemptOutcome.NO_ANSWER, HangupCause.SUBSCRIBER_ABSENT.code());
  }
}
