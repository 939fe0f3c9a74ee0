// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.supervision;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.Offer;
import org.ringmaster.core.agent.Roster;
import org.ringmaster.core.call.BridgeId;
import org.ringmaster.core.call.Call;
import org.ringmaster.core.call.CallControl;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.Leg;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.LegRole;
import org.ringmaster.core.call.Overhearing;
import org.ringmaster.core.call.Ringing;
import org.ringmaster.core.call.Telephone;
import org.ringmaster.core.call.TelephoneId;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.core.kernel.Personal;

/** Brings supervisors into talks and out of them. */
final class Attendance {

  private final SupervisionBooks books;
  private final CallControl calls;
  private final Overhearing overhearing;
  private final Roster roster;
  private final Talks talks;

  Attendance(SupervisionBooks books, CallControl calls, Roster roster, Talks talks) {
    this.books = books;
    this.calls = calls;
    this.overhearing = new Overhearing(calls);
    this.roster = roster;
    this.talks = talks;
  }

  /** Rings the supervisor's telephone. */
  void ring(SupervisionInput.Attend in, Offer offer, @Nullable TelephoneId on, Decision decision) {
    Telephone telephone =
        Objects.requireNonNull(calls.books().telephone(Objects.requireNonNull(on)));
    Call call = calls.books().call(offer.call());
    Ringing ringing =
        new Ringing(
            offer.call(),
            call == null ? null : call.callerNumber(),
            new Personal("Talk of " + offer.agent()));
    LegId leg =
        calls.ring(telephone, LegRole.SUPERVISOR, ringing, books.policy().ringMillis(), decision);
    decision.record(
        new SupervisionFact.Asked(
            new SupervisionId(decision.newId('s')),
            offer.call(),
            offer.agent(),
            offer.id(),
            leg,
            telephone.id(),
            in.mode(),
            in.author()),
        decision.nowMicros());
  }

  /** One of the two legs of an attendance is there. */
  void entered(Supervision one, LegId leg, Decision decision) {
    if (!leg.equals(one.leg())) {
      BridgeId bridge = one.bridge();
      if (bridge != null) {
        overhearing.join(bridge, leg, decision);
      }
      return;
    }
    if (one.state() == SupervisionState.RINGING) {
      Offer offer = roster.books().offer(one.offer());
      boolean cannotTake =
          one.mode() == SupervisionMode.TAKE_OVER
              && (offer == null || talks.customerToTake(offer) == null);
      // What has changed meanwhile is heard by the supervisor, who then asks again.
      enter(one, cannotTake ? SupervisionMode.LISTEN : one.mode(), decision);
    }
  }

  /** The supervisor does this from here on. */
  void enter(Supervision one, SupervisionMode mode, Decision decision) {
    Offer offer = roster.books().offer(one.offer());
    Leg agent = offer == null ? null : calls.books().leg(offer.leg());
    Leg own = calls.books().leg(one.leg());
    if (offer == null || agent == null || own == null || !Talks.lives(agent)) {
      end(one, SupervisionEnd.TALK_OVER, decision);
      return;
    }
    switch (mode) {
      case LISTEN, WHISPER -> hear(one, mode, agent, own, decision);
      case BARGE -> {
        decision.record(
            new SupervisionFact.Barged(one.id(), one.call(), one.agent(), one.author()),
            decision.nowMicros());
        calls.connect(one.call(), List.of(one.leg()), decision);
        stopHearing(one, decision);
      }
      case TAKE_OVER -> takeOver(one, offer, decision);
    }
  }

  private void hear(Supervision one, SupervisionMode mode, Leg agent, Leg own, Decision decision) {
    if (one.snoop() != null) {
      // At once: nobody may go on hearing somebody who only listens.
      calls.hangUp(one.snoop(), HangupCause.NORMAL, decision);
    }
    boolean isOpen = one.bridge() != null && calls.books().bridge(one.bridge()) != null;
    BridgeId bridge =
        isOpen ? Objects.requireNonNull(one.bridge()) : overhearing.open(own, decision);
    LegId snoop = overhearing.snoop(agent, mode == SupervisionMode.WHISPER, decision);
    decision.record(
        mode == SupervisionMode.WHISPER
            ? new SupervisionFact.Whispered(
                one.id(), one.call(), one.agent(), snoop, bridge, one.author())
            : new SupervisionFact.Listened(
                one.id(), one.call(), one.agent(), snoop, bridge, one.author()),
        decision.nowMicros());
    overhearing.join(bridge, own.id(), decision);
    boolean isTold = !books.policy().told().isEmpty();
    if (isTold && one.state() == SupervisionState.RINGING) {
      decision.record(
          new SupervisionFact.AgentTold(one.id(), one.call(), one.agent()), decision.nowMicros());
      calls.play(agent.id(), books.policy().told(), false, decision);
    }
  }

  private void takeOver(Supervision one, Offer offer, Decision decision) {
    LegId customer = Objects.requireNonNull(talks.customerToTake(offer));
    decision.record(
        new SupervisionFact.TookOver(one.id(), one.call(), one.agent(), customer, one.author()),
        decision.nowMicros());
    talks.letGo(offer, decision);
    calls.pair(one.call(), customer, one.leg(), decision);
    stopHearing(one, decision);
  }

  /** The attendance is over: nothing of it stays. */
  void end(Supervision one, SupervisionEnd end, Decision decision) {
    if (books.get(one.id()) == null) {
      return;
    }
    decision.record(
        new SupervisionFact.Ended(one.id(), one.call(), one.agent(), end, one.author()),
        decision.nowMicros());
    calls.hangUp(one.leg(), HangupCause.NORMAL, decision);
    stopHearing(one, decision);
  }

  private void stopHearing(Supervision one, Decision decision) {
    if (one.snoop() != null) {
      calls.hangUp(one.snoop(), HangupCause.NORMAL, decision);
    }
    overhearing.close(one.bridge(), decision);
  }

  /** Whether a leg ended because the node would not make it. */
  static boolean isRefusal(HangupCause cause) {
    return cause.equals(HangupCause.CONGESTION) || cause.equals(HangupCause.SUBSCRIBER_ABSENT);
  }
}
