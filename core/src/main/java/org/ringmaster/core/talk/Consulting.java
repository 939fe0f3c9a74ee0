// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.talk;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.Offer;
import org.ringmaster.core.agent.OfferState;
import org.ringmaster.core.agent.Roster;
import org.ringmaster.core.agent.TalkEnd;
import org.ringmaster.core.call.CallControl;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.kernel.Decision;

/**
 * Brings a third party to a conversation: asks somebody for advice, lets all hear each other, gives
 * the customer to them. Who is not spoken with hears music.
 */
final class Consulting {

  private final TalkBooks books;
  private final InHand inHand;
  private final Reaching reaching;
  private final CallControl calls;
  private final Roster roster;

  Consulting(TalkBooks books, InHand inHand, Reaching reaching, CallControl calls, Roster roster) {
    this.books = books;
    this.inHand = inHand;
    this.reaching = reaching;
    this.calls = calls;
    this.roster = roster;
  }

  // What is asked.

  @Nullable String consult(TalkInput.Consult in, Decision decision) {
    Offer offer = inHand.offerOf(in.agent());
    String refusal =
        inHand.refusal(in.agent(), offer, "consult", TalkState.TALKING, TalkState.HELD);
    if (offer == null || refusal != null) {
      return refusal;
    }
    refusal = reaching.refusal(in.to(), in.agent(), inHand.nodeOf(offer), decision);
    if (refusal != null) {
      return refusal;
    }
    Talk talk = inHand.open(offer, decision);
    boolean wasTalking = talk.state() == TalkState.TALKING;
    Third third = reaching.ring(talk.call(), in.to(), 0, decision);
    decision.record(
        new TalkFact.ConsultBegan(
            talk.call(), in.agent(), reaching.resolved(in.to()), third, in.author()));
    if (wasTalking) {
      inHand.toMusic(talk, customer(talk), decision);
      calls.hold(offer.leg(), true, decision);
    }
    calls.play(offer.leg(), List.of(new Prompt(Prompt.Kind.TONE, "ring")), false, decision);
    return null;
  }

  @Nullable String complete(TalkInput.Complete in, Decision decision) {
    Offer offer = inHand.offerOf(in.agent());
    String refusal =
        inHand.refusal(
            in.agent(),
            offer,
            "complete",
            TalkState.ASKING,
            TalkState.CONSULTING,
            TalkState.SWAPPED,
            TalkState.TOGETHER);
    if (offer == null || refusal != null) {
      return refusal;
    }
    give(inHand.open(offer, decision), in.author(), decision);
    inHand.letGo(offer, decision);
    return null;
  }

  /**
   * The third party gets the customer, now or when they answer; the leading agent's part must be
   * ended by whoever asks for this.
   */
  void give(Talk talk, @Nullable String author, Decision decision) {
    Third third = Objects.requireNonNull(talk.third());
    var agent = Objects.requireNonNull(talk.agent());
    if (talk.state() == TalkState.ASKING) {
      Destination to = third.agent() == null ? number(third) : Destination.agent(third.agent());
      long credit = talk.origin().claim().creditMillis();
      decision.record(new TalkFact.SentOn(talk.call(), agent, to, third, false, credit, author));
    } else if (third.agent() != null && third.offer() != null) {
      decision.record(
          new TalkFact.GivenTo(talk.call(), agent, third.agent(), third.offer(), author));
      reaching.has(third, talk.origin(), decision);
      calls.connect(talk.call(), List.of(customer(talk), third.leg()), decision);
    } else {
      decision.record(new TalkFact.PassedOn(talk.call(), agent, number(third), author));
      calls.pair(talk.call(), customer(talk), third.leg(), decision);
    }
  }

  private Destination number(Third third) {
    var leg = calls.books().leg(third.leg());
    return new Destination(null, null, null, leg == null ? null : leg.trunk());
  }

