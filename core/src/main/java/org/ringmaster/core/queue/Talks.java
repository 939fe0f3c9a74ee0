// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.Offer;
import org.ringmaster.core.agent.OfferEnd;
import org.ringmaster.core.agent.OfferId;
import org.ringmaster.core.agent.Roster;
import org.ringmaster.core.agent.TalkEnd;
import org.ringmaster.core.call.CallControl;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.Leg;
import org.ringmaster.core.call.PlaybackId;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.core.queue.Choice.Why;

/**
 * What becomes of offers: an agent who answers hears what comes before a talk in this queue
 * (silence, whisper, the caller's wait), if anything does, and then the caller; who does not is
 * left in peace, and the caller waits on at the old place.
 */
final class Talks {

  private static final long MICROS_PER_MILLI = 1_000;

  /** Within which a leg's end is told after that of what was played to it. */
  static final long GONE_MICROS = 300_000;

  private final QueueBooks books;
  private final CallControl calls;
  private final Roster roster;
  private final Matching matching;
  private final Admission admission;
  private final Places places;

  Talks(
      QueueBooks books,
      CallControl calls,
      Roster roster,
      Matching matching,
      Admission admission,
      Places places) {
    this.books = books;
    this.calls = calls;
    this.roster = roster;
    this.matching = matching;
    this.admission = admission;
    this.places = places;
  }

  void accepted(AgentFact.OfferAccepted accepted, Decision decision) {
    QueueEntry entry = books.entryOf(accepted.offer());
    Offer offer = roster.books().offer(accepted.offer());
    if (offer != null && offer.direct()) {
      return; // No queue's.
    }
    if (books.placeOf(accepted.offer()) != null) {
      return; // Who has the place is dialled now.
    }
    if (entry == null || offer == null) {
      roster.endTalk(accepted.offer(), TalkEnd.UNHEARD, decision);
      return;
    }
    if (entry.state() != EntryState.OFFERED || books.isWhispering(entry.id())) {
      // Two answered within one input, as after a comparison with a node: the first has the caller.
      decision.record(new QueueFact.EntryUnoffered(entry.id(), offer.id(), offer.agent()));
      roster.endTalk(offer.id(), TalkEnd.UNHEARD, decision);
      return;
    }
    meet(entry, offer, decision);
    for (OfferId other : entry.offers()) {
      if (!other.equals(offer.id())) {
        roster.withdraw(other, decision);
      }
    }
  }

  private void meet(QueueEntry entry, Offer offer, Decision decision) {
    Queue queue = books.queue(entry.queue());
    Hearing hearing = queue == null ? Hearing.MUSIC : queue.hearing();
    List<Prompt> first = hearing.beforeTalk(entry.waitedMillis(decision.nowMicros()));
    PlaybackId playback =
        first.isEmpty()
            ? null
            : calls.play(offer.leg(), first, false, hearing.languageBeforeTalk(), decision);
    if (playback == null) {
      places.connect(entry, offer, decision);
    } else {
      decision.record(
          new QueueFact.WhisperStarted(
              entry.id(), entry.queue(), offer.id(), offer.agent(), entry.call(), playback));
    }
  }

  /** The agent has heard the whisper, or what was there of it: now they hear the caller. */
  void whispered(CallFact.PromptEnded ended, Decision decision) {
    QueueEntry entry = books.whisperedTo(ended.playback());
    if (entry == null) {
      return;
    }
    if (ended.failed()) {
      // So it ends too where the agent puts the receiver down, and that is told before their end.
      remind(entry, decision);
    } else {
      connect(entry, decision);
    }
  }

  /** What is whispered has failed a moment ago: an agent who is still there hears the caller. */
  void whisperDue(EntryId id, Decision decision) {
    QueueEntry entry = books.entry(id);
    PlaybackId whisper = books.heard().whisperOf(id);
    if (entry != null && whisper != null && !calls.books().isPlaying(whisper)) {
      connect(entry, decision);
    }
  }

  /** After a restart: an agent whose whisper has failed is not forgotten. */
  void remindAgain(QueueEntry entry, Decision decision) {
    if (books.isWhispering(entry.id())) {
      remind(entry, decision);
    }
  }

  private static void remind(QueueEntry entry, Decision decision) {
    decision.remindAt(decision.nowMicros() + GONE_MICROS, new QueueInput.WhisperDue(entry.id()));
  }

