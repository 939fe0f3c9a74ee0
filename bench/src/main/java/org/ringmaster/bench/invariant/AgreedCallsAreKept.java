// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.PreviewFact;
import org.ringmaster.dialer.campaign.Recall;
import org.ringmaster.dialer.campaign.RecallFact;
import org.ringmaster.dialer.list.ListFact;
import org.ringmaster.dialer.list.ListId;

/**
 * Who agreed a time is not called before it, and while the agent who promised the call is waited
 * for, nobody else is shown them or has them called.
 */
final class AgreedCallsAreKept implements Invariant {

  /** A lead of a list. */
  private record Which(ListId list, int lead) {
    @Override
    public String toString() {
      return "lead " + lead + " of " + list;
    }
  }

  private final Map<Which, Recall> agreed = new HashMap<>();
  private final Map<Which, AgentId> lookers = new HashMap<>();

  @Override
  public String sentence() {
    return "Nobody is called before the time they agreed, nor by another agent than was promised.";
  }

  @Override
  public @Nullable String brokenBy(RecordedFact fact) {
    long at = fact.envelope().recordedAtMicros();
    switch (fact.fact()) {
      case RecallFact.Agreed f -> agreed.put(new Which(f.list(), f.recall().lead()), f.recall());
      case RecallFact.Ended f -> agreed.remove(new Which(f.list(), f.lead()));
      case ListFact.ListUndone f -> agreed.keySet().removeIf(it -> it.list().equals(f.list()));
      case ListFact.ListRetired f -> agreed.keySet().removeIf(it -> it.list().equals(f.list()));
      case PreviewFact.Shown f -> {
        Which lead = new Which(f.list(), f.lead());
        lookers.put(lead, f.agent());
        return early(lead, f.agent(), at, " is shown to ");
      }
      case PreviewFact.Ended f -> lookers.remove(new Which(f.list(), f.lead()));
      case CampaignFact.Dialled f -> {
        Which lead = new Which(f.list(), f.lead());
        return early(lead, lookers.remove(lead), at, " is called for ");
      }
      default -> {}
    }
    return null;
  }

  private @Nullable String early(Which lead, @Nullable AgentId agent, long at, String what) {
    Recall recall = agreed.get(lead);
    if (recall == null) {
      return null;
    }
    String whom = agent == null ? "anyone" : agent.toString();
    if (at < recall.dueMicros()) {
      return lead + what + whom + " before " + recall.at();
    }
    boolean isPromised = recall.agent() == null || recall.agent().equals(agent);
    return isPromised || at >= recall.openMicros()
        ? null
        : lead + what + whom + ", and " + recall.agent() + " promised to call";
  }
}
