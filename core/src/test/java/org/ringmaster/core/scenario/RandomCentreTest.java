// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.scenario;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.queue.QueueFact;

/** Whatever the order of things, the invariants hold: a thousand steps per seed. */
class RandomCentreTest {
  private static final int STEPS = 1_000;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 6192900895672L})
  void aThousandStepsInAnyOrderBreakNothing(long seed) {
    run(seed);
  }

  @Test
  void soDoesAnOrderThatNobodyHasSeenYet() {
    run(System.nanoTime());
  }

  private static void run(long seed) {
    RandomDay day = new RandomDay(seed);
    try {
      for (int i = 0; i < STEPS; i++) {
        day.step();
      }
      day.ends();
      day.isQuiet();
    } catch (AssertionError | RuntimeException broken) {
      throw new AssertionError("seed " + seed + ", " + day.tail(), broken);
    }
    assertTrue(day.centre().count(QueueFact.EntryConnected.class) > 0, "nobody ever talked");
    assertTrue(day.centre().count(AgentFact.OfferEnded.class) > 0, "no offer was ever in vain");
  }
}
