// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.list;

import java.lang.management.ManagementFactory;
import java.util.concurrent.locks.LockSupport;

/**
 * The most that was alive at a time while this was open: collects the garbage again and again on a
 * thread of its own, and looks at what is left. Whoever works meanwhile is slowed.
 */
final class LivePeak implements AutoCloseable {
  /** Pauses between collections, by their own time: whoever works must come on. */
  private static final int PAUSES = 4;

  private final Thread thread;
  private volatile boolean open = true;
  private volatile long most;

  LivePeak() {
    thread = Thread.ofPlatform().daemon().name("live-peak").start(this::look);
  }

  /** Bytes of the heap that are alive now; collects all garbage. */
  static long liveBytes() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private void look() {
    while (open) {
      long began = System.nanoTime();
      most = Math.max(most, liveBytes());
      LockSupport.parkNanos(PAUSES * (System.nanoTime() - began));
    }
  }

  /** Ends the looking; bytes. */
  long bytes() {
    close();
    return most;
  }

  @Override
  public void close() {
    open = false;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
