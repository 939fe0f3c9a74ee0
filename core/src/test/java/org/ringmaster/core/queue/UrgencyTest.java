// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.NodeId;

/** What is chosen by looking at heads of lines is what a look at everybody would choose. */
class UrgencyTest {
  private static final int FLOORS = 2_000;
  private static final int STEPS = 20;

  private int chosen;
  private int nobody;

  @Test
  void everyAgentIsGivenWhomALookAtEverybodyWouldGiveThem() {
    for (int seed = 0; seed < FLOORS; seed++) {
      run(seed);
    }
    assertTrue(chosen > 30_000, "only " + chosen + " choices");
    assertTrue(nobody > 3_000, "only " + nobody + " times nobody");
  }

  @Test
  void soItIsOnAFloorThatNobodyHasSeenYet() {
    run(System.nanoTime());
  }

  private void run(long seed) {
    RandomFloor floor = new RandomFloor(seed);
    PlainChoice plain = new PlainChoice(floor.centre);
    Lines lines = floor.centre.acd().books().lines();
    Seating seating = new Seating(floor.centre.acd().books(), floor.centre.roster());
    Reserves reserves = new Reserves(floor.centre.acd().books(), floor.centre.roster(), seating);
    Eligibility eligibility =
        new Eligibility(floor.centre.acd().books(), seating, reserves, floor.centre.roster());
    Urgency urgency = new Urgency(lines, seating, reserves, eligibility);
    Matching matching =
        new Matching(floor.centre.acd().books(), floor.centre.calls(), floor.centre.roster());
    for (int step = 0; step < STEPS; step++) {
      floor.step();
      String where = "seed " + seed + ", step " + step + ": ";
      for (AgentId agent : floor.agents) {
        compare(where + agent, floor, agent, plain, urgency);
      }
      for (QueueEntry entry : floor.centre.acd().books().entries()) {
        Queue queue = floor.centre.acd().books().queue(entry.queue());
        if (queue != null) {
          assertEquals(
              plain.free(entry, floor.nowMicros()),
              matching.free(queue, entry, null, floor.nowMicros()),
              where + entry.id());
        }
      }
    }
  }

  private void compare(
      String where, RandomFloor floor, AgentId agent, PlainChoice plain, Urgency urgency) {
    NodeId node = floor.centre.roster().nodeOf(agent);
    List<EntryId> inVain = new ArrayList<>();
    for (int turn = 0; node != null && turn < 3; turn++) {
      QueueEntry expected = plain.nextFor(agent, inVain, floor.nowMicros());
      QueueEntry found =
          urgency.mostUrgent(agent, node, new LinkedHashSet<>(inVain), floor.nowMicros());
      assertEquals(
          expected == null ? null : expected.id(), found == null ? null : found.id(), where);
      if (expected == null) {
        nobody++;
        return;
      }
      chosen++;
      inVain.add(Objects.requireNonNull(found).id());
    }
  }
}
