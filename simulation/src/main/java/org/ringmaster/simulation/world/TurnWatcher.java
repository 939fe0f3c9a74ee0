// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.world;

import org.ringmaster.core.kernel.Turn;

/** Sees every turn right after it was decided. It may look at everything and change nothing. */
@FunctionalInterface
public interface TurnWatcher {

  /** A turn was decided; it is used again afterwards, so it may not be kept. */
  void decided(Turn turn, SimulatedCentre centre);
}
