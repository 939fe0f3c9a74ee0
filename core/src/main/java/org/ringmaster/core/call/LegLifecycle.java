// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

import org.ringmaster.core.kernel.StateTable;

/** The life of a leg as a table. */
public final class LegLifecycle {

  /** From the first sign of a leg to its end. */
  public static final StateTable<LegState> TABLE =
      new StateTable<>("leg", LegState.REQUESTED)
          .arrow(LegState.REQUESTED, CallFact.LegRang.class, LegState.RINGING)
          .arrow(LegState.REQUESTED, CallFact.LegAnswered.class, LegState.UP)
          .arrow(LegState.REQUESTED, CallFact.LegEnded.class, LegState.ENDED)
          .arrow(LegState.RINGING, CallFact.LegAnswered.class, LegState.UP)
          .arrow(LegState.RINGING, CallFact.LegEnded.class, LegState.ENDED)
          .arrow(LegState.ARRIVED, CallFact.LegAnswered.class, LegState.UP)
          .arrow(LegState.ARRIVED, CallFact.LegEnded.class, LegState.ENDED)
          .arrow(LegState.UP, CallFact.LegEnded.class, LegState.ENDED);

  private LegLifecycle() {}
}
