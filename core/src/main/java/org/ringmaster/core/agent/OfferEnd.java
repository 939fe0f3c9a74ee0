// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.agent;

import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.EndSource;

/** Why an offer came to nothing. */
public enum OfferEnd {
  /** The telephone rang in vain. */
  NO_ANSWER,
  /** The telephone was busy, or the agent rejected it. */
  DECLINED,
  /** The telephone could not be reached. */
  UNREACHABLE,
  /** The caller went, or another agent was quicker. */
  WITHDRAWN,
  /** Nobody can say: the leg was lost from sight. */
  LOST;

  /** What the end of a leg says that had only rung. */
  static OfferEnd of(CallFact.LegEnded ended) {
    if (ended.source() != EndSource.SEEN) {
      return LOST;
    }
    return switch (ended.cause().code()) {
      case 17, 21 -> DECLINED;
      case 0, 16, 18, 19 -> NO_ANSWER;
      default -> UNREACHABLE;
    };
  }
}
