// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.Agent;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.desk.DeskFact;
import org.ringmaster.core.engine.Centre;
import org.ringmaster.core.kernel.RecordedFact;

/** A page that went silent takes its agent's readiness along, in the same turn. */
final class LostPagesKeepNobodyReady implements Invariant {
  private final Set<AgentId> lost = new LinkedHashSet<>();
  private long inputSequence;

  @Override
  public String sentence() {
    return "No agent whose page is lost stays ready by it.";
  }

  @Override
  public @Nullable String brokenBy(RecordedFact fact) {
    if (fact.envelope().inputSequence() != inputSequence) {
      // Facts that are read back after a restart come without a look at the state after each turn.
      inputSequence = fact.envelope().inputSequence();
      lost.clear();
    }
    if (fact.fact() instanceof DeskFact.PageLost page) {
      lost.add(page.agent());
    }
    return null;
  }

  @Override
  public @Nullable String brokenAfterTurn(Centre centre) {
    String broken = null;
    for (AgentId id : lost) {
      Agent agent = centre.roster().books().agent(id);
      if (agent != null && isReady(agent)) {
        broken = id + " is " + agent.state() + " without their page";
      }
    }
    lost.clear();
    return broken;
  }

  private static boolean isReady(Agent agent) {
    return switch (agent.state()) {
      case SIGNED_OUT, PAUSED -> false;
      case ON_CALL -> agent.pauseAsked() == null && !agent.signOutAsked();
      case SIGNING_IN, AVAILABLE, OFFERED, WRAP_UP -> true;
    };
  }
}
