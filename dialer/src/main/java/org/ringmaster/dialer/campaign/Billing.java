// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import org.ringmaster.core.call.LegId;
import org.ringmaster.core.kernel.Decision;

/**
 * When a campaign's lines are paid for: at the end of the attempt, and where nobody saw the leg
 * end, once the second witness has told when that was. Owned by the kernel thread.
 */
final class Billing {

  private final CampaignBooks books;

  Billing(CampaignBooks books) {
    this.books = books;
  }

  /** What was answered is paid for: from the answer to the end of the leg, in begun steps. */
  void attemptEnds(LegId leg, Decision decision) {
    PricedLine line = books.spend().line(leg);
    if (line == null || line.answeredMicros() == 0) {
      return;
    }
    if (line.unseen()) {
      Outcomes.remindOfWitness(leg, decision); // Until then it is kept, as it stood when we looked.
    } else {
      bill(line, decision);
    }
  }

  /** When a line ended whose attempt was over before is known now, or as much as will ever be. */
  void isKnown(LegId leg, Decision decision) {
    PricedLine line = books.spend().line(leg);
    if (line != null && line.answeredMicros() > 0 && books.campaign(line.campaign()) != null) {
      bill(line, decision);
    }
  }

  /** The lines that wait for the second witness wait again. */
  void remindAgain(Decision decision) {
    for (PricedLine line : books.spend().unseen()) {
      Outcomes.remindOfWitness(line.leg(), decision);
    }
  }

  private static void bill(PricedLine line, Decision decision) {
    long ended = line.endedMicros() == 0 ? decision.nowMicros() : line.endedMicros();
    long seconds = line.seconds(ended);
    decision.record(
        new CampaignFact.LineBilled(line.campaign(), line.leg(), seconds, line.cost(seconds)));
  }
}
