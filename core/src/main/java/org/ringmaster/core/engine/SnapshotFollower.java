// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.board.Board;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.journal.FactFrame;
import org.ringmaster.core.journal.Journal;
import org.ringmaster.core.journal.JournalTail;
import org.ringmaster.core.journal.Snapshot;
import org.ringmaster.core.journal.Snapshots;
import org.ringmaster.core.kernel.RecordedFact;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the journal with a second copy of the state and writes a snapshot now and then, so that
 * the kernel thread never does. Sees synced facts only. What fails is told and tried again, but for
 * a copy that a fact could only half be applied to: it is not to be trusted any more. Its own
 * thread, on which the copy is recovered too: a start does not wait for it.
 */
public final class SnapshotFollower implements AutoCloseable {

  /** Where facts come too fast for that, it rests so many times as long as the last one took. */
  private static final long REST_TIMES = 9;

  private static final Logger LOG = LoggerFactory.getLogger(SnapshotFollower.class);
  private static final long CLOSE_MILLIS = 10_000;
  private static final long WAIT_MILLIS = 100;

  /** How long it waits after a failure before it tries again. */
  static final long PAUSE_MILLIS = 5_000;

  private final Journal journal;
  private final FactCodec codec;
  private final Snapshots snapshots;
  private final Centre copy;
  private final List<? extends Board> boards;
  private final SnapshotRhythm rhythm;
  private final Runnable recovery;
  private final long pauseMillis;
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile long lastSnapshot;
  private final AtomicLong failures = new AtomicLong();
  private volatile String failure = "";
  private long waitMillis;
  private boolean unread;
  private long notBeforeNanos = System.nanoTime();

  /** When the last one was written; null where that was before the start. */
  private @Nullable Long lastNanos;

  private final Thread thread;

  /**
   * A follower that begins, once it is started, where its copy stands when that is recovered.
   *
   * @param rhythm how often one is written
   * @param recovery brings the copy to a fact of the past, best that of the newest snapshot; run
   *     first, on the follower's thread
   */
  public SnapshotFollower(
      Journal journal,
      FactCodec codec,
      Snapshots snapshots,
      Centre copy,
      List<? extends Board> boards,
      SnapshotRhythm rhythm,
      Runnable recovery) {
    this(journal, codec, snapshots, copy, boards, rhythm, recovery, PAUSE_MILLIS);
  }

  SnapshotFollower(
      Journal journal,
      FactCodec codec,
      Snapshots snapshots,
      Centre copy,
      List<? extends Board> boards,
      SnapshotRhythm rhythm,
      Runnable recovery,
      long pauseMillis) {
    this.journal = journal;
    this.codec = codec;
    this.snapshots = snapshots;
    this.copy = copy;
    this.boards = List.copyOf(boards);
    this.rhythm = rhythm;
    this.recovery = recovery;
    this.pauseMillis = pauseMillis;
    thread = Thread.ofPlatform().name("snapshots").daemon().unstarted(this::run);
  }

  /** Begins; once. */
  public SnapshotFollower start() {
    return startAfter(0);
  }

  /** Begins so much later, when others have less to do; once. */
  public SnapshotFollower startAfter(long millis) {
    waitMillis = millis;
    thread.start();
    return this;
  }

  /** The fact that the last snapshot stands at; 0 while there is none. */
  public long lastSnapshot() {
    return lastSnapshot;
  }

  /** How often something has failed since the start. */
  public long failures() {
    return failures.get();
  }

  /** What failed last and has not been made good since; empty while all is well. */
  public String failure() {
    return failure;
  }

  private void run() {
    try {
      if (!closing.await(waitMillis, TimeUnit.MILLISECONDS)) {
        recovery.run();
        lastSnapshot = copy.state().lastSequence();
        follow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      failed("no more snapshots until the next start", e);
    }
  }

  private void follow() throws InterruptedException {
    do {
      try {
        followTail();
        return;
      } catch (HalfApplied e) {
        failed("no more snapshots until the next start", e.getCause());
        return;
      } catch (RuntimeException e) {
        unread = true;
        failed("the journal cannot be read for snapshots", e);
      }
    } while (!closing.await(pauseMillis, TimeUnit.MILLISECONDS));
  }

  private void followTail() throws InterruptedException {
    FactFrame frame = new FactFrame(codec);
    try (JournalTail tail = journal.tail(copy.state().lastSequence() + 1)) {
      while (closing.getCount() > 0 && !tail.ended()) {
        if (tail.next(WAIT_MILLIS)) {
          apply(frame.decode(tail.sequence(), tail.payload()));
        }
        if (due(System.nanoTime())) {
          write(copy.state().lastSequence());
        }
      }
    }
  }

  private boolean due(long nowNanos) {
    if (nowNanos - notBeforeNanos < 0) {
      return false;
    }
    long read = copy.state().lastSequence();
    long age = lastNanos == null ? Long.MAX_VALUE : nowNanos - lastNanos;
    return rhythm.due(read - lastSnapshot, journal.synced().get() - read, age);
  }

  private void apply(RecordedFact fact) {
    try {
      copy.replay(fact);
      boards.forEach(board -> board.apply(fact.fact(), fact.envelope()));
    } catch (RuntimeException e) {
      throw new HalfApplied(e);
    }
    if (unread) {
      unread = false;
      failure = "";
    }
  }

  private void failed(String what, @Nullable Throwable cause) {
    failure = what + ": " + cause;
    failures.incrementAndGet(); // last: whoever sees the number finds the words
    LOG.error("{}; the journal itself is not touched", what, cause);
  }

  /** The copy may have a part of a fact. */
  private static final class HalfApplied extends RuntimeException {
    private static final long serialVersionUID = 1;

    HalfApplied(RuntimeException cause) {
      super(cause);
    }
  }

  /** Where it cannot be written, the disk may have room again a little later. */
  private void write(long sequence) {
    List<Record> entities = new ArrayList<>();
    long begun = System.nanoTime();
    try {
      copy.snapshot(entities::add);
      boards.forEach(board -> board.snapshot(entities::add));
      snapshots.write(new Snapshot(sequence, copy.hash(codec), entities, codec.fingerprint()));
      lastSnapshot = sequence;
      failure = "";
      long now = System.nanoTime();
      lastNanos = now;
      notBeforeNanos = now + REST_TIMES * (now - begun);
      LOG.info("snapshot at fact {} with {} records", sequence, entities.size());
    } catch (RuntimeException e) {
      failed("no snapshot at fact " + sequence, e);
      notBeforeNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(pauseMillis);
    }
  }

  /** Ends after the fact in hand; a snapshot being written is finished. */
  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join(CLOSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
