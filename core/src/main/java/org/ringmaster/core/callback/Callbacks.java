// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.callback;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.calendar.CalendarId;
import org.ringmaster.core.call.Call;
import org.ringmaster.core.call.CallControl;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.journey.ConsentScope;
import org.ringmaster.core.journey.DemandState;
import org.ringmaster.core.journey.JourneyFact;
import org.ringmaster.core.journey.Journeys;
import org.ringmaster.core.journey.NumberPrefix;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Decider;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.EpochBegan;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.queue.Acd;
import org.ringmaster.core.queue.EntryId;
import org.ringmaster.core.queue.QueueEntry;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.talk.TalkBooks;
import org.ringmaster.core.talk.TalkRulesConfigured;

/**
 * Calls callers back who asked for it: takes their wish, keeps their place through the queue, and
 * sees to it that a callback ends once and is never dialled twice at a time. Owned by the kernel
 * thread.
 */
public final class Callbacks implements Decider {

  private static final long MICROS_PER_MILLI = 1_000;

  private final CallbackBooks books;
  private final Callers callers;
  private final CallControl calls;
  private final Acd acd;
  private final Journeys journeys;
  private final Wishes wishes;
  private final Allowance allowance;
  private final Dialling dialling;
  private final Bookings bookings;

  /**
   * Callbacks of the callers who wait in the queues of {@code acd}, and of whom agents may call.
   *
   * @param talks know which numbers agents may call
   * @param lastTalks know whom an agent has just talked with
   */
  public Callbacks(
      CallbackBooks books,
      Callers callers,
      CallControl calls,
      Acd acd,
      Journeys journeys,
      TalkBooks talks,
      LastTalks lastTalks) {
    this.books = books;
    this.callers = callers;
    this.calls = calls;
    this.acd = acd;
    this.journeys = journeys;
    this.wishes = new Wishes(books, calls, acd, journeys);
    this.allowance = new Allowance(books, acd, talks);
    this.dialling = new Dialling(books, calls, acd, journeys, allowance);
    this.bookings =
        new Bookings(books, callers, calls, acd, journeys, allowance, lastTalks, dialling);
  }

  /** Who waits to be called back does so as long as somebody else calls or talks with them. */
  public void waitFor(Predicate<Personal> elsewhere) {
    dialling.waitFor(elsewhere);
  }

  /** All that are not over. */
  public CallbackBooks books() {
    return books;
  }

  @Override
  public void decide(Input input, Decision decision) {
    if (!(input instanceof CallbackInput callbackInput)) {
      return;
    }
    switch (callbackInput) {
      case CallbackInput.PlansRead in -> plansRead(in.plans(), decision);
      case CallbackInput.Book in -> {
        String refusal = bookings.book(in, decision);
        if (refusal != null) {
          decision.refuse(refusal);
        }
      }
      case CallbackInput.Cancel in -> cancel(in.callback(), in.author(), decision);
      case CallbackInput.Hasten in -> hasten(in.callback(), in.author(), decision);
      case CallbackInput.LookDue in -> {
        Callback callback = books.callback(in.callback());
        if (callback != null) {
          dialling.look(callback, decision);
          if (in.again()) {
            dialling.lookAgain(in.callback(), decision);
          }
        }
      }
    }
  }

  private void plansRead(List<CallbackPlan> plans, Decision decision) {
    Map<QueueId, CallbackPlan> now = new LinkedHashMap<>();
    plans.forEach(plan -> now.put(plan.queue(), plan));
    for (QueueId queue : List.copyOf(books.plans.keySet())) {
      if (!now.containsKey(queue)) {
        decision.record(new CallbackFact.PlanRemoved(queue));
      }
    }
    for (CallbackPlan plan : now.values()) {
      if (!plan.equals(books.plans.get(plan.queue()))) {
        decision.record(new CallbackFact.PlanConfigured(plan));
      }
    }
  }

  private void cancel(CallbackId id, Author author, Decision decision) {
    Callback callback = books.callback(id);
    if (callback == null || callback.state() == CallbackState.REACHED) {
      decision.refuse(
          callback == null
              ? "No callback " + id + " is waiting."
              : "The customer of callback " + id + " is on the line already.");
    } else {
      dialling.end(callback, CallbackEnd.CANCELLED, author, decision);
      decision.accept("");
    }
  }

