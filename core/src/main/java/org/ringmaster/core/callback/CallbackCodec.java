// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.callback;

import org.ringmaster.core.codec.CodecRegistry;

/**
 * The stable short names of this package's records in journals and snapshots. Names never change.
 */
public final class CallbackCodec {

  private CallbackCodec() {}

  /** All names of this package. */
  public static CodecRegistry registry() {
    return CodecRegistry.builder()
        .add("fact.callback.plan-configured", CallbackFact.PlanConfigured.class)
        .add("fact.callback.plan-removed", CallbackFact.PlanRemoved.class)
        .add("fact.callback.asked", CallbackFact.Asked.class)
        .add("fact.callback.declined", CallbackFact.Declined.class)
        .add("fact.callback.taken", CallbackFact.Taken.class)
        .add("fact.callback.dialled", CallbackFact.Dialled.class)
        .add("fact.callback.try-failed", CallbackFact.TryFailed.class)
        .add("fact.callback.put-off", CallbackFact.PutOff.class)
        .add("fact.callback.waits-again", CallbackFact.WaitsAgain.class)
        .add("fact.callback.reached", CallbackFact.Reached.class)
        .add("fact.callback.came-in-person", CallbackFact.CameInPerson.class)
        .add("fact.callback.hastened", CallbackFact.Hastened.class)
        .add("fact.callback.ended", CallbackFact.Ended.class)
        .add("fact.callback.booked", CallbackFact.Booked.class)
        .add("input.callback.book", CallbackInput.Book.class)
        .add("input.callback.plans-read", CallbackInput.PlansRead.class)
        .add("input.callback.cancel", CallbackInput.Cancel.class)
        .add("input.callback.hasten", CallbackInput.Hasten.class)
        .add("input.callback.look-due", CallbackInput.LookDue.class)
        .add("state.callback.plan", CallbackPlan.class)
        .add("state.callback.asking", CallbackBooks.Asking.class)
        .add("state.callback.callback", Callback.class)
        .build();
  }
}
