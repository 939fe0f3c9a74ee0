// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.ari;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.ringmaster.bench.measure.Aim;
import org.ringmaster.bench.measure.Figures;
import org.ringmaster.bench.measure.Report;
import org.ringmaster.bench.measure.Rounds;
import org.ringmaster.bench.measure.Row;

/**
 * From the frame that tells of a caller to the answer of Asterisk that it has answered the call, at
 * several rates of calls. All do the same: answer, then put into a waiting room. Ours decides,
 * keeps facts and syncs them before.
 */
final class AnswerTimes {
  private static final String STOCK = "ari4java";
  private static final String EXECUTOR = "ari4java + executor";
  private static final String RAW = "raw WebSocket";
  private static final String SYNCED = "raw WebSocket + fdatasync";
  private static final long WAIT_NANOS = TimeUnit.SECONDS.toNanos(2);

  /** Fewer than these, and a 99th percentile is the slowest call alone. */
  private static final int FEWEST_CALLS = 200;

  private final BenchEdge edge;
  private final Path folder;
  private final double seconds;
  private final CallLoad load;

  /**
   * Makes the measurement.
   *
   * @param folder where journal and frames are kept
   * @param seconds how long callers arrive in a turn
   */
  AnswerTimes(BenchEdge edge, Path folder, double seconds) {
    this.edge = edge;
    this.folder = folder;
    this.seconds = seconds;
    load = new CallLoad(edge);
  }

  void into(Report report, int rounds, int... rates) throws Exception {
    WaitingRoom room = WaitingRoom.open(edge, "bench-room");
    try (EngineUnderTest engine = new EngineUnderTest(folder)) {
      engine.start(edge, "ringmaster");
      for (int rate : rates) {
        Rounds taken =
            new Rounds(rounds)
                .with("ours", () -> turn("ringmaster", rate, null, meter -> () -> engine.check()))
                .with(SYNCED, () -> turn("synced", rate, room, m -> raw("synced", room, m, folder)))
                .with(RAW, () -> turn("raw", rate, room, m -> raw("raw", room, m, null)))
                .with(
                    EXECUTOR,
                    () ->
                        turn(
                            "a4j-exec",
                            rate,
                            room,
                            m ->
                                Ari4JavaAnswerers.executor(edge.address(), "a4j-exec", room)
                                    ::close))
                .with(
                    STOCK,
                    () ->
                        turn(
                            "a4j",
                            rate,
                            room,
                            m -> Ari4JavaAnswerers.stock(edge.address(), "a4j", room)::close));
        if (rate == rates[0]) {
          taken.warmUp();
        }
        taken.run();
        report(report, rate, taken);
      }
    }
    edge.settle(0);
  }

  private static void report(Report report, int rate, Rounds taken) {
    String what = String.format(Locale.ROOT, "caller arrives to answered, %d calls/s, ", rate);
    Row median = row(what + "p50", "p50", taken);
    Row tail = row(what + "p99", "p99", taken).aim(Aim.atMostTimes(1.5, SYNCED));
    if (rate == 100) {
      tail.aim(Aim.otherAtLeastTimes(10, EXECUTOR));
    } else if (rate == 300) {
      median.aim(Aim.otherAtLeastTimes(100, EXECUTOR));
    }
    report.add(median).add(tail);
    report.add(row(what + "p99 from the instant meant for the call", "intended p99", taken));
    report.add(
        new Row(what + "not answered within 2 s", "calls", taken.of("ours", "unanswered"))
            .peer(STOCK, taken.of(STOCK, "unanswered"))
            .peer(EXECUTOR, taken.of(EXECUTOR, "unanswered"))
            .limit(SYNCED, taken.of(SYNCED, "unanswered"))
            .limit(RAW, taken.of(RAW, "unanswered"))
            .aim(Aim.atMost(0)));
  }

  private static Row row(String what, String figure, Rounds taken) {
    return new Row(what, "ms", taken.of("ours", figure))
        .peer(STOCK, taken.of(STOCK, figure))
        .peer(EXECUTOR, taken.of(EXECUTOR, figure))
        .limit(SYNCED, taken.of(SYNCED, figure))
        .limit(RAW, taken.of(RAW, figure))
        .note(
            "ours decides, keeps its facts and inputs and syncs them before it answers, and so does"
                + " the synced limit with the caller's frame; ari4java, its executor and the raw"
                + " WebSocket decide nothing, record nothing and sync nothing; ours with the cache"
                + " of the build's rehearsal, as `up` starts it; without the journey store; ours lets at"
                + " most 25 wait in one room, the others have one for all; read at"
                + " the socket of each; who is not answered counts with the wait so far");
  }

  private Figures turn(String app, int rate, @Nullable WaitingRoom room, Contestant contestant)
      throws Exception {
    if (room != null) { // Callers of ours hear music too, in a room of ours.
      room.plays(edge.address());
    }
    int count = (int) Math.max(FEWEST_CALLS, rate * seconds);
    String extension = edge.arrivingAt(app, EngineUnderTest.NUMBER);
    AnswerMeter meter = new AnswerMeter();
    WireTap.tell(meter);
    Figures figures;
    try (Closing running = contestant.start(meter)) {
      load.run(extension, rate, count, meter);
      long deadline = System.nanoTime() + WAIT_NANOS;
      while (meter.answered() < count && System.nanoTime() < deadline) {
        TimeUnit.MILLISECONDS.sleep(5);
      }
      figures = meter.figures(System.nanoTime());
      edge.settle(0);
    } finally {
      WireTap.tell(null);
    }
    return figures;
  }

  private Closing raw(String app, WaitingRoom room, AnswerMeter meter, @Nullable Path keptIn)
      throws Exception {
    return new RawAnswerer(edge, app, room, meter, keptIn)::close;
  }

  /** Makes somebody who answers the callers of one turn. */
  private interface Contestant {
    Closing start(AnswerMeter meter) throws Exception;
  }

  /** Ends them. */
  private interface Closing extends AutoCloseable {}
}
