// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.board.Board;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.journal.FactFrame;
import org.ringmaster.core.journal.JournalReader;
import org.ringmaster.core.journal.Snapshot;
import org.ringmaster.core.kernel.OwnEntity;
import org.ringmaster.core.kernel.RecordedFact;

/**
 * The facts behind a snapshot, read and folded into the boards on a thread of their own, and handed
 * on in order to the one who applies them to the state. Reads only a little ahead.
 */
final class Tail implements AutoCloseable {
  private static final int BATCH = 1_024;
  private static final int BATCHES_AHEAD = 32;
  private static final long LOOK_MILLIS = 100;

  private final Path folder;
  private final FactCodec codec;
  private final @Nullable Snapshot snapshot;
  private final List<? extends Board> boards;
  private final BlockingQueue<List<RecordedFact>> read = new ArrayBlockingQueue<>(BATCHES_AHEAD);
  private final Thread thread;
  private volatile @Nullable RuntimeException failure;

  private Tail(
      Path folder, FactCodec codec, @Nullable Snapshot snapshot, List<? extends Board> boards) {
    this.folder = folder;
    this.codec = codec;
    this.snapshot = snapshot;
    this.boards = boards;
    thread = Thread.ofPlatform().name("recovery").daemon().unstarted(this::run);
  }

  /**
   * Begins to bring the boards back and to read.
   *
   * @param snapshot what the boards begin with; without one they begin empty, with the first fact
   */
  static Tail readBeside(
      Path folder, FactCodec codec, @Nullable Snapshot snapshot, List<? extends Board> boards) {
    Tail tail = new Tail(folder, codec, snapshot, boards);
    tail.thread.start();
    return tail;
  }

  /** Runs what else can be done beside a recovery. */
  static void helper(Runnable work) {
    Thread.ofPlatform().name("recovery-first").daemon().start(work);
  }

  /**
   * The next facts; empty at the end, when all of them are in the boards too.
   *
   * @throws RuntimeException what the reading thread failed with
   */
  List<RecordedFact> next() {
    try {
      while (true) {
        List<RecordedFact> facts = read.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        RuntimeException why = failure;
        if (why != null) {
          throw why;
        }
        if (facts != null) {
          return facts;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the journal was read", e);
    }
  }

  private void run() {
    try {
      long from = 1;
      if (snapshot != null) {
        restore(snapshot, boards);
        from = snapshot.sequence() + 1;
      }
      readFrom(from);
      read.put(List.of());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      failure = e;
    }
  }

  /** Brings the boards back; the many records that no board takes are not shown to them. */
  static void restore(Snapshot snapshot, List<? extends Board> boards) {
    for (Record entity : snapshot.entities()) {
      if (!(entity instanceof OwnEntity)) {
        boards.forEach(board -> board.restore(entity));
      }
    }
  }

  private void readFrom(long sequence) throws InterruptedException {
    FactFrame frame = new FactFrame(codec);
    List<RecordedFact> facts = new ArrayList<>(BATCH);
    try (JournalReader reader = new JournalReader(folder, sequence)) {
      while (reader.next()) {
        RecordedFact fact = frame.decode(reader.sequence(), reader.payload());
        boards.forEach(board -> board.apply(fact.fact(), fact.envelope()));
        facts.add(fact);
        if (facts.size() == BATCH) {
          read.put(facts);
          facts = new ArrayList<>(BATCH);
        }
      }
    }
    if (!facts.isEmpty()) {
      read.put(facts);
    }
  }

  /** Ends the reading, where it was not read to the end. */
  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
