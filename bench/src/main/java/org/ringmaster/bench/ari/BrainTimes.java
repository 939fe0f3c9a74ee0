// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.ari;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.ringmaster.aribridge.transport.AriAddress;
import org.ringmaster.bench.measure.Aim;
import org.ringmaster.bench.measure.Figures;
import org.ringmaster.bench.measure.Report;
import org.ringmaster.bench.measure.Rounds;
import org.ringmaster.bench.measure.Row;

/**
 * From a caller's arrival to the request that answers, at several rates, with an Asterisk that is
 * not there and a journal on a disk of memory: what is left is our own way through sockets, scan,
 * ring, kernel, journal and publisher.
 */
public final class BrainTimes {
  private static final Path MEMORY_DISK = Path.of("/dev/shm");
  private static final String OURS = "ringmaster";
  private static final String STOCK = "ari4java";
  private static final String EXECUTOR = "ari4java + executor";
  private static final String RAW = "raw WebSocket";

  /** Above this its own transport is not even tried: it answers hardly anybody below. */
  private static final int STOCK_RATE = 300;

  private static final double AIM_P50_MICROS = 150;
  private static final double AIM_TAIL_MICROS = 5_000;
  private static final long HEARD_MILLIS = 10_000;

  private final Path folder;
  private final double seconds;

  /**
   * Makes the measurement.
   *
   * @param folder where the journal is kept on a machine without a disk of memory
   * @param seconds how long callers arrive in a turn
   */
  public BrainTimes(Path folder, double seconds) {
    this.folder = folder;
    this.seconds = seconds;
  }

  /** Measures at these rates. */
  public void into(Report report, int rounds, int... rates) throws Exception {
    boolean memory = Files.isWritable(MEMORY_DISK);
    Path journal = Files.createTempDirectory(memory ? MEMORY_DISK : folder, "ringmaster-bench-");
    try (StubAsterisk asterisk = new StubAsterisk();
        EngineUnderTest engine = new EngineUnderTest(journal)) {
      AriAddress address = asterisk.address();
      WaitingRoom room = WaitingRoom.open(address, "bench-room");
      engine.start(address, OURS);
      for (int rate : rates) {
        Rounds taken =
            new Rounds(rounds)
                .with("ours", () -> turn(asterisk, OURS, rate, () -> engine::check))
                .with(RAW, () -> turn(asterisk, "raw", rate, () -> raw(address, room)))
                .with(EXECUTOR, () -> turn(asterisk, "exec", rate, () -> executor(address, room)));
        if (rate <= STOCK_RATE) {
          taken.with(STOCK, () -> turn(asterisk, "stock", rate, () -> stock(address, room)));
        }
        if (rate == rates[0]) {
          taken.warmUp();
        }
        taken.run();
        report(report, rate, taken, memory);
      }
    } finally {
      delete(journal);
    }
  }

  private static AutoCloseable raw(AriAddress address, WaitingRoom room) throws Exception {
    return new StubEcho(address, "raw", room);
  }

  private static AutoCloseable executor(AriAddress address, WaitingRoom room) throws Exception {
    return Ari4JavaAnswerers.executor(address, "exec", room);
  }

  private static AutoCloseable stock(AriAddress address, WaitingRoom room) throws Exception {
    return Ari4JavaAnswerers.stock(address, "stock", room);
  }

  private Figures turn(StubAsterisk asterisk, String app, int rate, Contestant contestant)
      throws Exception {
    try (AutoCloseable running = contestant.start()) {
      long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(HEARD_MILLIS);
      while (!asterisk.hears(app)) {
        if (System.nanoTime() > deadline) {
          throw new IllegalStateException(app + " does not listen: " + running);
        }
        TimeUnit.MILLISECONDS.sleep(5);
      }
      return new StubCallers(asterisk, app, rate, (int) (rate * seconds)).run();
    }
  }

  private static void report(Report report, int rate, Rounds taken, boolean memory) {
    String what =
        String.format(Locale.ROOT, "caller arrives to request, no Asterisk, %d/s, ", rate);
    report.add(
        row(what + "p50", "us", "p50", rate, taken)
            .aim(Aim.atMost(AIM_P50_MICROS))
            .note(
                "from the instant meant for the event to the request at Asterisk's end; ours with"
                    + " kernel, flight recorder, boards and a journal on "
                    + (memory ? "a disk of memory" : "this disk: there is none of memory")));
    report.add(row(what + "p99", "us", "p99", rate, taken));
    report.add(row(what + "p99.9", "us", "p99.9", rate, taken).aim(Aim.atMost(AIM_TAIL_MICROS)));
    report.add(
        row(what + "not answered within 2 s", "calls", "unanswered", rate, taken)
            .aim(Aim.atMost(0)));
  }

  private static Row row(String what, String unit, String figure, int rate, Rounds taken) {
    Row row =
        new Row(what, unit, taken.of("ours", figure))
            .peer(EXECUTOR, taken.of(EXECUTOR, figure))
            .limit(RAW, taken.of(RAW, figure));
    return rate <= STOCK_RATE ? row.peer(STOCK, taken.of(STOCK, figure)) : row;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  /** Makes somebody who answers the callers of one turn. */
  private interface Contestant {
    AutoCloseable start() throws Exception;
  }
}
