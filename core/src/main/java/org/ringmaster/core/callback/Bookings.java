// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.callback;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.calendar.CalendarId;
import org.ringmaster.core.call.Call;
import org.ringmaster.core.call.CallControl;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.journey.ConsentScope;
import org.ringmaster.core.journey.IdentityId;
import org.ringmaster.core.journey.Journeys;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.queue.Acd;
import org.ringmaster.core.queue.EntryId;
import org.ringmaster.core.queue.Queue;
import org.ringmaster.core.queue.QueueEntry;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.talk.AllowedNumber;

/** Takes what agents agree with customers: when to call them back, and who does. */
final class Bookings {

  private static final long MOST_MICROS = 366L * 24 * 3_600 * 1_000_000;

  /** Calendars are looked at in such steps, and no further ahead of the agreed time than that. */
  private static final long STEP_MICROS = 15L * 60 * 1_000_000;

  private static final long MOST_LOOKED_AT_MICROS = 7L * 24 * 3_600 * 1_000_000;
  private static final int MOST_NOTE = 1_000;

  private final CallbackBooks books;
  private final Callers callers;
  private final CallControl calls;
  private final Acd acd;
  private final Journeys journeys;
  private final Allowance allowance;
  private final LastTalks lastTalks;
  private final Dialling dialling;

  Bookings(
      CallbackBooks books,
      Callers callers,
      CallControl calls,
      Acd acd,
      Journeys journeys,
      Allowance allowance,
      LastTalks lastTalks,
      Dialling dialling) {
    this.books = books;
    this.callers = callers;
    this.calls = calls;
    this.acd = acd;
    this.journeys = journeys;
    this.allowance = allowance;
    this.lastTalks = lastTalks;
    this.dialling = dialling;
  }

  /** Why not, as a sentence, or null when it is done. */
  @Nullable String book(CallbackInput.Book in, Decision decision) {
    QueueId queue = in.queue() == null ? queueOf(in.call()) : in.queue();
    CallbackPlan plan = queue == null ? null : books.plans.get(queue);
    String refusal = refusal(in, queue, plan, decision);
    if (refusal != null || queue == null || plan == null) {
      return refusal;
    }
    String normal = plan.numbers().normal(in.number().text());
    Personal number = normal == null ? in.number() : new Personal(normal);
    NodeId node = calls.outbound().nodeOf(plan.trunk());
    if (node == null) {
      return "Trunk " + plan.trunk() + " is gone: queue " + queue + " cannot call back.";
    }
    if (in.call() != null) {
      endBefore(in.call(), queue, decision);
    }
    Call call = in.call() == null ? null : calls.books().call(in.call());
    CallbackId id = new CallbackId(decision.newId('k'));
    decision.record(
        new CallbackFact.Booked(
            id,
            new EntryId(decision.newId('e')),
            queue,
            in.call(),
            in.call() == null ? null : callers.customerOf(in.call()),
            Journeys.telephone(number),
            number,
            call == null ? null : call.callerName(),
            node,
            in.untilMicros(),
            in.booking().mine() ? plan.agentFirst() : plan,
            in.booking(),
            in.author(),
            isOwn(in, Journeys.telephone(number)) ? null : in.number()));
    dialling.lookAgain(id, decision);
    decision.accept(id.value());
    return null;
  }

