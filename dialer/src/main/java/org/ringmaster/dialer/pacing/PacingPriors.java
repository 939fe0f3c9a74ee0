// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.pacing;

/**
 * What a pacer expects before it has seen anything. Soon outweighed by what happens.
 *
 * @param answerShare the share of calls that a person answers, 0 to 1
 * @param ringSeconds how long a call rings
 * @param talkSeconds how long a talk lasts
 * @param wrapSeconds how long a wrap-up lasts
 */
public record PacingPriors(
    double answerShare, double ringSeconds, double talkSeconds, double wrapSeconds) {

  /** A list of which nothing is known: many answer, so that it begins with care. */
  public static final PacingPriors CAREFUL = new PacingPriors(0.4, 15, 120, 20);
}
