// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.callerid;

/**
 * What a number of ours was used for within the last 24 hours.
 *
 * @param shown calls that showed it
 * @param ended of calls that showed it and ended, those that say something about people: not what a
 *     trunk refused
 * @param answered of these, how many were answered, by a person or a machine
 * @param lowSinceMicros since when it is answered less than it should be, epoch microseconds; 0
 *     where it is not
 */
public record CallerIdUse(
    String number, long shown, long ended, long answered, long lowSinceMicros) {

  private static final double PERCENT = 100;

  /** How many of a hundred calls were answered; 0 before the first has ended. */
  public double answeredPercent() {
    return ended == 0 ? 0 : PERCENT * answered / ended;
  }
}
