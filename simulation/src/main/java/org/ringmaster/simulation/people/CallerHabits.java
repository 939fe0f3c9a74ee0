// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.people;

import org.ringmaster.simulation.draw.Distribution;

/**
 * How people who ring us behave; times in seconds.
 *
 * @param patience how long they wait for somebody to talk with
 * @param talk how long they talk before they hang up
 * @param ends in how many of all talks they are the ones to end it (0 to 1); else they wait twice
 *     as long for the other to do so
 * @param redials how many of those who gave up ring again
 * @param redialAfter how long after giving up
 * @param holds in how many talks they put the leg on hold for a while
 * @param asks how many of those who wait press the key for being called back, and say yes
 */
public record CallerHabits(
    Distribution patience,
    Distribution talk,
    double ends,
    double redials,
    Distribution redialAfter,
    double holds,
    double asks) {

  /** People who never ask to be called back. */
  public CallerHabits(
      Distribution patience,
      Distribution talk,
      double ends,
      double redials,
      Distribution redialAfter,
      double holds) {
    this(patience, talk, ends, redials, redialAfter, holds, 0);
  }

  /** The same, of whom so many ask to be called back. */
  public CallerHabits asking(double share) {
    return new CallerHabits(patience, talk, ends, redials, redialAfter, holds, share);
  }

  /** Two minutes of patience, three minutes of talk; a third ring again. */
  public static final CallerHabits USUAL =
      new CallerHabits(
          new Distribution.Weibull(1.3, 130),
          new Distribution.LogNormal(170, 0.6),
          0.7,
          0.3,
          new Distribution.Exponential(600),
          0.05);
}
