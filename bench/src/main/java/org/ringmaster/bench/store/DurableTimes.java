// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.store;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.ringmaster.core.store.JourneyStore;

/**
 * When groups of facts became durable, first in the journal, then in PostgreSQL. Told of the first
 * by the thread that feeds; watches the store on a thread of its own.
 */
final class DurableTimes implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(100);
  private static final long HIGHEST_NANOS = TimeUnit.MINUTES.toNanos(5);
  private static final int DIGITS = 3;

  private record Group(long last, int facts, long syncedNanos) {}

  /**
   * What was seen.
   *
   * @param nanos of all facts
   * @param firstThird of the first third of the facts
   * @param lastThird of the last third
   */
  record Seen(Histogram nanos, Histogram firstThird, Histogram lastThird, double factsPerCommit) {}

  private record Durable(Group group, long nanos) {}

  private final JourneyStore store;
  private final Queue<Group> groups = new ConcurrentLinkedQueue<>();
  private final Queue<Durable> durable = new ConcurrentLinkedQueue<>();
  private final Thread watching;
  private final long after;
  private final long batchesBefore;
  private volatile long watched;
  private volatile boolean closed;

  DurableTimes(JourneyStore store, long after) {
    this.store = store;
    this.after = after;
    this.watched = after;
    this.batchesBefore = store.progress().batches();
    watching = Thread.ofPlatform().name("bench-watch").start(this::watch);
  }

  /** A group of facts, up to a sequence, is durable in the journal now. */
  void synced(long last, int facts) {
    groups.add(new Group(last, facts, System.nanoTime()));
  }

  private void watch() {
    try {
      while (!closed) {
        if (!store.awaitApplied(watched + 1, LOOK)) {
          continue;
        }
        long applied = store.progress().lastAppliedSequence();
        long now = System.nanoTime();
        for (Group next = groups.peek(); next != null && next.last() <= applied; ) {
          durable.add(new Durable(next, Math.max(0, now - next.syncedNanos())));
          groups.remove();
          next = groups.peek();
        }
        watched = applied;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** All that was seen once the store has the last fact. */
  Seen seen(long last) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (watched < last || !groups.isEmpty()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("the store was not seen to have fact " + last);
      }
      TimeUnit.MILLISECONDS.sleep(1);
    }
    long third = (last - after) / 3;
    Seen seen =
        new Seen(
            histogram(),
            histogram(),
            histogram(),
            (last - after) / (double) (store.progress().batches() - batchesBefore));
    for (Durable one : durable) {
      record(seen.nanos(), one);
      if (one.group().last() <= after + third) {
        record(seen.firstThird(), one);
      } else if (one.group().last() > last - third) {
        record(seen.lastThird(), one);
      }
    }
    return seen;
  }

  private static Histogram histogram() {
    return new Histogram(HIGHEST_NANOS, DIGITS);
  }

  private static void record(Histogram histogram, Durable one) {
    histogram.recordValueWithCount(one.nanos(), one.group().facts());
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    watching.join();
  }
}
