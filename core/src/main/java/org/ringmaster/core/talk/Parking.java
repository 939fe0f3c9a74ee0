// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.talk;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.Agent;
import org.ringmaster.core.agent.Offer;
import org.ringmaster.core.agent.OfferId;
import org.ringmaster.core.agent.Roster;
import org.ringmaster.core.call.CallControl;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.Leg;
import org.ringmaster.core.kernel.Decision;

/** Parks customers in places that are known by a number, and lets any agent fetch them. */
final class Parking {

  private static final long MICROS_PER_MILLI = 1_000;

  private final TalkBooks books;
  private final InHand inHand;
  private final Reaching reaching;
  private final HandingOn handingOn;
  private final CallControl calls;
  private final Roster roster;

  Parking(
      TalkBooks books,
      InHand inHand,
      Reaching reaching,
      HandingOn handingOn,
      CallControl calls,
      Roster roster) {
    this.books = books;
    this.inHand = inHand;
    this.reaching = reaching;
    this.handingOn = handingOn;
    this.calls = calls;
    this.roster = roster;
  }

  /** Parks the agent's customer; the answer tells where. */
  @Nullable String park(TalkInput.Park in, Decision decision) {
    Offer offer = inHand.offerOf(in.agent());
    String refusal = inHand.refusal(in.agent(), offer, "park", TalkState.TALKING, TalkState.HELD);
    if (offer == null || refusal != null) {
      return refusal;
    }
    int slot = freeSlot();
    if (slot == 0) {
      return "All places for parked calls are taken.";
    }
    Talk talk = inHand.open(offer, decision);
    long due = decision.nowMicros() + books.rules().parkMillis() * MICROS_PER_MILLI;
    decision.record(new TalkFact.Parked(talk.call(), in.agent(), slot, due, in.author()));
    decision.remindAt(due, new TalkInput.ParkDue(talk.call(), due));
    inHand.toMusic(talk, Objects.requireNonNull(talk.customer()), decision);
    inHand.letGo(offer, decision);
    decision.accept("Parked in " + slot + ".");
    return null;
  }

  private int freeSlot() {
    for (int slot = books.rules().firstSlot(); slot <= books.rules().lastSlot(); slot++) {
      if (books.parkedIn(slot) == null) {
        return slot;
      }
    }
    return 0;
  }

  @Nullable String retrieve(TalkInput.Retrieve in, Decision decision) {
    Talk talk = books.parkedIn(in.slot());
    Leg customer =
        talk == null || talk.customer() == null ? null : calls.books().leg(talk.customer());
    if (talk == null || customer == null) {
      return "Nobody is parked in " + in.slot() + ".";
    }
    String refusal = reaching.ownRefusal(in.agent(), customer.node());
    if (refusal == null) {
      handingOn.ring(talk, in.agent(), false, in.author(), decision);
    }
    return refusal;
  }

  /** An agent's telephone dialled a place. */
  void dialled(CallFact.LegArrived arrived, Decision decision) {
    int slot = slot(arrived.number());
    Talk talk = slot == 0 ? null : books.parkedIn(slot);
    Leg customer =
        talk == null || talk.customer() == null ? null : calls.books().leg(talk.customer());
    Agent agent =
        arrived.telephone() == null ? null : roster.books().signedInOn(arrived.telephone());
    if (talk == null
        || customer == null
        || agent == null
        || agent.leg() != null
        || !reaching.isAtHand(agent.id())
        || !customer.node().equals(arrived.node())) {
      return;
    }
    calls.answer(arrived.leg(), decision);
    decision.record(new CallFact.LegLent(arrived.leg(), talk.call()));
    OfferId offer =
        roster.takeUp(
            agent.id(), arrived.leg(), talk.call(), talk.origin().wrapUpMillis(), decision);
    Third third = new Third(arrived.leg(), agent.id(), offer);
    handingOn.sent(talk, agent.id(), third, false, null, decision);
  }

  /** The place that was dialled; 0 where it is none. */
  private int slot(String dialled) {
    if (!dialled.matches("[0-9]{1,9}")) {
      return 0;
    }
    int slot = Integer.parseInt(dialled);
    return slot >= books.rules().firstSlot() && slot <= books.rules().lastSlot() ? slot : 0;
  }

  void due(TalkInput.ParkDue in, Decision decision) {
    Talk talk = books.talk(in.call());
    if (talk != null && talk.state() == TalkState.PARKED && talk.dueMicros() == in.dueMicros()) {
      handingOn.comeBack(talk, decision);
    }
  }

  /** After a restart no place is forgotten. */
  void remindAgain(Decision decision) {
    for (Talk talk : books.talks()) {
      if (talk.state() == TalkState.PARKED) {
        decision.remindAt(talk.dueMicros(), new TalkInput.ParkDue(talk.call(), talk.dueMicros()));
      }
    }
  }
}
