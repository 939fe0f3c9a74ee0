// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.engine;

import java.time.Instant;

/**
 * The clock of the platform: epoch microseconds. The only place below the server that asks for the
 * time.
 */
@FunctionalInterface
public interface MicroClock {

  /** Now, in epoch microseconds. */
  long micros();

  /** How far this clock was ahead of the machine's when it was last read, by whichever thread. */
  default long lastAheadMicros() {
    return 0;
  }

  /** The machine's clock; it can be set back, and {@link SteadyClock} not. */
  static MicroClock system() {
    return () -> {
      Instant now = Instant.now();
      return now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
    };
  }
}
