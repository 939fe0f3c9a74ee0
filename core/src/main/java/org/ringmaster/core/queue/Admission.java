// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.Offer;
import org.ringmaster.core.agent.OfferId;
import org.ringmaster.core.agent.OfferState;
import org.ringmaster.core.agent.Roster;
import org.ringmaster.core.calendar.Calendar;
import org.ringmaster.core.call.BridgeKind;
import org.ringmaster.core.call.CallControl;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.Language;
import org.ringmaster.core.call.Leg;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.core.queue.Choice.Why;
import org.ringmaster.core.routing.Emptiness;
import org.ringmaster.core.routing.Routing;

/**
 * The way into a queue and every way out of it but an agent: lets callers join, refuses them where
 * the queue is full or nobody is there, and sends on who has waited too long.
 */
final class Admission {

  private static final long MICROS_PER_MILLI = 1_000;

  private final QueueBooks books;
  private final CallControl calls;
  private final Roster roster;
  private final Matching matching;
  private final Presence presence;
  private final Acquaintance acquaintance;
  private final Announcer announcer;
  private final Mailboxes mailboxes;
  private final Targets targets;
  private final Outside outside;

  Admission(
      QueueBooks books,
      CallControl calls,
      Roster roster,
      Matching matching,
      Announcer announcer,
      Acquaintance acquaintance,
      Mailboxes mailboxes) {
    this.books = books;
    this.calls = calls;
    this.roster = roster;
    this.matching = matching;
    this.presence = new Presence(books, calls, roster);
    this.announcer = announcer;
    this.acquaintance = acquaintance;
    this.mailboxes = mailboxes;
    targets = new Targets(books, calls);
    outside = new Outside(books, calls, targets);
  }

  /** Whom to ask first where somebody is sent on. */
  void ask(OwnTarget own) {
    targets.ask(own);
  }

  // In.

  /** A caller comes to a queue. */
  void enter(Leg leg, QueueId queue, Claim claim, Decision decision) {
    CallId call = Objects.requireNonNull(leg.call());
    Queue wanted = books.queue(queue);
    long rejoin = wanted == null ? 0 : wanted.routing().rejoinMillis();
    long credit =
        rejoin == 0
            ? 0
            : acquaintance.gaveUpAfterMillis(
                call, queue, decision.nowMicros() - rejoin * MICROS_PER_MILLI);
    long kept = acquaintance.placeKeptSinceMicros(call, queue);
    long earned = kept == 0 ? 0 : (decision.nowMicros() - kept) / MICROS_PER_MILLI;
    Claim earning = claim.credit(StrictMath.max(credit, earned));
    enter(leg, queue, earning, new LinkedHashSet<>(), decision);
  }

  private void enter(Leg leg, QueueId id, Claim claim, Set<QueueId> refusedBy, Decision decision) {
    Queue queue = books.queue(id);
    if (queue == null) {
      calls.hangUp(leg.id(), HangupCause.NO_ANSWER, decision);
      return;
    }
    Reason refusal = refusal(queue, leg.node(), claim.creditMillis());
    if (refusal == null) {
      calls.answer(leg.id(), decision);
      join(leg, queue, claim, refusedBy, decision);
      return;
    }
    refusedBy.add(id);
    Overflow target = targets.of(queue, leg, null, decision);
    Overflow next = toldAtDoor(id, refusal, notInCircles(target, refusedBy));
    decision.record(
        new QueueFact.NotJoined(Objects.requireNonNull(leg.call()), leg.id(), id, refusal, next));
    send(leg, next, claim, refusedBy, decision);
  }

  /** Who goes nowhere from a shut door hears what is said there. */
  private Overflow toldAtDoor(QueueId id, Reason refusal, Overflow next) {
    Door door = books.door(id);
    if (door == null
        || door.prompts().isEmpty()
        || refusal != Reason.SHUT
        || next.kind() != Overflow.Kind.HANG_UP) {
      return next;
    }
    return new Overflow(Overflow.Kind.PROMPT, null, door.prompts(), null, null);
  }

  /** Who has been everywhere is not sent on for ever. */
  private static Overflow notInCircles(Overflow target, Set<QueueId> behind) {
    boolean inCircles = target.kind() == Overflow.Kind.QUEUE && behind.contains(target.queue());
    return inCircles ? Overflow.HANG_UP : target;
  }

  private @Nullable Reason refusal(Queue queue, @Nullable NodeId node, long creditMillis) {
    Routing routing = queue.routing();
    Door door = books.door(queue.id());
    if (door != null && !door.isOpen()) {
      return Reason.SHUT;
    }
    if (routing.maxLength() > 0 && books.lines().lengthOf(queue.id()) >= routing.maxLength()) {
      return Reason.FULL;
    }
    return presence.isEmpty(queue, routing.joinEmpty(), node, creditMillis) ? Reason.EMPTY : null;
  }

