// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.pacing;

/**
 * What a pacer decided, and by what.
 *
 * @param dial how many lines to dial now, at most the room that there was
 * @param giveUpOldest whether the call that has rung longest is to be given up
 * @param risk the chance that one more call, if a person answers it, would find nobody, 0 to 1; NaN
 *     where a pacer does not work with it
 * @param bound the chance that was allowed, 0 to 1; NaN likewise
 */
public record Pacing(int dial, boolean giveUpOldest, double risk, double bound) {

  /** So many lines, by a pacer that knows no risk. */
  public static Pacing lines(int dial, PacingMoment moment) {
    return new Pacing(
        StrictMath.max(0, StrictMath.min(dial, moment.room())), false, Double.NaN, Double.NaN);
  }
}
