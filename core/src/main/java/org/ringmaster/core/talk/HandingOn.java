// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.talk;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.Offer;
import org.ringmaster.core.call.CallControl;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.Leg;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.core.queue.Acd;
import org.ringmaster.core.queue.QueueId;

/**
 * Hands customers on: the agent is done with them, and somebody else is not yet there. Whom nobody
 * takes comes back to the agent, and where that one is not there, to the queue.
 */
final class HandingOn {

  private static final long MICROS_PER_MILLI = 1_000;

  /** How long after a handoff the agent's own telephone may still be hanging up. */
  private static final long HANGING_UP_MICROS = 5_000_000;

  private static final long TRY_AGAIN_MICROS = 500_000;

  private final InHand inHand;
  private final Reaching reaching;
  private final CallControl calls;
  private final Acd acd;

  HandingOn(InHand inHand, Reaching reaching, CallControl calls, Acd acd) {
    this.inHand = inHand;
    this.reaching = reaching;
    this.calls = calls;
    this.acd = acd;
  }

  @Nullable String handOn(TalkInput.HandOn in, Decision decision) {
    String refusal = refusal(in, decision);
    if (refusal != null) {
      return refusal;
    }
    Offer offer = Objects.requireNonNull(inHand.offerOf(in.agent()));
    Destination to = in.to();
    if (to.queue() != null) {
      return toQueue(offer, to.queue(), in.author(), decision);
    }
    toSomebody(offer, to, in.author(), decision);
    return null;
  }

  /** Why a customer cannot be handed on so, as a sentence; null where they can. */
  @Nullable String refusal(TalkInput.HandOn in, Decision decision) {
    Offer offer = inHand.offerOf(in.agent());
    String refusal =
        inHand.refusal(in.agent(), offer, "hand on", TalkState.TALKING, TalkState.HELD);
    if (offer == null || refusal != null) {
      return refusal;
    }
    return in.to().queue() != null
        ? acd.refusal(in.to().queue(), inHand.nodeOf(offer), inHand.creditMillis(offer, decision))
        : reaching.refusal(in.to(), offer.agent(), inHand.nodeOf(offer), decision);
  }

  /** Why the customer of an agent cannot be handed to somebody now; null where they can. */
  @Nullable String refusal(AgentId agent, Destination to, Decision decision) {
    Offer offer = inHand.offerOf(agent);
    String refusal = inHand.refusal(agent, offer, "hand on", TalkState.TALKING, TalkState.HELD);
    if (offer == null || refusal != null) {
      return refusal;
    }
    return to.queue() != null
        ? acd.refusal(to.queue(), inHand.nodeOf(offer), inHand.creditMillis(offer, decision))
        : reaching.refusal(to, agent, inHand.nodeOf(offer), decision);
  }

  private @Nullable String toQueue(Offer offer, QueueId queue, String author, Decision decision) {
    Talk talk = inHand.open(offer, decision);
    Leg customer = calls.books().leg(Objects.requireNonNull(talk.customer()));
    if (customer == null) {
      return "The customer is gone.";
    }
    Origin origin = talk.origin();
    decision.record(
        new TalkFact.SentToQueue(
            talk.call(), offer.agent(), queue, origin.claim().creditMillis(), author));
    inHand.letGo(offer, decision);
    acd.takeOver(customer, queue, origin.claim(), decision);
    return null;
  }

  private void toSomebody(Offer offer, Destination to, String author, Decision decision) {
    Talk talk = inHand.open(offer, decision);
    Third third = reaching.ring(talk.call(), to, talk.origin().wrapUpMillis(), decision);
    decision.record(
        new TalkFact.SentOn(
            talk.call(),
            offer.agent(),
            reaching.resolved(to),
            third,
            false,
            talk.origin().claim().creditMillis(),
            author));
    inHand.toMusic(talk, Objects.requireNonNull(talk.customer()), decision);
    inHand.letGo(offer, decision);
  }

  /** Lets an agent have a customer who waits for nobody yet, or for somebody in vain. */
  void ring(Talk talk, AgentId agent, boolean back, @Nullable String author, Decision decision) {
    Third third = reaching.ring(talk.call(), agent, talk.origin().wrapUpMillis(), decision);
    sent(talk, agent, third, back, author, decision);
  }

