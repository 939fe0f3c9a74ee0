// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.store;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.store.FactSource;

/** Facts in memory that the bench lets become durable part by part. Given by one thread. */
final class HeldSource implements FactSource {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition given = lock.newCondition();
  private List<RecordedFact> facts = List.of();
  private volatile long last;

  /** Goes on with these, which follow the last ones; those must be in the store. */
  void give(List<RecordedFact> next) {
    lock.lock();
    try {
      facts = next;
      last = next.getLast().sequence();
      given.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public List<RecordedFact> take(long afterSequence, int max, Duration wait)
      throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long nanos = wait.toNanos();
      while (last <= afterSequence && nanos > 0) {
        nanos = given.awaitNanos(Math.min(nanos, TimeUnit.MILLISECONDS.toNanos(50)));
      }
      if (last <= afterSequence) {
        return List.of();
      }
      int from = (int) (afterSequence + 1 - facts.getFirst().sequence());
      return facts.subList(from, Math.min(facts.size(), from + max));
    } finally {
      lock.unlock();
    }
  }

  @Override
  public long lastSequence() {
    return last;
  }
}