  /** Why a queue would not let in who is handed to it now; null where it would. */
  @Nullable String refusalInWords(QueueId id, NodeId node, long creditMillis) {
    Queue queue = books.queue(id);
    if (queue == null) {
      return "No queue " + id + ".";
    }
    Reason refusal = refusal(queue, node, creditMillis);
    if (refusal == null) {
      return null;
    }
    return switch (refusal) {
      case FULL -> "Queue " + id + " is full: " + queue.routing().maxLength() + " wait there.";
      case SHUT -> "Queue " + id + " is closed.";
      default -> "Nobody is there for queue " + id + ".";
    };
  }

  /** A caller is handed to a queue. */
  void takeOver(Leg leg, QueueId queue, Claim claim, Decision decision) {
    enter(leg, queue, claim, new LinkedHashSet<>(), decision);
  }

  /** A caller is back whom nobody took; only where the queue is gone there is no place for them. */
  void takeBack(Leg leg, QueueId id, Claim claim, Decision decision) {
    Queue queue = books.queue(id);
    if (queue == null) {
      calls.hangUp(leg.id(), HangupCause.NO_ANSWER, decision);
    } else {
      join(leg, queue, claim, new LinkedHashSet<>(), decision);
    }
  }

  private void join(Leg leg, Queue queue, Claim claim, Set<QueueId> behind, Decision decision) {
    EntryId id = new EntryId(decision.newId('e'));
    CallId call = Objects.requireNonNull(leg.call());
    decision.record(
        new QueueFact.EntryJoined(
            id,
            queue.id(),
            call,
            leg.id(),
            leg.node(),
            claim.priority(),
            claim.creditMillis(),
            wantedBy(call, queue, leg.node(), claim.creditMillis()),
            claim.language()));
    QueueEntry entry = Objects.requireNonNull(books.entry(id));
    // As in app_queue, who may join an empty queue leaves it as soon as they would have to wait.
    if (!leftEmpty(entry, queue, behind, decision)) {
      remind(entry, decision);
      place(id, queue, Why.CALLER_CAME, decision);
    }
  }

  private @Nullable AgentId wantedBy(CallId call, Queue queue, NodeId node, long creditMillis) {
    AgentId last = queue.routing().stickyMillis() > 0 ? acquaintance.lastAgentOf(call) : null;
    return last != null
            && matching.eligibility().isWorthWaitingFor(last, queue.id(), node, creditMillis)
        ? last
        : null;
  }

  /** Where an agent is there at once the caller goes straight to them; else music. */
  void place(EntryId id, Queue queue, Why why, Decision decision) {
    if (queue.closing() != null) {
      remindOfClosing(queue.id(), decision);
    }
    matching.match(id, why, decision);
    QueueEntry entry = books.entry(id);
    if (entry != null && (!isAccepted(entry) || isHeldBack(entry, queue, decision))) {
      calls.rest(entry.leg(), BridgeKind.WAITING_ROOM, queue.musicClass(), decision);
      // Who was in that room before, for another queue, is spoken to now; others once they are in.
      announcer.due(entry, decision);
    }
  }

  /** The agent who is there hears something of their own first. */
  private static boolean isHeldBack(QueueEntry entry, Queue queue, Decision decision) {
    return !queue.hearing().beforeTalk(entry.waitedMillis(decision.nowMicros())).isEmpty();
  }

  private boolean isAccepted(QueueEntry entry) {
    for (OfferId id : entry.offers()) {
      Offer offer = roster.books().offer(id);
      if (offer != null && offer.state() == OfferState.ACCEPTED) {
        return true;
      }
    }
    return false;
  }

  // Reminders.

  /** Asks to be told when an entry has waited too long, and when other agents may answer it. */
  void remind(QueueEntry entry, Decision decision) {
    Queue queue = books.queue(entry.queue());
    if (queue == null) {
      return;
    }
    if (queue.maxWaitMillis() > 0) {
      decision.remindAt(books.sentOn.dueMicros(entry, queue), new QueueInput.WaitDue(entry.id()));
    }
    if (queue.closing() != null) {
      remindOfClosing(queue.id(), decision);
    }
    long next = nextChange(entry, queue, decision.nowMicros());
    if (next > 0) {
      decision.remindAt(next, new QueueInput.RelaxationDue(entry.id()));
    }
  }

  /** By the clock on the wall, which may be set: so it is looked at anew each minute. */
  private static void remindOfClosing(QueueId queue, Decision decision) {
    decision.remindAt(
        decision.nowMicros() + Closing.untilNextLook(decision.wallMicros()),
        new QueueInput.ClosingDue(queue));
  }

