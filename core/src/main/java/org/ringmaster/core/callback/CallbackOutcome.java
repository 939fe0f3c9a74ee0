// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.callback;

import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.EndSource;

/** What came of one try to reach the customer. */
public enum CallbackOutcome {
  /** It rang in vain. */
  NO_ANSWER,
  /** Busy, or rejected. */
  BUSY,
  /** No such number, or no way there. */
  UNREACHABLE,
  /** Something answered, but nobody said that it was a person. */
  MACHINE,
  /** Nobody saw how it ended. */
  LOST;

  static CallbackOutcome of(CallFact.LegEnded ended) {
    if (ended.source() != EndSource.SEEN) {
      return LOST;
    }
    return switch (ended.cause().code()) {
      case 17, 21 -> BUSY;
      case 0, 16, 18, 19 -> NO_ANSWER;
      default -> UNREACHABLE;
    };
  }
}
