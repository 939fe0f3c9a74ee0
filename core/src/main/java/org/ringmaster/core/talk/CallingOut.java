// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.talk;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.Agent;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.Offer;
import org.ringmaster.core.agent.OfferId;
import org.ringmaster.core.agent.Roster;
import org.ringmaster.core.agent.TalkEnd;
import org.ringmaster.core.call.CallControl;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.LegRole;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.call.Ringing;
import org.ringmaster.core.call.Trunk;
import org.ringmaster.core.call.TrunkUsage;
import org.ringmaster.core.kernel.Decision;

/**
 * Agents who call out: their own telephone is rung first (or dialled us), then the number. They are
 * busy in it as in any call.
 */
final class CallingOut {

  private final TalkBooks books;
  private final Reaching reaching;
  private final CallControl calls;
  private final Roster roster;

  CallingOut(TalkBooks books, Reaching reaching, CallControl calls, Roster roster) {
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
    String refusal = reaching.ownRefusal(in.agent(), node);
    Destination to = reaching.resolved(Destination.number(in.number()));
    refusal = refusal == null ? reaching.refusal(to, in.agent(), node, decision) : refusal;
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

  /** An agent's telephone dialled a number that is allowed; whether it was one. */
  boolean dialled(CallFact.LegArrived arrived, Decision decision) {
    Agent agent =
        arrived.telephone() == null ? null : roster.books().signedInOn(arrived.telephone());
    Destination to = reaching.resolved(Destination.number(arrived.dialled()));
    if (agent == null || to.trunk() == null) {
      return false;
    }
    AgentId id = agent.id();
    boolean isAtHand = agent.offer() == null && agent.leg() == null;
    String refusal =
        isAtHand ? reaching.refusal(to, id, arrived.node(), decision) : "They have a call.";
    if (refusal != null) {
      return false;
    }
    calls.answer(arrived.leg(), decision);
    OfferId offer = roster.takeUp(id, arrived.leg(), arrived.call(), 0, decision);
    decision.record(new TalkFact.Dialled(arrived.call(), id, offer, to, null));
    return true;
  }

  /** The agent is there: now the number is rung, as soon as its trunk allows. */
  void ring(Talk talk, Decision decision) {
    Destination to = talk.number();
    Offer offer = talk.offer() == null ? null : roster.books().offer(talk.offer());
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
