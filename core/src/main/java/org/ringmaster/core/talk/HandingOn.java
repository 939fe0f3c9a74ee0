// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.talk;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.Offer;
import org.ringmaster.core.call.CallControl;
import org.ringmaster.core.call.Leg;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.core.queue.Acd;
import org.ringmaster.core.queue.QueueId;

/** Hands customers on: the agent is done with them, and somebody else is not yet there. */
final class HandingOn {

  private final InHand inHand;
  private final CallControl calls;
  private final Acd acd;

  HandingOn(InHand inHand, CallControl calls, Acd acd) {
    this.inHand = inHand;
    this.calls = calls;
    this.acd = acd;
  }

  @Nullable String handOn(TalkInput.HandOn in, Decision decision) {
    Offer offer = inHand.offerOf(in.agent());
    if (offer == null) {
      return inHand.notTalking(in.agent());
    }
    TalkState state = inHand.stateOf(offer);
    boolean isPlain = state == TalkState.TALKING || state == TalkState.HELD;
    if (!inHand.leads(offer) || !isPlain) {
      return inHand.cannot(offer, "hand on");
    }
    Destination to = in.to();
    if (to.queue() != null) {
      return toQueue(offer, to.queue(), in.author(), decision);
    }
    return "Callers can be handed to queues only.";
  }

  private @Nullable String toQueue(Offer offer, QueueId queue, String author, Decision decision) {
    Talk talk = inHand.open(offer, decision);
    Leg customer = calls.books().leg(Objects.requireNonNull(talk.customer()));
    Origin origin = talk.origin();
    String refusal =
        customer == null
            ? null
            : acd.refusal(queue, customer.node(), origin.claim().creditMillis());
    if (customer == null || refusal != null) {
      return refusal;
    }
    decision.record(
        new TalkFact.SentToQueue(
            talk.call(), offer.agent(), queue, origin.claim().creditMillis(), author));
    inHand.letGo(offer, decision);
    acd.takeOver(customer, queue, origin.claim(), decision);
    return null;
  }
}
