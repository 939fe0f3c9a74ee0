// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.EndSource;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.dialer.campaign.CampaignFact;

/**
 * What became of a telephone that nobody saw stop ringing is not guessed, as long as one can ask.
 */
final class UnseenEndsAreAskedFor implements Invariant {

  /** So long the second witness is waited for. */
  private static final long WITNESS_MICROS = 30_000_000;

  private final Set<LegId> ringing = new HashSet<>();
  private final Map<LegId, Long> unseen = new HashMap<>();

  @Override
  public String sentence() {
    return "An attempt that nobody saw end is over only when its witness has spoken or had its"
        + " time.";
  }

  @Override
  public @Nullable String brokenBy(RecordedFact fact) {
    long at = fact.envelope().recordedAtMicros();
    switch (fact.fact()) {
      case CampaignFact.Dialled f -> ringing.add(f.leg());
      case CampaignFact.Answered f -> ringing.remove(f.leg());
      case CallFact.LegEnded f when f.source() == EndSource.NOT_SEEN && ringing.contains(f.leg()) ->
          unseen.put(f.leg(), at);
      case CallFact.EndWitnessed f -> unseen.remove(f.leg());
      case CampaignFact.AttemptEnded f -> {
        ringing.remove(f.leg());
        Long since = unseen.remove(f.leg());
        return since != null && at - since < WITNESS_MICROS
            ? f.leg() + " is over as " + f.outcome() + ", and nobody saw that"
            : null;
      }
      default -> {}
    }
    return null;
  }
}
