// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.talk;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.Agent;
import org.ringmaster.core.agent.Offer;
import org.ringmaster.core.agent.OfferState;
import org.ringmaster.core.agent.Roster;
import org.ringmaster.core.agent.TalkEnd;
import org.ringmaster.core.call.CallControl;
import org.ringmaster.core.call.CallFact;
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
    if (refusal == null) {
      begin(offer, in.to(), null, in.author(), decision);
    }
    return refusal;
  }

  /** Has somebody rung; the agent hears them on another line of their telephone, if on any. */
  private void begin(
      Offer offer,
      Destination to,
      @Nullable LegId line,
      @Nullable String author,
      Decision decision) {
    Talk talk = inHand.open(offer, decision);
    boolean wasTalking = talk.state() == TalkState.TALKING;
    Third third = reaching.ring(talk.call(), to, 0, decision);
    decision.record(
        new TalkFact.ConsultBegan(
            talk.call(), offer.agent(), reaching.resolved(to), third, author));
    if (line != null) {
      decision.record(new TalkFact.OtherLine(talk.call(), offer.agent(), line));
      inHand.toMusic(talk, offer.leg(), decision);
    }
    if (wasTalking) {
      inHand.toMusic(talk, customer(talk), decision);
    }
    if (wasTalking && line == null) {
      calls.hold(offer.leg(), true, decision);
    }
    List<Prompt> rings = List.of(new Prompt(Prompt.Kind.TONE, "ring"));
    calls.play(line(talk, offer), rings, false, decision);
  }

  /**
   * An agent's telephone dialled somebody on another line while they have a customer: as if they
   * had asked for advice. Whether it was so.
   */
  boolean dialled(CallFact.LegArrived arrived, Destination to, Decision decision) {
    Agent agent =
        arrived.telephone() == null ? null : roster.books().signedInOn(arrived.telephone());
    Offer offer = agent == null ? null : inHand.offerOf(agent.id());
    if (offer == null
        || offer.leg().equals(arrived.leg())
        || !arrived.node().equals(inHand.nodeOf(offer))
        || inHand.refusal(offer.agent(), offer, "consult", TalkState.TALKING, TalkState.HELD)
            != null
        || reaching.refusal(to, offer.agent(), arrived.node(), decision) != null) {
      return false;
    }
    calls.answer(arrived.leg(), decision);
    decision.record(new CallFact.LegLent(arrived.leg(), offer.call()));
    begin(offer, to, arrived.leg(), null, decision);
    return true;
  }

  /** On which leg the agent speaks with whom they ask. */
  private LegId line(Talk talk, Offer offer) {
    TalkBooks.Line line = books.otherLine(talk.call());
    return line == null ? offer.leg() : line.leg();
  }

  /** Nobody is to hear the agent on the other line any more, not even while it is hung up. */
  private void stepOut(TalkBooks.@Nullable Line line, Decision decision) {
    if (line != null) {
      calls.stepOut(line.leg(), decision);
    }
  }

  /** The agent's other line is not needed any more. */
  void hangUp(TalkBooks.@Nullable Line line, Decision decision) {
    if (line != null) {
      calls.hangUp(line.leg(), HangupCause.NORMAL, decision);
    }
  }

  /** The agent has hung up the other line: whom they asked on it is not needed any more. */
  void lineGone(Talk talk, Decision decision) {
    Third third = talk.third();
    if (third == null || talk.agent() == null) {
      return;
    }
    decision.record(
        new TalkFact.ConsultEnded(talk.call(), talk.agent(), ConsultEnd.CANCELLED, null));
    drop(third, decision);
  }

  /** The agent turns to one line or the other with the telephone's own keys. */
  void turned(Talk talk, Offer offer, boolean toCustomer, Decision decision) {
    TalkBooks.Line line = books.otherLine(talk.call());
    Third third = talk.third();
    if (line == null || third == null) {
      return;
    }
    if (toCustomer && talk.state() == TalkState.CONSULTING && !line.held()) {
      joinAll(talk, offer, null, decision); // Both lines at once: a conference.
    } else if (toCustomer && talk.state() == TalkState.CONSULTING) {
      decision.record(new TalkFact.Swapped(talk.call(), offer.agent(), null));
      inHand.toMusic(talk, third.leg(), decision);
      inHand.toMusic(talk, line.leg(), decision);
      calls.connect(talk.call(), List.of(customer(talk), offer.leg()), decision);
    } else if (!toCustomer && talk.state() == TalkState.SWAPPED) {
      decision.record(new TalkFact.Swapped(talk.call(), offer.agent(), null));
      inHand.toMusic(talk, customer(talk), decision);
      inHand.toMusic(talk, offer.leg(), decision);
      calls.connect(talk.call(), List.of(line.leg(), third.leg()), decision);
    }
  }

  @Nullable String complete(TalkInput.Complete in, Decision decision) {
    String refusal = refusal(in);
    Offer offer = inHand.offerOf(in.agent());
    if (offer != null && refusal == null) {
      give(inHand.open(offer, decision), in.author(), decision);
      inHand.letGo(offer, decision);
    }
    return refusal;
  }

  /** Why an agent cannot give the customer to whom they asked, as a sentence; null: they can. */
  @Nullable String refusal(TalkInput.Complete in) {
    return inHand.refusal(
        in.agent(),
        inHand.offerOf(in.agent()),
        "complete",
        TalkState.ASKING,
        TalkState.CONSULTING,
        TalkState.SWAPPED,
        TalkState.TOGETHER);
  }

  /**
   * An agent's telephone asks to join the parties of its two lines: whether these are the customer
   * and whom they asked.
   */
  boolean areLines(Offer offer, LegId one, @Nullable LegId other) {
    TalkBooks.Line line = books.otherLine(offer.call());
    return line != null
        && (one.equals(offer.leg()) && line.leg().equals(other)
            || one.equals(line.leg()) && offer.leg().equals(other));
  }

  /**
   * The third party gets the customer, now or when they answer; the leading agent's part must be
   * ended by whoever asks for this.
   */
  void give(Talk talk, @Nullable String author, Decision decision) {
    Third third = Objects.requireNonNull(talk.third());
    var agent = Objects.requireNonNull(talk.agent());
    TalkBooks.Line line = books.otherLine(talk.call());
    if (talk.state() == TalkState.ASKING) {
      Destination to = third.agent() == null ? number(third) : Destination.agent(third.agent());
      long credit = talk.origin().claim().creditMillis();
      decision.record(new TalkFact.SentOn(talk.call(), agent, to, third, false, credit, author));
    } else if (third.agent() != null && third.offer() != null) {
      decision.record(
          new TalkFact.GivenTo(talk.call(), agent, third.agent(), third.offer(), author));
      reaching.has(third, talk.origin(), decision);
      stepOut(line, decision);
      calls.connect(talk.call(), List.of(customer(talk), third.leg()), decision);
    } else {
      decision.record(new TalkFact.PassedOn(talk.call(), agent, number(third), author));
      stepOut(line, decision);
      calls.pair(talk.call(), customer(talk), third.leg(), decision);
    }
    hangUp(line, decision);
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
    TalkBooks.Line line = books.otherLine(talk.call());
    decision.record(
        new TalkFact.ConsultEnded(talk.call(), in.agent(), ConsultEnd.CANCELLED, in.author()));
    drop(third, decision);
    calls.hush(offer.leg(), decision);
    hangUp(line, decision);
    Talk now = books.talk(talk.call());
    if (now != null && now.state() == TalkState.HELD && !(line != null && now.byTelephone())) {
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
    if (books.otherLine(talk.call()) != null) {
      return "Agent " + in.agent() + " has two lines: turn to the other one on the telephone.";
    }
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
    joinAll(inHand.open(offer, decision), offer, in.author(), decision);
    return null;
  }

  private void joinAll(Talk talk, Offer offer, @Nullable String author, Decision decision) {
    LegId third = Objects.requireNonNull(talk.third()).leg();
    TalkBooks.Line line = books.otherLine(talk.call());
    decision.record(new TalkFact.Joined(talk.call(), offer.agent(), author));
    inHand.releaseHold(offer.leg(), decision);
    stepOut(line, decision);
    calls.connect(talk.call(), List.of(customer(talk), offer.leg(), third), decision);
    hangUp(line, decision);
  }

  // What happens.

  /** Who was rung has answered: the agent talks with them. */
  void answered(Talk talk, Decision decision) {
    Offer offer = talk.offer() == null ? null : roster.books().offer(talk.offer());
    if (offer != null) {
      decision.record(new TalkFact.ConsultAnswered(talk.call(), offer.agent()));
      LegId side = line(talk, offer);
      calls.hush(side, decision);
      LegId third = Objects.requireNonNull(talk.third()).leg();
      calls.connect(talk.call(), List.of(side, third), decision);
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
    TalkBooks.Line line = books.otherLine(talk.call());
    decision.record(new TalkFact.ConsultEnded(talk.call(), offer.agent(), end, null));
    calls.hush(offer.leg(), decision);
    hangUp(line, decision);
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
