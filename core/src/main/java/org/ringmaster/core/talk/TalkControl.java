// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.talk;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.Offer;
import org.ringmaster.core.agent.OfferState;
import org.ringmaster.core.agent.Roster;
import org.ringmaster.core.call.CallControl;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.kernel.Decider;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.queue.Acd;

/**
 * Does what agents ask for with a conversation in hand, and sees to it that no customer is lost on
 * the way. What is asked is done whole, or refused with the reason. Owned by the kernel thread.
 */
public final class TalkControl implements Decider {

  private final TalkBooks books = new TalkBooks();
  private final CallControl calls;
  private final Roster roster;
  private final InHand inHand;
  private final HandingOn handingOn;

  /**
   * Control over the calls of agents. In the order of deciders it stands before {@code acd}, which
   * would else let the customer go when the agent's part is over.
   */
  public TalkControl(CallControl calls, Roster roster, Acd acd) {
    this.calls = calls;
    this.roster = roster;
    this.inHand = new InHand(books, calls, roster, acd);
    this.handingOn = new HandingOn(inHand, calls, acd);
  }

  /** All conversations now. */
  public TalkBooks books() {
    return books;
  }

  // What is asked.

  @Override
  public void decide(Input input, Decision decision) {
    if (!(input instanceof TalkInput talkInput)) {
      return;
    }
    String refusal =
        switch (talkInput) {
          case TalkInput.Hold in -> hold(in.agent(), in.author(), decision);
          case TalkInput.Resume in -> resume(in.agent(), in.author(), decision);
          case TalkInput.HandOn in -> handingOn.handOn(in, decision);
        };
    if (refusal == null) {
      decision.accept("");
    } else {
      decision.refuse(refusal);
    }
  }

  private @Nullable String hold(AgentId agent, String author, Decision decision) {
    Offer offer = inHand.offerOf(agent);
    if (offer == null) {
      return inHand.notTalking(agent);
    }
    if (!inHand.leads(offer) || inHand.stateOf(offer) != TalkState.TALKING) {
      return inHand.stateOf(offer) == TalkState.HELD
          ? "The customer is on hold already."
          : inHand.cannot(offer, "hold");
    }
    hold(offer, false, author, decision);
    calls.hold(offer.leg(), true, decision);
    return null;
  }

  private void hold(Offer offer, boolean byTelephone, @Nullable String author, Decision decision) {
    Talk talk = inHand.open(offer, decision);
    decision.record(new TalkFact.Held(talk.call(), offer.agent(), byTelephone, author));
    inHand.toMusic(talk, Objects.requireNonNull(talk.customer()), decision);
  }

  private @Nullable String resume(AgentId agent, String author, Decision decision) {
    Offer offer = inHand.offerOf(agent);
    if (offer == null) {
      return inHand.notTalking(agent);
    }
    Talk talk = books.talk(offer.call());
    if (talk == null || !inHand.leads(offer) || talk.state() != TalkState.HELD) {
      return inHand.cannot(offer, "resume");
    }
    if (talk.byTelephone()) {
      return "Agent "
          + agent
          + " holds with the telephone's own key: take the customer back there.";
    }
    inHand.releaseHold(offer.leg(), decision);
    resume(talk, offer, author, decision);
    return null;
  }

  private void resume(Talk talk, Offer offer, @Nullable String author, Decision decision) {
    decision.record(new TalkFact.Resumed(talk.call(), offer.agent(), author));
    calls.connect(
        talk.call(), List.of(Objects.requireNonNull(talk.customer()), offer.leg()), decision);
  }

  // What follows from facts.

  @Override
  public void react(Fact fact, Decision decision) {
    switch (fact) {
      case CallFact.LegHeld held when !held.asked() -> heldByTelephone(held, decision);
      case CallFact.LegLent lent when lent.call() == null ->
          inHand.releaseHold(lent.leg(), decision);
      case AgentFact.TalkEnded ended -> talkEnded(ended, decision);
      default -> {}
    }
  }

  /** The telephone's own key does what is asked by other ways too. */
  private void heldByTelephone(CallFact.LegHeld held, Decision decision) {
    Offer offer = roster.books().offerOf(held.leg());
    if (offer == null || offer.state() != OfferState.ACCEPTED || !inHand.leads(offer)) {
      return;
    }
    Talk talk = books.talk(offer.call());
    TalkState state = inHand.stateOf(offer);
    if (held.held() && state == TalkState.TALKING) {
      hold(offer, true, null, decision);
    } else if (!held.held() && state == TalkState.HELD && talk != null) {
      resume(talk, offer, null, decision);
    }
  }

  private void talkEnded(AgentFact.TalkEnded ended, Decision decision) {
    Talk talk = books.ledBy(ended.offer());
    if (talk != null) {
      decision.record(new TalkFact.Ended(talk.call()));
    }
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    books.apply(fact, envelope);
  }

  @Override
  public void snapshot(Consumer<Record> out) {
    books.snapshot(out);
  }

  @Override
  public void restore(Record entity) {
    books.restore(entity);
  }
}
