// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.outage;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for conditions, with a deadline and a sentence. */
final class Until {

  private static final long LOOK_MILLIS = 20;

  private Until() {}

  /**
   * Looks again and again until the condition holds.
   *
   * @throws IllegalStateException where it does not in time
   */
  static void holds(BooleanSupplier condition, long seconds, String what)
      throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("not in " + seconds + " s: " + what);
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
  }
}
