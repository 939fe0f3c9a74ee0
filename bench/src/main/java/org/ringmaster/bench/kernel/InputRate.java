// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.kernel;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.ringmaster.bench.measure.Aim;
import org.ringmaster.bench.measure.Figures;
import org.ringmaster.bench.measure.Report;
import org.ringmaster.bench.measure.Rounds;
import org.ringmaster.bench.measure.Row;
import org.ringmaster.core.engine.Centre;
import org.ringmaster.core.kernel.Turn;
import org.ringmaster.dialer.DialerCentre;

/**
 * The inputs of a simulated day through ring, kernel and synced journal: as many as go through, and
 * at a steady rate.
 */
final class InputRate {
  private static final String ALONE = "the kernel alone";
  private static final String RECORDED = "with the flight recorder";
  private static final String BYTES = "bytes";
  private static final String PER_FACT = "bytes for a fact";
  private static final String BEHIND = "behind";
  private static final long SEED = 1;
  private static final int STEADY_SECONDS = 4;
  private static final int WINDOW = 8_192;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Path folder;
  private final int inputs;
  private final int perSecond;
  private int run;

  /**
   * Makes the measurement.
   *
   * @param inputs how many are taken in a turn
   * @param perSecond the steady rate
   */
  InputRate(Path folder, int inputs, int perSecond) {
    this.folder = folder;
    this.inputs = inputs;
    this.perSecond = perSecond;
  }

  void into(Report report, int rounds) throws Exception {
    TakenDay day = TakenDay.of(SEED, inputs);
    // At a rate that is kept up it takes its time: the beginning of the same day is enough.
    TakenDay morning = TakenDay.of(SEED, Math.min(inputs, STEADY_SECONDS * perSecond));
    rates(report, rounds, day);
    System.gc(); // What the days have left behind is not ours, and they themselves are old then.
    try (Pauses pauses = new Pauses()) {
      waits(report, rounds, morning);
      pauses.into(report);
    }
  }

  private void rates(Report report, int rounds, TakenDay day) throws Exception {
    Rounds taken =
        new Rounds(rounds)
            .with("ours", () -> through(day, false))
            .with(RECORDED, () -> through(day, true))
            .with(ALONE, () -> alone(day))
            .warmUp()
            .run();
    report.add(
        new Row("inputs through ring, kernel and synced journal", "1/s", taken.of("ours", "rate"))
            .peer(RECORDED, taken.of(RECORDED, "rate"))
            .limit(ALONE, taken.of(ALONE, "rate"))
            .aim(Aim.atLeast(100_000))
            .note(
                String.format(
                    Locale.ROOT,
                    "a simulated day of 100 agents and 1,600 callers an hour, %.2f facts for each"
                        + " input; up to %d inputs under way",
                    (double) day.facts() / inputs,
                    WINDOW)));
    allocations(report, taken, (double) day.facts() / inputs);
  }

  private void waits(Report report, int rounds, TakenDay morning) throws Exception {
    Rounds steady =
        new Rounds(rounds)
            .with("ours", () -> steady(morning, false))
            .with(RECORDED, () -> steady(morning, true))
            .warmUp()
            .run();
    String what =
        String.format(Locale.ROOT, "input offered to synced, %,d inputs a second, ", perSecond);
    for (String figure : List.of("p50", "p99", "p99.9")) {
      report.add(
          new Row(what + figure, "ms", steady.of("ours", figure))
              .peer(RECORDED, steady.of(RECORDED, figure)));
    }
    report.add(
        new Row(what + "waited behind the ring", "inputs", steady.of("ours", BEHIND))
            .peer(RECORDED, steady.of(RECORDED, BEHIND))
            .aim(Aim.atMost(0))
            .note("found the ring full: what is offered steadily shall never do so"));
  }

