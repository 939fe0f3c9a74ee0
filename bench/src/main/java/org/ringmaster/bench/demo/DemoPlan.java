// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.demo;

import java.util.List;

/**
 * What a demonstration consists of.
 *
 * @param callers how many ring
 * @param numbers what they dial, in turn
 * @param gapMillis mean time between two callers; drawn between half and one and a half of it
 * @param talkFromMillis shortest talk
 * @param talkToMillis longest talk
 * @param seed of everything that is drawn
 */
public record DemoPlan(
    int callers,
    List<String> numbers,
    long gapMillis,
    int talkFromMillis,
    int talkToMillis,
    long seed) {

  /** Refuses a plan that cannot be carried out. */
  public DemoPlan {
    numbers = List.copyOf(numbers);
    if (callers < 1 || callers > 1_000 || numbers.isEmpty()) {
      throw new IllegalArgumentException("a demonstration has 1 to 1000 callers and a number");
    }
  }

  /** A hundred callers of the first configuration's queues who talk 5 to 10 seconds. */
  public static DemoPlan usual(long seed) {
    return new DemoPlan(
        100, List.of("49301000", "49301000", "49301001"), 1_300, 5_000, 10_000, seed);
  }
}
