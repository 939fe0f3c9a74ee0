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
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
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

  /** One who makes a change. */
  @FunctionalInterface
  private interface Teller {
    void tell(int index) throws Exception;
  }

  void into(Report report, int rounds) throws Exception {
    try (WallSite site = new WallSite(folder, AGENTS);
        NaiveWall naive = new NaiveWall();
        WallViewers pages = new WallViewers(site.address(), site.pages(), true)) {
      List<Seat> wallboards = site.wallboards(viewers);
      List<Seat> others = Collections.nCopies(viewers, Seat.board(null));
      ObjectNode change = change(site);
      ObjectNode whole = WallSnapshot.of(site.address(), site.token());
      Rounds taken =
          new Rounds(rounds)
              .with("ours", () -> ours(site, wallboards, pages))
              .with(EACH, () -> naive(naive, others, change))
              .with(WHOLE, () -> naive(naive, others, whole))
              .warmUp()
              .run();
      report(report, taken);
    }
  }

  private Figures ours(WallSite site, List<Seat> wallboards, WallViewers pages) throws Exception {
    int from = next;
    next += changes;
    SeenChanges seen =
        new SeenChanges(
            changes, (seat, index, sequence, text) -> shows(seat, (from + index) % AGENTS, text));
    long onPages = IntStream.range(from, next).filter(i -> WallSite.hasPage(i % AGENTS)).count();
    pages.listen(seen);
    try {
      return turn(
          site.address(),
          wallboards,
          seen,
          onPages,
          pages,
          index -> site.turn((from + index) % AGENTS));
    } finally {
      pages.listen(null);
    }
  }

  /** A wallboard names the agent, a wall only their queue; a page tells of its own agent alone. */
  private static boolean shows(Seat seat, int agent, String text) {
    return switch (seat.kind()) {
      case BOARD -> text.contains('"' + WallSite.agent(agent).value() + '"');
      case WALL -> text.contains('"' + WallSite.queueOf(agent).value() + '"');
      case PAGE -> WallSite.agent(agent).equals(seat.agent());
    };
  }

  private Figures naive(NaiveWall naive, List<Seat> seats, ObjectNode message) throws Exception {
    SeenChanges seen = new SeenChanges(changes, (seat, index, sequence, text) -> index == sequence);
    return turn(naive.address(), seats, seen, 0, null, index -> naive.tell(message));
  }

  private void report(Report report, Rounds taken) {
    String what = "a change told to " + viewers + " wallboards, ten a second, ";
    report.add(
        row(what + "p99 of all viewers", "ms", "p99", taken)
            .aim(Aim.atMost(50))
            .aim(Aim.atMost(250))
            .note(
                "ours from the input on, with kernel and synced journal; of five wallboards one"
                    + " came by a link, and the pages of 20 agents are open and told beside them;"
                    + " the others from the finished message on; the viewers run on the same two"
                    + " cores"));
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
    List<Seat> alone = List.of(Seat.board(site.token()));
    try (WallViewers one = new WallViewers(site.address(), alone, true)) {
      one.listen((seat, sequence, text, nanos) -> heard.set(text.toString(StandardCharsets.UTF_8)));
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

  /**
   * Tells all changes and waits until each has reached everybody.
   *
   * @param onPages how many of the changes are told to some agent's page too
   */
  private Figures turn(
      URI wall,
      List<Seat> seats,
      SeenChanges seen,
      long onPages,
      @Nullable WallViewers pages,
      Teller teller)
      throws Exception {
    long expected = (long) changes * seats.size() + onPages;
    boolean greeted = pages != null;
    try (WallViewers open = new WallViewers(wall, seats, greeted)) {
      open.listen(seen);
      long cpu = cpuNanos() - cpuNanos(open, pages);
      for (int i = 0; i < changes; i++) {
        // A whole tick after the former, however late that was: two within one may make one frame.
        TimeUnit.NANOSECONDS.sleep(TICK_NANOS);
        seen.tells(i);
        teller.tell(i);
      }
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
      while (seen.seen() < expected && System.nanoTime() < deadline) {
        TimeUnit.MILLISECONDS.sleep(1);
      }
      cpu = cpuNanos() - cpuNanos(open, pages) - cpu;
      open.listen(null);
      if (seen.seen() != expected) {
        throw new IllegalStateException(
            "changes were seen " + seen.seen() + " times, not " + expected);
      }
      return Figures.of("p99", seen.p99Millis()).with("cpu", cpu / NANOS_PER_MILLI / changes);
    }
  }

  private static long cpuNanos(WallViewers open, @Nullable WallViewers pages) throws Exception {
    return open.cpuNanos() + (pages == null ? 0 : pages.cpuNanos());
  }
}
