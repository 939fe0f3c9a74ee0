// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.callback;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.Offer;
import org.ringmaster.core.agent.OfferId;
import org.ringmaster.core.agent.OfferState;
import org.ringmaster.core.agent.TalkEnd;
import org.ringmaster.core.calendar.CalendarId;
import org.ringmaster.core.call.BridgeKind;
import org.ringmaster.core.call.Call;
import org.ringmaster.core.call.CallControl;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.Gather;
import org.ringmaster.core.call.GatherEnd;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.Leg;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.LegRole;
import org.ringmaster.core.call.TrunkUsage;
import org.ringmaster.core.journey.ConsentScope;
import org.ringmaster.core.journey.IdentityId;
import org.ringmaster.core.journey.Journeys;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.queue.Acd;
import org.ringmaster.core.queue.EntryId;
import org.ringmaster.core.queue.QueueId;

/** When a customer is dialled, and what comes of it. */
final class Dialling {

  static final String PERSON = "callback.person";

  private static final long MICROS_PER_MILLI = 1_000;

  /** How long hours, trunks and the like may have changed before we see it. */
  private static final long LOOK_MICROS = 30_000_000;

  private static final long TRUNK_FULL_MICROS = 5_000_000;
  private static final long PERSON_MILLIS = 8_000;

  private final CallbackBooks books;
  private final CallControl calls;
  private final Acd acd;
  private final Journeys journeys;
  private final Allowance allowance;
  private Predicate<Personal> elsewhere = number -> false;

  Dialling(
      CallbackBooks books, CallControl calls, Acd acd, Journeys journeys, Allowance allowance) {
    this.books = books;
    this.calls = calls;
    this.acd = acd;
    this.journeys = journeys;
    this.allowance = allowance;
  }

  void waitFor(Predicate<Personal> others) {
    elsewhere = others;
  }

  /**
   * Whether a campaign calls them or talks with them, they have rung us again, or they are called
   * for another wish: nobody is called twice at a time, or while they are on the line.
   */
  private boolean isElsewhere(Callback callback) {
    String number = callback.number().text();
    String other = number.startsWith("+") ? number.substring(1) : "+" + number;
    return elsewhere.test(callback.number())
        || ((isBusy(callback, callback.identity())
                || isBusy(callback, Journeys.telephone(new Personal(other))))
            && isInAnotherCall(callback, number, other));
  }

  private boolean isBusy(Callback callback, @Nullable IdentityId identity) {
    return identity != null
        && (journeys.books().isHere(identity) || books.isDialledBeside(callback, identity));
  }

  /**
   * Whether they are in a call, but for its own and the one in which they asked for it. Some
   * carriers write numbers with a plus, others without.
   */
  private boolean isInAnotherCall(Callback callback, String number, String other) {
    for (Leg leg : calls.books().legs()) {
      boolean isTheirs = leg.role() == LegRole.CALLER || leg.trunk() != null;
      if (isTheirs && leg.call() != null && !leg.id().equals(callback.leg())) {
        Call call = calls.books().call(leg.call());
        Personal shown = call == null ? null : call.callerNumber();
        if (shown != null
            && !Objects.requireNonNull(call).id().equals(callback.call())
            && (shown.text().equals(number) || shown.text().equals(other))) {
          return true;
        }
      }
    }
    return false;
  }

  // When.

  /** Comes back to a callback until it is over: nobody tells when a calendar opens. */
  void lookAgain(CallbackId id, Decision decision) {
    Callback callback = books.callback(id);
    if (callback != null) {
      long next = decision.nowMicros() + LOOK_MICROS;
      if (callback.expiresAtMicros() > decision.nowMicros()) {
        next = StrictMath.min(next, callback.expiresAtMicros());
      }
      if (callback.notBeforeMicros() > decision.nowMicros()) {
        // Nothing else can become of one that is agreed for later.
        boolean rests = callback.state() == CallbackState.RESTING && callback.booking() != null;
        long due = callback.notBeforeMicros();
        next = rests ? due : StrictMath.min(next, due);
      }
      decision.remindAt(next, new CallbackInput.LookDue(id, true));
    }
  }

