// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.forecast;

import org.ringmaster.dialer.campaign.AttemptOutcome;
import org.ringmaster.simulation.draw.Draws;

/** What comes of calls, one after the other. */
final class Callees {
  private static final double MOST_ANSWERS = 0.98;
  private static final int MOST_TURNS = 100;

  private final Chances chances;
  private final Draws draws;

  Callees(Chances chances, Draws draws) {
    this.chances = chances;
    this.draws = draws;
  }

  /** What one call comes to after so much ringing; talked or machine where somebody answers. */
  record Fate(AttemptOutcome outcome, long ringMicros) {}

  /**
   * Draws the next.
   *
   * @param before how often the lead had been dialled before
   * @param hour of the day
   * @param dayFactor how much more people answer on this day
   * @param timeOut after which a call is given up, microseconds
   */
  Fate of(int before, int hour, double dayFactor, long timeOut, long nowMicros) {
    double nth = chances.tries()[Math.min(before, chances.tries().length - 1)];
    double answers = Math.min(MOST_ANSWERS, chances.answer()[hour] * nth * dayFactor);
    if (draws.chance(answers)) {
      double machines = chances.machines().share();
      boolean isMachine = machines > 0 && draws.chance(machines);
      return new Fate(
          isMachine ? AttemptOutcome.MACHINE : AttemptOutcome.TALKED,
          answerRing(timeOut, nowMicros));
    }
    AttemptOutcome outcome = outcome(draws.unit());
    return new Fate(
        outcome,
        outcome == AttemptOutcome.NO_ANSWER
            ? timeOut
            : Math.min(timeOut, chances.otherRing().drawMicros(draws, nowMicros)));
  }

  /** The share is of those who answer in time: one who would come later is another person. */
  private long answerRing(long timeOut, long nowMicros) {
    long after = timeOut;
    for (int turn = 0; turn < MOST_TURNS && after >= timeOut; turn++) {
      after = chances.answerRing().drawMicros(draws, nowMicros);
    }
    return Math.min(after, timeOut - 1);
  }

  private AttemptOutcome outcome(double unit) {
    if (unit < chances.busy()) {
      return AttemptOutcome.BUSY;
    } else if (unit < chances.busy() + chances.unreachable()) {
      return AttemptOutcome.UNREACHABLE;
    } else if (unit < chances.busy() + chances.unreachable() + chances.congested()) {
      return AttemptOutcome.CONGESTED;
    }
    return AttemptOutcome.NO_ANSWER;
  }
}