  private @Nullable String refusal(
      CallbackInput.Book in, @Nullable QueueId id, @Nullable CallbackPlan plan, Decision decision) {
    long nowMicros = decision.nowMicros();
    Booking booking = in.booking();
    if (id == null) {
      return "Say as whose callback it is: this call came through no queue.";
    }
    Queue queue = acd.books().queue(id);
    if (queue == null || plan == null) {
      return "Queue " + id + " calls nobody back: give it callback: in ringmaster.yaml.";
    }
    if (booking.mine() && !queue.agents().contains(booking.agent())) {
      return "Agent " + booking.agent() + " does not serve queue " + id + ": book it for anyone.";
    }
    if (booking.fromMicros() < nowMicros || booking.fromMicros() - nowMicros > MOST_MICROS) {
      return "The agreed time must lie ahead, within a year.";
    }
    if (in.untilMicros() <= booking.fromMicros()) {
      return "The agreed time must end after it begins.";
    }
    if (booking.note() != null && booking.note().text().length() > MOST_NOTE) {
      return "A note has " + MOST_NOTE + " letters at most.";
    }
    if (plan.hours() != null && openSteps(in, plan.hours(), decision) == 0) {
      return "Queue " + id + " calls nobody back at the agreed time: see its callback hours.";
    }
    // As it will be dialled: else the do-not-call list would not know it.
    String number = plan.numbers().normal(in.number().text());
    IdentityId identity = number == null ? null : Journeys.telephone(new Personal(number));
    if (number == null || identity == null) {
      return "That is no telephone number: at least five digits are needed.";
    }
    return journeys.consents().isForbidden(new Personal(number), ConsentScope.CALLBACK)
        ? "This number must not be called back: it stands on the do-not-call list."
        : notAllowed(in, number, identity, decision);
  }

  /**
   * Why agents may not call a number, as a sentence; null where they may. That of whom the agent
   * talks with, or talked with last, needs no rule: by a key they would be called back at it too.
   */
  private @Nullable String notAllowed(
      CallbackInput.Book in, String number, IdentityId identity, Decision decision) {
    if (isOwn(in, identity)) {
      return null;
    }
    AllowedNumber rule = allowance.rule(in.number().text(), number);
    if (rule == null) {
      return "This number is not allowed: numbers that are stand under transfers: numbers: in"
          + " ringmaster.yaml.";
    }
    CalendarId hours = rule.hours();
    return hours == null || openSteps(in, hours, decision) == steps(in)
        ? null
        : "This number may not be called during all of the agreed time: see its hours under"
            + " transfers: numbers: in ringmaster.yaml.";
  }

  /** Whether the number is that of whom the agent talks with or talked with last. */
  private boolean isOwn(CallbackInput.Book in, @Nullable IdentityId dialled) {
    IdentityId asWritten = Journeys.telephone(in.number());
    return dialled != null && isTheirs(in, dialled) || asWritten != null && isTheirs(in, asWritten);
  }

  private boolean isTheirs(CallbackInput.Book in, IdentityId address) {
    return in.call() != null && callers.isTheirs(in.call(), address)
        || lastTalks.isLastAgent(address, in.booking().agent());
  }

  private static long steps(CallbackInput.Book in) {
    long looked =
        StrictMath.min(in.untilMicros() - in.booking().fromMicros(), MOST_LOOKED_AT_MICROS);
    return (looked + STEP_MICROS - 1) / STEP_MICROS;
  }

  /** At how many of the steps of the agreed time a calendar is open. */
  private long openSteps(CallbackInput.Book in, CalendarId hours, Decision decision) {
    long wallAhead = decision.wallMicros() - decision.nowMicros();
    long open = 0;
    for (long step = 0; step < steps(in); step++) {
      long at = in.booking().fromMicros() + step * STEP_MICROS;
      open += acd.books().isOpen(hours, at + wallAhead) ? 1 : 0;
    }
    return open;
  }

  private @Nullable QueueId queueOf(@Nullable CallId call) {
    QueueEntry entry = call == null ? null : acd.books().entryOf(call);
    return entry == null ? null : entry.queue();
  }

  /** What was agreed before with the same customer holds no more. */
  private void endBefore(CallId call, QueueId queue, Decision decision) {
    for (Callback before : callers.callbacksOf(call)) {
      // One that is being called just now goes on; one agreed in this call is agreed anew.
      boolean isInHand = call.equals(before.call()) && !before.isLater();
      if (before.queue().equals(queue) && before.isPending() && !isInHand) {
        dialling.end(before, CallbackEnd.RENEWED, null, decision);
      }
    }
  }
}
