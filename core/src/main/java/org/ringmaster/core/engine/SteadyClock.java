// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.engine;

import java.util.function.LongSupplier;

/**
 * The machine's clock as long as that goes forward, and a clock that never goes back: where the
 * machine's is set back this one goes on by what has passed, one part in a hundred slower, until
 * the machine's has caught up. Used by any thread.
 */
public final class SteadyClock implements MicroClock {

  private static final long NANOS_PER_MICRO = 1_000;
  private static final long SLOWED_BY = 100;

  private final MicroClock wall;
  private final LongSupplier nanos;
  private long lastNanos;
  private long lastMicros;
  private long unslowedMicros;
  private volatile long lastAheadMicros;

  /**
   * A clock that begins with the wall's time.
   *
   * @param wall the machine's clock, which people and programs may set
   * @param nanos what has passed since some instant, nanoseconds; never set: {@code
   *     System.nanoTime()}
   */
  public SteadyClock(MicroClock wall, LongSupplier nanos) {
    this.wall = wall;
    this.nanos = nanos;
    lastMicros = wall.micros();
    lastNanos = nanos.getAsLong();
  }

  /** The machine's two clocks. */
  public static SteadyClock system() {
    return new SteadyClock(MicroClock.system(), System::nanoTime);
  }

  @Override
  public synchronized long micros() {
    // The wall first: a thread that loses its processor in between sees it behind, never ahead.
    long wallMicros = wall.micros();
    long passed = Math.max(0, (nanos.getAsLong() - lastNanos) / NANOS_PER_MICRO);
    lastNanos += passed * NANOS_PER_MICRO;
    long ahead = lastMicros + passed - wallMicros;
    if (ahead <= 0) {
      lastMicros = wallMicros;
      unslowedMicros = 0;
    } else {
      unslowedMicros += passed;
      long slower = Math.min(ahead, unslowedMicros / SLOWED_BY);
      unslowedMicros -= slower * SLOWED_BY;
      lastMicros += Math.max(0, passed - slower);
    }
    long nowAheadMicros = lastMicros - wallMicros;
    if (nowAheadMicros != lastAheadMicros) {
      lastAheadMicros = nowAheadMicros;
    }
    return lastMicros;
  }

  /** Goes on from an instant that an earlier run had reached, if this clock is behind it. */
  public synchronized void notBefore(long micros) {
    lastMicros = Math.max(micros(), micros);
  }

  @Override
  public long lastAheadMicros() {
    return lastAheadMicros;
  }

  /** How far this clock is ahead of the machine's, microseconds; 0 where that was not set back. */
  public long aheadMicros() {
    return Math.max(0, micros() - wall.micros());
  }
}
