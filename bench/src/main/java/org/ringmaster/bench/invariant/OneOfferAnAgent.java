// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.OfferId;
import org.ringmaster.core.kernel.RecordedFact;

/** An offer lives from the ring to the end of the talk. */
final class OneOfferAnAgent implements Invariant {
  private final Map<AgentId, OfferId> live = new HashMap<>();

  @Override
  public String sentence() {
    return "No agent has two live offers.";
  }

  @Override
  public @Nullable String brokenBy(RecordedFact fact) {
    return switch (fact.fact()) {
      case AgentFact.OfferMade f -> {
        OfferId before = live.put(f.agent(), f.offer());
        yield before == null ? null : f.agent() + " has " + before + " and gets " + f.offer();
      }
      case AgentFact.OfferEnded f -> over(f.agent(), f.offer());
      case AgentFact.TalkEnded f -> over(f.agent(), f.offer());
      default -> null;
    };
  }

  private @Nullable String over(AgentId agent, OfferId offer) {
    return live.remove(agent, offer) ? null : agent + " did not have " + offer + ", which ends";
  }

  @Override
  public @Nullable String brokenInTheEnd() {
    return live.isEmpty() ? null : "live in the end: " + live;
  }
}
