// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.talk;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.Agent;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentProfile;
import org.ringmaster.core.agent.Offer;
import org.ringmaster.core.agent.OfferId;
import org.ringmaster.core.agent.Roster;
import org.ringmaster.core.agent.TalkEnd;
import org.ringmaster.core.call.CallControl;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.LegRole;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.call.Ringing;
import org.ringmaster.core.call.Trunk;
import org.ringmaster.core.call.TrunkUsage;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.core.kernel.Personal;

/**
 * Agents who call out or call each other: their own telephone is rung first (or dialled us), then
 * the number or the other agent. They are busy in it as in any call.
 */
final class CallingOut {

  /** What a telephone hears that dialled whom agents must not call, or must not call now. */
  private static final Prompt FORBIDDEN = Prompt.sound("cannot-complete-as-dialed");

  private final TalkBooks books;
  private final Reaching reaching;
  private final CallControl calls;
  private final Roster roster;
  private final CallBan bans;

  CallingOut(TalkBooks books, Reaching reaching, CallControl calls, Roster roster, CallBan bans) {
    this.bans = bans;
    this.books = books;
    this.reaching = reaching;
    this.calls = calls;
    this.roster = roster;
  }

  @Nullable String dial(TalkInput.Dial in, Decision decision) {
    NodeId node = roster.nodeOf(in.agent());
    if (node == null) {
      return "Agent " + in.agent() + " is not signed in.";
    }
    String refusal = mayBegin(in.agent());
    refusal = refusal == null ? reaching.ownRefusal(in.agent(), node) : refusal;
    Destination to = reaching.resolved(Destination.number(in.number()));
    refusal = refusal == null ? reaching.refusal(to, in.agent(), node, decision) : refusal;
    refusal = refusal == null ? ban(in.number()) : refusal;
    if (refusal != null) {
      return refusal;
    }
    CallId call = calls.begin(node, Objects.requireNonNull(to.trunk()), in.number(), decision);
    OfferId offer =
        roster.offerDirectly(
            in.agent(),
            new Ringing(call, to.number(), null),
            books.rules().ringMillis(),
            0,
            decision);
    decision.record(new TalkFact.Dialled(call, in.agent(), offer, to, in.author()));
    return null;
  }

  /** Why an agent may begin no call now; null where they may. */
  private @Nullable String mayBegin(AgentId id) {
    String owed = owes(id);
    return owed == null ? calls.books().intake().refusal() : owed;
  }

  /** Why an agent may not call anybody yet; null where they may. */
  private @Nullable String owes(AgentId id) {
    return roster.books().owedBy(id) == null
        ? null
        : "Agent " + id + " must say first what the contact was.";
  }

  /** Why a number must not be called; null where it may. */
  private @Nullable String ban(String number) {
    return bans.isForbidden(new Personal(number))
        ? "This number must not be called: it stands on the do-not-call list."
        : null;
  }

  /** An agent calls another agent. */
  @Nullable String dial(TalkInput.DialAgent in, Decision decision) {
    NodeId node = roster.nodeOf(in.agent());
    if (node == null) {
      return "Agent " + in.agent() + " is not signed in.";
    }
    if (in.agent().equals(in.to())) {
      return "Agent " + in.agent() + " cannot call themselves.";
    }
    String refusal = mayBegin(in.agent());
    refusal = refusal == null ? reaching.ownRefusal(in.agent(), node) : refusal;
    Destination to = Destination.agent(in.to());
    refusal = refusal == null ? reaching.refusal(to, in.agent(), node, decision) : refusal;
    if (refusal != null) {
      return refusal;
    }
    CallId call = calls.beginInside(node, shown(in.agent()), decision);
    OfferId offer =
        roster.offerDirectly(
            in.agent(),
            new Ringing(call, shown(in.to()), null),
            books.rules().ringMillis(),
            0,
            decision);
    decision.record(new TalkFact.Dialled(call, in.agent(), offer, to, in.author()));
    return null;
  }

  /** What a telephone shows of an agent: the number by which they are called. */
  private @Nullable Personal shown(AgentId agent) {
    AgentProfile profile = roster.books().profile(agent);
    return profile == null ? null : new Personal(profile.number());
  }

  /** An agent's telephone dialled another agent; whether it did. */
  boolean dialledAgent(CallFact.LegArrived arrived, Decision decision) {
    AgentId called = roster.calledBy(arrived.number());
    if (called == null) {
      return false;
    }
    Agent agent =
        arrived.telephone() == null ? null : roster.books().signedInOn(arrived.telephone());
    boolean isAtHand =
        agent != null && agent.offer() == null && agent.leg() == null && owes(agent.id()) == null;
    Destination to = Destination.agent(called);
    String refusal =
        agent == null || !isAtHand || !reaching.isAtHand(agent.id())
            ? "They are not signed in, or have a call."
            : reaching.refusal(to, agent.id(), arrived.node(), decision);
    if (agent == null || refusal != null) {
      calls.hangUp(arrived.leg(), HangupCause.BUSY, decision);
      return true;
    }
    calls.answer(arrived.leg(), decision);
    String noNew = mayBegin(agent.id());
    if (noNew != null) {
      refuse(arrived, agent.id(), noNew, decision);
      return true;
    }
    OfferId offer = roster.takeUp(agent.id(), arrived.leg(), arrived.call(), 0, decision);
    decision.record(new TalkFact.Dialled(arrived.call(), agent.id(), offer, to, null));
    return true;
  }

