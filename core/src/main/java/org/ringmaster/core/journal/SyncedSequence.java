// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journal;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The last sequence known to be on disk. Published by the thread that syncs, read by any; whoever
 * waits sleeps on a condition, and a publisher that nobody waits for pays one volatile write.
 */
public final class SyncedSequence {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private final AtomicInteger waiters = new AtomicInteger();
  private volatile long sequence;
  private volatile boolean ended;

  SyncedSequence(long sequence) {
    this.sequence = sequence;
  }

  /** The last sequence on disk. */
  public long get() {
    return sequence;
  }

  /** Whether nothing more will come: the journal is closed. */
  public boolean ended() {
    return ended;
  }

  void publish(long synced) {
    sequence = synced;
    wake();
  }

  void end() {
    ended = true;
    wake();
  }

  private void wake() {
    // A waiter counts itself before it looks at the sequence for the last time, so one of the two
    // sees the other.
    if (waiters.get() > 0) {
      lock.lock();
      try {
        moved.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  /**
   * Waits until this sequence is on disk, the journal has ended, or the time is over.
   *
   * @return whether the sequence is on disk
   */
  public boolean await(long wanted, long waitMillis) throws InterruptedException {
    if (sequence >= wanted) {
      return true;
    }
    lock.lockInterruptibly();
    waiters.incrementAndGet();
    try {
      long left = TimeUnit.MILLISECONDS.toNanos(waitMillis);
      while (sequence < wanted && !ended && left > 0) {
        left = moved.awaitNanos(left);
      }
      return sequence >= wanted;
    } finally {
      waiters.decrementAndGet();
      lock.unlock();
    }
  }
}