  void look(Callback callback, Decision decision) {
    boolean isPast =
        callback.state() == CallbackState.REACHED || callback.state() == CallbackState.IN_PERSON;
    boolean isExpired = callback.expiresAtMicros() <= decision.nowMicros();
    CallbackEnd refusal = isPast ? null : refusal(callback);
    if (refusal != null) {
      end(callback, refusal, null, decision);
    } else if (!isPast && isExpired && callback.state() != CallbackState.DIALLING) {
      end(callback, CallbackEnd.EXPIRED, null, decision);
    } else {
      goOn(callback, decision);
    }
  }

  private void goOn(Callback callback, Decision decision) {
    switch (callback.state()) {
      case WAITING -> consider(callback, decision);
      case RESTING -> {
        if (callback.notBeforeMicros() <= decision.nowMicros()) {
          waitsAgain(callback, decision);
        }
      }
      case AGENT_RUNG -> {
        Offer offer = callback.offer() == null ? null : acd.places().offer(callback.offer());
        if (offer != null && offer.state() == OfferState.ACCEPTED) {
          dialFor(callback, decision);
        }
      }
      case IN_PERSON -> {
        boolean waits = callback.entry() != null && acd.books().entry(callback.entry()) != null;
        if (!waits) {
          waitsAgain(callback, decision); // Whatever took them off the line.
        }
      }
      case DIALLING, REACHED, OVER -> {}
    }
  }

  /** As what it ends because it must not be dialled, now or later; null where it may. */
  private @Nullable CallbackEnd refusal(Callback callback) {
    if (journeys.consents().isForbidden(callback.identity(), ConsentScope.CALLBACK)
        || journeys.consents().isForbidden(callback.number(), ConsentScope.CALLBACK)) {
      return CallbackEnd.FORBIDDEN;
    }
    return allowance.isAllowed(callback) ? null : CallbackEnd.NOT_ALLOWED;
  }

  void waitsAgain(Callback callback, Decision decision) {
    Booking booking = callback.booking();
    if (callback.state() == CallbackState.IN_PERSON
        && booking != null
        && booking.fromMicros() > decision.nowMicros()) {
      // They rang before the agreed time, in vain: what was agreed still holds.
      long from = booking.fromMicros();
      decision.record(new CallbackFact.PutOff(callback.id(), callback.queue(), from));
      decision.remindAt(from, new CallbackInput.LookDue(callback.id(), false));
      return;
    }
    decision.record(new CallbackFact.WaitsAgain(callback.id(), callback.queue()));
    look(Objects.requireNonNull(books.callback(callback.id())), decision);
  }

  /** Whether one that waits may be dialled now, and then keeps its place for an agent, or dials. */
  void consider(Callback callback, Decision decision) {
    if (callback.state() != CallbackState.WAITING || isOnTheLine(callback)) {
      return;
    }
    CallbackEnd refusal = refusal(callback);
    if (refusal != null) {
      end(callback, refusal, null, decision);
      return;
    }
    boolean open = allowance.isOpen(callback, decision) && !isElsewhere(callback);
    if (callback.plan().mode() == CallbackMode.AGENT_FIRST) {
      boolean isKept = acd.books().place(callback.place()) != null;
      if (open && !isKept) {
        acd.places().keep(callback.kept(), decision);
      } else if (!open && isKept) {
        acd.places().giveUp(callback.place(), decision);
      }
    } else if (open && isTurn(callback, decision)) {
      dialNow(callback, decision);
    }
  }

  /** Whether who asked for it still hears our last words. */
  private boolean isOnTheLine(Callback callback) {
    return callback.leg() != null && calls.books().leg(callback.leg()) != null;
  }

  private boolean isTurn(Callback callback, Decision decision) {
    return acd.places()
        .isTurn(
            callback.kept(),
            books.dialling(callback.queue()),
            callback.plan().early(),
            decision.nowMicros());
  }

