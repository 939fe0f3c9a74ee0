// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.talk;

import java.util.List;
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
import org.ringmaster.core.call.NodeId;
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
    return offer != null && isAccepted(offer) && !hearsWhisper(offer) ? offer : null;
  }

  static boolean isAccepted(@Nullable Offer offer) {
    return offer != null && offer.state() == OfferState.ACCEPTED;
  }

  /**
   * Why something cannot be done with the call an agent has in hand, as a sentence; null where it
   * can.
   *
   * @param what what is to be done, as a verb
   * @param states in which of them it can be done
   */
  @Nullable String refusal(AgentId agent, @Nullable Offer offer, String what, TalkState... states) {
    if (offer == null) {
      return notTalking(agent);
    }
    Talk talk = books.talk(offer.call());
    boolean isPlain = what.equals("hold") || what.equals("resume");
    if (talk != null && talk.isInternal() && leads(offer) && !isPlain) {
      return "Agent " + agent + " talks with another agent: nobody is there to " + what + ".";
    }
    if (!leads(offer) || !List.of(states).contains(stateOf(offer))) {
      return cannot(offer, what);
    }
    NodeId node = nodeOf(offer);
    return calls.books().connected(node) ? null : "Node " + node + " cannot be reached now.";
  }

  /** The node on which an agent's call is. */
  NodeId nodeOf(Offer offer) {
    return Objects.requireNonNull(calls.books().leg(offer.leg())).node();
  }

  /** What the customer of an offer has waited so far. */
  long creditMillis(Offer offer, Decision decision) {
    Talk talk = books.talk(offer.call());
    QueueEntry entry = entryOf(offer);
    return talk != null
        ? talk.origin().claim().creditMillis()
        : entry == null ? 0 : entry.earnedMillis(decision.nowMicros());
  }

  /** Agent and customer hear each other again. */
  void resume(Talk talk, Offer offer, @Nullable String author, Decision decision) {
    releaseHold(offer.leg(), decision);
    decision.record(new TalkFact.Resumed(talk.call(), offer.agent(), author));
    calls.connect(
        talk.call(), List.of(Objects.requireNonNull(talk.customer()), offer.leg()), decision);
  }

  /** Whether an agent who has answered does not hear the caller yet. */
  private boolean hearsWhisper(Offer offer) {
    QueueEntry entry = acd.books().entryOf(offer.id());
    return entry != null && acd.books().isWhispering(entry.id());
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
    return hearsWhisper(offer) ? null : acd.books().entryOf(offer.id());
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
        queue == null ? offer.wrapUpMillis() : queue.terms().wrapUpMillis(),
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
      acd.handOn(entry, offer.agent(), decision);
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
      case TALKING ->
          who
              + " cannot "
              + what
              + (what.equals("resume") ? ": nobody is on hold." : ": nobody is being consulted.");
      case HELD ->
          what.equals("hold")
              ? "The customer is on hold already."
              : who + " cannot " + what + ": nobody is being consulted.";
      case ASKING -> who + " cannot " + what + " while somebody is being rung; cancel first.";
      case CONSULTING, SWAPPED ->
          who + " cannot " + what + " while consulting; complete or cancel first.";
      case TOGETHER -> who + " cannot " + what + " in a conference.";
      case HANDED, PARKED, PASSED, OVER -> who + " has handed this call on.";
    };
  }
}
