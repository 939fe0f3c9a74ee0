// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringmaster.simulation.draw.Draws;

class LeadQueueTest {
  private static final long SECOND = 1_000_000;

  @Test
  void leadsComeInTheOrderInWhichTheyAreDueAndThoseThatAreAreCounted() {
    Draws draws = new Draws(1);
    LeadQueue queue = new LeadQueue(200);
    List<Integer> dues = new ArrayList<>();
    for (int lead = 0; lead < 200; lead++) {
      dues.add(draws.below(100));
      queue.add(lead, dues.get(lead) * SECOND, false);
    }
    for (int now = 0; now < 100; now += 7) {
      int at = now;
      int due = (int) dues.stream().filter(second -> second <= at).count();
      assertEquals(due, queue.due(now * SECOND, 1_000));
      assertEquals(Math.min(50, due), queue.due(now * SECOND, 50));
    }
    int before = 0;
    for (int taken = 0; taken < 200; taken++) {
      int due = dues.get(queue.take());
      assertEquals(Math.max(before, due), due);
      before = due;
    }
    assertEquals(0, queue.size());
  }
}
