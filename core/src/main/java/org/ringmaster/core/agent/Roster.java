// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.agent;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.Bridge;
import org.ringmaster.core.call.CallControl;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.EndSource;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.Leg;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.LegRole;
import org.ringmaster.core.call.NodeId;
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
import org.ringmaster.core.medium.Medium;

/**
 * Keeps the agents: who is signed in where, who is free, who is rung, who talks, who wraps up. Sees
 * to it that an agent never holds two live offers. Owned by the kernel thread.
 */
public final class Roster implements Decider {

  private static final long MICROS_PER_MILLI = 1_000;

  /** The node gives up a little later than we do, so that our reason is the one in the books. */
  private static final long RING_MARGIN_MILLIS = 3_000;

  private final AgentBooks books = new AgentBooks();
  private final CallControl calls;
  private final StarCodes starCodes;
  private final Attendance attendance;
  private final WrappingUp wrappingUp;
  private final PauseLimits pauseLimits = new PauseLimits(books);
  private final Listening listening;

  /** A roster whose agents' telephones are rung through {@code calls}. */
  public Roster(CallControl calls) {
    this.calls = calls;
    this.attendance = new Attendance(this, calls);
    this.wrappingUp = new WrappingUp(this, attendance);
    this.listening = new Listening(books, calls);
    this.starCodes = new StarCodes(this, attendance, calls);
  }

  /** Who serves with whom, for limits that count within a queue. Told once, at the start. */
  public void knows(Colleagues colleagues) {
    pauseLimits.knows(colleagues);
  }

  /** All agents and offers now. */
  public AgentBooks books() {
    return books;
  }

  /**
   * Whether an agent can be offered a caller now: available, with room for one call more, on a
   * telephone that we can reach and that nothing else keeps busy.
   */
  public boolean isFree(AgentId id) {
    Agent agent = books.agent(id);
    return agent != null
        && agent.state() == AgentState.AVAILABLE
        && books.hasRoomFor(agent, Medium.VOICE)
        && canBeRung(id);
  }

  /**
   * Whether an agent's telephone could be rung now, whatever they do: signed in, on a telephone
   * that we can reach and that nothing keeps busy.
   */
  public boolean canBeRung(AgentId id) {
    Agent agent = books.agent(id);
    Telephone telephone = agent == null ? null : telephone(agent);
    if (agent == null
        || telephone == null
        || calls.books().isEngaged(telephone.id())
        || !calls.books().connected(telephone.node())) {
      return false;
    }
    if (telephone.use() != TelephoneUse.OPEN) {
      return !calls.books().isBusy(telephone.id());
    }
    Leg leg = agent.leg() == null ? null : calls.books().leg(agent.leg());
    return leg != null && leg.bridgeable() && leg.call() == null;
  }

  /** The node of the telephone an agent is signed in on, or null. */
  public @Nullable NodeId nodeOf(AgentId id) {
    Agent agent = books.agent(id);
    Telephone telephone = agent == null ? null : telephone(agent);
    return telephone == null ? null : telephone.node();
  }

  /** How the free agent's telephone is used. */
  public TelephoneUse use(AgentId id) {
    Telephone telephone = telephone(Objects.requireNonNull(books.agent(id)));
    return telephone == null ? TelephoneUse.RUNG : telephone.use();
  }

  /** Rings a free agent for a call. An open telephone has accepted when this returns. */
  public OfferId offer(
      AgentId id, Ringing ringing, long ringMillis, OfferTerms terms, Decision decision) {
    return offer(id, ringing, ringMillis, terms, false, decision);
  }

