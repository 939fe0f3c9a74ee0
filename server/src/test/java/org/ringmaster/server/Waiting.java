// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for conditions, with a deadline and a sentence. */
public final class Waiting {

  private static final long LOOK_MILLIS = 20;

  private Waiting() {}

  /** Looks again and again until the condition holds; fails where it does not in time. */
  public static void until(BooleanSupplier condition, long seconds, String what)
      throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, "in " + seconds + " s: " + what);
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
  }
}
