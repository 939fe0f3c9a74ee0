// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.ari;

import java.util.concurrent.TimeUnit;
import org.ringmaster.bench.measure.Figures;

/** Counts numbers that come after a larger one. Any thread. */
final class OrderCheck {
  private static final long ALL_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final int expected;
  private int came;
  private int late;
  private int largest = -1;

  /** Expects so many numbers from 0 on. */
  OrderCheck(int expected) {
    this.expected = expected;
  }

  synchronized void came(String text) {
    int number = Integer.parseInt(text);
    came++;
    if (number < largest) {
      late++;
    }
    largest = Math.max(largest, number);
    notifyAll();
  }

  synchronized boolean isWhole() {
    return came == expected;
  }

  /** Waits until all have come; one that never comes counts as late. */
  synchronized Figures figures() throws InterruptedException {
    long deadline = System.nanoTime() + ALL_NANOS;
    while (!isWhole() && System.nanoTime() < deadline) {
      wait(100);
    }
    return Figures.of("late", late + (double) (expected - came));
  }
}
