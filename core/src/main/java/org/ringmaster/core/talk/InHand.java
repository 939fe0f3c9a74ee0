// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.talk;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.Agent;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.agent.Offer;
import org.ringmaster.core.agent.OfferState;
import org.ringmaster.core.agent.Roster;
import org.ringmaster.core.agent.TalkEnd;
import org.ringmaster.core.call.BridgeKind;
import org.ringmaster.core.call.CallControl;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.core.queue.Acd;
import org.ringmaster.core.queue.Claim;
import org.ringmaster.core.queue.Queue;
import org.ringmaster.core.queue.QueueEntry;

/**
 * What an agent has in hand: finds it, opens a conversation on it at the first thing that is done,
 * lets go of it. Says in words why something cannot be done.
 */
final class InHand {

  private final TalkBooks books;
  private final CallControl calls;
  private final Roster roster;
  private final Acd acd;

  InHand(TalkBooks books, CallControl calls, Roster roster, Acd acd) {
    this.books = books;
    this.calls = calls;
    this.roster = roster;
    this.acd = acd;
  }

  /** The agent's part in the call they talk in, or null. */
  @Nullable Offer offerOf(AgentId id) {
    Agent agent = roster.books().agent(id);
    Offer offer =
        agent == null || agent.offer() == null ? null : roster.books().offer(agent.offer());
    return offer == null || offer.state() != OfferState.ACCEPTED ? null : offer;
  }

  /** What the agent of an offer does with the conversation; TALKING where they only talk. */
  TalkState stateOf(Offer offer) {
    Talk talk = books.talk(offer.call());
    return talk == null ? TalkState.TALKING : talk.state();
  }

  /** Whether the agent of an offer leads the conversation, rather than being a third in it. */
  boolean leads(Offer offer) {
    Talk talk = books.talk(offer.call());
    return talk == null ? entryOf(offer) != null : offer.id().equals(talk.offer());
  }

  /** The queue's entry of the caller with whom the agent of an offer talks, or null. */
  @Nullable QueueEntry entryOf(Offer offer) {
    return acd.books().entryOf(offer.id());
  }

  /** The conversation of an offer, opened now if this is the first thing done with it. */
  Talk open(Offer offer, Decision decision) {
    Talk talk = books.talk(offer.call());
    if (talk == null) {
      QueueEntry entry = Objects.requireNonNull(entryOf(offer));
      decision.record(
          new TalkFact.Opened(
              offer.call(),
              entry.leg(),
              offer.agent(),
              offer.id(),
              origin(entry, offer, decision.nowMicros())));
    }
    return Objects.requireNonNull(books.talk(offer.call()));
  }

  private Origin origin(QueueEntry entry, Offer offer, long nowMicros) {
    Queue queue = acd.books().queue(entry.queue());
    return new Origin(
        entry.queue(),
        new Claim(entry.priority(), entry.earnedMillis(nowMicros), entry.language()),
        offer.wrapUpMillis(),
        queue == null ? Origin.NONE.musicClass() : queue.musicClass());
  }

  /** Lets the customer hear music, away from the others. */
  void toMusic(Talk talk, LegId leg, Decision decision) {
    calls.rest(leg, BridgeKind.WAITING_ROOM, talk.origin().musicClass(), decision);
  }

  /** The agent of an offer does not hold anybody any more, as far as that was asked of us. */
  void releaseHold(LegId leg, Decision decision) {
    if (books.holds(leg)) {
      calls.hold(leg, false, decision);
    }
  }

  /** The leading agent is done with the conversation, which goes on without them. */
  void letGo(Offer offer, Decision decision) {
    QueueEntry entry = entryOf(offer);
    if (entry != null) {
      acd.handOn(entry, decision);
    }
    roster.endTalk(offer.id(), TalkEnd.HANDED_ON, decision);
  }

  /** Why nothing can be done for an agent who talks with nobody. */
  String notTalking(AgentId id) {
    Agent agent = roster.books().agent(id);
    if (agent == null || agent.state() == AgentState.SIGNED_OUT) {
      return "Agent " + id + " is not signed in.";
    }
    String does = agent.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return "Agent " + id + " has no call in hand: they are " + does + ".";
  }

  /** Why something cannot be done with a conversation as it stands. */
  String cannot(Offer offer, String what) {
    String who = "Agent " + offer.agent();
    if (!leads(offer)) {
      return who + " is a guest in this call: only who leads it may " + what + ".";
    }
    return switch (stateOf(offer)) {
      case DIALLING -> who + " cannot " + what + " yet: the number has not answered.";
      case TALKING -> who + " cannot " + what + ": nobody is on hold.";
      case HELD -> who + " cannot " + what + ": the customer is on hold; resume first.";
      case ASKING -> who + " cannot " + what + " while somebody is being rung; cancel first.";
      case CONSULTING, SWAPPED ->
          who + " cannot " + what + " while consulting; complete or cancel first.";
      case TOGETHER -> who + " cannot " + what + " in a conference.";
      case HANDED, PARKED, PASSED, OVER -> who + " has handed this call on.";
    };
  }
}