  /** An agent's telephone rings for a customer, or is there for them already. */
  void sent(
      Talk talk,
      AgentId agent,
      Third third,
      boolean back,
      @Nullable String author,
      Decision decision) {
    decision.record(
        new TalkFact.SentOn(
            talk.call(),
            talk.from(),
            Destination.agent(agent),
            third,
            back,
            waited(talk, decision.nowMicros()).claim().creditMillis(),
            author));
  }

  /** Whoever was rung for a customer is there. */
  void taken(Talk talk, Decision decision) {
    Third third = Objects.requireNonNull(talk.third());
    LegId customer = Objects.requireNonNull(talk.customer());
    if (third.agent() != null && third.offer() != null) {
      decision.record(new TalkFact.Taken(talk.call(), third.agent(), third.offer()));
      reaching.has(third, talk.origin(), decision);
      calls.connect(talk.call(), List.of(customer, third.leg()), decision);
    } else {
      Leg leg = calls.books().leg(third.leg());
      Destination to = new Destination(null, null, null, leg == null ? null : leg.trunk());
      decision.record(new TalkFact.PassedOn(talk.call(), null, to, null));
      calls.pair(talk.call(), customer, third.leg(), decision);
    }
  }

  /**
   * Nobody takes a customer: they come back to the agent they had, once, else to their queue. Only
   * whom an agent rang, and who has no queue, is hung up.
   */
  void comeBack(Talk talk, Decision decision) {
    Leg customer = talk.customer() == null ? null : calls.books().leg(talk.customer());
    if (customer == null) {
      decision.record(new TalkFact.Ended(talk.call()));
      return;
    }
    AgentId from = talk.from();
    if (from != null && !talk.back() && reaching.isAtHand(from)) {
      if (reaching.ownRefusal(from, customer.node()) == null) {
        ring(talk, from, true, null, decision);
        return;
      }
      if (decision.nowMicros() - talk.sinceMicros() < HANGING_UP_MICROS) {
        remind(talk, decision);
        return;
      }
    }
    Origin origin = waited(talk, decision.nowMicros());
    if (origin.queue() == null || acd.books().queue(origin.queue()) == null) {
      decision.record(new TalkFact.Ended(talk.call()));
      calls.hangUp(customer.id(), HangupCause.NO_ANSWER, decision);
      return;
    }
    decision.record(
        new TalkFact.SentBack(talk.call(), origin.queue(), origin.claim().creditMillis()));
    acd.takeBack(customer, origin.queue(), origin.claim(), decision);
  }

  /**
   * Whoever hands a customer on hangs up at the same moment: their telephone is busy for a while.
   */
  private static void remind(Talk talk, Decision decision) {
    decision.remindAt(
        decision.nowMicros() + TRY_AGAIN_MICROS,
        new TalkInput.BackDue(talk.call(), talk.sinceMicros()));
  }

  void due(TalkInput.BackDue in, @Nullable Talk talk, Decision decision) {
    if (talk != null
        && talk.sinceMicros() == in.sinceMicros()
        && talk.state() == TalkState.HANDED
        && isNobodyThere(talk)) {
      comeBack(talk, decision);
    }
  }

  /** After a restart whoever waits for nobody any more is not forgotten. */
  void remindAgain(Iterable<Talk> talks, Decision decision) {
    for (Talk talk : talks) {
      if (talk.state() == TalkState.HANDED && isNobodyThere(talk)) {
        remind(talk, decision);
      }
    }
  }

  private boolean isNobodyThere(Talk talk) {
    Third third = talk.third();
    return third == null
        || (third.offer() == null
            ? calls.books().leg(third.leg()) == null
            : !reaching.isOffered(third.offer()));
  }

  /** Where they came from, with what they have waited in the present state. */
  private static Origin waited(Talk talk, long nowMicros) {
    boolean isWaiting = talk.state() == TalkState.HANDED || talk.state() == TalkState.PARKED;
    long more = isWaiting ? (nowMicros - talk.sinceMicros()) / MICROS_PER_MILLI : 0;
    return talk.origin().waited(talk.origin().claim().creditMillis() + more);
  }
}