  private void hasten(CallbackId id, Author author, Decision decision) {
    Callback callback = books.callback(id);
    boolean waits =
        callback != null
            && (callback.state() == CallbackState.WAITING
                || callback.state() == CallbackState.RESTING);
    if (callback == null || !waits) {
      decision.refuse("No callback " + id + " is waiting to be dialled.");
    } else if (!allowance.isAllowed(callback)) {
      decision.refuse(
          "Agents may no longer call the number of callback "
              + id
              + ": numbers that are stand under transfers: numbers: in ringmaster.yaml.");
    } else if (allowance.missing(callback) != null) {
      decision.refuse(
          "Callback "
              + id
              + " was agreed for the hours of calendar "
              + allowance.missing(callback)
              + ", which is not configured any more: name hours under queues: "
              + callback.queue()
              + ": callback: hours in ringmaster.yaml.");
    } else if (!allowance.isOpen(callback, decision)) {
      decision.refuse("It is outside the hours in which callback " + id + " may be dialled.");
    } else {
      acd.places().giveUp(callback.place(), decision);
      decision.record(new CallbackFact.Hastened(id, callback.queue(), author));
      dialling.consider(Objects.requireNonNull(books.callback(id)), decision);
      decision.accept("");
    }
  }

  @Override
  public void react(Fact fact, Decision decision) {
    switch (fact) {
      case QueueFact.KeyChosen f -> wishes.chosen(f, decision);
      case CallFact.DigitsGathered f -> gathered(f, decision);
      case CallFact.LegEntered f -> dialling.answered(f.leg(), decision);
      case CallFact.LegEnded f -> dialling.legEnded(f, decision);
      case AgentFact.OfferAccepted f -> dialling.agentIsThere(f.offer(), decision);
      case AgentFact.TalkEnded f -> dialling.agentIsLost(f.offer(), decision);
      case QueueFact.EntryJoined f -> joined(f, decision);
      case QueueFact.EntryConnected f -> connected(f, decision);
      case QueueFact.EntryAbandoned f -> {
        left(f.entry(), CallbackEnd.GAVE_UP, decision);
        dialling.consider(f.queue(), decision);
      }
      case QueueFact.EntryOverflowed f -> {
        left(f.entry(), CallbackEnd.SENT_ON, decision);
        dialling.consider(f.queue(), decision);
      }
      case QueueFact.QueueRemoved f -> queueRemoved(f.queue(), decision);
      case JourneyFact.DemandMoved f when f.state() == DemandState.RESOLVED ->
          callers
              .callbacksOf(f.customer())
              .forEach(it -> dialling.end(it, CallbackEnd.REACHED, null, decision));
      case TalkRulesConfigured f ->
          List.copyOf(books.callbacks()).forEach(it -> lookAfresh(it.id(), decision));
      case JourneyFact.ConsentRefused f -> {
        for (Callback callback : List.copyOf(books.callbacks())) {
          boolean isOfMany = NumberPrefix.isMeant(f.address().text());
          if (isOfMany || f.identity().equals(callback.identity())) {
            lookAfresh(callback.id(), decision);
          }
        }
      }
      case EpochBegan began ->
          books.callbacks().forEach(it -> dialling.lookAgain(it.id(), decision));
      case CallFact.NodeReconciled f -> dialling.considerAll(decision);
      case AgentFact.Ready f -> dialling.considerFor(f.agent(), decision);
      case AgentFact.Freed f -> dialling.considerFor(f.agent(), decision);
      case AgentFact.Unpaused f -> dialling.considerFor(f.agent(), decision);
      case AgentFact.WrapUpStarted f -> dialling.considerFor(f.agent(), decision);
      case AgentFact.TelephoneFreed f -> dialling.considerFor(f.agent(), decision);
      default -> {}
    }
  }

  /** What was done about one may have given an agent to the next. */
  private void lookAfresh(CallbackId id, Decision decision) {
    Callback now = books.callback(id);
    if (now != null) {
      dialling.look(now, decision);
    }
  }

  private void gathered(CallFact.DigitsGathered gathered, Decision decision) {
    switch (gathered.purpose()) {
      case Wishes.CONFIRM, Wishes.NUMBER -> {
        Personal number = wishes.answered(gathered, decision);
        QueueEntry entry = number == null ? null : wishes.waiting(gathered.leg());
        if (number != null && entry != null) {
          take(entry, wishes.planOf(entry), number, decision);
        }
      }
      case Dialling.PERSON -> dialling.said(gathered, decision);
      default -> {}
    }
  }

  private void take(QueueEntry entry, CallbackPlan plan, Personal number, Decision decision) {
    LegId leg = entry.leg();
    CallbackId id = taken(entry.call(), leg, entry, plan, number, decision);
    acd.places().leaveForCallback(entry, decision);
    begins(id, leg, plan, decision);
  }

