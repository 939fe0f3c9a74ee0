// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.agent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.CallControl;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.LegRole;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.call.Ringing;
import org.ringmaster.core.call.Telephone;
import org.ringmaster.core.call.TelephoneId;
import org.ringmaster.core.call.TelephoneUse;
import org.ringmaster.core.kernel.Decider;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.EpochBegan;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Input;

/**
 * Keeps the agents: who is signed in where, who is free, who is rung, who talks, who wraps up. Sees
 * to it that an agent never holds two live offers. Owned by the kernel thread.
 */
public final class Roster implements Decider {

  private static final long MICROS_PER_MILLI = 1_000;
  private static final long OPEN_RING_MILLIS = 45_000;

  /** The node gives up a little later than we do, so that our reason is the one in the books. */
  private static final long RING_MARGIN_MILLIS = 3_000;

  private final AgentBooks books = new AgentBooks();
  private final CallControl calls;
  private final StarCodes starCodes;

  /** A roster whose agents' telephones are rung through {@code calls}. */
  public Roster(CallControl calls) {
    this.calls = calls;
    this.starCodes = new StarCodes(this, calls);
  }

  /** All agents and offers now. */
  public AgentBooks books() {
    return books;
  }

  // What queues ask.

  /** Whether an agent can be offered a caller now. */
  public boolean isFree(AgentId id) {
    Agent agent = books.agent(id);
    if (agent == null || agent.state() != AgentState.AVAILABLE || agent.telephone() == null) {
      return false;
    }
    Telephone telephone = calls.books().telephone(agent.telephone());
    return telephone != null && calls.books().connected(telephone.node());
  }

  /** How the free agent's telephone is used. */
  public TelephoneUse use(AgentId id) {
    Telephone telephone = telephone(Objects.requireNonNull(books.agent(id)));
    return telephone == null ? TelephoneUse.RUNG : telephone.use();
  }

  /** Rings a free agent for a call. An open telephone has accepted when this returns. */
  public OfferId offer(
      AgentId id,
      Ringing ringing,
      long ringMillis,
      long wrapUpMillis,
      boolean autoPause,
      Decision decision) {
    Agent agent = Objects.requireNonNull(books.agent(id));
    Telephone telephone = Objects.requireNonNull(telephone(agent));
    boolean open = telephone.use() == TelephoneUse.OPEN;
    LegId leg =
        open
            ? Objects.requireNonNull(agent.leg())
            : calls.ring(
                telephone, LegRole.AGENT, ringing, ringMillis + RING_MARGIN_MILLIS, decision);
    OfferId offer = new OfferId(decision.newId('o'));
    long dueMicros = decision.nowMicros() + ringMillis * MICROS_PER_MILLI;
    decision.record(
        new AgentFact.OfferMade(offer, id, ringing.call(), leg, dueMicros, wrapUpMillis, autoPause),
        decision.nowMicros());
    if (open) {
      decision.record(new CallFact.LegLent(leg, ringing.call()), decision.nowMicros());
      decision.record(new AgentFact.OfferAccepted(offer, id), decision.nowMicros());
    } else {
      decision.remindAt(dueMicros, new AgentInput.OfferDue(offer));
    }
    return offer;
  }

  /** Takes an offer back that the agent has not answered. */
  public void withdraw(OfferId id, Decision decision) {
    Offer offer = books.offer(id);
    if (offer != null && offer.state() == OfferState.MADE) {
      endOffer(offer, OfferEnd.WITHDRAWN, HangupCause.ANSWERED_ELSEWHERE, decision);
    }
  }

  /** Ends the talk of an accepted offer; the agent's leg is hung up or goes back to rest. */
  public void endTalk(OfferId id, TalkEnd end, Decision decision) {
    Offer offer = books.offer(id);
    if (offer == null || offer.state() != OfferState.ACCEPTED) {
      return;
    }
    decision.record(new AgentFact.TalkEnded(id, offer.agent(), end));
    Agent agent = Objects.requireNonNull(books.agent(offer.agent()));
    if (offer.leg().equals(agent.leg())) {
      calls.lend(offer.leg(), null, decision);
    } else {
      calls.hangUp(offer.leg(), HangupCause.NORMAL, decision);
    }
    afterTalk(agent, offer.wrapUpMillis(), decision);
  }