  /** What all threads of the ring allocate, and which of them what. */
  private static void allocations(Report report, Rounds taken, double factsPerInput) {
    String what = "memory allocated for an input";
    report.add(
        new Row(what, "B", taken.of("ours", BYTES))
            .peer(RECORDED, taken.of(RECORDED, BYTES))
            .limit(ALONE, taken.of(ALONE, BYTES))
            .aim(Aim.atMost(200))
            .note(
                String.format(
                    Locale.ROOT,
                    "by all threads of the ring, %.2f facts with their ids, envelopes and the state"
                        + " they lead to included; the input itself is made before",
                    factsPerInput)));
    for (RingThread thread : RingThread.values()) {
      report.add(
          new Row(what + ", " + thread.words, "B", taken.of("ours", thread.words))
              .peer(RECORDED, taken.of(RECORDED, thread.words)));
    }
    report.add(
        new Row("memory allocated for a fact", "B", taken.of("ours", PER_FACT))
            .peer(RECORDED, taken.of(RECORDED, PER_FACT)));
  }

  /** As many as go through, never more than the window under way. */
  private Figures through(TakenDay day, boolean recorder) throws Exception {
    try (EngineRun engine = new EngineRun(folder.resolve("run" + run++), day, recorder)) {
      Map<RingThread, Long> before = RingThread.allocated();
      long began = System.nanoTime();
      for (TakenDay.Taken taken : day.inputs()) {
        engine.waitForRoom(WINDOW);
        engine.offer(taken);
      }
      engine.awaitAll();
      double seconds = (System.nanoTime() - began) / 1e9;
      return allocated(before, day).with("rate", inputs / seconds);
    }
  }

  private Figures allocated(Map<RingThread, Long> before, TakenDay day) {
    Figures figures = new Figures();
    double total = 0;
    for (Map.Entry<RingThread, Long> now : RingThread.allocated().entrySet()) {
      double bytes = now.getValue() - before.getOrDefault(now.getKey(), 0L);
      figures.with(now.getKey().words, bytes / inputs);
      total += bytes;
    }
    return figures.with(BYTES, total / inputs).with(PER_FACT, total / day.facts());
  }

  /** At a steady rate, whatever comes of it. */
  private Figures steady(TakenDay day, boolean recorder) throws Exception {
    try (EngineRun engine = new EngineRun(folder.resolve("run" + run++), day, recorder)) {
      long began = System.nanoTime();
      long offered = 0;
      for (TakenDay.Taken taken : day.inputs()) {
        long due = began + offered++ * 1_000_000_000L / perSecond;
        while (System.nanoTime() < due) {
          LockSupport.parkNanos(due - System.nanoTime());
        }
        engine.offer(taken);
      }
      engine.awaitAll();
      Histogram nanos = engine.latencies();
      return Figures.of("p50", nanos.getValueAtPercentile(50) / NANOS_PER_MILLI)
          .with("p99", nanos.getValueAtPercentile(99) / NANOS_PER_MILLI)
          .with("p99.9", nanos.getValueAtPercentile(99.9) / NANOS_PER_MILLI)
          .with(BEHIND, engine.waitedBehind());
    }
  }

  /** The deciders in a plain loop: what nobody can be faster than. */
  private static Figures alone(TakenDay day) {
    Centre centre = DialerCentre.centre();
    Turn turn = new Turn();
    long thread = Thread.currentThread().threadId();
    long allocated = THREADS.getThreadAllocatedBytes(thread);
    long began = System.nanoTime();
    EngineRun.epoch(day, turn);
    centre.kernel().handle(turn);
    for (TakenDay.Taken taken : day.inputs()) {
      turn.clear();
      turn.input = taken.input();
      turn.occurredAtMicros = taken.occurredAtMicros();
      turn.recordedAtMicros = taken.recordedAtMicros();
      centre.kernel().handle(turn);
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    if (centre.state().lastSequence() != day.facts()) {
      throw new IllegalStateException("other facts came out: " + centre.state().lastSequence());
    }
    return Figures.of("rate", day.inputs().size() / seconds)
        .with(
            BYTES,
            (double) (THREADS.getThreadAllocatedBytes(thread) - allocated) / day.inputs().size());
  }
}
