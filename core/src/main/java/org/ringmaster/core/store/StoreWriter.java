// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.kernel.RecordedFact;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the facts on a thread of its own and writes them in batches of whatever has come since
 * the last commit. When PostgreSQL is gone, or a batch fails for whatever reason, it tries again
 * and again; facts wait in the journal.
 */
final class StoreWriter implements Runnable {
  private static final Logger LOGGER = LoggerFactory.getLogger(StoreWriter.class);
  private static final int MAX_FACTS = 20_000;
  private static final Duration PATIENCE = Duration.ofMillis(200);
  private static final long FIRST_PAUSE_MILLIS = 50;
  private static final long LONGEST_PAUSE_MILLIS = 2_000;
  private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long COMPLAINT_NANOS = TimeUnit.SECONDS.toNanos(30);

  private record Rebuild(String projection, CompletableFuture<Void> done) {}

  private final StoreSchema schema;
  private final StoreOptions options;
  private final FactSource source;
  private final Queue<Rebuild> rebuilds = new ConcurrentLinkedQueue<>();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final ReentrantLock moves = new ReentrantLock();
  private final Condition moved = moves.newCondition();
  private volatile StoreProgress progress = new StoreProgress(false, 0, 0, 0, 0, 0, null);
  private long complainedAtNanos = System.nanoTime() - COMPLAINT_NANOS;

  StoreWriter(StoreOptions options, StoreSchema schema, FactSource source) {
    this.options = options;
    this.schema = schema;
    this.source = source;
  }

  /** Asks the thread to end after the batch at hand. */
  void stop() {
    stopping.countDown();
  }

  /** How it keeps up; any thread. */
  StoreProgress progress() {
    StoreProgress now = progress;
    long lag = Math.max(0, source.lastSequence() - now.lastAppliedSequence());
    return new StoreProgress(
        now.connected(),
        now.lastAppliedSequence(),
        lag,
        now.batches(),
        now.lastBatchFacts(),
        now.lastBatchMicros(),
        now.failure());
  }

  /** Waits until a fact is in the store; any thread. */
  boolean awaitApplied(long sequence, Duration wait) throws InterruptedException {
    long nanos = wait.toNanos();
    moves.lockInterruptibly();
    try {
      while (progress.lastAppliedSequence() < sequence && nanos > 0) {
        nanos = moved.awaitNanos(nanos);
      }
      return progress.lastAppliedSequence() >= sequence;
    } finally {
      moves.unlock();
    }
  }

  private void publish(StoreProgress next) {
    moves.lock();
    try {
      progress = next;
      moved.signalAll();
    } finally {
      moves.unlock();
    }
  }

  /** Has a projection filled anew between two batches; any thread. */
  CompletableFuture<Void> rebuild(String projection) {
    Rebuild rebuild = new Rebuild(projection, new CompletableFuture<>());
    rebuilds.add(rebuild);
    return rebuild.done();
  }