  private void afterTalk(Agent agent, long wrapUpMillis, Decision decision) {
    if (agent.signOutAsked()) {
      signedOut(agent, decision);
    } else if (wrapUpMillis > 0 && !isWithoutTelephone(agent)) {
      long until = decision.nowMicros() + wrapUpMillis * MICROS_PER_MILLI;
      decision.record(new AgentFact.WrapUpStarted(agent.id(), until));
      decision.remindAt(until, new AgentInput.WrapUpDue(agent.id(), until));
    } else {
      free(agent, decision);
    }
  }

  private void free(Agent agent, Decision decision) {
    if (agent.signOutAsked()) {
      signedOut(agent, decision);
    } else if (agent.pauseAsked() != null) {
      decision.record(new AgentFact.Paused(agent.id(), agent.pauseAsked()));
    } else if (isWithoutTelephone(agent)) {
      decision.record(new AgentFact.Paused(agent.id(), PauseReason.TELEPHONE_LOST));
    } else {
      decision.record(new AgentFact.Freed(agent.id()));
    }
  }

  private boolean isWithoutTelephone(Agent agent) {
    Telephone telephone = telephone(agent);
    return telephone == null || (telephone.use() == TelephoneUse.OPEN && agent.leg() == null);
  }

  // How inputs become facts.

  @Override
  public void decide(Input input, Decision decision) {
    if (!(input instanceof AgentInput agentInput)) {
      return;
    }
    switch (agentInput) {
      case AgentInput.AgentsRead in -> agentsRead(in, decision);
      case AgentInput.SignIn in ->
          answer(signIn(in.agent(), in.telephone(), null, decision), decision);
      case AgentInput.SignOut in -> answer(signOut(in.agent(), decision), decision);
      case AgentInput.Pause in -> answer(pause(in.agent(), in.reason(), decision), decision);
      case AgentInput.Unpause in -> answer(unpause(in.agent(), decision), decision);
      case AgentInput.EndWrapUp in -> answer(endWrapUp(in.agent(), decision), decision);
      case AgentInput.OfferDue in -> {
        Offer offer = books.offer(in.offer());
        if (offer != null && offer.state() == OfferState.MADE) {
          endOffer(offer, OfferEnd.NO_ANSWER, HangupCause.NO_ANSWER, decision);
        }
      }
      case AgentInput.WrapUpDue in -> {
        Agent agent = books.agent(in.agent());
        if (agent != null
            && agent.state() == AgentState.WRAP_UP
            && agent.wrapUpUntilMicros() == in.untilMicros()) {
          free(agent, decision);
        }
      }
    }
  }

  private static void answer(@Nullable String refusal, Decision decision) {
    if (refusal == null) {
      decision.accept("");
    } else {
      decision.refuse(refusal);
    }
  }

  /**
   * Signs an agent in; why not, or null. {@code arrived} is an open telephone's leg that dialled
   * us.
   */
  @Nullable String signIn(
      AgentId id, @Nullable TelephoneId named, @Nullable LegId arrived, Decision decision) {
    AgentProfile profile = books.profiles.get(id);
    if (profile == null) {
      return "No agent " + id + ": add it under agents: in ringmaster.yaml.";
    }
    Agent agent = Objects.requireNonNull(books.agent(id));
    if (agent.state() != AgentState.SIGNED_OUT) {
      return "Agent " + id + " is already signed in on " + agent.telephone() + ".";
    }
    TelephoneId where = named != null ? named : profile.telephone();
    Telephone telephone = where == null ? null : calls.books().telephone(where);
    if (telephone == null) {
      return where == null
          ? "Agent " + id + " has no telephone of their own: name one."
          : "No telephone " + where + ": add it under telephones: in ringmaster.yaml.";
    }
    Agent there = books.signedInOn(telephone.id());
    if (there != null) {
      return "Telephone " + telephone.id() + " is taken by agent " + there.id() + ".";
    }
    decision.record(new AgentFact.SignedIn(id, telephone.id()));
    if (telephone.use() != TelephoneUse.OPEN) {
      decision.record(new AgentFact.Ready(id));
    } else if (arrived == null) {
      connect(id, telephone, decision);
    } else {
      decision.record(new AgentFact.TelephoneConnected(id, arrived));
      calls.keep(arrived, decision);
      decision.record(new AgentFact.Ready(id));
    }
    return null;
  }

