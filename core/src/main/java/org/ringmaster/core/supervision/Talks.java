// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.supervision;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.Agent;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.Offer;
import org.ringmaster.core.agent.OfferState;
import org.ringmaster.core.agent.Roster;
import org.ringmaster.core.agent.TalkEnd;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.Leg;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.core.queue.Acd;
import org.ringmaster.core.queue.EntryState;
import org.ringmaster.core.queue.QueueEntry;
import org.ringmaster.core.talk.Talk;
import org.ringmaster.core.talk.TalkBooks;
import org.ringmaster.core.talk.TalkState;

/** Finds the talks that supervisors may attend, and takes agents out of them. */
final class Talks {

  private static final Set<TalkState> PLAIN = EnumSet.of(TalkState.TALKING, TalkState.HELD);

  private final Roster roster;
  private final Acd acd;
  private final TalkBooks talks;

  Talks(Roster roster, Acd acd, TalkBooks talks) {
    this.roster = roster;
    this.acd = acd;
    this.talks = talks;
  }

  /** The agent's part in the talk named by exactly one of the two, or null. */
  @Nullable Offer find(@Nullable AgentId agent, @Nullable CallId call) {
    for (Offer offer : roster.books().offers()) {
      boolean isNamed = offer.agent().equals(agent) || (agent == null && offer.call().equals(call));
      if (isNamed && offer.state() == OfferState.ACCEPTED && offer.heard()) {
        return offer;
      }
    }
    return null;
  }

  /** Why there is nothing to hear. */
  String nothing(@Nullable AgentId agent, @Nullable CallId call) {
    if (agent == null) {
      return "Nobody talks in call " + call + ".";
    }
    Agent known = roster.books().agent(agent);
    return known == null ? "No agent " + agent + "." : "Agent " + agent + " talks with nobody.";
  }

  /** The customer of a talk that the agent could leave to somebody else now, or null. */
  @Nullable LegId customerToTake(Offer offer) {
    Talk talk = talks.talk(offer.call());
    if (talk != null) {
      boolean leads = offer.id().equals(talk.offer());
      return leads && !talk.isInternal() && PLAIN.contains(talk.state()) ? talk.customer() : null;
    }
    QueueEntry entry = acd.books().entryOf(offer.id());
    return entry == null || entry.state() != EntryState.CONNECTED ? null : entry.leg();
  }

  /** The agent is done with the customer, who goes on without them. */
  void letGo(Offer offer, Decision decision) {
    QueueEntry entry = acd.books().entryOf(offer.id());
    if (entry != null) {
      acd.handOn(entry, offer.agent(), decision);
    }
    roster.endTalk(offer.id(), TalkEnd.HANDED_ON, decision);
  }

  /** Whether a leg is there to be heard. */
  static boolean lives(@Nullable Leg leg) {
    return leg != null && !leg.hangUpAsked();
  }
}