  /** Asks to be told when other agents may be rung for a kept place. */
  void remind(@Nullable KeptPlace place, Decision decision) {
    Queue queue = place == null ? null : books.queue(place.queue());
    if (place != null && queue != null) {
      long next = nextChange(QueueEntry.kept(place), queue, decision.nowMicros());
      if (next > 0) {
        decision.remindAt(next, new QueueInput.RelaxationDue(place.id()));
      }
    }
  }

  private long nextChange(QueueEntry entry, Queue queue, long nowMicros) {
    Routing routing = queue.routing();
    long after = routing.nextChangeAfter(entry.waitedMillis(nowMicros));
    long next = after == 0 ? Long.MAX_VALUE : entry.sinceMicros() + after * MICROS_PER_MILLI;
    if (entry.wanted() != null) {
      long given = entry.takenInMicros() + routing.stickyMillis() * MICROS_PER_MILLI;
      next = given > nowMicros ? StrictMath.min(next, given) : next;
    }
    if (routing.starvationMillis() > 0 && matching.yields(queue.id())) {
      long passes = entry.sinceMicros() + routing.starvationMillis() * MICROS_PER_MILLI;
      next = passes > nowMicros ? StrictMath.min(next, passes) : next;
    }
    return next == Long.MAX_VALUE ? 0 : next;
  }

  /** Other agents may answer now. */
  void relaxed(EntryId id, Decision decision) {
    matching.match(id, Why.RELAXED, decision);
    QueueEntry entry = books.entry(id);
    Queue queue = entry == null ? null : books.queue(entry.queue());
    if (entry != null && queue != null && entry.state() != EntryState.CONNECTED) {
      remind(entry, decision);
      // A step of the penalties may have shut out whoever was there.
      leftEmpty(entry, queue, Set.of(), decision);
    }
  }

  // Out.

  /**
   * Sends those on who still wait when a queue's hours, and the grace behind them, are over. For
   * whom an agent is being rung just now is left to them.
   */
  void close(QueueId id, Decision decision) {
    Queue queue = books.queue(id);
    Closing closing = queue == null ? null : queue.closing();
    if (queue == null || closing == null || books.lines().allIn(id).isEmpty()) {
      return;
    }
    for (QueueEntry entry : books.lines().waitingIn(id)) {
      leaveIfClosed(entry, decision);
    }
    remindOfClosing(id, decision);
  }

  private boolean leaveIfClosed(QueueEntry entry, Decision decision) {
    Door door = books.door(entry.queue());
    if (door != null && door.isOpen()) {
      return false; // Set open, whatever the calendar says.
    }
    Queue queue = books.queue(entry.queue());
    Closing closing = queue == null ? null : queue.closing();
    Leg leg = calls.books().leg(entry.leg());
    if (queue == null
        || closing == null
        || leg == null
        || entry.state() != EntryState.WAITING
        || !calls.books().connected(entry.node())) {
      return false;
    }
    Calendar calendar = books.calendars.get(closing.hours());
    if (calendar == null || !closing.isDue(calendar, decision.wallMicros())) {
      return false;
    }
    Overflow target = targets.of(queue, leg, closing.target(), decision);
    leave(entry, target, Reason.CLOSED, Set.of(), decision);
    return true;
  }

  /** While the node is away nobody can be sent anywhere. */
  boolean overflowIfOverdue(QueueEntry entry, Decision decision) {
    boolean isDue =
        entry.state() == EntryState.WAITING
            && books.isOverdue(entry, decision.nowMicros())
            && calls.books().connected(entry.node())
            && !outside.isDeferred(entry, decision);
    if (isDue) {
      overflow(entry, Reason.MAX_WAIT, decision);
    }
    return isDue || leaveIfClosed(entry, decision);
  }

  /** Sends a waiting caller on. */
  void overflow(QueueEntry entry, Reason reason, Decision decision) {
    Leg leg = calls.books().leg(entry.leg());
    Queue queue = books.queue(entry.queue());
    Overflow target = targets.of(queue, leg, null, decision);
    leave(entry, target, reason, Set.of(), decision);
  }

  /**
   * A caller chose to go: to another queue, or (null) where the overflow leads. Where that is
   * nowhere just now they wait on.
   */
  void leaveByKey(QueueEntry entry, @Nullable QueueId other, Decision decision) {
    Leg leg = calls.books().leg(entry.leg());
    Queue queue = books.queue(entry.queue());
    if (queue == null || leg == null || leg.hangUpAsked()) {
      return;
    }
    Overflow wanted =
        other == null
            ? queue.overflow()
            : new Overflow(Overflow.Kind.QUEUE, other, List.of(), null, null);
    Overflow target = other == null ? targets.ofQueue(queue, leg, decision) : wanted;
    long earned = entry.waitedMillis(decision.nowMicros());
    boolean isThere = other == null || refusalInWords(other, leg.node(), earned) == null;
    if (isThere && target.kind() == wanted.kind()) {
      leave(entry, target, Reason.KEY, Set.of(), decision);
    }
  }

