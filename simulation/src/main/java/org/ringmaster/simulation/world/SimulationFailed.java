// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.world;

/**
 * Something in a simulated world broke; says by which seed and when, so that it can be repeated.
 */
public final class SimulationFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SimulationFailed(long seed, long atMicros, Throwable cause) {
    super("seed " + seed + " at " + atMicros + ": " + cause.getMessage(), cause);
  }
}
