// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.kernel;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;
import org.ringmaster.core.board.Board;
import org.ringmaster.core.engine.Engine;
import org.ringmaster.core.engine.InputRecorder;
import org.ringmaster.core.journal.FactFrame;
import org.ringmaster.core.journal.FileJournal;
import org.ringmaster.core.journal.FlightRecorder;
import org.ringmaster.core.journal.JournalOptions;
import org.ringmaster.core.kernel.Command;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.IdShape;
import org.ringmaster.core.kernel.Started;
import org.ringmaster.core.kernel.Turn;
import org.ringmaster.dialer.DialerCentre;

/**
 * The production ring over an empty centre and a journal of its own. Its clock shows the instants
 * of the day that is offered, so that the same facts come out. Offered to by one thread.
 */
final class EngineRun implements AutoCloseable {
  private static final long KEEP_MILLIS = 3_600_000;
  private static final long RECORDER_BYTES = 4L << 30;
  private static final long DONE_SECONDS = 50;
  private static final int CELL = 1;

  /** The first stage of the ring gets the first thread. */
  private static final String KERNEL_THREAD = "ring-0";

  private final CompletableFuture<Throwable> failure = new CompletableFuture<>();
  private final AtomicLong done = new AtomicLong();
  private final Histogram nanos = new Histogram(TimeUnit.SECONDS.toNanos(60), 3);
  private final FileJournal journal;
  private final FlightRecorder recorder;
  private final Engine engine;
  private final TakenDay day;
  private int taken = -1;
  private long offered;

  EngineRun(Path folder, TakenDay day, boolean recorded) {
    JournalOptions options = JournalOptions.in(folder, CELL);
    this.day = day;
    journal = FileJournal.open(options, room -> {});
    recorder = new FlightRecorder(options, TakenDay.CODEC, KEEP_MILLIS, RECORDER_BYTES);
    recorder.switchOn(recorded);
    engine =
        new Engine(
            DialerCentre.centre(),
            journal,
            new FactFrame(TakenDay.CODEC),
            recorded ? InputRecorder.into(recorder) : InputRecorder.OFF,
            List.of(EngineRun::swallow),
            List.of(new Watch()),
            this::micros,
            failure::complete);
    engine.start(CELL);
    offered = 1;
    waitForRoom(1);
    nanos.reset();
  }

  /**
   * The kernel's thread asks once for each input and is told when that input was taken on its day.
   * For all others no time passes, so that no reminder comes a second time: they are among the
   * inputs.
   */
  private long micros() {
    if (!Thread.currentThread().getName().equals(KERNEL_THREAD)) {
      return day.startMicros();
    }
    int index = taken++;
    return index < 0 ? day.startMicros() : day.inputs().get(index).recordedAtMicros();
  }

  private static boolean swallow(Command command) {
    return true;
  }

  /** The first input of all, as the ring offers it to itself. */
  static void epoch(TakenDay day, Turn turn) {
    turn.input = new Started(CELL, IdShape.epochAt(day.startMicros()));
    turn.occurredAtMicros = day.startMicros();
    turn.recordedAtMicros = day.startMicros();
  }

  void offer(TakenDay.Taken taken) {
    offered++;
    engine.inlet().offer(taken.input(), taken.occurredAtMicros());
  }

  /** Waits until fewer than so many are under way. */
  void waitForRoom(int window) {
    while (offered - done.get() >= window) {
      LockSupport.parkNanos(20_000);
      check();
    }
  }

  /** Waits until all is synced, and sees to it that just the facts of the day came out. */
  void awaitAll() {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DONE_SECONDS);
    while (done.get() < offered) {
      LockSupport.parkNanos(20_000);
      check();
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(offered - done.get() + " inputs did not come through");
      }
    }
    if (journal.synced().get() != day.facts()) {
      throw new IllegalStateException(
          "other facts came out: " + journal.synced().get() + ", not " + day.facts());
    }
  }

  private void check() {
    Throwable reason = failure.getNow(null);
    if (reason != null) {
      throw new IllegalStateException("the engine has stopped", reason);
    }
  }

  /** How many inputs found the ring full and waited behind it. */
  long waitedBehind() {
    return engine.spilledInputs();
  }

  /** From offered to synced, once all is done. */
  Histogram latencies() {
    return nanos;
  }

  @Override
  public void close() {
    engine.close();
    recorder.close();
    journal.close();
  }

  /** Counts what is synced, on the board thread. */
  private final class Watch implements Board {
    @Override
    public void apply(Fact fact, Envelope envelope) {
      // Turns are counted, not facts.
    }

    @Override
    public void snapshot(Consumer<Record> out) {
      // Nothing to keep.
    }

    @Override
    public void restore(Record entity) {
      // Nothing was kept.
    }

    @Override
    public void see(Turn turn) {
      nanos.recordValue(Math.max(0, System.nanoTime() - turn.offeredNanos));
      done.lazySet(done.get() + 1);
    }
  }
}
