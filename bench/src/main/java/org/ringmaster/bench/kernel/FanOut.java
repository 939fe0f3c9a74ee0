// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.kernel;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import org.ringmaster.bench.measure.Aim;
import org.ringmaster.bench.measure.Figures;
import org.ringmaster.bench.measure.Report;
import org.ringmaster.bench.measure.Rounds;
import org.ringmaster.bench.measure.Row;

/**
 * Ten changes a second told to many open wallboards: by the platform from the input on, and by a
 * server that writes what it tells anew for each of them.
 */
final class FanOut {
  private static final String EACH = "the change written for each";
  private static final String WHOLE = "all rows written for each";
  private static final int AGENTS = 200;
  private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(110);
  private static final double NANOS_PER_MILLI = 1e6;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Path folder;
  private final int viewers;
  private final int changes;
  private int next;

  /**
   * Makes the measurement.
   *
   * @param viewers how many look
   * @param changes how many changes are told in a turn
   */
  FanOut(Path folder, int viewers, int changes) {
    this.folder = folder;
    this.viewers = viewers;
    this.changes = changes;
  }

  /** One who makes the next change. */
  @FunctionalInterface
  private interface Teller {
    void tell() throws Exception;
  }

  void into(Report report, int rounds) throws Exception {
    try (WallSite site = new WallSite(folder, AGENTS);
        NaiveWall naive = new NaiveWall()) {
      String token = site.token();
      ObjectNode change = change(site);
      ObjectNode whole = WallSnapshot.of(site.address(), token);
      Rounds taken =
          new Rounds(rounds)
              .with("ours", () -> turn(site.address(), token, () -> site.turn(next++ % AGENTS)))
              .with(EACH, () -> turn(naive.address(), null, () -> naive.tell(change)))
              .with(WHOLE, () -> turn(naive.address(), null, () -> naive.tell(whole)))
              .warmUp()
              .run();
      report(report, taken);
    }
  }

  private void report(Report report, Rounds taken) {
    String what = "a change told to " + viewers + " wallboards, ten a second, ";
    report.add(
        row(what + "p99 of all viewers", "ms", "p99", taken)
            .aim(Aim.atMost(50))
            .note(
                "ours from the input on, with kernel and synced journal; the others from the"
                    + " finished message on; the viewers run on the same two cores"));
    report.add(
        row(what + "processor time for each change", "ms", "cpu", taken)
            .aim(Aim.otherAtLeastTimes(10, WHOLE))
            .note(
                "of all threads but the viewers', without compiler and garbage collector; ours"
                    + " with kernel, journal, boards and store"));
  }

  private static Row row(String what, String unit, String figure, Rounds taken) {
    return new Row(what, unit, taken.of("ours", figure))
        .peer(EACH, taken.of(EACH, figure))
        .peer(WHOLE, taken.of(WHOLE, figure));
  }

  /** The change of one agent as our own viewers get it. */
  private ObjectNode change(WallSite site) throws Exception {
    AtomicReference<@Nullable String> heard = new AtomicReference<>();
    try (WallViewers one = new WallViewers(site.address(), site.token(), 1, true)) {
      one.listen((sequence, text, nanos) -> heard.set(text.toString(StandardCharsets.UTF_8)));
      site.turn(next++ % AGENTS);
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
      while (heard.get() == null && System.nanoTime() < deadline) {
        TimeUnit.MILLISECONDS.sleep(1);
      }
    }
    return (ObjectNode) JSON.readTree(Objects.requireNonNull(heard.get(), "no change was heard"));
  }

  /** Processor time of all threads that run Java, nanoseconds. */
  private static long cpuNanos() {
    return Arrays.stream(THREADS.getAllThreadIds())
        .map(THREADS::getThreadCpuTime)
        .filter(nanos -> nanos > 0)
        .sum();
  }

  private Figures turn(URI wall, @Nullable String token, Teller teller) throws Exception {
    Histogram nanos = new Histogram(TimeUnit.SECONDS.toNanos(60), 3);
    AtomicLongArray told = new AtomicLongArray(changes + 1);
    AtomicLong base = new AtomicLong(-1);
    AtomicLong heard = new AtomicLong();
    try (WallViewers open = new WallViewers(wall, token, viewers, token != null)) {
      open.listen(
          (sequence, text, at) -> {
            base.compareAndSet(-1, sequence);
            int index = (int) (sequence - base.get());
            if (index < changes) {
              nanos.recordValue(Math.max(0, at - told.get(index)));
            }
            heard.incrementAndGet();
          });
      long cpu = cpuNanos() - open.cpuNanos();
      for (int i = 0; i < changes; i++) {
        // A whole tick after the former, however late that was: two within one make one frame.
        TimeUnit.NANOSECONDS.sleep(TICK_NANOS);
        told.set(i, System.nanoTime());
        teller.tell();
      }
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
      while (heard.get() < (long) changes * viewers && System.nanoTime() < deadline) {
        TimeUnit.MILLISECONDS.sleep(1);
      }
      cpu = cpuNanos() - open.cpuNanos() - cpu;
      open.listen(null);
      if (heard.get() != (long) changes * viewers) {
        throw new IllegalStateException(
            "heard " + heard.get() + " messages, not " + changes + " by each of " + viewers);
      }
      return Figures.of("p99", nanos.getValueAtPercentile(99) / NANOS_PER_MILLI)
          .with("cpu", cpu / NANOS_PER_MILLI / changes);
    }
  }
}