  /** The calling agent is there: now the other one is rung. */
  private void ringAgent(Talk talk, AgentId to, Offer offer, Decision decision) {
    NodeId node = Objects.requireNonNull(calls.books().leg(offer.leg())).node();
    Destination whom = Destination.agent(to);
    if (reaching.refusal(whom, offer.agent(), node, decision) != null) {
      inVain(talk, decision);
      return;
    }
    OfferId other =
        roster.offerDirectly(
            to,
            new Ringing(talk.call(), shown(offer.agent()), null),
            books.rules().ringMillis(),
            0,
            decision);
    LegId leg = Objects.requireNonNull(roster.books().offer(other)).leg();
    decision.record(new TalkFact.NumberRung(talk.call(), leg));
    calls.play(offer.leg(), List.of(new Prompt(Prompt.Kind.TONE, "ring")), false, decision);
  }

  /** One of two agents is gone: the other's part is over too. */
  void over(Talk talk, TalkEnd end, Decision decision) {
    decision.record(new TalkFact.Ended(talk.call()));
    Offer other = talk.customer() == null ? null : roster.books().offerOf(talk.customer());
    if (other != null) {
      roster.withdraw(other.id(), decision);
      roster.endTalk(other.id(), end, decision);
    }
  }

  /** An agent's telephone dialled a number that is allowed; whether it was one. */
  boolean dialled(CallFact.LegArrived arrived, Decision decision) {
    Agent agent =
        arrived.telephone() == null ? null : roster.books().signedInOn(arrived.telephone());
    Destination to = reaching.resolved(Destination.number(arrived.number()));
    if (agent == null || to.trunk() == null) {
      return false;
    }
    AgentId id = agent.id();
    boolean isAtHand = agent.offer() == null && agent.leg() == null && owes(id) == null;
    String refusal =
        isAtHand ? reaching.refusal(to, id, arrived.node(), decision) : "They have a call.";
    if (refusal != null) {
      return false;
    }
    calls.answer(arrived.leg(), decision);
    String noNew = mayBegin(id);
    String why = noNew == null ? ban(arrived.number()) : noNew;
    if (why != null) {
      refuse(arrived, id, why, decision);
      return true;
    }
    OfferId offer = roster.takeUp(id, arrived.leg(), arrived.call(), 0, decision);
    decision.record(new TalkFact.Dialled(arrived.call(), id, offer, to, null));
    return true;
  }

  /** The telephone that dialled is told so, and hung up behind it. */
  private void refuse(CallFact.LegArrived arrived, AgentId id, String why, Decision decision) {
    decision.record(new TalkFact.CallRefused(arrived.call(), id, why));
    calls.play(arrived.leg(), List.of(FORBIDDEN), true, decision);
  }

  /** The agent is there: now the number is rung, as soon as its trunk allows. */
  void ring(Talk talk, Decision decision) {
    Destination to = talk.number();
    Offer offer = talk.offer() == null ? null : roster.books().offer(talk.offer());
    String noNew = calls.books().intake().refusal();
    if (noNew != null && offer != null) { // Since the agent's own telephone was rung.
      decision.record(new TalkFact.CallRefused(talk.call(), offer.agent(), noNew));
      roster.endTalk(offer.id(), TalkEnd.UNHEARD, decision);
      return;
    }
    if (to != null && to.agent() != null && offer != null) {
      ringAgent(talk, to.agent(), offer, decision);
      return;
    }
    if (to == null || to.number() == null || to.trunk() == null || offer == null) {
      return;
    }
    Trunk trunk = calls.books().trunk(to.trunk());
    switch (calls.ask(to.trunk(), decision)) {
      case TrunkUsage.Verdict.Full full -> roster.endTalk(offer.id(), TalkEnd.UNHEARD, decision);
      case TrunkUsage.Verdict.NotBefore later ->
          decision.remindAt(later.atMicros(), new TalkInput.DialDue(talk.call()));
      case TrunkUsage.Verdict.Go go -> {
        LegId leg =
            calls.ringOutside(
                talk.call(),
                Objects.requireNonNull(trunk),
                to.number().text(),
                LegRole.CALLER,
                books.rules().ringMillis(),
                decision);
        decision.record(new TalkFact.NumberRung(talk.call(), leg));
        calls.play(offer.leg(), List.of(new Prompt(Prompt.Kind.TONE, "ring")), false, decision);
      }
    }
  }

  void due(TalkInput.DialDue in, Decision decision) {
    Talk talk = books.talk(in.call());
    Offer offer = talk == null || talk.offer() == null ? null : roster.books().offer(talk.offer());
    if (talk != null
        && talk.state() == TalkState.DIALLING
        && talk.customer() == null
        && InHand.isAccepted(offer)) {
      ring(talk, decision);
    }
  }

  /** After a restart: who waits for a trunk is not forgotten. */
  void remindAgain(Decision decision) {
    for (Talk talk : books.talks()) {
      if (talk.state() == TalkState.DIALLING && talk.customer() == null) {
        decision.remindAt(decision.nowMicros(), new TalkInput.DialDue(talk.call()));
      }
    }
  }

  /** The number has answered: the two talk. */
  void answered(Talk talk, LegId number, Decision decision) {
    Offer offer = talk.offer() == null ? null : roster.books().offer(talk.offer());
    if (offer != null) {
      decision.record(new TalkFact.NumberAnswered(talk.call(), offer.agent()));
      calls.hush(offer.leg(), decision);
      calls.connect(talk.call(), List.of(offer.leg(), number), decision);
    }
  }

  /** The number is busy, does not answer or is none. */
  void inVain(Talk talk, Decision decision) {
    if (talk.offer() != null) {
      roster.endTalk(talk.offer(), TalkEnd.UNHEARD, decision);
    }
  }
}
