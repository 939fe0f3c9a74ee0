// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.agent;

import org.ringmaster.core.kernel.StateTable;

/** The day of an agent as a table. */
public final class AgentLifecycle {

  /** From sign-in to sign-out. */
  public static final StateTable<AgentState> TABLE =
      new StateTable<>("agent", AgentState.SIGNED_OUT)
          .arrow(AgentState.SIGNED_OUT, AgentFact.SignedIn.class, AgentState.SIGNING_IN)
          .arrow(AgentState.SIGNING_IN, AgentFact.Ready.class, AgentState.AVAILABLE)
          .arrow(AgentState.SIGNING_IN, AgentFact.Paused.class, AgentState.PAUSED)
          .arrow(AgentState.SIGNING_IN, AgentFact.SignedOut.class, AgentState.SIGNED_OUT)
          .arrow(AgentState.AVAILABLE, AgentFact.OfferMade.class, AgentState.OFFERED)
          .arrow(AgentState.AVAILABLE, AgentFact.Paused.class, AgentState.PAUSED)
          .arrow(AgentState.AVAILABLE, AgentFact.SignedOut.class, AgentState.SIGNED_OUT)
          .arrow(AgentState.OFFERED, AgentFact.OfferEnded.class, AgentState.AVAILABLE)
          .arrow(AgentState.OFFERED, AgentFact.OfferAccepted.class, AgentState.ON_CALL)
          .arrow(AgentState.ON_CALL, AgentFact.WrapUpStarted.class, AgentState.WRAP_UP)
          .arrow(AgentState.ON_CALL, AgentFact.Freed.class, AgentState.AVAILABLE)
          .arrow(AgentState.ON_CALL, AgentFact.Paused.class, AgentState.PAUSED)
          .arrow(AgentState.ON_CALL, AgentFact.SignedOut.class, AgentState.SIGNED_OUT)
          .arrow(AgentState.WRAP_UP, AgentFact.WrapUpMoved.class, AgentState.WRAP_UP)
          .arrow(AgentState.WRAP_UP, AgentFact.Freed.class, AgentState.AVAILABLE)
          .arrow(AgentState.WRAP_UP, AgentFact.OfferMade.class, AgentState.OFFERED)
          .arrow(AgentState.WRAP_UP, AgentFact.Paused.class, AgentState.PAUSED)
          .arrow(AgentState.WRAP_UP, AgentFact.SignedOut.class, AgentState.SIGNED_OUT)
          .arrow(AgentState.PAUSED, AgentFact.Unpaused.class, AgentState.AVAILABLE)
          .arrow(AgentState.PAUSED, AgentFact.OfferMade.class, AgentState.OFFERED)
          .arrow(AgentState.PAUSED, AgentFact.Paused.class, AgentState.PAUSED)
          .arrow(AgentState.PAUSED, AgentFact.Reconnecting.class, AgentState.SIGNING_IN)
          .arrow(AgentState.PAUSED, AgentFact.SignedOut.class, AgentState.SIGNED_OUT);

  private AgentLifecycle() {}
}
