// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.interval;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.TalkEnd;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.Direction;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Fold;
import org.ringmaster.core.queue.EntryId;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.QueueId;

/** How long callers waited and what became of them. Owned by the thread that folds. */
final class CallerTimes implements Fold {

  /** Who gives up sooner never meant to wait. */
  private static final long SHORT_MICROS = 5_000_000;

  private static final long MICROS_PER_MILLI = 1_000;

  /**
   * A caller who waits or talks; also their line in a snapshot.
   *
   * @param answeredAtMicros epoch microseconds, 0 while they wait
   * @param inTime whether they were answered in time
   * @param agentLeg the leg of the agent they talk with
   * @param dialled whether it was we who called
   */
  record Caller(
      EntryId entry,
      QueueId queue,
      long joinedAtMicros,
      long answeredAtMicros,
      boolean inTime,
      @Nullable LegId agentLeg,
      boolean dialled) {

    Interval interval() {
      return Interval.of(joinedAtMicros);
    }

    boolean waits() {
      return answeredAtMicros == 0;
    }
  }

  /** A queue's service level in force; also its line in a snapshot. */
  record Target(QueueId queue, long micros) {}

  /** A leg whose party has put the other one on hold; also its line in a snapshot. */
  record Holding(LegId leg) {}

  /** A call that we dialled; also its line in a snapshot. */
  record Dialled(CallId call) {}

  private final Ledger<QueueId, QueueFigure> ledger;
  private final Map<EntryId, Caller> callers = new LinkedHashMap<>();
  private final Map<QueueId, Target> targets = new LinkedHashMap<>();
  private final Set<LegId> holding = new LinkedHashSet<>();
  private final Set<CallId> dialled = new LinkedHashSet<>();

  CallerTimes(Ledger<QueueId, QueueFigure> ledger) {
    this.ledger = ledger;
  }

  /** The queue of an entry that is not over, or null. */
  @Nullable QueueId queueOf(EntryId entry) {
    Caller caller = callers.get(entry);
    return caller == null ? null : caller.queue();
  }

  boolean isHolding(LegId leg) {
    return holding.contains(leg);
  }

  /** How many of those who joined a queue in an interval wait still. */
  long waiting(QueueId queue, Interval interval) {
    return callers.values().stream()
        .filter(caller -> caller.queue().equals(queue) && caller.waits())
        .filter(caller -> caller.interval().equals(interval))
        .count();
  }

  /** How long the one who waits longest has waited, microseconds; 0 where nobody waits. */
  long longestWaitMicros(QueueId queue, long nowMicros) {
    return callers.values().stream()
        .filter(caller -> caller.queue().equals(queue) && caller.waits())
        .mapToLong(caller -> Math.max(0, nowMicros - caller.joinedAtMicros()))
        .max()
        .orElse(0);
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    switch (fact) {
      case CallFact.CallStarted f when f.direction() == Direction.OUTBOUND -> dialled.add(f.call());
      case CallFact.CallEnded f -> dialled.remove(f.call());
      case CallFact.LegHeld f when f.held() -> holding.add(f.leg());
      case CallFact.LegHeld f -> holding.remove(f.leg());
      case CallFact.LegEnded f -> holding.remove(f.leg());
      case QueueFact.QueueConfigured f ->
          target(f.queue().id(), f.queue().serviceLevelMillis() * MICROS_PER_MILLI);
      case QueueFact.QueueRemoved f -> targets.remove(f.queue());
      case QueueFact.EntryJoined f -> joined(f, Moment.of(envelope));
      case QueueFact.EntryConnected f -> connected(f, envelope);
      case QueueFact.EntryReturned f -> returned(f.entry());
      case QueueFact.EntryCompleted f -> completed(f);
      case QueueFact.EntryAbandoned f -> abandoned(f, envelope);
      case QueueFact.EntryOverflowed f -> overflowed(f, envelope);
      default -> {}
    }
  }

  private void joined(QueueFact.EntryJoined f, long atMicros) {
    Caller caller =
        new Caller(f.entry(), f.queue(), atMicros, 0, false, null, dialled.contains(f.call()));
    callers.put(f.entry(), caller);
    count(caller, QueueFigure.OFFERED, QueueFigure.OFFERED_DIALLED, 1);
  }

  private void connected(QueueFact.EntryConnected f, Envelope envelope) {
    Caller caller = callers.get(f.entry());
    if (caller == null || !caller.waits()) {
      return;
    }
    long at = Moment.of(envelope, caller.joinedAtMicros());
    long waited = waited(caller, at);
    boolean inTime = waited <= targetMicros(caller.queue());
    callers.put(
        f.entry(),
        new Caller(
            caller.entry(),
            caller.queue(),
            caller.joinedAtMicros(),
            at,
            inTime,
            f.agentLeg(),
            caller.dialled()));
    answered(caller, waited, inTime, 1);
  }

