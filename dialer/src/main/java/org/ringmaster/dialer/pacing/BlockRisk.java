// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.pacing;

import java.util.Arrays;

/**
 * The chance that a call which is dialled now finds nobody when a person answers it: over all
 * seconds in which that may be, the chance that those who answer before it have taken all who came
 * free. Agents who come free are counted exactly (a Poisson-binomial law) while they are few,
 * answers by a Poisson law; with many agents both together are nearly normal. Owned by one thread.
 */
final class BlockRisk {
  /** From so many busy agents on the normal law does. */
  private static final int MANY = 30;

  private final int seconds;
  private final int hold;
  private final double[] released;
  private final double[] releasedVariance;
  private final double[] answered;
  private final double[] answeredVariance;

  /** How likely so many agents come free up to a second: by their number, then by the second. */
  private final double[][] law;

  private final double[][] chances = new double[MANY][];
  private int slack;
  private int busy;
  private double[] fresh;
  private double[] oldest;

  /**
   * Makes the sum's columns.
   *
   * @param seconds how far ahead it looks
   * @param hold how many seconds a person who has answered may wait for an agent
   */
  BlockRisk(int seconds, int hold) {
    this.seconds = seconds;
    this.hold = hold;
    released = new double[seconds + 1];
    releasedVariance = new double[seconds + 1];
    answered = new double[seconds + 1];
    answeredVariance = new double[seconds + 1];
    law = new double[MANY + 1][seconds + 1];
    fresh = new double[seconds + 1];
    oldest = fresh;
  }

  /** Takes in a moment. */
  void look(PacingMoment moment, Releases releases, Answers answers) {
    slack = moment.idle() - moment.waiting();
    busy = 0;
    for (int at = 0; at <= seconds; at++) {
      released[at] = 0;
      releasedVariance[at] = 0;
      answered[at] = 0;
      answeredVariance[at] = 0;
    }
    for (int i = 0; i < moment.talking(); i++) {
      comesFree(releases.ofTalk(moment.talkingMicros(i)));
    }
    for (int i = 0; i < moment.wrapping(); i++) {
      comesFree(releases.ofWrap(moment.wrappingMicros(i)));
    }
    for (int i = 0; i < moment.ringing(); i++) {
      double[] chance = answers.of(moment.ringingMicros(i));
      for (int at = 1; at <= seconds; at++) {
        answered[at] += chance[at];
        answeredVariance[at] += chance[at] * (1 - chance[at]);
      }
    }
    fresh = answers.ofNew();
    if (moment.ringing() > 0) {
      oldest = answers.of(moment.ringingMicros(0));
    }
    if (busy <= MANY) {
      countExactly();
    }
  }

  private void comesFree(double[] chance) {
    if (busy < MANY) {
      chances[busy] = chance;
    }
    busy++;
    for (int at = 0; at <= seconds; at++) {
      double free = chance[at + hold];
      released[at] += free;
      releasedVariance[at] += free * (1 - free);
    }
  }

  /** All seconds at once, the innermost loop over them: so the processor does several in one go. */
  private void countExactly() {
    Arrays.fill(law[0], 1);
    for (int count = 1; count <= busy; count++) {
      Arrays.fill(law[count], 0);
    }
    for (int i = 0; i < busy; i++) {
      double[] free = chances[i];
      for (int count = i + 1; count > 0; count--) {
        oneMore(law[count - 1], law[count], free);
      }
      double[] none = law[0];
      for (int at = 0; at <= seconds; at++) {
        none[at] *= 1 - free[at + hold];
      }
    }
  }

  private void oneMore(double[] fewer, double[] row, double[] free) {
    for (int at = 0; at <= seconds; at++) {
      double comes = free[at + hold];
      row[at] = row[at] * (1 - comes) + fewer[at] * comes;
    }
  }

  /** The chance for one call more, when so many others are dialled now too, 0 to 1. */
  double ofOneMore(int others) {
    double all = fresh[seconds];
    if (all <= 0) {
      return 0;
    }
    double risk = 0;
    for (int at = 1; at <= seconds; at++) {
      double share = (fresh[at] - fresh[at - 1]) / all;
      if (share > 1e-6) {
        risk += share * shortage(at, others, 0);
      }
    }
    return risk;
  }

  /** The chance that the call which has rung longest, if answered at a second, finds nobody. */
  double ofOldest(int at) {
    return shortage(at, 0, oldest[at]);
  }

  /** The chance that nobody is free at a second, one of those who ring left out of the count. */
  private double shortage(int at, int others, double leftOut) {
    double mean = answered[at] - leftOut + others * fresh[at];
    if (busy > MANY) {
      double variance =
          releasedVariance[at]
              + answeredVariance[at]
              - leftOut * (1 - leftOut)
              + others * fresh[at] * (1 - fresh[at]);
      double supply = slack + released[at] - mean;
      double gap = 0.5 - supply;
      return variance < 1e-9 ? (gap > 0 ? 1 : 0) : Normal.below(gap / StrictMath.sqrt(variance));
    }
    // Answers: P(Y >= k) from the Poisson law, k from what is free now on.
    double term = StrictMath.exp(-mean);
    double below = 0;
    int counted = 0;
    double risk = 0;
    for (int count = 0; count <= busy; count++) {
      int need = slack + count;
      while (counted < need) {
        below += term;
        counted++;
        term *= mean / counted;
      }
      risk += law[count][at] * (need <= 0 ? 1 : StrictMath.max(0, 1 - below));
    }
    return risk;
  }
}
