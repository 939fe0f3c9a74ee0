// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentId;

/** What agents are at, and since when. Owned by the thread that folds. */
final class AgentWorks {

  /** Who is told how long an agent was at something. */
  interface Learner {
    void worked(AgentId agent, boolean wrapping, long micros, long atMicros);
  }

  private final Map<AgentId, CampaignBooks.Work> works = new LinkedHashMap<>();
  private final Learner learner;

  AgentWorks(Learner learner) {
    this.learner = learner;
  }

  CampaignBooks.@Nullable Work of(AgentId agent) {
    return works.get(agent);
  }

  /** What all agents are at that are at something. */
  Collection<CampaignBooks.Work> all() {
    return works.values();
  }

  void apply(AgentFact fact, long at) {
    switch (fact) {
      case AgentFact.OfferAccepted f -> begins(f.agent(), false, at);
      case AgentFact.WrapUpStarted f -> begins(f.agent(), true, at);
      case AgentFact.Freed f -> rests(f.agent(), at);
      case AgentFact.Paused f -> rests(f.agent(), at);
      case AgentFact.SignedOut f -> rests(f.agent(), at);
      case AgentFact.Removed f -> works.remove(f.agent());
      default -> {}
    }
  }

  private void begins(AgentId agent, boolean wrapping, long at) {
    rests(agent, at);
    works.put(agent, new CampaignBooks.Work(agent, wrapping, at));
  }

  private void rests(AgentId agent, long at) {
    CampaignBooks.Work was = works.remove(agent);
    if (was != null) {
      learner.worked(agent, was.wrapping(), StrictMath.max(0, at - was.sinceMicros()), at);
    }
  }

  void snapshot(Consumer<Record> out) {
    works.values().forEach(out);
  }

  void restore(CampaignBooks.Work work) {
    works.put(work.agent(), work);
  }
}
