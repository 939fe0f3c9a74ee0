// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.store;

import java.util.List;

/**
 * At which rates facts come, one after the other.
 *
 * @param steps the rates and their times
 */
record SteadyPlan(List<Step> steps) {
  /** A little more than twenty thousand, so that what is kept up can be told to be that much. */
  static final int MANY_PER_SECOND = 20_400;

  static final SteadyPlan QUICK =
      new SteadyPlan(List.of(new Step(1_000, 2), new Step(5_000, 2), new Step(MANY_PER_SECOND, 2)));
  static final SteadyPlan FULL =
      new SteadyPlan(
          List.of(new Step(1_000, 15), new Step(5_000, 15), new Step(MANY_PER_SECOND, 60)));

  /** Comes first and is not told of: a store that has just been opened is slow for a moment. */
  static final Step WARM_UP = new Step(10_000, 2);

  /** So many facts a second for so many seconds. */
  record Step(int factsPerSecond, int seconds) {
    long facts() {
      return (long) factsPerSecond * seconds;
    }
  }

  /** How many facts it takes. */
  long facts() {
    return WARM_UP.facts() + steps.stream().mapToLong(Step::facts).sum();
  }
}