  private OfferId offer(
      AgentId id,
      Ringing ringing,
      long ringMillis,
      OfferTerms asked,
      boolean direct,
      Decision decision) {
    OfferTerms terms = books.own(id, asked, direct);
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
        new AgentFact.OfferMade(
            offer,
            id,
            ringing.call(),
            leg,
            dueMicros,
            terms.wrapUpMillis(),
            terms.autoPause().noAnswer() > 0,
            direct,
            terms),
        decision.nowMicros());
    if (open) {
      decision.record(new CallFact.LegLent(leg, ringing.call()), decision.nowMicros());
      decision.record(new AgentFact.OfferAccepted(offer, id), decision.nowMicros());
    } else {
      decision.remindAt(dueMicros, new AgentInput.OfferDue(offer));
    }
    return offer;
  }

  /**
   * Rings an agent for a call because somebody asked for this very agent, or because they call out.
   * Whoever rests or wraps up does so again afterwards. An open telephone has accepted when this
   * returns. Ask {@link #canBeRung} first.
   */
  public OfferId offerDirectly(
      AgentId id, Ringing ringing, long ringMillis, long wrapUpMillis, Decision decision) {
    keepPause(id, decision);
    return offer(id, ringing, ringMillis, OfferTerms.wrapUp(wrapUpMillis), true, decision);
  }

  /**
   * Rings an agent for a caller of a queue because somebody wants this very agent to have them.
   * Whoever rests or wraps up does so again afterwards. Ask {@link #canBeRung} first.
   */
  public OfferId offerAsWished(
      AgentId id, Ringing ringing, long ringMillis, OfferTerms terms, Decision decision) {
    keepPause(id, decision);
    return offer(id, ringing, ringMillis, terms, false, decision);
  }

  /**
   * An agent begins to work on a call by their own doing, with a leg of their telephone that
   * dialled us.
   */
  public OfferId takeUp(AgentId id, LegId leg, CallId call, long wrapUpMillis, Decision decision) {
    keepPause(id, decision);
    OfferId offer = new OfferId(decision.newId('o'));
    long now = decision.nowMicros();
    OfferTerms terms = books.own(id, OfferTerms.wrapUp(wrapUpMillis), true);
    decision.record(
        new AgentFact.OfferMade(
            offer, id, call, leg, now, terms.wrapUpMillis(), false, true, terms),
        now);
    decision.record(new AgentFact.OfferAccepted(offer, id), now);
    return offer;
  }

  /** Whoever was only asked has the caller now: the agent finishes work on them as any other. */
  public void agreeWrapUp(OfferId id, long wrapUpMillis, Decision decision) {
    Offer offer = books.offer(id);
    if (offer != null) {
      long own = books.own(offer.agent(), OfferTerms.wrapUp(wrapUpMillis), true).wrapUpMillis();
      if (offer.wrapUpMillis() != own) {
        decision.record(new AgentFact.WrapUpAgreed(id, offer.agent(), own), decision.nowMicros());
      }
    }
  }

  private void keepPause(AgentId id, Decision decision) {
    Agent agent = Objects.requireNonNull(books.agent(id));
    if (agent.state() == AgentState.PAUSED) {
      decision.record(
          new AgentFact.Asked(id, agent.reason(), agent.signOutAsked(), agent.removeAsked()),
          decision.nowMicros());
    }
  }

  /** Takes an offer back that the agent has not answered. */
  public void withdraw(OfferId id, Decision decision) {
    Offer offer = books.offer(id);
    if (offer != null && offer.state() == OfferState.MADE) {
      endOffer(offer, OfferEnd.WITHDRAWN, HangupCause.ANSWERED_ELSEWHERE, decision);
    }
  }

  /** The caller goes elsewhere: whoever is rung for them, or hears the whisper, is free again. */
  public void letGo(OfferId id, Decision decision) {
    withdraw(id, decision);
    Offer offer = books.offer(id);
    if (offer != null) {
      calls.hush(offer.leg(), decision);
      endTalk(id, TalkEnd.UNHEARD, decision);
    }
  }

  /** Ends the talk of an accepted offer; the agent's leg is hung up or goes back to rest. */
  public void endTalk(OfferId id, TalkEnd end, Decision decision) {
    Offer offer = books.offer(id);
    if (offer == null || offer.state() != OfferState.ACCEPTED) {
      return;
    }
    listening.ends(offer, end, decision);
    decision.record(new AgentFact.TalkEnded(id, offer.agent(), end));
    attendance.dropLegUnlessFit(Objects.requireNonNull(books.agent(offer.agent())), decision);
    Agent agent = Objects.requireNonNull(books.agent(offer.agent()));
    if (offer.leg().equals(agent.leg())) {
      // Asterisk holds a move, and every command after it, until the beep is over.
      calls.hush(offer.leg(), decision);
      calls.lend(offer.leg(), null, decision);
    } else {
      calls.hangUp(offer.leg(), HangupCause.NORMAL, decision);
    }
    OfferTerms terms = end == TalkEnd.UNHEARD ? OfferTerms.wrapUp(0) : offer.terms();
    wrappingUp.afterTalk(agent, terms, decision);
  }

  /**
   * What an agent owed is settled: their wrap-up ends when it would have without that, which may be
   * now.
   */
  public void endsWrapUpAt(AgentId id, long untilMicros, Decision decision) {
    wrappingUp.endsAt(id, untilMicros, decision);
  }

  /** When the wrap-up of an agent would end if they owed nothing; 0 where they owe nothing. */
  public long wrapUpEndsMicros(AgentId id) {
    WorkBooks.Owing owing = books.work.owing(id);
    return owing == null ? 0 : owing.wrapUpEndsMicros();
  }

  /** Whether an agent lacks what an offer needs: a telephone, or the leg of an open one. */
  boolean isWithoutTelephone(Agent agent) {
    Telephone telephone = telephone(agent);
    return telephone == null || (telephone.use() == TelephoneUse.OPEN && agent.leg() == null);
  }

  /** Signs an agent in, on the telephone named or on their own. */
  public @Nullable String signIn(AgentId id, @Nullable TelephoneId named, Decision decision) {
    return attendance.signIn(id, named, null, decision);
  }

  /** What somebody who has just signed in should know of their telephone; empty for nothing. */
  public String warning(AgentId id) {
    return attendance.warning(id);
  }

  /** The agent whom a star code calls, or null. */
  public @Nullable AgentId calledBy(String code) {
    AgentProfile profile = starCodes.calledAgent(code);
    return profile == null ? null : profile.id();
  }

  /** Pauses an agent, after the call they are on. */
  public @Nullable String pause(AgentId id, PauseReason reason, Decision decision) {
    return attendance.pause(id, reason, decision);
  }

  /** Why an agent may not begin a pause now, as a sentence; null where they may. */
  @Nullable String limitOf(AgentId id, PauseReason reason, Decision decision) {
    return pauseLimits.refusal(id, reason, decision.nowMicros());
  }

  /** Why nobody may pause for a reason, as a sentence; null where they may. */
  public @Nullable String refusal(PauseReason reason) {
    return books.pauseReasons.refusal(reason);
  }

  /**
   * Signs an agent out, after the call they are on.
   *
   * @param force whether they go too who should say first what their contact was
   */
  public @Nullable String signOut(AgentId id, boolean force, Decision decision) {
    return attendance.signOut(id, force, decision);
  }

  /** Ends an agent's pause, or takes back one that was to come. */
  public @Nullable String unpause(AgentId id, Decision decision) {
    return attendance.unpause(id, decision);
  }

  @Override
  public void decide(Input input, Decision decision) {
    if (!(input instanceof AgentInput agentInput)) {
      listening.decide(input, decision);
      return;
    }
    switch (agentInput) {
      case AgentInput.AgentsRead in -> attendance.agentsRead(in, decision);
      case AgentInput.PauseReasonsRead in -> {
        if (!in.reasons().equals(books.pauseReasons)) {
          decision.record(new PauseReasonsConfigured(in.reasons()));
        }
      }
      case AgentInput.SignIn in -> {
        String refusal = attendance.signIn(in.agent(), in.telephone(), null, decision);
        if (refusal == null) {
          decision.accept(attendance.warning(in.agent()));
        } else {
          decision.refuse(refusal);
        }
      }
      case AgentInput.SignOut in -> answer(attendance.signOut(in.agent(), decision), decision);
      case AgentInput.Pause in -> {
        String refusal = books.pauseReasons.refusal(in.reason());
        refusal =
            refusal == null
                ? pauseLimits.refusal(in.agent(), in.reason(), decision.nowMicros())
                : refusal;
        boolean allowed = refusal == null;
        answer(allowed ? attendance.pause(in.agent(), in.reason(), decision) : refusal, decision);
      }
      case AgentInput.Unpause in -> answer(attendance.unpause(in.agent(), decision), decision);
      case AgentInput.ExtendWrapUp in -> answer(wrappingUp.extend(in.agent(), decision), decision);
      case AgentInput.PauseLimitDue in -> pauseLimits.due(in, decision);
      case AgentInput.EndWrapUp in -> answer(endWrapUp(in.agent(), decision), decision);
      case AgentInput.OfferDue in -> {
        Offer offer = books.offer(in.offer());
        if (offer != null && offer.state() == OfferState.MADE) {
          endOffer(offer, OfferEnd.NO_ANSWER, HangupCause.NO_ANSWER, decision);
        }
      }
      case AgentInput.WrapUpDue in -> wrappingUp.due(in, decision);
    }
  }

  private static void answer(@Nullable String refusal, Decision decision) {
    if (refusal == null) {
      decision.accept("");
    } else {
      decision.refuse(refusal);
    }
  }

  /** Takes back the offer, if any, that the agent has not answered. */
  void withdrawFrom(Agent agent, Decision decision) {
    Offer offer = agent.offer() == null ? null : books.offer(agent.offer());
    if (offer != null && offer.state() == OfferState.MADE) {
      endOffer(offer, OfferEnd.WITHDRAWN, HangupCause.NORMAL, decision);
    }
  }

  @Nullable String endWrapUp(AgentId id, Decision decision) {
    return wrappingUp.end(id, decision);
  }

  private void endOffer(Offer offer, OfferEnd end, HangupCause cause, Decision decision) {
    decision.record(new AgentFact.OfferEnded(offer.id(), offer.agent(), end));
    calls.hangUp(offer.leg(), cause, decision);
    Agent agent = Objects.requireNonNull(books.agent(offer.agent()));
    PauseReason own = offer.terms().autoPause().reason(end, books.work.misses(offer.agent()));
    PauseReason reason = agent.pauseAsked() == null ? own : agent.pauseAsked();
    if (agent.signOutAsked()) {
      attendance.signedOut(agent, decision);
    } else if (reason != null) {
      decision.record(new AgentFact.Paused(offer.agent(), reason));
    }
  }

  @Override
  public void react(Fact fact, Decision decision) {
    switch (fact) {
      case EpochBegan began -> {
        remindAgain(decision);
        pauseLimits.remindAgain(decision);
        listening.beganAnew(decision);
      }
      case AgentFact.TalkBegan talk -> listening.began(talk, decision);
      case CallFact.NodeLost lost -> listening.lost(lost.node(), decision);
      case AgentFact.Paused paused -> pauseLimits.began(paused, decision);
      case CallFact.LegEntered entered -> entered(entered.leg(), decision);
      case CallFact.LegAnswered answered -> attendance.standing(answered.leg(), decision);
      case CallFact.LegJoined joined -> joined(joined, decision);
      case CallFact.TelephoneConfigured changed ->
          attendance.telephoneChanged(changed.telephone().id(), decision);
      case CallFact.TelephoneReleased released -> attendance.released(released, decision);
      case CallFact.TelephoneRemoved removed ->
          attendance.telephoneChanged(removed.telephone(), decision);
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
    } else {
      attendance.standing(leg, decision);
    }
  }

  private void joined(CallFact.LegJoined joined, Decision decision) {
    Offer offer = books.offerOf(joined.leg());
    if (offer == null || offer.heard() || offer.state() != OfferState.ACCEPTED) {
      return;
    }
    Bridge talk = calls.books().talkBridge(offer.call());
    if (talk != null && talk.id().equals(joined.bridge())) {
      decision.record(new AgentFact.TalkBegan(offer.id(), offer.agent()));
    }
  }

  private void legEnded(CallFact.LegEnded ended, Decision decision) {
    Agent standing = books.standingOn(ended.leg());
    if (standing != null) {
      decision.record(new AgentFact.TelephoneLost(standing.id(), ended.leg()));
    }
    Offer offer = books.offerOf(ended.leg());
    if (offer != null && offer.state() == OfferState.MADE) {
      endOffer(offer, OfferEnd.of(ended), HangupCause.NORMAL, decision);
    } else if (offer != null) {
      TalkEnd end = ended.source() == EndSource.SEEN ? TalkEnd.AGENT : TalkEnd.LOST;
      endTalk(offer.id(), offer.heard() ? end : TalkEnd.UNHEARD, decision);
    } else if (standing != null && standing.state() != AgentState.PAUSED) {
      decision.record(new AgentFact.Paused(standing.id(), PauseReason.TELEPHONE_LOST));
    }
    attendance.connectAgain(standing, ended, decision);
    attendance.freed(ended.telephone(), decision);
  }

  @Nullable Telephone telephone(Agent agent) {
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
