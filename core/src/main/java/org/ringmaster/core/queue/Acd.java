// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.Offer;
import org.ringmaster.core.agent.OfferEnd;
import org.ringmaster.core.agent.OfferId;
import org.ringmaster.core.agent.Roster;
import org.ringmaster.core.agent.TalkEnd;
import org.ringmaster.core.call.BridgeKind;
import org.ringmaster.core.call.CallControl;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.Leg;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.LegRole;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.call.TelephoneUse;
import org.ringmaster.core.kernel.Decider;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.EpochBegan;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Input;

/**
 * The automatic call distributor: takes callers into queues and matches them with free agents, in
 * one place for all. Sees to it that a caller is never answered by two agents. Owned by the kernel
 * thread.
 */
public final class Acd implements Decider {

  private static final long MICROS_PER_MILLI = 1_000;

  private final QueueBooks books = new QueueBooks();
  private final CallControl calls;
  private final Roster roster;
  private final QueuePlan plan = new QueuePlan(books);
  private final Matching matching;

  /** A distributor of the callers of {@code calls} among the agents of {@code roster}. */
  public Acd(CallControl calls, Roster roster) {
    this.calls = calls;
    this.roster = roster;
    this.matching = new Matching(books, calls, roster);
  }

  /** All queues and entries now. */
  public QueueBooks books() {
    return books;
  }

  @Override
  public void decide(Input input, Decision decision) {
    if (!(input instanceof QueueInput queueInput)) {
      return;
    }
    switch (queueInput) {
      case QueueInput.WaitDue in -> {
        QueueEntry entry = books.entry(in.entry());
        if (entry != null) {
          overflowIfOverdue(entry, decision);
        }
      }
      case QueueInput.RestOver in -> matching.serve(in.agent(), decision);
      default -> plan.decide(queueInput, decision);
    }
  }

  @Override
  public void react(Fact fact, Decision decision) {
    switch (fact) {
      case CallFact.LegArrived arrived -> arrived(arrived, decision);
      case CallFact.LegEnded ended -> callerGone(ended, decision);
      case CallFact.EndWitnessed witnessed -> {
        UnseenLeave unseen = books.unseenLeaves.get(witnessed.leg());
        if (unseen != null) {
          decision.record(
              new QueueFact.EntryEndWitnessed(unseen.entry(), unseen.leg(), unseen.talk()));
        }
      }
      case CallFact.NodeReconciled reconciled -> settle(reconciled.node(), decision);
      case AgentFact.OfferAccepted accepted -> accepted(accepted, decision);
      case AgentFact.OfferEnded ended -> offerEnded(ended, decision);
      case AgentFact.TalkEnded ended -> talkEnded(ended, decision);
      case AgentFact.Ready ready -> matching.serve(ready.agent(), decision);
      case AgentFact.Freed freed -> matching.serve(freed.agent(), decision);
      case AgentFact.Unpaused unpaused -> matching.serve(unpaused.agent(), decision);
      case AgentFact.TelephoneFreed freed -> matching.serve(freed.agent(), decision);
      case QueueFact.QueueConfigured configured -> configured(configured.queue(), decision);
      case QueueFact.QueueRemoved removed -> sendAwayFrom(removed.queue(), decision);
      case EpochBegan began -> remindAgain(decision);
      default -> {}
    }
  }

  // Joining and leaving.

  private void arrived(CallFact.LegArrived arrived, Decision decision) {
    boolean starCode = arrived.role() == LegRole.TELEPHONE && arrived.dialled().startsWith("*");
    if (starCode) {
      return;
    }
    InboundNumber number = books.number(arrived.dialled());
    if (number == null || books.queue(number.queue()) == null) {
      turn(arrived, false, decision);
      calls.hangUp(arrived.leg(), HangupCause.UNALLOCATED, decision);
    } else if (!plan.isOpen(number, decision.nowMicros())) {
      turn(arrived, true, decision);
      sayClosed(arrived.leg(), number, decision);
    } else {
      calls.answer(arrived.leg(), decision);
      Leg leg = Objects.requireNonNull(calls.books().leg(arrived.leg()));
      join(leg, number.queue(), decision);
    }
  }

  private static void turn(CallFact.LegArrived arrived, boolean closed, Decision decision) {
    decision.record(new QueueFact.Turned(arrived.call(), arrived.leg(), arrived.dialled(), closed));
  }

  /**
   * Only who hears something is answered: no carrier bills a call that was turned away in silence.
   */
  private void sayClosed(LegId leg, InboundNumber number, Decision decision) {
    if (number.closedPrompts().isEmpty()) {
      calls.hangUp(leg, HangupCause.REJECTED, decision);
    } else {
      calls.answer(leg, decision);
      calls.play(leg, number.closedPrompts(), true, decision);
    }
  }