  private void connect(AgentId id, Telephone telephone, Decision decision) {
    LegId leg = calls.ring(telephone, LegRole.STANDING, null, OPEN_RING_MILLIS, decision);
    decision.record(new AgentFact.TelephoneConnected(id, leg));
  }

  @Nullable String signOut(AgentId id, Decision decision) {
    Agent agent = books.agent(id);
    if (agent == null || agent.state() == AgentState.SIGNED_OUT) {
      return "Agent " + id + " is not signed in.";
    }
    Offer offer = agent.offer() == null ? null : books.offer(agent.offer());
    if (offer != null && offer.state() == OfferState.MADE) {
      endOffer(offer, OfferEnd.WITHDRAWN, HangupCause.NORMAL, decision);
    }
    if (agent.state() == AgentState.ON_CALL) {
      decision.record(new AgentFact.Asked(id, null, true));
    } else {
      signedOut(Objects.requireNonNull(books.agent(id)), decision);
    }
    return null;
  }

  private void signedOut(Agent agent, Decision decision) {
    LegId leg = agent.leg();
    decision.record(new AgentFact.SignedOut(agent.id()));
    if (leg != null) {
      calls.hangUp(leg, HangupCause.NORMAL, decision);
    }
  }

  @Nullable String pause(AgentId id, PauseReason reason, Decision decision) {
    Agent agent = books.agent(id);
    if (agent == null || agent.state() == AgentState.SIGNED_OUT) {
      return "Agent " + id + " is not signed in.";
    }
    Offer offer = agent.offer() == null ? null : books.offer(agent.offer());
    if (offer != null && offer.state() == OfferState.MADE) {
      endOffer(offer, OfferEnd.WITHDRAWN, HangupCause.NORMAL, decision);
    }
    if (agent.state() == AgentState.ON_CALL) {
      decision.record(new AgentFact.Asked(id, reason, agent.signOutAsked()));
    } else {
      decision.record(new AgentFact.Paused(id, reason));
    }
    return null;
  }

  @Nullable String unpause(AgentId id, Decision decision) {
    Agent agent = books.agent(id);
    if (agent == null || agent.state() == AgentState.SIGNED_OUT) {
      return "Agent " + id + " is not signed in.";
    }
    if (agent.pauseAsked() != null) {
      decision.record(new AgentFact.Asked(id, null, agent.signOutAsked()));
      return null;
    }
    if (agent.state() != AgentState.PAUSED) {
      return "Agent " + id + " is not paused.";
    }
    Telephone telephone = telephone(agent);
    if (telephone == null) {
      return "Telephone " + agent.telephone() + " is gone: sign out, and in on another.";
    }
    if (telephone.use() == TelephoneUse.OPEN && agent.leg() == null) {
      decision.record(new AgentFact.Reconnecting(id));
      connect(id, telephone, decision);
    } else {
      decision.record(new AgentFact.Unpaused(id));
    }
    return null;
  }

  @Nullable String endWrapUp(AgentId id, Decision decision) {
    Agent agent = books.agent(id);
    if (agent == null || agent.state() != AgentState.WRAP_UP) {
      return "Agent " + id + " is not in wrap-up.";
    }
    free(agent, decision);
    return null;
  }

  private void endOffer(Offer offer, OfferEnd end, HangupCause cause, Decision decision) {
    decision.record(new AgentFact.OfferEnded(offer.id(), offer.agent(), end));
    calls.hangUp(offer.leg(), cause, decision);
    if (end == OfferEnd.UNREACHABLE) {
      decision.record(new AgentFact.Paused(offer.agent(), PauseReason.TELEPHONE_LOST));
    } else if (offer.autoPause() && end == OfferEnd.NO_ANSWER) {
      decision.record(new AgentFact.Paused(offer.agent(), PauseReason.NO_ANSWER));
    }
  }

  // What follows from facts.

