// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.asterisk;

/**
 * Decides the fate of every frame: the seam at which a world is made to lose and confuse things.
 */
@FunctionalInterface
public interface WireRule {

  /** All arrives, in order. */
  WireRule FAITHFUL = frame -> Fate.PASS;

  /** What becomes of a frame that leaves now. */
  Fate fateOf(Frame frame);
}