  private void connect(QueueEntry entry, Decision decision) {
    Offer offer = acceptedOf(entry);
    if (offer != null) {
      places.connect(entry, offer, decision);
    }
  }

  private @Nullable Offer acceptedOf(QueueEntry entry) {
    for (OfferId id : entry.offers()) {
      Offer offer = roster.books().offer(id);
      if (offer != null && offer.isAccepted()) {
        return offer;
      }
    }
    return null;
  }

  /** A caller went: whoever is rung for them, or hears the whisper already, is free again. */
  void letGo(QueueEntry entry, Decision decision) {
    entry.offers().forEach(offer -> roster.letGo(offer, decision));
  }

  void offerEnded(AgentFact.OfferEnded ended, Decision decision) {
    QueueEntry entry = books.entryOf(ended.offer());
    if (entry != null) {
      decision.record(new QueueFact.EntryUnoffered(entry.id(), ended.offer(), ended.agent()));
    }
    KeptPlace place = entry == null ? books.placeOf(ended.offer()) : null;
    QueueId in = entry != null ? entry.queue() : place == null ? null : place.queue();
    Queue queue = in == null ? null : books.queue(in);
    if (queue != null && ended.end() != OfferEnd.WITHDRAWN) {
      leaveInPeace(ended.agent(), queue, decision);
    }
    if (place != null) {
      decision.record(
          new QueueFact.PlaceUnoffered(place.id(), place.queue(), ended.offer(), ended.agent()));
      matching.matchPlace(place.id(), Why.TRIED_AGAIN, decision);
    }
    if (entry != null) {
      tryAgain(entry, decision);
    }
    matching.serve(ended.agent(), Why.AGENT_FREE, decision);
  }

  private void tryAgain(QueueEntry entry, Decision decision) {
    QueueEntry now = books.entry(entry.id());
    if (now != null && books.queue(entry.queue()) == null && now.state() == EntryState.WAITING) {
      admission.overflow(now, Reason.REMOVED, decision);
    } else if (now != null && !admission.overflowIfOverdue(now, decision)) {
      matching.match(now.id(), Why.TRIED_AGAIN, decision);
    }
  }

  private void leaveInPeace(AgentId agent, Queue queue, Decision decision) {
    long until = decision.nowMicros() + queue.retryMillis() * MICROS_PER_MILLI;
    decision.record(new QueueFact.AgentRested(agent, until));
    decision.remindAt(until, new QueueInput.RestOver(agent));
  }

  void ended(AgentFact.TalkEnded ended, Decision decision) {
    QueueEntry entry = books.entryOf(ended.offer());
    if (entry == null) {
      return;
    }
    Leg caller = calls.books().leg(entry.leg());
    Queue queue = books.queue(entry.queue());
    if (entry.state() == EntryState.OFFERED) {
      decision.record(new QueueFact.EntryUnoffered(entry.id(), ended.offer(), ended.agent()));
      if (queue != null) {
        leaveInPeace(ended.agent(), queue, decision);
      }
      tryAgain(entry, decision);
      return;
    }
    if (ended.end() == TalkEnd.UNHEARD
        && queue != null
        && caller != null
        && !caller.hangUpAsked()) {
      returned(entry, queue, ended, decision);
      return;
    }
    decision.record(
        new QueueFact.EntryCompleted(
            entry.id(), entry.queue(), ended.agent(), ended.end(), entry.call()));
    calls.hangUp(entry.leg(), HangupCause.NORMAL, decision);
  }

  /** The agent's leg was lost before they could talk: the caller keeps the place in the line. */
  private void returned(
      QueueEntry entry, Queue queue, AgentFact.TalkEnded ended, Decision decision) {
    decision.record(
        new QueueFact.EntryReturned(
            entry.id(), entry.queue(), ended.offer(), ended.agent(), entry.call()));
    leaveInPeace(ended.agent(), queue, decision);
    QueueEntry now = Objects.requireNonNull(books.entry(entry.id()));
    if (!admission.overflowIfOverdue(now, decision)) {
      // What was to come with the wait may have been due, or forgotten by a start, meanwhile.
      admission.remind(now, decision);
      admission.place(entry.id(), queue, Why.TRIED_AGAIN, decision);
    }
  }
}
