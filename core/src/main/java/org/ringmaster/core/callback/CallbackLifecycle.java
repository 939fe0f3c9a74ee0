// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.callback;

import org.ringmaster.core.kernel.StateTable;
import org.ringmaster.core.queue.QueueFact;

/** The life of a callback as a table: it ends exactly once. */
public final class CallbackLifecycle {

  /** From the caller's wish to the end. */
  public static final StateTable<CallbackState> TABLE =
      new StateTable<>("callback", CallbackState.WAITING)
          .arrow(CallbackState.WAITING, CallbackFact.Dialled.class, CallbackState.DIALLING)
          .arrow(CallbackState.WAITING, QueueFact.PlaceOffered.class, CallbackState.AGENT_RUNG)
          .arrow(CallbackState.WAITING, CallbackFact.Hastened.class, CallbackState.WAITING)
          .arrow(CallbackState.WAITING, CallbackFact.CameInPerson.class, CallbackState.IN_PERSON)
          .arrow(CallbackState.WAITING, CallbackFact.Ended.class, CallbackState.OVER)
          .arrow(CallbackState.AGENT_RUNG, QueueFact.PlaceUnoffered.class, CallbackState.WAITING)
          .arrow(CallbackState.AGENT_RUNG, CallbackFact.PutOff.class, CallbackState.RESTING)
          .arrow(CallbackState.AGENT_RUNG, CallbackFact.Dialled.class, CallbackState.DIALLING)
          .arrow(CallbackState.AGENT_RUNG, CallbackFact.CameInPerson.class, CallbackState.IN_PERSON)
          .arrow(CallbackState.AGENT_RUNG, CallbackFact.Ended.class, CallbackState.OVER)
          .arrow(CallbackState.DIALLING, CallbackFact.TryFailed.class, CallbackState.RESTING)
          .arrow(CallbackState.DIALLING, CallbackFact.Reached.class, CallbackState.REACHED)
          .arrow(CallbackState.DIALLING, CallbackFact.CameInPerson.class, CallbackState.IN_PERSON)
          .arrow(CallbackState.DIALLING, CallbackFact.Ended.class, CallbackState.OVER)
          .arrow(CallbackState.RESTING, CallbackFact.WaitsAgain.class, CallbackState.WAITING)
          .arrow(CallbackState.RESTING, CallbackFact.Hastened.class, CallbackState.WAITING)
          .arrow(CallbackState.RESTING, CallbackFact.CameInPerson.class, CallbackState.IN_PERSON)
          .arrow(CallbackState.RESTING, CallbackFact.Ended.class, CallbackState.OVER)
          .arrow(CallbackState.IN_PERSON, CallbackFact.WaitsAgain.class, CallbackState.WAITING)
          .arrow(CallbackState.IN_PERSON, CallbackFact.PutOff.class, CallbackState.RESTING)
          .arrow(CallbackState.IN_PERSON, CallbackFact.Ended.class, CallbackState.OVER)
          .arrow(CallbackState.REACHED, CallbackFact.Ended.class, CallbackState.OVER);

  private CallbackLifecycle() {}
}
