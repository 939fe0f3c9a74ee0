// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.talk;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.Offer;
import org.ringmaster.core.agent.OfferId;
import org.ringmaster.core.agent.Roster;
import org.ringmaster.core.call.CallControl;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.Leg;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.kernel.Decision;

/**
 * Does what an agent's telephone asks for with its own keys (SIP REFER): a customer is handed on,
 * or given to whom the agent asked on another line. The telephone is told what came of it before
 * its legs are hung up.
 */
final class Referring {

  private final TalkBooks books;
  private final CallControl calls;
  private final Roster roster;
  private final Keys keys;
  private final HandingOn handingOn;
  private final Consulting consulting;

  Referring(
      TalkBooks books,
      CallControl calls,
      Roster roster,
      Keys keys,
      HandingOn handingOn,
      Consulting consulting) {
    this.books = books;
    this.calls = calls;
    this.roster = roster;
    this.keys = keys;
    this.handingOn = handingOn;
    this.consulting = consulting;
  }

  void asked(CallInput.HandOnAsked in, Decision decision) {
    Offer offer = offerOn(in.leg());
    if (offer == null) {
      calls.tellHandOn(in.leg(), false, decision);
      return;
    }
    String refusal = in.attended() ? attended(in, offer, decision) : blind(in, offer, decision);
    if (refusal != null) {
      decision.record(new TalkFact.HandOnRefused(offer.call(), offer.agent(), refusal));
      calls.tellHandOn(in.leg(), false, decision);
    }
  }

  /** The agent's part in the call to which one of their telephone's lines belongs, or null. */
  private @Nullable Offer offerOn(LegId id) {
    Offer offer = roster.books().offerOf(id);
    Leg leg = calls.books().leg(id);
    if (offer != null || leg == null || leg.call() == null) {
      return InHand.isAccepted(offer) ? offer : null;
    }
    Talk talk = books.talk(leg.call());
    TalkBooks.Line line = books.otherLine(leg.call());
    OfferId leads = talk == null ? null : talk.offer();
    boolean isLine = line != null && line.leg().equals(id);
    return isLine && leads != null ? roster.books().offer(leads) : null;
  }

  private @Nullable String blind(CallInput.HandOnAsked in, Offer offer, Decision decision) {
    TalkInput.HandOn asked =
        new TalkInput.HandOn(
            offer.agent(), keys.destination(in.to().text()), offer.agent().value());
    String refusal = handingOn.refusal(asked, decision);
    if (refusal == null) {
      calls.tellHandOn(in.leg(), true, decision);
      handingOn.handOn(asked, decision);
    }
    return refusal;
  }

  private @Nullable String attended(CallInput.HandOnAsked in, Offer offer, Decision decision) {
    if (!consulting.areLines(offer, in.leg(), in.replaces())) {
      return "Agent " + offer.agent() + " has asked nobody on the telephone's other line.";
    }
    TalkInput.Complete asked = new TalkInput.Complete(offer.agent(), offer.agent().value());
    String refusal = consulting.refusal(asked);
    if (refusal == null) {
      calls.tellHandOn(in.leg(), true, decision);
      consulting.complete(asked, decision);
    }
    return refusal;
  }
}
