// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.Agent;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.engine.Centre;

/**
 * Who must say what a contact was gets no caller of a queue before they have, and does not rest.
 */
final class WhoOwesIsNotFree implements Invariant {

  @Override
  public String sentence() {
    return "No agent who must say what a contact was is free or rests.";
  }

  @Override
  public @Nullable String brokenAfterTurn(Centre centre) {
    for (Agent agent : centre.roster().books().agents()) {
      boolean works =
          agent.state() == AgentState.WRAP_UP
              || agent.state() == AgentState.OFFERED
              || agent.state() == AgentState.ON_CALL;
      if (!works && centre.roster().books().owedBy(agent.id()) != null) {
        return agent.id() + " owes what a contact was and is " + agent.state();
      }
    }
    return null;
  }
}
