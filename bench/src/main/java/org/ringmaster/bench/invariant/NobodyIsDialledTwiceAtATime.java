// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.journey.IdentityId;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.dialer.campaign.CampaignFact;

/** A number is in one attempt from its dialling to its outcome, and each attempt has one. */
final class NobodyIsDialledTwiceAtATime implements Invariant {
  private final Map<LegId, IdentityId> live = new HashMap<>();

  @Override
  public String sentence() {
    return "Nobody is dialled twice at a time, and each attempt has one outcome.";
  }

  @Override
  public @Nullable String brokenBy(RecordedFact fact) {
    return switch (fact.fact()) {
      case CampaignFact.Dialled f -> {
        boolean twice = live.containsValue(f.identity());
        live.put(f.leg(), f.identity());
        yield twice ? "lead " + f.lead() + " of " + f.list() + " is in a call already" : null;
      }
      case CampaignFact.AttemptEnded f ->
          live.remove(f.leg()) == null ? f.leg() + " ends, but was not dialled or is over" : null;
      default -> null;
    };
  }

  @Override
  public @Nullable String brokenInTheEnd() {
    return live.isEmpty() ? null : "without an outcome: " + live.keySet();
  }
}
