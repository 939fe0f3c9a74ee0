// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.Agent;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.Offer;
import org.ringmaster.core.agent.OfferId;
import org.ringmaster.core.agent.Roster;
import org.ringmaster.core.agent.TalkEnd;
import org.ringmaster.core.call.BridgeKind;
import org.ringmaster.core.call.CallControl;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.Language;
import org.ringmaster.core.call.Leg;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.LegRole;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.call.TelephoneId;
import org.ringmaster.core.kernel.Decider;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.EpochBegan;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.queue.Choice.Why;

/**
 * The automatic call distributor: takes callers into queues and matches them with free agents, in
 * one place for all. Sees to it that a caller is never answered by two agents. Owned by the kernel
 * thread.
 */
public final class Acd implements Decider {

  private final QueueBooks books = new QueueBooks();
  private final CallControl calls;
  private final Roster roster;
  private final QueuePlan plan = new QueuePlan(books);
  private final Mailboxes mailboxes;
  private final Matching matching;
  private final Admission admission;
  private final Announcer announcer;
  private final Welcomes welcomes;
  private final WaitKeys keys;
  private final Places places;
  private final Talks talks;
  private final Pulling pulling;

  /** A distributor of the callers of {@code calls} among the agents of {@code roster}. */
  public Acd(CallControl calls, Roster roster, Acquaintance acquaintance, Mailboxes mailboxes) {
    this.calls = calls;
    this.roster = roster;
    this.mailboxes = mailboxes;
    this.matching = new Matching(books, calls, roster);
    this.announcer = new Announcer(books, calls);
    this.admission =
        new Admission(books, calls, roster, matching, announcer, acquaintance, mailboxes);
    this.welcomes = new Welcomes(books, calls, admission);
    this.keys = new WaitKeys(books, admission, announcer);
    this.places = new Places(books, calls, roster, matching, admission, announcer);
    this.pulling = new Pulling(books, calls, roster);
    roster.knows(books.staff()::colleaguesOf);
    this.talks = new Talks(books, calls, roster, matching, admission, places);
  }

  /**
   * Whom to ask where somebody goes that is sent on, before the queue's overflow; to be said once.
   */
  public void sendsOn(OwnTarget own) {
    admission.ask(own);
  }

  /** All queues and entries now. */
  public QueueBooks books() {
    return books;
  }

  /** Places that are kept for who is not on the line. */
  public Places places() {
    return places;
  }

  /** Whether a caller hears what their number says before they come to its queue. */
  public boolean isWelcoming(LegId leg) {
    return welcomes.has(leg);
  }

  /**
   * Whether an agent serves a contact's queue, their skills and penalty let them answer it now, and
   * nobody else is waited for; whether they are free is another question.
   */
  public boolean mayAnswer(AgentId agent, QueueEntry entry, long nowMicros) {
    return matching.eligibility().mayAnswer(agent, entry, nowMicros);
  }