  /** Lets a caller wait in a queue; the new entry's id. */
  public EntryId join(Leg leg, QueueId queueId, Decision decision) {
    Queue queue = Objects.requireNonNull(books.queue(queueId));
    EntryId id = new EntryId(decision.newId('e'));
    decision.record(
        new QueueFact.EntryJoined(
            id, queueId, Objects.requireNonNull(leg.call()), leg.id(), leg.node()));
    remindOfMaxWait(Objects.requireNonNull(books.entry(id)), decision);
    place(id, queue, decision);
    return id;
  }

  /** Where an agent is there at once the caller goes straight to them; else music. */
  private void place(EntryId id, Queue queue, Decision decision) {
    matching.match(id, decision);
    QueueEntry entry = books.entry(id);
    if (entry != null && !isAccepted(entry)) {
      calls.rest(entry.leg(), BridgeKind.WAITING_ROOM, queue.musicClass(), decision);
    }
  }

  private boolean isAccepted(QueueEntry entry) {
    for (OfferId id : entry.offers()) {
      Offer offer = roster.books().offer(id);
      if (offer != null && offer.state() == org.ringmaster.core.agent.OfferState.ACCEPTED) {
        return true;
      }
    }
    return false;
  }

  private void callerGone(CallFact.LegEnded ended, Decision decision) {
    QueueEntry entry = books.entryOf(ended.leg());
    if (entry == null) {
      return;
    }
    if (entry.state() == EntryState.CONNECTED) {
      boolean lost = ended.source() != org.ringmaster.core.call.EndSource.SEEN;
      roster.endTalk(entry.offers().get(0), lost ? TalkEnd.LOST : TalkEnd.CALLER, decision);
    } else {
      boolean ringing = entry.state() == EntryState.OFFERED;
      decision.record(
          new QueueFact.EntryAbandoned(entry.id(), entry.queue(), ringing, entry.call()));
      entry.offers().forEach(offer -> roster.withdraw(offer, decision));
    }
  }

  /** While the node is away nobody can be sent anywhere: see {@link #settle}. */
  private boolean overflowIfOverdue(QueueEntry entry, Decision decision) {
    boolean isDue =
        entry.state() == EntryState.WAITING
            && books.isOverdue(entry, decision.nowMicros())
            && calls.books().connected(entry.node());
    if (isDue) {
      overflow(entry, decision);
    }
    return isDue;
  }

  private void overflow(QueueEntry entry, Decision decision) {
    Overflow target = targetOf(entry, decision);
    decision.record(
        new QueueFact.EntryOverflowed(entry.id(), entry.queue(), target, entry.call()),
        decision.nowMicros());
    Leg leg = calls.books().leg(entry.leg());
    if (leg == null) {
      return;
    }
    switch (target.kind()) {
      case QUEUE -> join(leg, Objects.requireNonNull(target.queue()), decision);
      case PROMPT -> calls.play(leg.id(), target.prompts(), true, decision);
      case NUMBER ->
          calls.forward(
              leg.id(),
              Objects.requireNonNull(target.trunk()),
              Objects.requireNonNull(target.number()),
              decision);
      case HANG_UP -> calls.hangUp(leg.id(), HangupCause.NO_ANSWER, decision);
    }
  }

  /** Where the queue sends its callers; nowhere, if that place cannot take one. */
  private Overflow targetOf(QueueEntry entry, Decision decision) {
    Queue queue = books.queue(entry.queue());
    Overflow wanted = queue == null ? Overflow.HANG_UP : queue.overflow();
    boolean possible =
        switch (wanted.kind()) {
          case QUEUE -> wanted.queue() != null && books.queue(wanted.queue()) != null;
          case PROMPT -> !wanted.prompts().isEmpty();
          case NUMBER ->
              wanted.trunk() != null
                  && wanted.number() != null
                  && calls.canForward(entry.leg(), wanted.trunk(), decision);
          case HANG_UP -> true;
        };
    return possible ? wanted : Overflow.HANG_UP;
  }

  /** Nobody may wait where nobody will come: those in a queue that is taken away are hung up. */
  private void sendAwayFrom(QueueId queue, Decision decision) {
    for (QueueEntry entry : books.lines().waitingIn(queue)) {
      overflow(entry, decision);
    }
  }

  /** The longest wait may be shorter now, and there may be other agents. */
  private void configured(Queue queue, Decision decision) {
    for (QueueEntry entry : books.lines().allIn(queue.id())) {
      remindOfMaxWait(entry, decision);
    }
    matching.matchAll(decision);
  }

