// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.announcement.Announcing;
import org.ringmaster.core.announcement.PositionStyle;
import org.ringmaster.core.announcement.WaitRule;
import org.ringmaster.core.announcement.WaitStyle;
import org.ringmaster.core.announcement.Wording;
import org.ringmaster.core.call.Call;
import org.ringmaster.core.call.CallControl;
import org.ringmaster.core.call.Direction;
import org.ringmaster.core.call.Language;
import org.ringmaster.core.call.Leg;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.kernel.Decision;

/**
 * Tells those who wait their place, their wait and the queue's prompts, and lets the music go on in
 * between. Speaks only to who waits, with nobody being rung for them; whoever rings somebody cuts
 * it short. A reminder that is late, doubled or out of date does no harm: what is due is looked up
 * in the books.
 */
final class Announcer {

  private static final long MICROS_PER_MILLI = 1_000;
  private static final double TOLD_SHARE = 0.8;
  private static final double MIDDLE_SHARE = 0.5;

  private final QueueBooks books;
  private final CallControl calls;

  Announcer(QueueBooks books, CallControl calls) {
    this.books = books;
    this.calls = calls;
  }

  /** Says what is due to somebody who waits, or asks to be reminded of what will be. */
  void due(@Nullable QueueEntry entry, Decision decision) {
    Queue queue = entry == null ? null : books.queue(entry.queue());
    if (entry == null || queue == null || !canHear(entry)) {
      return;
    }
    Announcing plan = queue.hearing().announcing();
    Heard heard = books.heard().of(entry.id());
    boolean inPeace =
        heard.endedAtMicros() > 0
            && decision.nowMicros() < heard.endedAtMicros() + micros(plan.gapMillis());
    boolean place = !inPeace && isPlaceDue(entry, heard, plan, decision.nowMicros());
    boolean turn =
        !inPeace && plan.hasPeriodic() && turnAt(entry, heard, plan) <= decision.nowMicros();
    if (!say(entry, queue, place, turn, decision)) {
      remind(entry, heard, plan, decision);
    }
  }

  /** Tells place and wait at once, because the caller asked for it. */
  void sayNow(QueueEntry entry, Decision decision) {
    Queue queue = books.queue(entry.queue());
    if (queue != null && canHear(entry)) {
      say(entry, queue, true, false, decision);
    }
  }

  /** Only who has nothing else to hear is spoken to, and only where they can hear it. */
  private boolean canHear(QueueEntry entry) {
    Leg leg = calls.books().leg(entry.leg());
    return entry.state() == EntryState.WAITING
        && leg != null
        && !leg.hangUpAsked()
        && leg.bridge() != null
        && leg.bridge().equals(leg.wantedBridge())
        && calls.books().connected(leg.node())
        && !calls.isOccupied(leg.id());
  }

  private boolean isPlaceDue(QueueEntry entry, Heard heard, Announcing plan, long nowMicros) {
    if (!plan.tellsPlaceOrWait()) {
      return false;
    }
    boolean wasTold = heard.toldAtMicros() > 0;
    boolean isBetter = wasTold && books.lines().placeOf(entry) < heard.place();
    if (wasTold && plan.onlyWhenBetter() && !isBetter) {
      return false;
    }
    boolean movedUp =
        isBetter && plan.everyMillis() > 0 && plan.positionStyle() != PositionStyle.NO;
    return movedUp || placeAt(entry, heard, plan) <= nowMicros;
  }

  private static long placeAt(QueueEntry entry, Heard heard, Announcing plan) {
    if (heard.toldAtMicros() == 0 && plan.atJoin()) {
      return entry.takenInMicros();
    }
    long from = heard.toldAtMicros() == 0 ? entry.takenInMicros() : heard.toldAtMicros();
    return plan.everyMillis() == 0 ? Long.MAX_VALUE : from + micros(plan.everyMillis());
  }

  private static long turnAt(QueueEntry entry, Heard heard, Announcing plan) {
    if (heard.periodicAtMicros() > 0) {
      return heard.periodicAtMicros() + micros(plan.periodicMillis());
    }
    long first =
        plan.firstPeriodicMillis() == 0 ? plan.periodicMillis() : plan.firstPeriodicMillis();
    return entry.takenInMicros() + micros(first);
  }

  private boolean say(
      QueueEntry entry, Queue queue, boolean place, boolean turn, Decision decision) {
    List<Prompt> said = new ArrayList<>();
    if (place) {
      said.addAll(placeAndWait(entry, queue, decision));
    }
    if (turn) {
      said.add(nextInTurn(entry, queue.hearing().announcing(), decision));
    }
    if (said.isEmpty()) {
      return false;
    }
    calls.play(entry.leg(), said, false, languageOf(entry, queue), decision);
    return true;
  }

  private static Language languageOf(QueueEntry entry, Queue queue) {
    return entry.language() == null ? queue.hearing().language() : entry.language();
  }