  private void dialNow(Callback callback, Decision decision) {
    switch (calls.outbound().dialRoom(callback.plan().trunk(), decision.nowMicros())) {
      case TrunkUsage.Verdict.Go go -> {
        CallId call =
            calls
                .outbound()
                .begin(callback.plan().trunk(), callback.number(), callback.name(), decision);
        dial(callback, call, decision);
      }
      case TrunkUsage.Verdict.NotBefore later ->
          decision.remindAt(later.atMicros(), new CallbackInput.LookDue(callback.id(), false));
      case TrunkUsage.Verdict.Full full -> {}
    }
  }

  /** Something has changed for all: those who are dialled first may have their turn. */
  void considerAll(Decision decision) {
    books.queuesWithTurns().forEach(queue -> consider(queue, decision));
  }

  /** An agent is free, or sooner than before: in the queues that they serve. */
  void considerFor(AgentId agent, Decision decision) {
    for (QueueId queue : acd.books().queuesOf(agent)) {
      consider(queue, decision);
    }
  }

  /** A place in a line is free, or somebody is. */
  void consider(QueueId queue, Decision decision) {
    Set<CalendarId> closed = new LinkedHashSet<>(); // Asked once, however many wait for them.
    for (Callback next = books.nextTurn(queue); next != null; next = books.turnAfter(queue, next)) {
      CalendarId hours = allowance.hours(next);
      if (hours != null && closed.contains(hours)) {
        continue;
      } else if (hours != null && !allowance.isOpen(hours, decision)) {
        closed.add(hours);
        continue;
      }
      consider(next, decision);
      Callback now = books.callback(next.id());
      // Whoever comes after one who must wait on has no better chance, but for those who wait only
      // for hours of their own, or hear our last words.
      if (now != null
          && now.state() == CallbackState.WAITING
          && !isOnTheLine(now)
          && !isElsewhere(now)
          && allowance.isOpen(now, decision)) {
        return;
      }
    }
  }

  // The dialling.

  /** An agent answered who was rung for a place. */
  void agentIsThere(OfferId id, Decision decision) {
    Callback callback = books.of(id);
    Offer offer = acd.places().offer(id);
    if (callback != null && offer != null && callback.state() == CallbackState.AGENT_RUNG) {
      calls.rest(offer.leg(), BridgeKind.AGENT_ROOM, null, decision);
      dialFor(callback, decision);
    }
  }

  /** An agent who waited for a trunk to have room is gone. */
  void agentIsLost(OfferId id, Decision decision) {
    Callback callback = books.of(id);
    if (callback != null && callback.state() == CallbackState.AGENT_RUNG) {
      putOff(callback, decision);
    }
  }

  private void dialFor(Callback callback, Decision decision) {
    if (!allowance.isOpen(callback, decision) || isElsewhere(callback)) {
      putOff(callback, decision); // It closed, or they were called, while the agent was rung.
      return;
    }
    switch (calls.outbound().dialRoom(callback.plan().trunk(), decision.nowMicros())) {
      case TrunkUsage.Verdict.Go go ->
          dial(callback, Objects.requireNonNull(callback.call()), decision);
      case TrunkUsage.Verdict.NotBefore later ->
          decision.remindAt(later.atMicros(), new CallbackInput.LookDue(callback.id(), false));
      case TrunkUsage.Verdict.Full full -> putOff(callback, decision);
    }
  }

  private void putOff(Callback callback, Decision decision) {
    long again = decision.nowMicros() + TRUNK_FULL_MICROS;
    decision.record(new CallbackFact.PutOff(callback.id(), callback.queue(), again));
    decision.remindAt(again, new CallbackInput.LookDue(callback.id(), false));
    letGo(callback, decision);
  }

