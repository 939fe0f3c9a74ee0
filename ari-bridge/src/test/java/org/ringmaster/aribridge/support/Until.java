// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.support;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for a condition, with a deadline. */
public final class Until {
  private static final Duration DEADLINE = Duration.ofSeconds(15);

  private Until() {}

  /** Waits until the condition holds; fails with what was awaited when it does not in time. */
  public static void holds(String what, BooleanSupplier condition) {
    holds(() -> what, condition);
  }

  /** The same, with a text that is only made when the condition does not hold in time. */
  public static void holds(Supplier<String> what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + DEADLINE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - deadline > 0) {
        throw new AssertionError("not in time: " + what.get());
      }
      LockSupport.parkNanos(1_000_000L);
    }
  }
}
