// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.fault;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.crash.CrashPoint;
import org.ringmaster.core.crash.CrashPoints;

/**
 * The end of one life. From the moment in which one thread reaches the chosen point for the so
 * manieth time, every thread that comes to any point, to the disk or to the outside ends there.
 * Used by all threads of the life.
 */
final class Death implements CrashPoints.Watch {
  private final @Nullable CrashPoint chosen;
  private final Runnable onDeath;
  private final Map<CrashPoint, Integer> seen = new EnumMap<>(CrashPoint.class);
  private final CountDownLatch died = new CountDownLatch(1);
  private int left;
  private boolean atPoint;

  /**
   * A death that waits.
   *
   * @param chosen where; null where it comes from outside
   * @param hits at which time of reaching it
   * @param onDeath done on the dying thread, at once: how a process ends that really ends
   */
  Death(@Nullable CrashPoint chosen, int hits, Runnable onDeath) {
    this.chosen = chosen;
    this.left = hits;
    this.onDeath = onDeath;
  }

  @Override
  public void reached(CrashPoint point) {
    synchronized (this) {
      mustLive();
      seen.merge(point, 1, Integer::sum);
      if (point == chosen && --left == 0) {
        atPoint = true;
        onDeath.run();
        died.countDown();
        mustLive();
      }
    }
  }

  /** The process is killed from outside. */
  synchronized void come() {
    died.countDown();
  }

  boolean isDead() {
    return died.getCount() == 0;
  }

  /** Ends the thread if the process is dead. */
  void mustLive() {
    if (isDead()) {
      throw new CrashError();
    }
  }

  /** Whether the end came at the point that was chosen. */
  synchronized boolean atPoint() {
    return atPoint;
  }

  /** How often this life has reached each point. */
  synchronized Map<CrashPoint, Integer> seen() {
    return new EnumMap<>(seen);
  }

  /** Waits for the end. */
  boolean await(long millis) throws InterruptedException {
    return died.await(millis, TimeUnit.MILLISECONDS);
  }
}