  private List<Prompt> placeAndWait(QueueEntry entry, Queue queue, Decision decision) {
    Announcing plan = queue.hearing().announcing();
    Heard heard = books.heard().of(entry.id());
    int place = books.lines().placeOf(entry);
    List<Prompt> said = new ArrayList<>();
    if (plan.tellsPlace(place)) {
      said.addAll(Wording.place(place));
    } else if (plan.tellsMoreThanLimit(place)) {
      said.addAll(Wording.moreThan(plan.positionLimit()));
    }
    EstimatedWait wait = books.outlook().behind(queue.id(), place - 1);
    double foreseen = wait == null ? 0 : wait.quantileSeconds(TOLD_SHARE);
    boolean tellsWait = wait != null && !(plan.waitOnce() && heard.waitSeconds() > 0);
    WaitStyle style = tellsWait ? plan.waitStyle() : WaitStyle.NO;
    int seconds = WaitRule.secondsToSay(style, plan.roundSeconds(), foreseen, heard.waitSeconds());
    if (seconds > 0) {
      said.addAll(Wording.wait(languageOf(entry, queue), style, seconds));
    }
    // Alone it is said as often as a place would be, not whenever somebody moves up.
    boolean isDue = !said.isEmpty() || placeAt(entry, heard, plan) <= decision.nowMicros();
    WaitKey callback = isDue ? offer(entry, queue) : null;
    if (callback != null) {
      said.addAll(Wording.callback(callback.key()));
    }
    if (!said.isEmpty()) {
      said.addAll(plan.thanks());
      decision.record(
          new QueueFact.CallerTold(
              entry.id(),
              entry.queue(),
              entry.call(),
              place,
              plan.tellsPlace(place),
              seconds,
              wait == null ? 0 : (int) StrictMath.ceil(wait.quantileSeconds(MIDDLE_SHARE)),
              (int) StrictMath.ceil(foreseen),
              callback != null),
          decision.nowMicros());
    }
    return said;
  }

  /** The key of which a caller is told; whom we have dialled needs no callback. */
  private @Nullable WaitKey offer(QueueEntry entry, Queue queue) {
    Call call = calls.books().call(entry.call());
    boolean calledUs = call != null && call.direction() != Direction.OUTBOUND;
    return calledUs && queue.hearing().announcing().callbackOffered()
        ? queue.hearing().callbackKey()
        : null;
  }

  /** An answered caller shows whether what was foreseen for them was right. */
  void judge(QueueEntry entry, Decision decision) {
    Heard heard = books.heard().of(entry.id());
    if (heard.promisedAtMicros() > 0) {
      decision.record(
          new QueueFact.WaitJudged(
              entry.id(),
              entry.queue(),
              entry.call(),
              heard.promisedSeconds(),
              (decision.nowMicros() - heard.promisedAtMicros()) / MICROS_PER_MILLI),
          decision.nowMicros());
    }
  }

  private Prompt nextInTurn(QueueEntry entry, Announcing plan, Decision decision) {
    int turns = books.heard().of(entry.id()).turns();
    int lot = (entry.id().value().hashCode() + turns * 0x9E3779B9) >>> 1;
    int next = (plan.periodicAtRandom() ? lot : turns) % plan.periodic().size();
    decision.record(
        new QueueFact.PeriodicSaid(entry.id(), entry.queue(), entry.call(), next),
        decision.nowMicros());
    return plan.periodic().get(next);
  }

  private void remind(QueueEntry entry, Heard heard, Announcing plan, Decision decision) {
    // At the first place nothing can be better.
    boolean isOver = plan.onlyWhenBetter() && heard.toldAtMicros() > 0 && heard.place() == 1;
    boolean tells = plan.tellsPlaceOrWait() && !isOver;
    long next = tells ? placeAt(entry, heard, plan) : Long.MAX_VALUE;
    long gap = micros(StrictMath.max(1_000, plan.gapMillis()));
    if (heard.toldAtMicros() > 0
        && plan.everyMillis() > 0
        && plan.positionStyle() != PositionStyle.NO
        && heard.place() > 1) {
      next = StrictMath.min(next, decision.nowMicros() + gap);
    }
    if (plan.hasPeriodic()) {
      next = StrictMath.min(next, turnAt(entry, heard, plan));
    }
    if (next < Long.MAX_VALUE) {
      long inPeaceUntil = heard.endedAtMicros() + micros(plan.gapMillis());
      next = StrictMath.max(next, inPeaceUntil);
      boolean nothingToSay = next <= decision.nowMicros();
      decision.remindAt(
          nothingToSay ? decision.nowMicros() + gap : next,
          new QueueInput.AnnouncementDue(entry.id()));
    }
  }

  private static long micros(long millis) {
    return millis * MICROS_PER_MILLI;
  }
}