  @Override
  public void run() {
    long pauseMillis = FIRST_PAUSE_MILLIS;
    while (!isStopping()) {
      long before = progress.batches();
      try {
        schema.migrateOnce();
        try (WriterConnection connection = WriterConnection.open(options)) {
          follow(connection);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      } catch (Throwable e) { // an Error too: whoever ended here would never say so again
        failed(e);
        pauseMillis = progress.batches() > before ? FIRST_PAUSE_MILLIS : pauseMillis;
        pause(pauseMillis);
        pauseMillis = Math.min(pauseMillis * 2, LONGEST_PAUSE_MILLIS);
      }
    }
    source.close();
    rebuilds.forEach(rebuild -> rebuild.done().cancel(false));
    LOGGER.debug("the store's writer ends at fact {}", progress.lastAppliedSequence());
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  private void pause(long millis) {
    try {
      if (stopping.await(millis, TimeUnit.MILLISECONDS)) {
        LOGGER.debug("stopped while PostgreSQL was away");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stop();
    }
  }

  private void follow(WriterConnection connection) throws SQLException, InterruptedException {
    long newest = connection.appliedSequence();
    connection.mustContinue(newest == 0 ? null : source.find(newest));
    standing(newest);
    boolean proven = false;
    long heardNanos = System.nanoTime();
    while (!isStopping()) {
      rebuildAsAsked(connection);
      long after = connection.appliedSequence();
      List<RecordedFact> facts = source.take(after, MAX_FACTS, PATIENCE);
      if (facts.isEmpty()) {
        mustNotBeAhead(after);
        proven = proven || goesOn(after);
        if (System.nanoTime() - heardNanos > SILENCE_NANOS) {
          connection.mustBeAlive();
          heardNanos = System.nanoTime();
        }
        continue;
      }
      if (facts.getFirst().sequence() != after + 1) {
        throw new StoreException(
            "the store ends at fact "
                + after
                + " and the journal goes on with "
                + facts.getFirst().sequence()
                + ": what is between is lost to the store. Is it the journal of this store?");
      }
      long startNanos = System.nanoTime();
      connection.write(facts);
      proven = proven || goesOn(after);
      heardNanos = System.nanoTime();
      wrote(connection.appliedSequence(), facts.size(), heardNanos - startNanos);
    }
  }

  private void mustNotBeAhead(long after) {
    long last = source.lastSequence();
    if (last < after) {
      throw new StoreException(
          "the store has facts up to "
              + after
              + " of cell "
              + options.cell()
              + ", but the journal ends at "
              + last
              + ": it is another journal. Bring back the right one, or give this one a cell number"
              + " of its own.");
    }
  }

  private void rebuildAsAsked(WriterConnection connection) throws SQLException {
    for (Rebuild next = rebuilds.poll(); next != null; next = rebuilds.poll()) {
      try {
        connection.rebuild(next.projection(), options.cell());
        next.done().complete(null);
      } catch (Throwable e) {
        next.done().completeExceptionally(e);
        throw e;
      }
    }
  }

  /** Tells where the store stands. What failed before has not yet been shown to be over. */
  private void standing(long sequence) {
    StoreProgress was = progress;
    publish(
        new StoreProgress(
            was.failure() == null,
            sequence,
            0,
            was.batches(),
            was.lastBatchFacts(),
            was.lastBatchMicros(),
            was.failure()));
  }

  /** Facts were written, or there are none to write: only now is an earlier failure over. */
  private boolean goesOn(long after) {
    StoreProgress was = progress;
    if (was.failure() != null) {
      LOGGER.info("the journey store goes on after fact {}", after);
      complainedAtNanos = System.nanoTime() - COMPLAINT_NANOS;
    }
    publish(
        new StoreProgress(
            true,
            was.lastAppliedSequence(),
            0,
            was.batches(),
            was.lastBatchFacts(),
            was.lastBatchMicros(),
            null));
    return true;
  }

  private void wrote(long sequence, int facts, long nanos) {
    long micros = TimeUnit.NANOSECONDS.toMicros(nanos);
    publish(new StoreProgress(true, sequence, 0, progress.batches() + 1, facts, micros, null));
  }

  private void failed(Throwable e) {
    String why = e instanceof Error ? e.toString() : String.valueOf(e.getMessage());
    @Nullable String before = progress.failure();
    StoreProgress was = progress;
    publish(
        new StoreProgress(
            false,
            was.lastAppliedSequence(),
            0,
            was.batches(),
            was.lastBatchFacts(),
            was.lastBatchMicros(),
            why));
    if (!why.equals(before) || System.nanoTime() - complainedAtNanos > COMPLAINT_NANOS) {
      complainedAtNanos = System.nanoTime();
      LOGGER.warn("the journey store waits and tries again; calls go on: {}", why);
      if (e instanceof Error) {
        LOGGER.error("a fault in the journey store", e);
      }
      LOGGER.debug("why the journey store waits", e);
    }
  }
}
