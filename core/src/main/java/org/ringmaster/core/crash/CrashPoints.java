// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.crash;

import org.jspecify.annotations.Nullable;

/**
 * Where the write path says how far it is. In production nobody watches. Reached by any thread;
 * watched by one at a time, in tests and faults only, as a test of the architecture holds.
 */
public final class CrashPoints {

  /** Who wants to know; called on the thread that is there, and may end it with an error. */
  @FunctionalInterface
  public interface Watch {
    /** A thread is at this point. */
    void reached(CrashPoint point);
  }

  private static volatile @Nullable Watch watch;

  private CrashPoints() {}

  /** The thread is at this point. */
  public static void reach(CrashPoint point) {
    Watch watching = watch;
    if (watching != null) {
      watching.reached(point);
    }
  }

  /** From now on this one is told, whoever was before; null for nobody. */
  public static void watch(@Nullable Watch watching) {
    watch = watching;
  }
}