  @Nullable String cancel(TalkInput.Cancel in, Decision decision) {
    Offer offer = inHand.offerOf(in.agent());
    String refusal =
        inHand.refusal(
            in.agent(),
            offer,
            "cancel",
            TalkState.ASKING,
            TalkState.CONSULTING,
            TalkState.SWAPPED,
            TalkState.TOGETHER);
    if (offer == null || refusal != null) {
      return refusal;
    }
    Talk talk = inHand.open(offer, decision);
    Third third = Objects.requireNonNull(talk.third());
    decision.record(
        new TalkFact.ConsultEnded(talk.call(), in.agent(), ConsultEnd.CANCELLED, in.author()));
    drop(third, decision);
    calls.hush(offer.leg(), decision);
    Talk now = books.talk(talk.call());
    if (now != null && now.state() == TalkState.HELD) {
      inHand.resume(now, offer, in.author(), decision);
    }
    return null;
  }

  @Nullable String swap(TalkInput.Swap in, Decision decision) {
    Offer offer = inHand.offerOf(in.agent());
    String refusal =
        inHand.refusal(in.agent(), offer, "swap", TalkState.CONSULTING, TalkState.SWAPPED);
    if (offer == null || refusal != null) {
      return refusal;
    }
    Talk talk = inHand.open(offer, decision);
    LegId third = Objects.requireNonNull(talk.third()).leg();
    boolean toCustomer = talk.state() == TalkState.CONSULTING;
    decision.record(new TalkFact.Swapped(talk.call(), in.agent(), in.author()));
    inHand.toMusic(talk, toCustomer ? third : customer(talk), decision);
    calls.connect(talk.call(), List.of(toCustomer ? customer(talk) : third, offer.leg()), decision);
    if (toCustomer) {
      inHand.releaseHold(offer.leg(), decision);
    } else {
      calls.hold(offer.leg(), true, decision);
    }
    return null;
  }

  @Nullable String join(TalkInput.Join in, Decision decision) {
    Offer offer = inHand.offerOf(in.agent());
    String refusal =
        inHand.refusal(in.agent(), offer, "join all", TalkState.CONSULTING, TalkState.SWAPPED);
    if (offer == null || refusal != null) {
      return refusal;
    }
    Talk talk = inHand.open(offer, decision);
    LegId third = Objects.requireNonNull(talk.third()).leg();
    decision.record(new TalkFact.Joined(talk.call(), in.agent(), in.author()));
    inHand.releaseHold(offer.leg(), decision);
    calls.connect(talk.call(), List.of(customer(talk), offer.leg(), third), decision);
    return null;
  }

  // What happens.

  /** Who was rung has answered: the agent talks with them. */
  void answered(Talk talk, Decision decision) {
    Offer offer = talk.offer() == null ? null : roster.books().offer(talk.offer());
    if (offer != null) {
      decision.record(new TalkFact.ConsultAnswered(talk.call(), offer.agent()));
      calls.hush(offer.leg(), decision);
      LegId third = Objects.requireNonNull(talk.third()).leg();
      calls.connect(talk.call(), List.of(offer.leg(), third), decision);
    }
  }

  /** Who was asked is gone; whoever is on hold stays there until the agent takes them back. */
  void gone(Talk talk, Decision decision) {
    Offer offer = talk.offer() == null ? null : roster.books().offer(talk.offer());
    if (offer == null) {
      return;
    }
    ConsultEnd end =
        talk.state() == TalkState.ASKING ? ConsultEnd.NOT_ANSWERED : ConsultEnd.HUNG_UP;
    decision.record(new TalkFact.ConsultEnded(talk.call(), offer.agent(), end, null));
    calls.hush(offer.leg(), decision);
  }

  /** A third party is not needed any more. */
  void drop(Third third, Decision decision) {
    Offer offer = third.offer() == null ? null : roster.books().offer(third.offer());
    if (offer == null) {
      calls.hangUp(third.leg(), HangupCause.NORMAL, decision);
    } else if (offer.state() == OfferState.MADE) {
      roster.withdraw(offer.id(), decision);
    } else {
      roster.endTalk(offer.id(), TalkEnd.AGENT, decision);
    }
  }

  private static LegId customer(Talk talk) {
    return Objects.requireNonNull(talk.customer());
  }
}
