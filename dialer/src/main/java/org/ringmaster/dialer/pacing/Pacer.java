// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.pacing;

import java.util.PrimitiveIterator;
import java.util.function.DoubleConsumer;

/**
 * A policy of how many lines to dial. It sees moments and learns from what it is told; the same
 * told in the same order gives the same decisions. Owned by one thread.
 */
public interface Pacer {

  /** What to do at this moment. Called some times a second, and whenever something happens. */
  Pacing decide(PacingMoment moment);

  /**
   * A dialled call rang for so long, microseconds from the dialling on.
   *
   * @param others what lasts when it ends
   */
  default void rang(long micros, RingEnd end, Underway others) {}

  /**
   * A talk lasted so long, microseconds.
   *
   * @param others what lasts when it ends
   */
  default void talked(long micros, Underway others) {}

  /**
   * A wrap-up lasted so long, microseconds.
   *
   * @param others what lasts when it ends
   */
  default void wrapped(long micros, Underway others) {}

  /** A call that a person answered came to an agent in time, or was abandoned. */
  default void answered(boolean abandoned) {}

  /**
   * A call that was told as answered by a person was not that after all.
   *
   * @param abandoned whether it was told as abandoned
   */
  default void takenBack(boolean abandoned) {}

  /**
   * A call was given up as a machine's that was a person's with this chance, 0 to 1: so much of a
   * live answer was abandoned.
   */
  default void mistaken(double chance) {}

  /** A new window of the law begins. */
  default void newWindow() {}

  /** Goes on with what another has learnt that had other settings, as far as that holds here. */
  default void learnsFrom(Pacer other) {}

  /** Tells all that it has learnt, as numbers, so that another can go on from there. */
  default void save(DoubleConsumer out) {}

  /** Goes on from where another of the same kind and settings was. */
  default void load(PrimitiveIterator.OfDouble in) {}
}