  private void dial(Callback callback, CallId call, Decision decision) {
    LegId leg =
        calls
            .outbound()
            .dial(
                call,
                callback.plan().trunk(),
                callback.number(),
                callback.plan().shown(),
                callback.plan().ringMillis(),
                decision);
    decision.record(
        new CallbackFact.Dialled(callback.id(), callback.queue(), call, leg, callback.tries() + 1),
        decision.nowMicros());
    acd.places().giveUp(callback.place(), decision);
  }

  // What comes of it.

  /** Somebody, or something, answered. */
  void answered(LegId id, Decision decision) {
    Callback callback = books.of(id);
    if (callback == null || callback.state() != CallbackState.DIALLING) {
      return;
    }
    if (callback.plan().answerPrompts().isEmpty()) {
      reach(callback, decision);
    } else {
      calls.gather(
          id,
          callback.plan().answerPrompts(),
          new Gather(PERSON, 1, "", PERSON_MILLIS, PERSON_MILLIS),
          decision);
    }
  }

  /** Who answered pressed a key, or did not. */
  void said(CallFact.DigitsGathered gathered, Decision decision) {
    Callback callback = books.of(gathered.leg());
    if (callback == null
        || callback.state() != CallbackState.DIALLING
        || gathered.end() == GatherEnd.LEG_ENDED) {
      return;
    }
    if (gathered.digits().text().equals("1")) {
      reach(callback, decision);
    } else {
      failed(callback, CallbackOutcome.MACHINE, decision);
      calls.hangUp(gathered.leg(), HangupCause.NORMAL, decision);
    }
  }

  private void reach(Callback callback, Decision decision) {
    Leg leg = calls.books().leg(Objects.requireNonNull(callback.leg()));
    if (leg == null || leg.hangUpAsked()) {
      return; // Its end follows.
    }
    Offer offer = callback.offer() == null ? null : acd.places().offer(callback.offer());
    EntryId entry =
        offer != null && offer.state() == OfferState.ACCEPTED
            ? acd.places().joinWith(callback.kept(), leg, offer.id(), decision)
            : acd.places().joinAt(callback.kept(), leg, decision);
    decision.record(new CallbackFact.Reached(callback.id(), callback.queue(), entry));
  }

  void legEnded(CallFact.LegEnded ended, Decision decision) {
    Callback callback = books.of(ended.leg());
    if (callback != null && callback.state() == CallbackState.DIALLING) {
      failed(callback, CallbackOutcome.of(ended), decision);
    } else if (callback != null && callback.state() == CallbackState.WAITING) {
      look(callback, decision); // From here they can be dialled.
      consider(callback.queue(), decision);
    }
  }

  private void failed(Callback callback, CallbackOutcome outcome, Decision decision) {
    long again = decision.nowMicros() + callback.plan().retryMillis() * MICROS_PER_MILLI;
    decision.record(new CallbackFact.TryFailed(callback.id(), callback.queue(), outcome, again));
    letGo(callback, decision);
    Callback now = Objects.requireNonNull(books.callback(callback.id()));
    if (now.tries() >= now.plan().tries()) {
      end(now, CallbackEnd.UNREACHED, null, decision);
    } else {
      decision.remindAt(again, new CallbackInput.LookDue(callback.id(), false));
      consider(callback.queue(), decision);
    }
  }

  /** It is over, and nobody is rung or dialled for it any more. */
  void end(Callback callback, CallbackEnd how, @Nullable Author author, Decision decision) {
    if (books.callback(callback.id()) == null) {
      return; // Two things ended it within one input; the first counts.
    }
    decision.record(new CallbackFact.Ended(callback.id(), callback.queue(), how, author));
    if (callback.state() != CallbackState.REACHED) {
      letGo(callback, decision);
    }
  }

  /** Agent and customer of a callback as it was are left alone. */
  void letGo(Callback was, Decision decision) {
    acd.places().giveUp(was.place(), decision);
    if (was.offer() != null) {
      acd.places().release(was.offer(), TalkEnd.UNHEARD, decision);
    }
    if (was.leg() != null && was.state() == CallbackState.DIALLING) {
      calls.hangUp(was.leg(), HangupCause.NORMAL, decision);
    }
  }
}
