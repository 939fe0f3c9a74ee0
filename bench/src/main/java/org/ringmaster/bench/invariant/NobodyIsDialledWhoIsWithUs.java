// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.callback.CallbackFact;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.dialer.campaign.CampaignFact;

/**
 * Neither by a campaign nor by a callback of another line: who has rung us, waits, talks, or was
 * promised to be called is not rung for anything else meanwhile.
 */
final class NobodyIsDialledWhoIsWithUs implements Invariant {
  private final WithUs people = new WithUs();

  @Override
  public String sentence() {
    return "Nobody is dialled while they are on the line with us, or by a campaign while they are"
        + " to be called back.";
  }

  @Override
  public @Nullable String brokenBy(RecordedFact fact) {
    String how =
        switch (fact.fact()) {
          case CampaignFact.Dialled f -> {
            String why = people.how(f.identity());
            yield why == null ? null : "lead " + f.lead() + " of " + f.list() + " " + why;
          }
          case CallbackFact.Dialled f -> {
            String why = people.busy(f.callback());
            yield why == null ? null : "who is called back by " + f.callback() + " " + why;
          }
          default -> null;
        };
    people.see(fact.fact());
    return how;
  }
}
