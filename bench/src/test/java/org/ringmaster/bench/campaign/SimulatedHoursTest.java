// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.dialer.campaign.AttemptOutcome;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.simulation.people.CalleeKind;

class SimulatedHoursTest {
  private static final int AGENTS = 5;
  private static final long SECONDS = 1_800;
  private static final long MICROS = 1_000_000;

  private final List<LeadFate> fates = LeadFate.draw(3, 300, 8);
  private final SimulatedHours hours =
      new SimulatedHours(AGENTS, 2, fates, new long[] {2 * MICROS}, new long[] {5 * MICROS});

  @Test
  void each_lead_meets_the_fate_that_was_drawn_for_it_whatever_the_luck_of_the_run() {
    Course one = hours.run(1, SECONDS);
    assertEquals(300, one.attempts());
    assertEquals(0, one.withoutOneOutcome());
    for (Course course : List.of(one, hours.run(2, SECONDS))) {
      assertEquals(drawn(CalleeKind.BUSY), course.outcomes().get(AttemptOutcome.BUSY));
      int live = course.connected() + course.abandoned();
      int drawn = drawn(CalleeKind.PERSON) + drawn(CalleeKind.MACHINE);
      // Some ring so long that they are given up before.
      assertTrue(live <= drawn && live >= 0.9 * drawn, course.outcomes()::toString);
    }
  }

  @Test
  void the_same_luck_gives_the_same_hour_and_other_luck_another() {
    Course.Hour hour = hours.run(1, SECONDS).between(0, 400 * MICROS, AGENTS);
    assertEquals(hour, hours.run(1, SECONDS).between(0, 400 * MICROS, AGENTS));
    assertNotEquals(hour, hours.run(2, SECONDS).between(0, 400 * MICROS, AGENTS));
  }

  @Test
  void the_agents_time_is_busy_or_idle() {
    Course.Hour hour = hours.run(1, SECONDS).between(60 * MICROS, 360 * MICROS, AGENTS);
    double staffed = AGENTS * 300.0;
    assertEquals(
        staffed, staffed * hour.busyPercent() / 100 + hour.idleSeconds() * hour.talks(), 0.001);
    assertTrue(hour.busyPercent() > 20 && hour.busyPercent() < 100, hour::toString);
  }

  @Test
  void who_answers_is_soon_together_with_an_idle_agent() {
    Course course = hours.run(1, SECONDS);
    double[] idle = course.togetherMillis(true);
    assertTrue(idle.length > 20, () -> idle.length + " found an agent idle");
    assertTrue(idle[idle.length - 1] < 1_000, () -> "after " + idle[idle.length - 1] + " ms");
    assertEquals(0, course.neverTogether());
  }

  /**
   * A pacer that sees wrap-ups end a moment before a whole second plans otherwise than one that
   * sees them end a moment behind it, as the lab's queue does.
   */
  @Test
  void the_queue_ends_wrap_ups_as_in_the_lab() {
    Map<AgentId, LegId> with = new HashMap<>();
    Map<LegId, Long> ended = new HashMap<>();
    int freed = 0;
    for (RecordedFact fact : hours.facts(1, SECONDS)) {
      long at = fact.envelope().recordedAtMicros();
      switch (fact.fact()) {
        case CampaignFact.Connected f -> with.put(f.agent(), f.leg());
        case CallFact.LegEnded f -> ended.put(f.leg(), at);
        case AgentFact.Freed f when with.containsKey(f.agent()) -> {
          long wrapUp = at - ended.get(with.remove(f.agent()));
          assertTrue(wrapUp >= 2 * MICROS && wrapUp < 2.1 * MICROS, wrapUp + " us");
          freed++;
        }
        default -> {}
      }
    }
    assertTrue(freed > 50, freed + " wrap-ups");
  }

  private int drawn(CalleeKind kind) {
    return (int) fates.stream().filter(fate -> fate.kind() == kind).count();
  }
}