  /** A caller chose to leave a message; where none can be taken they hear so and wait on. */
  void leaveForVoicemail(QueueEntry entry, List<Prompt> full, Decision decision) {
    Leg leg = calls.books().leg(entry.leg());
    if (leg == null || leg.hangUpAsked()) {
      return;
    }
    if (mailboxes.isOpen(entry.queue())) {
      leave(entry, Overflow.voicemail(entry.queue()), Reason.KEY, Set.of(), decision);
    } else if (entry.state() == EntryState.WAITING) {
      calls.play(leg.id(), full, false, languageOf(entry.language(), entry.queue()), decision);
    }
  }

  private @Nullable Language languageOf(@Nullable Language own, QueueId id) {
    Queue queue = own == null ? books.queue(id) : null;
    return queue == null ? own : queue.hearing().language();
  }

  /** A supervisor sends a waiting caller to another queue; ask {@link #refusalInWords} first. */
  void requeue(QueueEntry entry, QueueId other, Decision decision) {
    Overflow target = new Overflow(Overflow.Kind.QUEUE, other, List.of(), null, null);
    leave(entry, target, Reason.SUPERVISOR, Set.of(), decision);
  }

  /** Somebody whom we called waits no longer than the law lets them. */
  void sendAway(QueueEntry entry, List<Prompt> prompts, Decision decision) {
    Overflow target =
        prompts.isEmpty()
            ? Overflow.HANG_UP
            : new Overflow(Overflow.Kind.PROMPT, null, prompts, null, null);
    leave(entry, target, Reason.MAX_WAIT, Set.of(), decision);
  }

  private void leave(
      QueueEntry entry, Overflow wanted, Reason reason, Set<QueueId> been, Decision decision) {
    Overflow target = notInCircles(wanted, been);
    Leg leg = calls.books().leg(entry.leg());
    decision.record(
        new QueueFact.EntryOverflowed(entry.id(), entry.queue(), target, entry.call(), reason),
        decision.nowMicros());
    entry.offers().forEach(offer -> roster.letGo(offer, decision));
    calls.hush(entry.leg(), decision);
    if (leg != null) {
      Set<QueueId> behind = new LinkedHashSet<>(been);
      behind.add(entry.queue());
      long earned = entry.waitedMillis(decision.nowMicros());
      Claim claim = new Claim(entry.priority(), earned, entry.language());
      outside.leaves(entry, leg, target, reason, decision);
      send(leg, target, claim, behind, decision);
    }
  }

  /** Whoever waits where nobody is there any more is sent on. */
  void leaveIfEmpty(QueueId id, Decision decision) {
    Queue queue = books.queue(id);
    if (queue == null || queue.routing().leaveWhenEmpty().isEmpty()) {
      return;
    }
    for (QueueEntry entry : books.lines().waitingIn(id)) {
      QueueEntry still = books.entry(entry.id());
      if (still != null) {
        leftEmpty(still, queue, Set.of(), decision);
      }
    }
  }

  /**
   * Sends one who waits on, if nobody is there for them.
   *
   * @param been where they came through without waiting
   * @return whether nobody was
   */
  private boolean leftEmpty(QueueEntry entry, Queue queue, Set<QueueId> been, Decision decision) {
    List<Emptiness> factors = queue.routing().leaveWhenEmpty();
    long waited = entry.waitedMillis(decision.nowMicros());
    boolean isEmpty =
        entry.state() == EntryState.WAITING
            && calls.books().connected(entry.node())
            && presence.isEmpty(queue, factors, entry.node(), waited);
    if (isEmpty) {
      Leg leg = calls.books().leg(entry.leg());
      Overflow target = targets.of(queue, leg, null, decision);
      leave(entry, target, Reason.EMPTY, been, decision);
    }
    return isEmpty;
  }

  private void send(Leg leg, Overflow target, Claim claim, Set<QueueId> behind, Decision decision) {
    switch (target.kind()) {
      case QUEUE -> enter(leg, Objects.requireNonNull(target.queue()), claim, behind, decision);
      case PROMPT -> {
        calls.answer(leg.id(), decision);
        calls.play(leg.id(), target.prompts(), true, claim.language(), decision);
      }
      case NUMBER -> {
        calls.answer(leg.id(), decision);
        calls.forward(
            leg.id(),
            Objects.requireNonNull(target.trunk()),
            Objects.requireNonNull(target.number()),
            decision);
      }
      case VOICEMAIL -> {
        QueueId mailbox = Objects.requireNonNull(target.queue());
        mailboxes.greet(leg, mailbox, List.of(), languageOf(claim.language(), mailbox), decision);
      }
      case HANG_UP, CALLBACK -> calls.hangUp(leg.id(), HangupCause.NO_ANSWER, decision);
    }
  }
}
