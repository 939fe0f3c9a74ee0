// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.talk;

import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.Offer;
import org.ringmaster.core.agent.OfferId;
import org.ringmaster.core.agent.Roster;
import org.ringmaster.core.agent.TalkEnd;
import org.ringmaster.core.call.CallControl;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.EndSource;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.Leg;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.LegRole;
import org.ringmaster.core.kernel.Decider;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.EpochBegan;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.queue.Acd;
import org.ringmaster.core.queue.QueueEntry;

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
  private final Consulting consulting;
  private final Parking parking;
  private final CallingOut callingOut;
  private final Acd acd;
  private final Keys keys;
  private final Referring referring;

  /**
   * Control over the calls of agents. In the order of deciders it stands before {@code acd}, which
   * would else let the customer go when the agent's part is over.
   */
  public TalkControl(CallControl calls, Roster roster, Acd acd, CallBan bans) {
    this.calls = calls;
    this.roster = roster;
    this.inHand = new InHand(books, calls, roster, acd);
    Reaching reaching = new Reaching(books, calls, roster, acd);
    this.acd = acd;
    this.keys = new Keys(books, calls, roster, acd);
    this.handingOn = new HandingOn(inHand, reaching, calls, acd);
    this.consulting = new Consulting(books, inHand, reaching, calls, roster);
    this.parking = new Parking(books, inHand, reaching, handingOn, calls, roster);
    this.callingOut = new CallingOut(books, reaching, calls, roster, bans);
    this.referring = new Referring(books, calls, roster, keys, handingOn, consulting);
  }

  /** All conversations now. */
  public TalkBooks books() {
    return books;
  }

  // What is asked.

  @Override
  public void decide(Input input, Decision decision) {
    if (input instanceof CallInput.DigitPressed pressed) {
      byKeys(pressed, decision);
    } else if (input instanceof CallInput.HandOnAsked asked) {
      referring.asked(asked, decision);
    }
    if (!(input instanceof TalkInput talkInput)) {
      return;
    }
    switch (talkInput) {
      case TalkInput.RulesRead in -> {
        if (!in.rules().equals(books.rules())) {
          decision.record(new TalkRulesConfigured(in.rules()));
        }
      }
      case TalkInput.ParkDue in -> parking.due(in, decision);
      case TalkInput.DialDue in -> callingOut.due(in, decision);
      case TalkInput.BackDue in -> handingOn.due(in, books.talk(in.call()), decision);
      default -> {
        String refusal = done(talkInput, decision);
        if (refusal != null) {
          decision.refuse(refusal);
        } else if (!(talkInput instanceof TalkInput.Park)) { // Who parks is told where.
          decision.accept("");
        }
      }
    }
  }

  /**
   * Lets an agent call a number: their own telephone is rung first. Why not, as a sentence, or
   * null.
   */
  public @Nullable String dial(TalkInput.Dial asked, Decision decision) {
    return callingOut.dial(asked, decision);
  }

  /**
   * Hands the customer of an agent to somebody, because a supervisor wants it; why not, as a
   * sentence, or null when it is done.
   */
  public @Nullable String handOn(AgentId agent, Destination to, String author, Decision decision) {
    return handingOn.handOn(new TalkInput.HandOn(agent, to, author), decision);
  }

  /** Why the customer of an agent cannot be handed to somebody now; null where they can. */
  public @Nullable String whyNotHandOn(AgentId agent, Destination to, Decision decision) {
    return handingOn.refusal(agent, to, decision);
  }

  private void byKeys(CallInput.DigitPressed pressed, Decision decision) {
    Offer offer = roster.books().offerOf(pressed.leg());
    TalkInput asked = keys.pressed(pressed, decision);
    if (asked != null && offer != null && done(asked, decision) != null) {
      keys.refused(offer, decision);
    }
  }

  private @Nullable String done(TalkInput asked, Decision decision) {
    return switch (asked) {
      case TalkInput.Hold in -> hold(in, decision);
      case TalkInput.Resume in -> resume(in, decision);
      case TalkInput.HandOn in -> handingOn.handOn(in, decision);
      case TalkInput.Consult in -> consulting.consult(in, decision);
      case TalkInput.Complete in -> consulting.complete(in, decision);
      case TalkInput.Cancel in -> consulting.cancel(in, decision);
      case TalkInput.Swap in -> consulting.swap(in, decision);
      case TalkInput.Join in -> consulting.join(in, decision);
      case TalkInput.Park in -> parking.park(in, decision);
      case TalkInput.Retrieve in -> parking.retrieve(in, decision);
      case TalkInput.Dial in -> callingOut.dial(in, decision);
      case TalkInput.DialAgent in -> callingOut.dial(in, decision);
      case TalkInput.RulesRead in -> null;
      case TalkInput.ParkDue in -> null;
      case TalkInput.DialDue in -> null;
      case TalkInput.BackDue in -> null;
    };
  }

  private @Nullable String hold(TalkInput.Hold in, Decision decision) {
    Offer offer = inHand.offerOf(in.agent());
    String refusal = inHand.refusal(in.agent(), offer, "hold", TalkState.TALKING);
    if (offer == null || refusal != null) {
      return refusal;
    }
    hold(offer, false, in.author(), decision);
    calls.hold(offer.leg(), true, decision);
    return null;
  }

  private void hold(Offer offer, boolean byTelephone, @Nullable String author, Decision decision) {
    Talk talk = inHand.open(offer, decision);
    decision.record(new TalkFact.Held(talk.call(), offer.agent(), byTelephone, author));
    inHand.toMusic(talk, Objects.requireNonNull(talk.customer()), decision);
  }

  private @Nullable String resume(TalkInput.Resume in, Decision decision) {
    Offer offer = inHand.offerOf(in.agent());
    String refusal = inHand.refusal(in.agent(), offer, "resume", TalkState.HELD);
    if (offer == null || refusal != null) {
      return refusal;
    }
    Talk talk = inHand.open(offer, decision);
    if (talk.byTelephone()) {
      return "Agent "
          + in.agent()
          + " holds with the telephone's own key: take the customer back there.";
    }
    inHand.resume(talk, offer, in.author(), decision);
    return null;
  }

  // What follows from facts.

  @Override
  public void react(Fact fact, Decision decision) {
    switch (fact) {
      case EpochBegan began -> {
        parking.remindAgain(decision);
        handingOn.remindAgain(books.talks(), decision);
        callingOut.remindAgain(decision);
      }
      case CallFact.LegHeld held when !held.asked() -> heldByTelephone(held, decision);
      case CallFact.LegLent lent when lent.call() == null ->
          inHand.releaseHold(lent.leg(), decision);
      case CallFact.LegArrived arrived when arrived.role() == LegRole.TELEPHONE -> {
        Destination to = keys.destination(arrived.number());
        if (!consulting.dialled(arrived, to, decision)
            && !callingOut.dialledAgent(arrived, decision)
            && !callingOut.dialled(arrived, decision)) {
          parking.dialled(arrived, decision);
        }
      }
      case CallFact.LegEntered entered -> entered(entered.leg(), decision);
      case CallFact.LegEnded ended -> legEnded(ended, decision);
      case AgentFact.OfferAccepted accepted -> accepted(accepted.offer(), decision);
      case AgentFact.OfferEnded ended -> offerEnded(ended.offer(), decision);
      case AgentFact.TalkEnded ended -> talkEnded(ended, decision);
      default -> {}
    }
  }

  /** The telephone's own key does what is asked by other ways too. */
  private void heldByTelephone(CallFact.LegHeld held, Decision decision) {
    Offer offer = roster.books().offerOf(held.leg());
    if (offer == null || !InHand.isAccepted(offer) || !inHand.leads(offer)) {
      return;
    }
    Talk talk = books.talk(offer.call());
    TalkState state = inHand.stateOf(offer);
    if (held.held() && state == TalkState.TALKING) {
      hold(offer, true, null, decision);
    } else if (!held.held() && state == TalkState.HELD && talk != null) {
      inHand.resume(talk, offer, null, decision);
    } else if (talk != null) {
      consulting.turned(talk, offer, !held.held(), decision);
    }
  }

  /** An agent who was rung because somebody asked for them has answered. */
  private void accepted(OfferId offer, Decision decision) {
    Talk led = books.ledBy(offer);
    Talk asked = books.withThird(offer);
    Offer accepted = roster.books().offer(offer);
    Talk calledIn = accepted == null ? null : books.talk(accepted.call());
    if (led != null && led.state() == TalkState.DIALLING) {
      callingOut.ring(led, decision);
    } else if (accepted != null
        && calledIn != null
        && calledIn.state() == TalkState.DIALLING
        && accepted.leg().equals(calledIn.customer())) {
      callingOut.answered(calledIn, accepted.leg(), decision); // An open telephone is there.
    } else if (asked != null && asked.state() == TalkState.ASKING) {
      consulting.answered(asked, decision);
    } else if (asked != null && asked.state() == TalkState.HANDED) {
      handingOn.taken(asked, decision);
    }
  }

  /** An outside number has answered. */
  private void entered(LegId id, Decision decision) {
    Leg leg = calls.books().leg(id);
    Talk talk = leg == null || leg.call() == null ? null : books.talk(leg.call());
    if (talk == null) {
      return;
    }
    boolean isThird =
        talk.third() != null && talk.third().offer() == null && id.equals(talk.third().leg());
    if (talk.state() == TalkState.DIALLING && id.equals(talk.customer())) {
      callingOut.answered(talk, id, decision);
    } else if (isThird && talk.state() == TalkState.ASKING) {
      consulting.answered(talk, decision);
    } else if (isThird && talk.state() == TalkState.HANDED) {
      handingOn.taken(talk, decision);
    }
  }

  private void offerEnded(OfferId offer, Decision decision) {
    Talk led = books.ledBy(offer);
    Talk asked = books.withThird(offer);
    if (led != null) {
      decision.record(new TalkFact.Ended(led.call())); // Their own telephone was not answered.
    } else if (asked != null) {
      thirdGone(asked, decision);
    }
  }

  private void legEnded(CallFact.LegEnded ended, Decision decision) {
    Talk talk = ended.call() == null ? null : books.talk(ended.call());
    if (talk == null) {
      return;
    }
    boolean isThird =
        talk.third() != null
            && talk.third().offer() == null
            && ended.leg().equals(talk.third().leg());
    TalkBooks.Line line = books.otherLine(talk.call());
    if (ended.leg().equals(talk.customer())) {
      customerGone(talk, ended, decision);
    } else if (line != null && ended.leg().equals(line.leg())) {
      consulting.lineGone(talk, decision);
    } else if (isThird) {
      thirdGone(talk, decision);
    }
  }

  /** Without the customer there is nothing left to talk about: all others go. */
  private void customerGone(Talk talk, CallFact.LegEnded ended, Decision decision) {
    if (talk.state() == TalkState.DIALLING) {
      callingOut.inVain(talk, decision);
      return;
    }
    TalkBooks.Line line = books.otherLine(talk.call());
    decision.record(new TalkFact.Ended(talk.call()));
    if (talk.third() != null) {
      consulting.drop(talk.third(), decision);
    }
    consulting.hangUp(line, decision);
    Offer offer = talk.offer() == null ? null : roster.books().offer(talk.offer());
    if (offer != null && offer.direct()) {
      boolean isSeen = ended.source() == EndSource.SEEN;
      roster.endTalk(offer.id(), isSeen ? TalkEnd.CALLER : TalkEnd.LOST, decision);
    }
  }

  private void thirdGone(Talk talk, Decision decision) {
    switch (talk.state()) {
      case HANDED -> handingOn.comeBack(talk, decision);
      case PASSED -> decision.record(new TalkFact.Ended(talk.call()));
      default -> consulting.gone(talk, decision);
    }
  }

  private void talkEnded(AgentFact.TalkEnded ended, Decision decision) {
    Talk asked = books.withThird(ended.offer());
    if (asked != null) {
      thirdGone(asked, decision);
    }
    Talk talk = books.ledBy(ended.offer());
    if (talk != null) {
      leaderGone(talk, ended, decision);
    }
  }

  /** Whether a third party lives; they may have gone in the same turn. */
  private boolean isThere(@Nullable Third third) {
    return third != null
        && calls.books().leg(third.leg()) != null
        && (third.offer() == null || roster.books().offer(third.offer()) != null);
  }

  /** Whether an agent has taken the customer; else their number has not answered yet. */
  private static boolean isTaken(Talk talk) {
    return talk.state() == TalkState.TALKING || talk.state() == TalkState.HELD;
  }

  /** Who hangs up while they consult gives the customer to whom they asked. */
  private void leaderGone(Talk talk, AgentFact.TalkEnded ended, Decision decision) {
    if (talk.isInternal()) {
      callingOut.over(
          talk, ended.end() == TalkEnd.UNHEARD ? ended.end() : TalkEnd.CALLER, decision);
      return;
    }
    QueueEntry entry = acd.books().entryOf(ended.offer());
    TalkBooks.Line line = books.otherLine(talk.call());
    boolean isThere = talk.customer() != null && calls.books().leg(talk.customer()) != null;
    if (ended.end() == TalkEnd.HANDED_ON) {
      // By somebody else's doing, who has the customer now.
      decision.record(new TalkFact.Ended(talk.call()));
      if (talk.third() != null) {
        consulting.drop(talk.third(), decision);
      }
    } else if (isThere && isThere(talk.third())) {
      consulting.give(talk, null, decision);
      handOn(entry, ended, decision);
    } else if (isThere && isNobodysDoing(talk, entry, ended, decision)) {
      handOn(entry, ended, decision);
      handingOn.comeBack(talk, decision);
    } else {
      decision.record(new TalkFact.Ended(talk.call()));
      if (entry == null && talk.customer() != null) {
        calls.hangUp(talk.customer(), HangupCause.NORMAL, decision);
      }
    }
    consulting.hangUp(line, decision);
  }

  private void handOn(@Nullable QueueEntry entry, AgentFact.TalkEnded ended, Decision decision) {
    if (entry != null) {
      acd.handOn(entry, ended.agent(), decision);
    }
  }

  /**
   * Whether a customer has lost their agent although nobody hung up: the agent's leg never came to
   * hear them, or was found gone together with that of whom they asked.
   */
  private static boolean isNobodysDoing(
      Talk talk, @Nullable QueueEntry entry, AgentFact.TalkEnded ended, Decision decision) {
    boolean wasAsking = talk.third() != null || talk.sinceMicros() == decision.nowMicros();
    return ended.end() == TalkEnd.UNHEARD && entry == null && isTaken(talk)
        || ended.end() == TalkEnd.LOST && wasAsking;
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
