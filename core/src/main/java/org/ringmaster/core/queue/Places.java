// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.Offer;
import org.ringmaster.core.agent.OfferId;
import org.ringmaster.core.agent.Roster;
import org.ringmaster.core.agent.TalkEnd;
import org.ringmaster.core.call.CallControl;
import org.ringmaster.core.call.Leg;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.call.TelephoneUse;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.core.queue.Choice.Why;

/**
 * The places in the lines of those who are not on the line, and how they come back to them. Owned
 * by the kernel thread.
 */
public final class Places {

  private static final long MICROS_PER_MILLI = 1_000;

  private final QueueBooks books;
  private final CallControl calls;
  private final Roster roster;
  private final Matching matching;
  private final Admission admission;
  private final Announcer announcer;

  Places(
      QueueBooks books,
      CallControl calls,
      Roster roster,
      Matching matching,
      Admission admission,
      Announcer announcer) {
    this.books = books;
    this.calls = calls;
    this.roster = roster;
    this.matching = matching;
    this.admission = admission;
    this.announcer = announcer;
  }

  /** Keeps a place in the line; from here an agent may be rung for it. */
  public void keep(KeptPlace place, Decision decision) {
    decision.record(new QueueFact.PlaceKept(place));
    matching.matchPlace(place.id(), Why.CALLER_CAME, decision);
    admission.remind(books.place(place.id()), decision);
  }

  /** Takes a kept place out of the line; an agent who is being rung for it is left alone. */
  public void giveUp(EntryId id, Decision decision) {
    KeptPlace place = books.place(id);
    if (place != null) {
      decision.record(new QueueFact.PlaceLeft(id, place.queue()));
      if (place.offer() != null) {
        roster.withdraw(place.offer(), decision);
      }
    }
  }

  /**
   * Whether somebody who has a place shall be dialled now, so that an agent is there when they
   * answer: fewer are before them than agents are free.
   *
   * @param dialled how many others are being dialled for the same queue
   * @param early how many more may be before them, as long as agents are at work
   */
  public boolean isTurn(KeptPlace place, int dialled, int early, long nowMicros) {
    Matching.Hands hands = matching.handsFor(place, nowMicros);
    int before = books.lines().aheadOf(place) + dialled;
    return hands.free() + hands.busy() > 0
        && before < hands.free() + (hands.busy() > 0 ? early : 0);
  }

  /** An offer that was made for a place and is not over, or null. */
  public @Nullable Offer offer(OfferId id) {
    return roster.books().offer(id);
  }

  /** An agent who waits for somebody to be dialled need not wait any more. */
  public void release(OfferId id, TalkEnd end, Decision decision) {
    roster.withdraw(id, decision);
    roster.endTalk(id, end, decision);
  }

  /** Lets somebody who was dialled wait at their old place. */
  public EntryId joinAt(KeptPlace place, Leg leg, Decision decision) {
    EntryId id = joined(place, leg, decision);
    Queue queue = books.queue(place.queue());
    if (queue != null) {
      admission.remind(Objects.requireNonNull(books.entry(id)), decision);
      admission.place(id, queue, Why.CALLER_CAME, decision);
    }
    return id;
  }

  /** Joins somebody who was dialled with the agent who waits for them. */
  public EntryId joinWith(KeptPlace place, Leg leg, OfferId offer, Decision decision) {
    EntryId id = joined(place, leg, decision);
    Offer talk = Objects.requireNonNull(roster.books().offer(offer));
    decision.record(new QueueFact.EntryOffered(id, offer, talk.agent(), null));
    QueueEntry entry = Objects.requireNonNull(books.entry(id));
    connect(entry, talk, decision);
    return id;
  }

  private EntryId joined(KeptPlace place, Leg leg, Decision decision) {
    EntryId id = new EntryId(decision.newId('e'));
    long credit = StrictMath.max(0, decision.nowMicros() - place.sinceMicros());
    decision.record(
        new QueueFact.EntryJoined(
            id,
            place.queue(),
            Objects.requireNonNull(leg.call()),
            leg.id(),
            leg.node(),
            place.priority(),
            credit / MICROS_PER_MILLI,
            place.wanted(),
            null));
    return id;
  }

  /**
   * Somebody whom we called and for whom nobody is there in time hears a message and is hung up;
   * without prompts they are hung up at once.
   */
  public void sendAway(QueueEntry entry, List<Prompt> prompts, Decision decision) {
    admission.sendAway(entry, prompts, decision);
  }

  /**
   * What was called and waits is no person: it leaves the line, its agents stop ringing, and its
   * leg is left to whoever asks for this.
   */
  public void takeOut(QueueEntry entry, Decision decision) {
    decision.record(
        new QueueFact.EntryOverflowed(
            entry.id(), entry.queue(), Overflow.HANG_UP, entry.call(), Reason.MACHINE),
        decision.nowMicros());
    entry.offers().forEach(offer -> roster.letGo(offer, decision));
    calls.hush(entry.leg(), decision);
  }

  /** A caller who waits leaves the line and is called back later; their agents stop ringing. */
  public void leaveForCallback(QueueEntry entry, Decision decision) {
    decision.record(
        new QueueFact.EntryOverflowed(
            entry.id(), entry.queue(), Overflow.CALLBACK, entry.call(), Reason.KEY));
    entry.offers().forEach(offer -> roster.letGo(offer, decision));
  }

  /** A caller and the agent who took them hear each other from here. */
  void connect(QueueEntry entry, Offer offer, Decision decision) {
    decision.record(
        new QueueFact.EntryConnected(
            entry.id(), entry.queue(), offer.id(), offer.agent(), offer.leg(), entry.call()));
    announcer.judge(entry, decision);
    calls.hush(entry.leg(), decision);
    calls.connect(entry.call(), List.of(entry.leg(), offer.leg()), decision);
    // Behind the move: before it, Asterisk would hold the move and every command after it until the
    // tone is over (430 ms were seen).
    if (roster.use(offer.agent()) == TelephoneUse.OPEN) {
      calls.play(offer.leg(), List.of(Prompt.sound("beep")), false, decision);
    }
  }
}