  @Override
  public void react(Fact fact, Decision decision) {
    switch (fact) {
      case EpochBegan began -> remindAgain(decision);
      case CallFact.LegEntered entered -> entered(entered.leg(), decision);
      case CallFact.LegEnded ended -> legEnded(ended, decision);
      case CallFact.LegArrived arrived -> starCodes.arrived(arrived, decision);
      case CallFact.DigitsGathered gathered -> starCodes.gathered(gathered, decision);
      default -> {}
    }
  }

  private void remindAgain(Decision decision) {
    for (Offer offer : books.offers()) {
      if (offer.state() == OfferState.MADE) {
        decision.remindAt(offer.dueMicros(), new AgentInput.OfferDue(offer.id()));
      }
    }
    for (Agent agent : books.agents()) {
      if (agent.state() == AgentState.WRAP_UP) {
        long until = agent.wrapUpUntilMicros();
        decision.remindAt(until, new AgentInput.WrapUpDue(agent.id(), until));
      }
    }
  }

  private void entered(LegId leg, Decision decision) {
    Offer offer = books.offerOf(leg);
    if (offer != null && offer.state() == OfferState.MADE) {
      decision.record(new AgentFact.OfferAccepted(offer.id(), offer.agent()));
      return;
    }
    for (Agent agent : books.agents()) {
      if (leg.equals(agent.leg())) {
        calls.lend(leg, null, decision);
        if (agent.state() == AgentState.SIGNING_IN) {
          decision.record(new AgentFact.Ready(agent.id()));
        }
        return;
      }
    }
  }

  private void legEnded(CallFact.LegEnded ended, Decision decision) {
    Agent standing = null;
    for (Agent agent : books.agents()) {
      if (ended.leg().equals(agent.leg())) {
        standing = agent;
      }
    }
    if (standing != null) {
      decision.record(new AgentFact.TelephoneLost(standing.id(), ended.leg()));
    }
    Offer offer = books.offerOf(ended.leg());
    if (offer != null && offer.state() == OfferState.MADE) {
      endOffer(offer, endOf(ended.cause()), HangupCause.NORMAL, decision);
    } else if (offer != null) {
      boolean lost = ended.source() != org.ringmaster.core.call.EndSource.SEEN;
      endTalk(offer.id(), lost ? TalkEnd.LOST : TalkEnd.AGENT, decision);
    } else if (standing != null && standing.state() != AgentState.PAUSED) {
      decision.record(new AgentFact.Paused(standing.id(), PauseReason.TELEPHONE_LOST));
    }
  }

  private static OfferEnd endOf(HangupCause cause) {
    return switch (cause.code()) {
      case 17, 21 -> OfferEnd.DECLINED;
      case 0, 16, 18, 19 -> OfferEnd.NO_ANSWER;
      default -> OfferEnd.UNREACHABLE;
    };
  }

  private void agentsRead(AgentInput.AgentsRead in, Decision decision) {
    Map<AgentId, AgentProfile> now = new LinkedHashMap<>();
    in.agents().forEach(profile -> now.put(profile.id(), profile));
    for (AgentId id : List.copyOf(books.profiles.keySet())) {
      if (!now.containsKey(id)) {
        remove(id, decision);
      }
    }
    for (AgentProfile profile : now.values()) {
      if (!profile.equals(books.profiles.get(profile.id()))) {
        decision.record(new AgentFact.Configured(profile));
      }
    }
  }

  /** An agent taken out of the configuration while talking keeps the call: it ends as any does. */
  private void remove(AgentId id, Decision decision) {
    Agent agent = Objects.requireNonNull(books.agent(id));
    if (agent.state() == AgentState.ON_CALL) {
      decision.record(new AgentFact.Asked(id, null, true));
      return;
    }
    if (agent.state() != AgentState.SIGNED_OUT) {
      signOut(id, decision);
    }
    decision.record(new AgentFact.Removed(id));
  }

  private @Nullable Telephone telephone(Agent agent) {
    return agent.telephone() == null ? null : calls.books().telephone(agent.telephone());
  }

  /** Plays prompts to a telephone that dialled a star code and hangs it up. */
  void confirm(LegId leg, List<Prompt> prompts, Decision decision) {
    calls.play(leg, prompts, true, decision);
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