  /** Agent and caller never heard each other: the answer is taken back. */
  private void returned(EntryId entry) {
    Caller caller = callers.get(entry);
    if (caller != null && !caller.waits()) {
      answered(caller, caller.answeredAtMicros() - caller.joinedAtMicros(), caller.inTime(), -1);
      callers.put(
          entry,
          new Caller(
              entry, caller.queue(), caller.joinedAtMicros(), 0, false, null, caller.dialled()));
    }
  }

  private void answered(Caller caller, long waitedMicros, boolean inTime, int times) {
    count(caller, QueueFigure.ANSWERED, QueueFigure.ANSWERED_DIALLED, times);
    count(
        caller,
        QueueFigure.ANSWERED_IN_TIME,
        QueueFigure.ANSWERED_IN_TIME_DIALLED,
        inTime ? times : 0);
    count(
        caller,
        QueueFigure.ANSWER_WAIT_MICROS,
        QueueFigure.ANSWER_WAIT_DIALLED_MICROS,
        times * waitedMicros);
  }

  private void completed(QueueFact.EntryCompleted f) {
    Caller caller = callers.remove(f.entry());
    boolean held = caller != null && caller.agentLeg() != null && isHolding(caller.agentLeg());
    if (caller != null && held && f.end() == TalkEnd.CALLER) {
      count(caller, QueueFigure.ABANDONED_HELD, 1);
    }
  }

  private void abandoned(QueueFact.EntryAbandoned f, Envelope envelope) {
    Caller caller = callers.remove(f.entry());
    if (caller == null) {
      return;
    }
    long waited = waited(caller, Moment.of(envelope, caller.joinedAtMicros()));
    count(caller, way(caller, f), 1);
    count(
        caller,
        QueueFigure.ABANDONED_SHORT,
        QueueFigure.ABANDONED_SHORT_DIALLED,
        waited < SHORT_MICROS ? 1 : 0);
    count(
        caller,
        QueueFigure.ABANDONED_IN_TIME,
        QueueFigure.ABANDONED_IN_TIME_DIALLED,
        waited <= targetMicros(caller.queue()) ? 1 : 0);
    count(caller, QueueFigure.ABANDON_WAIT_MICROS, QueueFigure.ABANDON_WAIT_DIALLED_MICROS, waited);
  }

  /** The call itself may be over by then: its last leg ended. */
  private static QueueFigure way(Caller caller, QueueFact.EntryAbandoned f) {
    if (caller.dialled()) {
      return QueueFigure.ABANDONED_DIALLED;
    }
    return f.whileRinging() ? QueueFigure.ABANDONED_RINGING : QueueFigure.ABANDONED_WAITING;
  }

  private void overflowed(QueueFact.EntryOverflowed f, Envelope envelope) {
    Caller caller = callers.remove(f.entry());
    if (caller != null) {
      waited(caller, Moment.of(envelope, caller.joinedAtMicros()));
      count(caller, QueueFigure.FLOWED_OUT, QueueFigure.FLOWED_OUT_DIALLED, 1);
    }
  }

  /**
   * How long a caller has waited, microseconds. A wait that is taken back goes on, so the longest
   * one stays right.
   */
  private long waited(Caller caller, long atMicros) {
    long waited = atMicros - caller.joinedAtMicros();
    ledger.of(caller.queue(), caller.interval()).raise(QueueFigure.LONGEST_WAIT_MICROS, waited);
    return waited;
  }

  /** Counts, and where we had dialled them ourselves once more, apart. */
  private void count(Caller caller, QueueFigure ofAll, QueueFigure ofDialled, long amount) {
    count(caller, ofAll, amount);
    if (caller.dialled()) {
      count(caller, ofDialled, amount);
    }
  }

  private void count(Caller caller, QueueFigure figure, long amount) {
    ledger.add(caller.queue(), caller.interval(), figure, amount);
  }

  private void target(QueueId queue, long micros) {
    targets.put(queue, new Target(queue, micros));
  }

  private long targetMicros(QueueId queue) {
    Target target = targets.get(queue);
    return target == null ? 0 : target.micros();
  }

  @Override
  public void snapshot(Consumer<Record> out) {
    targets.values().forEach(out);
    callers.values().forEach(out);
    holding.forEach(leg -> out.accept(new Holding(leg)));
    dialled.forEach(call -> out.accept(new Dialled(call)));
  }

  @Override
  public void restore(Record entity) {
    switch (entity) {
      case Target it -> targets.put(it.queue(), it);
      case Caller it -> callers.put(it.entry(), it);
      case Holding it -> holding.add(it.leg());
      case Dialled it -> dialled.add(it.call());
      default -> {}
    }
  }
}
