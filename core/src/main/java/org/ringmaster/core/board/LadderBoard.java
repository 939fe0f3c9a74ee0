// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.board;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.ringmaster.core.call.Call;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.kernel.Command;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.kernel.Reminder;
import org.ringmaster.core.kernel.Turn;

/**
 * What happened to each live call and the last that ended, step by step: inputs, facts and commands
 * with their latency. After a restart a ladder begins with the facts since the last snapshot; what
 * is older is in the journey store.
 */
public final class LadderBoard implements Board {

  private static final int MAX_ENDED_STEPS = 10_000;
  private static final long NANOS_PER_MICRO = 1_000;

  private final LongSupplier nanoTime;
  private final CallIndex index = new CallIndex();
  private final Map<CallId, Ladder> ladders = new ConcurrentHashMap<>();

  /** Only these begin a ladder: what is told of a forgotten call is for the journey store. */
  private final Set<CallId> live = new HashSet<>();

  private final Set<CallId> touched = new LinkedHashSet<>();
  private final Deque<CallId> ended = new ArrayDeque<>();
  private int endedSteps;

  /** A board that reads the time of a command's leaving from {@code System::nanoTime}. */
  public LadderBoard(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /**
   * The steps of a call in their order; empty where the call is not live nor among the last that
   * ended. Any thread.
   */
  public List<LadderStep> steps(CallId call) {
    Ladder ladder = ladders.get(call);
    return ladder == null ? List.of() : ladder.steps();
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    Record what = (Record) fact;
    if (fact instanceof CallFact.CallStarted started) {
      live.add(started.call());
    }
    LadderStep step =
        new LadderStep(
            envelope.inputSequence(),
            envelope.sequence(),
            LadderStep.Kind.FACT,
            envelope.occurredAtMicros(),
            -1,
            what);
    index.learn(what).forEach(call -> add(call, step));
    if (fact instanceof CallFact.CallEnded over) {
      ended(over.call());
    }
  }

  private void ended(CallId call) {
    live.remove(call);
    Ladder ladder = ladders.get(call);
    if (ladder != null && !ladder.isOver()) {
      ladder.end();
      ended.add(call);
      endedSteps += ladder.size();
      forgetOldest();
    }
  }

  @Override
  public void see(Turn turn) {
    Input input = turn.input;
    if (input == null) {
      return;
    }
    Record told = (Record) input;
    Set<CallId> calls = index.callsIn(told);
    for (RecordedFact recorded : turn.facts) {
      calls.addAll(index.callsIn((Record) recorded.fact()));
    }
    addTold(turn, told, calls);
    for (Command command : turn.commands) {
      if (!(command instanceof Reminder)) {
        addAsked(turn, (Record) command);
      }
    }
  }

  private void addTold(Turn turn, Record told, Set<CallId> calls) {
    long latency = (turn.decidedNanos - turn.offeredNanos) / NANOS_PER_MICRO;
    LadderStep step =
        new LadderStep(
            turn.inputSequence,
            0,
            LadderStep.Kind.INPUT,
            turn.occurredAtMicros,
            Math.max(0, latency),
            told);
    calls.forEach(call -> add(call, step));
  }

  private void addAsked(Turn turn, Record command) {
    Set<CallId> calls = index.callsIn(command);
    if (!calls.isEmpty()) {
      long latency = (nanoTime.getAsLong() - turn.offeredNanos) / NANOS_PER_MICRO;
      LadderStep step =
          new LadderStep(
              turn.inputSequence,
              0,
              LadderStep.Kind.COMMAND,
              turn.recordedAtMicros,
              Math.max(0, latency),
              command);
      calls.forEach(call -> add(call, step));
    }
  }

  private void add(CallId call, LadderStep step) {
    Ladder ladder = ladders.get(call);
    if (ladder == null) {
      if (!live.contains(call)) {
        return;
      }
      ladder = new Ladder();
      ladders.put(call, ladder);
    }
    boolean kept = ladder.add(step);
    endedSteps += kept && ladder.isOver() ? 1 : 0;
    touched.add(call);
  }

  private void forgetOldest() {
    while (endedSteps > MAX_ENDED_STEPS && ended.size() > 1) {
      CallId oldest = ended.remove();
      Ladder ladder = ladders.remove(oldest);
      endedSteps -= ladder == null ? 0 : ladder.size();
      touched.remove(oldest);
      index.forget(oldest);
    }
  }

  @Override
  public void publish() {
    for (CallId call : touched) {
      Ladder ladder = ladders.get(call);
      if (ladder != null) {
        ladder.publish();
      }
    }
    touched.clear();
  }

  @Override
  public void snapshot(Consumer<Record> out) {}

  @Override
  public void restore(Record entity) {
    index.learn(entity);
    if (entity instanceof Call call) {
      live.add(call.id());
    }
  }
}
