// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.callback;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.Call;
import org.ringmaster.core.call.CallControl;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.Gather;
import org.ringmaster.core.call.GatherEnd;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.journey.ConsentScope;
import org.ringmaster.core.journey.Journeys;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.queue.Acd;
import org.ringmaster.core.queue.EntryState;
import org.ringmaster.core.queue.QueueEntry;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.WaitChoice;

/**
 * Talks with a waiting caller who pressed the key: says the number, takes another, and asks for a
 * yes. They stay in the line meanwhile and may get an agent at any time; while one is on the way
 * the key asks for nothing.
 */
final class Wishes {

  static final String CONFIRM = "callback.confirm";
  static final String NUMBER = "callback.number";

  private static final String YES = "1";
  private static final String OTHER = "2";
  private static final long CONFIRM_MILLIS = 10_000;
  private static final long NEXT_DIGIT_MILLIS = 5_000;
  private static final int MAX_DIGITS = 16;
  private static final List<Prompt> INVALID = List.of(Prompt.sound("pbx-invalid"));

  private final CallbackBooks books;
  private final CallControl calls;
  private final Acd acd;
  private final Journeys journeys;

  Wishes(CallbackBooks books, CallControl calls, Acd acd, Journeys journeys) {
    this.books = books;
    this.calls = calls;
    this.acd = acd;
    this.journeys = journeys;
  }

  /** A waiting caller chose something by a key. */
  void chosen(QueueFact.KeyChosen chosen, Decision decision) {
    QueueEntry entry = waiting(chosen.leg());
    CallbackPlan plan = entry == null ? null : books.plans.get(entry.queue());
    if (entry != null
        && plan != null
        && chosen.choice() == WaitChoice.CALLBACK
        && entry.state() == EntryState.WAITING
        && !books.askings.containsKey(chosen.leg())
        && calls.outbound().nodeOf(plan.trunk()) != null) {
      Call call = calls.books().call(entry.call());
      Personal own = call == null ? null : call.callerNumber();
      ask(entry, plan, own == null ? null : plan.numbers().normal(own.text()), decision);
    }
  }

  private void ask(
      QueueEntry entry, CallbackPlan plan, @Nullable String number, Decision decision) {
    LegId leg = entry.leg();
    decision.record(
        new CallbackFact.Asked(leg, entry.id(), number == null ? null : new Personal(number)));
    if (number == null) {
      calls.gather(
          leg,
          said(entry, plan.numberPrompts()),
          new Gather(NUMBER, MAX_DIGITS, "#", CONFIRM_MILLIS, NEXT_DIGIT_MILLIS),
          decision);
      return;
    }
    List<Prompt> prompts = new ArrayList<>(plan.confirmPrompts());
    prompts.add(
        StrictMath.min(1, plan.confirmPrompts().size()), Prompt.digits(number.replace("+", "")));
    calls.gather(
        leg,
        said(entry, prompts),
        new Gather(CONFIRM, 1, "", CONFIRM_MILLIS, NEXT_DIGIT_MILLIS),
        decision);
  }

  /** Nothing is said over an agent who is on the way; the keys are heard all the same. */
  private static List<Prompt> said(QueueEntry entry, List<Prompt> prompts) {
    return entry.state() == EntryState.WAITING ? prompts : List.of();
  }

  /** The number that a caller said yes to, or null: they were asked again, or wait on. */
  @Nullable Personal answered(CallFact.DigitsGathered gathered, Decision decision) {
    CallbackBooks.Asking asking = books.askings.get(gathered.leg());
    if (asking == null || gathered.end() == GatherEnd.LEG_ENDED) {
      return null;
    }
    QueueEntry entry = waiting(gathered.leg());
    CallbackPlan plan = entry == null ? null : books.plans.get(entry.queue());
    if (entry == null || plan == null || !entry.id().equals(asking.entry())) {
      decision.record(new CallbackFact.Declined(asking.leg(), asking.entry()));
      return null;
    }
    String digits = gathered.digits().text();
    if (gathered.purpose().equals(NUMBER)) {
      String number = digits.isEmpty() ? null : plan.numbers().normal(digits);
      if (number != null) {
        ask(entry, plan, number, decision);
      } else {
        decline(asking, !digits.isEmpty(), decision);
      }
    } else if (digits.equals(OTHER)) {
      ask(entry, plan, null, decision);
    } else if (digits.equals(YES) && asking.number() != null) {
      // Its trunk may have been taken out of the configuration while the caller listened.
      boolean isPossible = calls.outbound().nodeOf(plan.trunk()) != null;
      if (isPossible && !isForbidden(asking.number())) {
        return asking.number();
      }
      decline(asking, true, decision);
    } else {
      decline(asking, false, decision);
    }
    return null;
  }

  private boolean isForbidden(Personal number) {
    return journeys.consents().isForbidden(number, ConsentScope.CALLBACK);
  }

  private void decline(CallbackBooks.Asking asking, boolean saySo, Decision decision) {
    decision.record(new CallbackFact.Declined(asking.leg(), asking.entry()));
    QueueEntry entry = waiting(asking.leg());
    if (saySo && entry != null && entry.state() == EntryState.WAITING) {
      calls.play(asking.leg(), INVALID, false, decision);
    }
  }

  /**
   * The caller of a leg, while they wait. Once an agent has answered and hears the queue's whisper
   * what they press comes too late: they are joined in a moment, and the agent is not sent away.
   */
  @Nullable QueueEntry waiting(LegId leg) {
    QueueEntry entry = acd.books().entryOf(leg);
    boolean waits =
        entry != null
            && entry.state() != EntryState.CONNECTED
            && !acd.books().isWhispering(entry.id());
    return waits ? entry : null;
  }

  /** The plan under which a waiting caller is asked. */
  CallbackPlan planOf(QueueEntry entry) {
    return Objects.requireNonNull(books.plans.get(entry.queue()));
  }
}