  // Offers and talks.

  private void accepted(AgentFact.OfferAccepted accepted, Decision decision) {
    QueueEntry entry = books.entryOf(accepted.offer());
    Offer offer = roster.books().offer(accepted.offer());
    if (entry == null || offer == null) {
      roster.endTalk(accepted.offer(), TalkEnd.UNHEARD, decision);
      return;
    }
    if (entry.state() != EntryState.OFFERED) {
      // Two answered within one input, as after a comparison with a node: the first has the caller.
      decision.record(new QueueFact.EntryUnoffered(entry.id(), offer.id(), offer.agent()));
      roster.endTalk(offer.id(), TalkEnd.UNHEARD, decision);
      return;
    }
    decision.record(
        new QueueFact.EntryConnected(
            entry.id(), entry.queue(), offer.id(), offer.agent(), offer.leg(), entry.call()));
    calls.connect(entry.call(), List.of(entry.leg(), offer.leg()), decision);
    // Behind the move: before it, Asterisk would hold the move and every command after it until the
    // tone is over (430 ms were seen).
    if (roster.use(offer.agent()) == TelephoneUse.OPEN) {
      calls.play(offer.leg(), List.of(Prompt.sound("beep")), false, decision);
    }
    for (OfferId other : entry.offers()) {
      if (!other.equals(offer.id())) {
        roster.withdraw(other, decision);
      }
    }
  }

  private void offerEnded(AgentFact.OfferEnded ended, Decision decision) {
    QueueEntry entry = books.entryOf(ended.offer());
    if (entry != null) {
      decision.record(new QueueFact.EntryUnoffered(entry.id(), ended.offer(), ended.agent()));
    }
    Queue queue = entry == null ? null : books.queue(entry.queue());
    if (queue != null && ended.end() != OfferEnd.WITHDRAWN) {
      leaveInPeace(ended.agent(), queue, decision);
    }
    QueueEntry now = entry == null ? null : books.entry(entry.id());
    if (now != null && queue == null && now.state() == EntryState.WAITING) {
      overflow(now, decision);
    } else if (now != null && !overflowIfOverdue(now, decision)) {
      matching.match(now.id(), decision);
    }
    matching.serve(ended.agent(), decision);
  }

  private void leaveInPeace(AgentId agent, Queue queue, Decision decision) {
    long until = decision.nowMicros() + queue.retryMillis() * MICROS_PER_MILLI;
    decision.record(new QueueFact.AgentRested(agent, until));
    decision.remindAt(until, new QueueInput.RestOver(agent));
  }

  private void talkEnded(AgentFact.TalkEnded ended, Decision decision) {
    QueueEntry entry = books.entryOf(ended.offer());
    if (entry == null) {
      return;
    }
    Leg caller = calls.books().leg(entry.leg());
    Queue queue = books.queue(entry.queue());
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
    if (!overflowIfOverdue(now, decision)) {
      place(entry.id(), queue, decision);
    }
  }

  // After a restart or a comparison with a node.

  /** A node is back: whoever should have been sent on is, and those who wait are matched again. */
  private void settle(NodeId node, Decision decision) {
    for (QueueEntry entry : List.copyOf(books.entries())) {
      Leg leg = calls.books().leg(entry.leg());
      Queue queue = books.queue(entry.queue());
      boolean waits = entry.node().equals(node) && entry.state() != EntryState.CONNECTED;
      if (!waits || leg == null || queue == null || overflowIfOverdue(entry, decision)) {
        continue;
      }
      if (leg.wantedBridge() == null) {
        calls.rest(leg.id(), BridgeKind.WAITING_ROOM, queue.musicClass(), decision);
      }
    }
    matching.matchAll(decision);
  }

  private void remindAgain(Decision decision) {
    for (QueueEntry entry : books.entries()) {
      if (entry.state() != EntryState.CONNECTED) {
        remindOfMaxWait(entry, decision);
      }
    }
    for (QueueBooks.Rest rest : books.resting.values()) {
      if (rest.untilMicros() > decision.nowMicros()) {
        decision.remindAt(rest.untilMicros(), new QueueInput.RestOver(rest.agent()));
      }
    }
  }

  private void remindOfMaxWait(QueueEntry entry, Decision decision) {
    Queue queue = books.queue(entry.queue());
    if (queue != null && queue.maxWaitMillis() > 0) {
      decision.remindAt(
          entry.takenInMicros() + queue.maxWaitMillis() * MICROS_PER_MILLI,
          new QueueInput.WaitDue(entry.id()));
    }
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