  /**
   * Whom an agent would be given were they free now, whether they are or not; null for nobody.
   * Agents who are free beside them are not asked.
   */
  public @Nullable QueueEntry nextFor(AgentId agent, long nowMicros) {
    return matching.nextFor(agent, nowMicros);
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
          admission.overflowIfOverdue(entry, decision);
        }
      }
      case QueueInput.ClosingDue in -> admission.close(in.queue(), decision);
      case QueueInput.AnnouncementDue in -> announcer.due(books.entry(in.entry()), decision);
      case QueueInput.WelcomeDue in -> welcomes.due(in.leg(), decision);
      case QueueInput.WhisperDue in -> talks.whisperDue(in.entry(), decision);
      case QueueInput.RelaxationDue in -> {
        matching.matchPlace(in.entry(), Why.RELAXED, decision);
        admission.remind(books.place(in.entry()), decision);
        admission.relaxed(in.entry(), decision);
      }
      case QueueInput.Prioritise in -> prioritise(in, decision);
      case QueueInput.RestOver in -> matching.serve(in.agent(), Why.AGENT_FREE, decision);
      default -> plan.decide(queueInput, decision);
    }
  }

  @Override
  public void react(Fact fact, Decision decision) {
    switch (fact) {
      case CallFact.LegArrived arrived -> arrived(arrived, decision);
      case CallFact.LegEnded ended -> {
        callerGone(ended, decision);
        for (EntryId place : List.copyOf(books.places.keySet())) {
          matching.matchPlace(place, Why.AGENT_FREE, decision); // A trunk may have room again.
        }
      }
      case CallFact.ForwardFailed failed -> comesBack(failed.caller(), decision);
      case CallFact.EndWitnessed witnessed -> {
        UnseenLeave unseen = books.unseenLeaves.get(witnessed.leg());
        if (unseen != null) {
          decision.record(
              new QueueFact.EntryEndWitnessed(unseen.entry(), unseen.leg(), unseen.talk()));
        }
      }
      case CallFact.LegJoined joined -> announcer.due(books.entryOf(joined.leg()), decision);
      case CallFact.PromptEnded ended -> {
        talks.whispered(ended, decision);
        welcomes.ended(ended, decision);
        announcer.due(books.entryOf(ended.leg()), decision);
      }
      case CallFact.KeyPressed pressed -> keys.pressed(pressed, decision);
      case CallFact.NodeReconciled reconciled -> settle(reconciled.node(), decision);
      case AgentFact.OfferAccepted accepted -> {
        talks.accepted(accepted, decision);
        Offer offer = roster.books().offer(accepted.offer());
        if (offer != null) {
          maybeEmpty(offer.agent(), decision);
        }
      }
      case AgentFact.OfferEnded ended -> talks.offerEnded(ended, decision);
      case AgentFact.TalkEnded ended -> talks.ended(ended, decision);
      case AgentFact.SignedOut out -> {
        matching.letGo(out.agent(), decision);
        matching.easeReserves(out.agent(), decision);
        maybeEmpty(out.agent(), decision);
      }
      case AgentFact.Paused paused -> {
        matching.easeReserves(paused.agent(), decision);
        maybeEmpty(paused.agent(), decision);
      }
      case AgentFact.OfferMade made -> maybeEmpty(made.agent(), decision);
      case AgentFact.WrapUpStarted started -> maybeEmpty(started.agent(), decision);
      case CallFact.TelephoneSeen seen -> maybeEmpty(seen.telephone(), decision);
      case CallFact.TelephoneEngaged engaged -> maybeEmpty(engaged.telephone(), decision);
      case AgentFact.Configured configured -> {
        // They may have learnt what somebody waits for, or take calls now, or no longer.
        matching.serve(configured.profile().id(), Why.AGENT_FREE, decision);
        matching.easeReserves(configured.profile().id(), decision);
        maybeEmpty(configured.profile().id(), decision);
      }
      case AgentFact.Ready ready -> matching.serve(ready.agent(), Why.AGENT_FREE, decision);
      case AgentFact.Freed freed -> matching.serve(freed.agent(), Why.AGENT_FREE, decision);
      case AgentFact.Unpaused unpaused ->
          matching.serve(unpaused.agent(), Why.AGENT_FREE, decision);
      case AgentFact.TelephoneFreed freed ->
          matching.serve(freed.agent(), Why.AGENT_FREE, decision);
      case QueueFact.EntryUnoffered unoffered ->
          announcer.due(books.entry(unoffered.entry()), decision);
      case QueueFact.QueueConfigured configured -> configured(configured.queue(), decision);
      case QueueFact.QueueRemoved removed -> sendAwayFrom(removed.queue(), decision);
      case EpochBegan began -> remindAgain(decision);
      default -> {}
    }
  }

  // Joining and leaving.

  private void arrived(CallFact.LegArrived arrived, Decision decision) {
    boolean starCode = arrived.role() == LegRole.TELEPHONE && arrived.number().startsWith("*");
    Leg now = calls.books().leg(arrived.leg());
    boolean isLent = now != null && !arrived.call().equals(now.call());
    boolean isTold = arrived.role() == LegRole.TELEPHONE && now != null && now.answerAsked();
    if (starCode || isLent || isTold || roster.books().offerOf(arrived.leg()) != null) {
      return; // An agent dials a code, calls out, must not, or asks somebody about their call.
    }
    InboundNumber number = books.number(arrived.number());
    if (number == null || books.queue(number.queue()) == null) {
      turn(arrived, false, decision);
      calls.hangUp(arrived.leg(), HangupCause.UNALLOCATED, decision);
    } else if (!plan.isOpen(number, decision.wallMicros())) {
      turn(arrived, true, decision);
      sayClosed(arrived.leg(), number, closedPrompts(number), decision);
    } else {
      Leg leg = Objects.requireNonNull(calls.books().leg(arrived.leg()));
      welcomes.arrived(leg, number, decision);
    }
  }

  private static void turn(CallFact.LegArrived arrived, boolean closed, Decision decision) {
    decision.record(new QueueFact.Turned(arrived.call(), arrived.leg(), arrived.number(), closed));
  }

  /**
   * Only who hears something is answered: no carrier bills a call that was turned away in silence.
   */
  private void sayClosed(LegId id, InboundNumber number, List<Prompt> prompts, Decision decision) {
    Leg leg = Objects.requireNonNull(calls.books().leg(id));
    if (number.takesMessages()) {
      Queue queue = Objects.requireNonNull(books.queue(number.queue()));
      Language language =
          number.language() == null ? queue.hearing().language() : number.language();
      mailboxes.greet(leg, number.queue(), prompts, language, decision);
    } else if (prompts.isEmpty()) {
      calls.hangUp(id, HangupCause.REJECTED, decision);
    } else {
      calls.answer(id, decision);
      calls.play(id, prompts, true, number.language(), decision);
    }
  }

  private List<Prompt> closedPrompts(InboundNumber number) {
    Door door = books.door(number.queue());
    return door == null || door.prompts().isEmpty() ? number.closedPrompts() : door.prompts();
  }

  /**
   * Takes a caller who talks with an agent out of the books of their queue: the agent's part is
   * over and the caller goes on elsewhere, by the doing of whoever asks for this.
   */
  public void handOn(QueueEntry entry, AgentId agent, Decision decision) {
    if (entry.state() == EntryState.CONNECTED) {
      decision.record(
          new QueueFact.EntryCompleted(
              entry.id(), entry.queue(), agent, TalkEnd.HANDED_ON, entry.call()),
          decision.nowMicros());
    }
  }

  /**
   * Why a queue would not let a caller in now who is handed to it, as a sentence; null where it
   * would.
   */
  public @Nullable String refusal(QueueId queue, NodeId node, long creditMillis) {
    return admission.refusalInWords(queue, node, creditMillis);
  }

  /**
   * How many agents a caller of a queue who comes now would find on a node: free ones who may
   * answer at once and whom no queue of more weight keeps in reserve.
   *
   * @param nowMicros the kernel's clock, epoch microseconds
   */
  public int spareFor(QueueId queue, NodeId node, long nowMicros) {
    return matching.spareFor(queue, node, nowMicros);
  }

  /** Lets a caller wait in a queue who is handed to it. Ask {@link #refusal} first. */
  public void takeOver(Leg leg, QueueId queue, Claim claim, Decision decision) {
    admission.takeOver(leg, queue, claim, decision);
  }

  /**
   * Lets a caller wait again in a queue that they came through, at the place that their wait has
   * earned; nobody is turned away who has been in.
   */
  public void takeBack(Leg leg, QueueId queue, Claim claim, Decision decision) {
    admission.takeBack(leg, queue, claim, decision);
  }

  /** Lets a caller come to a queue, which may send them on at once. */
  public void join(Leg leg, QueueId queue, Decision decision) {
    admission.enter(leg, queue, Claim.NONE, decision);
  }

  /**
   * Rings an agent for a caller who waits, whoever else is rung or free, because a supervisor wants
   * it; in vain the caller waits on at the old place. Ask {@link Roster#canBeRung} first.
   */
  public void pull(QueueEntry entry, AgentId agent, Decision decision) {
    pulling.pull(entry, agent, decision);
  }

  /**
   * Rings a free agent because they want to call somebody, for whom a place is kept that nobody
   * else is rung for; null where the queue is gone. What they are rung with is an offer like any
   * other; who has the place is dialled when the agent is there. Ask {@link Roster#isFree} first.
   */
  public @Nullable OfferId ringFor(KeptPlace place, AgentId agent, Decision decision) {
    return pulling.ringFor(place, agent, decision);
  }

  /** An agent is free whom something else had kept: they may have a caller who waits. */
  public void freed(AgentId agent, Decision decision) {
    matching.serve(agent, Why.AGENT_FREE, decision);
  }

  /**
   * Sends a caller who waits to another queue, with the wait they have earned. Ask {@link #refusal}
   * first.
   */
  public void requeue(QueueEntry entry, QueueId queue, Decision decision) {
    admission.requeue(entry, queue, decision);
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
          new QueueFact.EntryAbandoned(
              entry.id(),
              entry.queue(),
              ringing,
              entry.call(),
              entry.waitedMillis(decision.nowMicros())));
      talks.letGo(entry, decision);
    }
  }

  /** A number outside did not take a caller: who had a place is there again, others go. */
  private void comesBack(LegId caller, Decision decision) {
    Leg leg = calls.books().leg(caller);
    SentOnBooks.SentOut from = books.sentOn.sentOut(caller);
    if (leg == null || leg.hangUpAsked() || from == null) {
      calls.hangUp(caller, HangupCause.NORMAL, decision);
    } else {
      Claim claim = from.claim().credit((decision.nowMicros() - from.sinceMicros()) / 1_000);
      admission.takeBack(leg, from.queue(), claim, decision);
    }
  }

  /** Nobody may wait where nobody will come: those in a queue that is taken away are hung up. */
  private void sendAwayFrom(QueueId queue, Decision decision) {
    for (QueueEntry entry : books.lines().waitingIn(queue)) {
      admission.overflow(entry, Reason.REMOVED, decision);
    }
  }

  /** The longest wait may be shorter now, and there may be other agents. */
  private void configured(Queue queue, Decision decision) {
    for (QueueEntry entry : books.lines().allIn(queue.id())) {
      admission.remind(entry, decision);
      announcer.due(entry, decision);
    }
    for (KeptPlace place : books.places.values()) {
      if (place.queue().equals(queue.id())) {
        admission.remind(place, decision);
      }
    }
    matching.matchAll(Why.AGENT_FREE, decision);
    admission.leaveIfEmpty(queue.id(), decision);
  }

  /** An agent went or is busy: perhaps nobody is there any more in some queue of theirs. */
  private void maybeEmpty(TelephoneId telephone, Decision decision) {
    Agent there = roster.books().signedInOn(telephone);
    if (there != null) {
      maybeEmpty(there.id(), decision);
    }
  }

  private void maybeEmpty(AgentId agent, Decision decision) {
    for (QueueId queue : List.copyOf(books.queuesOf(agent))) {
      admission.leaveIfEmpty(queue, decision);
    }
  }

  private void prioritise(QueueInput.Prioritise in, Decision decision) {
    QueueEntry entry = books.entry(in.entry());
    if (entry == null || entry.state() == EntryState.CONNECTED) {
      decision.refuse("No contact waits by the name of " + in.entry() + ".");
    } else {
      decision.record(new QueueFact.EntryPrioritised(in.entry(), in.priority()));
      decision.accept("");
    }
  }

  // After a restart or a comparison with a node.

  /** A node is back: whoever should have been sent on is, and those who wait are matched again. */
  private void settle(NodeId node, Decision decision) {
    for (EntryId id : List.copyOf(books.entries.keySet())) {
      // Looked up anew: who was sent on before may have brought this one an agent.
      QueueEntry entry = books.entry(id);
      Leg leg = entry == null ? null : calls.books().leg(entry.leg());
      Queue queue = entry == null ? null : books.queue(entry.queue());
      boolean waits =
          entry != null && entry.node().equals(node) && entry.state() != EntryState.CONNECTED;
      if (entry == null
          || !waits
          || leg == null
          || queue == null
          || admission.overflowIfOverdue(entry, decision)) {
        continue;
      }
      if (leg.wantedBridge() == null) {
        calls.rest(leg.id(), BridgeKind.WAITING_ROOM, queue.musicClass(), decision);
      }
      announcer.due(books.entry(entry.id()), decision);
    }
    matching.matchAll(Why.AGENT_FREE, decision);
  }

  private void remindAgain(Decision decision) {
    for (QueueEntry entry : books.entries()) {
      if (entry.state() != EntryState.CONNECTED) {
        admission.remind(entry, decision);
        announcer.due(entry, decision);
        talks.remindAgain(entry, decision);
      }
    }
    for (KeptPlace place : books.places.values()) {
      admission.remind(place, decision);
    }
    welcomes.remindAgain(decision);
    for (QueueBooks.Rest rest : books.resting.values()) {
      if (rest.untilMicros() > decision.nowMicros()) {
        decision.remindAt(rest.untilMicros(), new QueueInput.RestOver(rest.agent()));
      }
    }
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    books.apply(fact, envelope);
    welcomes.apply(fact);
  }

  @Override
  public void snapshot(Consumer<Record> out) {
    books.snapshot(out);
    welcomes.snapshot(out);
  }

  @Override
  public void restore(Record entity) {
    books.restore(entity);
    welcomes.restore(entity);
  }
}