  /** Whether a queue calls somebody back at a number who is on the line and asks for it. */
  public boolean takes(QueueId queue, Personal number) {
    CallbackPlan plan = books.plans.get(queue);
    return plan != null
        && acd.books().queue(queue) != null
        && calls.outbound().nodeOf(plan.trunk()) != null
        && !journeys.consents().isForbidden(asDialled(plan, number), ConsentScope.CALLBACK);
  }

  /**
   * Calls somebody back who is on the line in a call, talks with nobody and waits in no queue: they
   * have the last place in the line, hear the queue's last words and are hung up. Ask {@link
   * #takes} first.
   *
   * @param hours when they may be dialled, where the queue itself says nothing of that
   */
  public void take(
      LegId leg, CallId call, QueueId queue, Personal number, CalendarId hours, Decision decision) {
    CallbackPlan plan = Objects.requireNonNull(books.plans.get(queue)).within(hours);
    CallbackId id = taken(call, leg, null, plan, asDialled(plan, number), decision);
    begins(id, leg, plan, decision);
  }

  private static Personal asDialled(CallbackPlan plan, Personal number) {
    String normal = plan.numbers().normal(number.text());
    return normal == null ? number : new Personal(normal);
  }

  private CallbackId taken(
      CallId id,
      LegId leg,
      @Nullable QueueEntry entry,
      CallbackPlan plan,
      Personal number,
      Decision decision) {
    for (Callback before : callers.callbacksOf(id)) {
      if (before.queue().equals(plan.queue()) && before.isPending()) {
        dialling.end(before, CallbackEnd.RENEWED, null, decision);
      }
    }
    Call call = calls.books().call(id);
    CallbackId callback = new CallbackId(decision.newId('k'));
    decision.record(
        new CallbackFact.Taken(
            callback,
            new EntryId(decision.newId('e')),
            plan.queue(),
            entry == null ? null : entry.id(),
            id,
            callers.customerOf(id),
            Journeys.telephone(number),
            number,
            call == null ? null : call.callerName(),
            Objects.requireNonNull(calls.outbound().nodeOf(plan.trunk())),
            entry == null ? 0 : entry.priority(),
            entry == null ? decision.nowMicros() : entry.sinceMicros(),
            entry == null ? null : entry.wanted(),
            decision.nowMicros() + plan.expireMillis() * MICROS_PER_MILLI,
            plan,
            leg));
    return callback;
  }

  private void begins(CallbackId id, LegId leg, CallbackPlan plan, Decision decision) {
    calls.play(leg, plan.takenPrompts(), true, decision);
    dialling.lookAgain(id, decision);
    dialling.consider(Objects.requireNonNull(books.callback(id)), decision);
  }

  /** Who has a callback and waits on the line has no need of it, unless they go in vain. */
  private void joined(QueueFact.EntryJoined joined, Decision decision) {
    for (Callback callback : callers.callbacksOf(joined.call())) {
      boolean isOwn = joined.call().equals(callback.call());
      boolean waits = callback.isPending() && callback.state() != CallbackState.IN_PERSON;
      if (!isOwn && waits && callback.queue().equals(joined.queue())) {
        decision.record(
            new CallbackFact.CameInPerson(callback.id(), callback.queue(), joined.entry()));
        dialling.letGo(callback, decision);
      }
    }
  }

  private void connected(QueueFact.EntryConnected connected, Decision decision) {
    for (Callback callback : callers.callbacksOf(connected.call())) {
      boolean isOwn = connected.call().equals(callback.call());
      // Whoever agreed it in this very call is still to be called back.
      if (!isOwn || !callback.isLater()) {
        dialling.end(callback, isOwn ? CallbackEnd.TALKED : CallbackEnd.REACHED, null, decision);
      }
    }
    // Of a customer who is not known any more, or has another number than they are called at.
    for (Callback own : books.allOf(connected.entry())) {
      dialling.end(own, CallbackEnd.TALKED, null, decision);
    }
    dialling.consider(connected.queue(), decision);
  }

  private void left(EntryId entry, CallbackEnd how, Decision decision) {
    for (Callback callback : books.allOf(entry)) {
      if (callback.state() == CallbackState.REACHED) {
        dialling.end(callback, how, null, decision);
      } else if (callback.state() == CallbackState.IN_PERSON) {
        dialling.waitsAgain(callback, decision);
      }
    }
  }

  private void queueRemoved(QueueId queue, Decision decision) {
    for (Callback callback : List.copyOf(books.callbacks())) {
      if (callback.queue().equals(queue) && callback.state() != CallbackState.REACHED) {
        dialling.end(callback, CallbackEnd.QUEUE_REMOVED, null, decision);
      }
    }
  }

  /** The callback, for whoever asks; null once it is over. */
  public @Nullable Callback callback(CallbackId id) {
    return books.callback(id);
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
