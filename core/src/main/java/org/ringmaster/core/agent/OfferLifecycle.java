// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.agent;

import org.ringmaster.core.kernel.StateTable;

/** The life of an offer as a table. */
public final class OfferLifecycle {

  /** From the ring to the end of the talk. */
  public static final StateTable<OfferState> TABLE =
      new StateTable<>("offer", OfferState.MADE)
          .arrow(OfferState.MADE, AgentFact.OfferAccepted.class, OfferState.ACCEPTED)
          .arrow(OfferState.MADE, AgentFact.OfferEnded.class, OfferState.OVER)
          .arrow(OfferState.ACCEPTED, AgentFact.TalkEnded.class, OfferState.OVER);

  private OfferLifecycle() {}
}
