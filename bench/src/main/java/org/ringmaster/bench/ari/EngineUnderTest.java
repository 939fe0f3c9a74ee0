// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.ari;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.ringmaster.aribridge.transport.AriAddress;
import org.ringmaster.core.board.Boards;
import org.ringmaster.core.board.NodeRow;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.engine.Engine;
import org.ringmaster.core.engine.InputRecorder;
import org.ringmaster.core.engine.MicroClock;
import org.ringmaster.core.journal.FactFrame;
import org.ringmaster.core.journal.FileJournal;
import org.ringmaster.core.journal.FlightRecorder;
import org.ringmaster.core.journal.JournalOptions;
import org.ringmaster.core.kernel.Command;
import org.ringmaster.core.queue.InboundNumber;
import org.ringmaster.core.queue.Overflow;
import org.ringmaster.core.queue.Queue;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.queue.QueueInput;
import org.ringmaster.core.routing.Strategy;
import org.ringmaster.dialer.DialerCentre;

/**
 * The real call path, wired as the platform wires it: node, ring, kernel with all deciders, journal
 * with its syncs, flight recorder, boards. One number leads to one queue without agents, so each
 * caller is answered and put into the waiting room. The journey store, which follows the journal,
 * and the pages are left out.
 */
final class EngineUnderTest implements AutoCloseable {
  static final String NUMBER = "49301000";

  private static final long CONNECTED_MILLIS = 20_000;
  private static final long RECORDER_BYTES = 1L << 30;
  private static final long KEEP_MILLIS = 3_600_000;

  private final FactCodec codec = FactCodec.of(DialerCentre.names().build());
  private final MicroClock clock = MicroClock.system();
  private final Boards boards = new Boards(ZoneId.systemDefault(), System::nanoTime);
  private final CompletableFuture<Throwable> failure = new CompletableFuture<>();
  private final StageProbe probe;
  private final FileJournal journal;
  private final FlightRecorder recorder;
  private final Engine engine;
  private @Nullable OurNode node;

  EngineUnderTest(Path folder) {
    this(folder, new StageProbe());
  }

  /** The same with somebody who watches its stages. */
  EngineUnderTest(Path folder, StageProbe probe) {
    this.probe = probe;
    JournalOptions options = JournalOptions.in(folder.resolve("journal"), 1);
    journal = FileJournal.open(options, room -> {});
    recorder = new FlightRecorder(options, codec, KEEP_MILLIS, RECORDER_BYTES);
    recorder.switchOn(true);
    engine =
        new Engine(
            DialerCentre.centre(),
            probe.around(journal),
            new FactFrame(codec),
            probe.before(InputRecorder.into(recorder)),
            List.of(this::publish),
            List.of(boards),
            clock,
            failure::complete);
  }

  private boolean publish(Command command) {
    probe.leaves(command);
    return Objects.requireNonNull(node).node().publish(command);
  }

  /** Starts everything and waits until the node is known. */
  void start(BenchEdge edge, String app) throws InterruptedException {
    start(edge.address(), app);
  }

  /** The same at whatever speaks ARI at this address. */
  void start(AriAddress address, String app) throws InterruptedException {
    OurNode connecting = new OurNode(address, app, engine.inlet());
    node = connecting;
    engine.start(1);
    QueueId queue = new QueueId("bench");
    Queue plan =
        new Queue(
            queue,
            Strategy.LONGEST_IDLE,
            List.of(),
            15_000,
            0,
            0,
            false,
            0,
            Overflow.HANG_UP,
            "quiet",
            20_000);
    engine.inlet().offer(new QueueInput.QueuesRead(List.of(plan)), clock.micros());
    InboundNumber number = new InboundNumber(NUMBER, queue, null, List.of());
    engine.inlet().offer(new QueueInput.NumbersRead(List.of(number)), clock.micros());
    connecting.node().start();
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(CONNECTED_MILLIS);
    while (boards.trunks().nodes().stream()
        .noneMatch(row -> row.sight() == NodeRow.Sight.CONNECTED)) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("the node did not connect");
      }
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  /** Throws what stopped the engine, if anything has. */
  void check() {
    Throwable reason = failure.getNow(null);
    if (reason != null) {
      throw new IllegalStateException("the engine has stopped", reason);
    }
  }

  @Override
  public void close() {
    if (node != null) {
      node.close();
    }
    engine.close();
    recorder.close();
    journal.close();
  }
}
