// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ringmaster.simulation.world.CentreForTests.EDGE;
import static org.ringmaster.simulation.world.CentreForTests.HOUR;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.kernel.EpochBegan;
import org.ringmaster.simulation.asterisk.SimulatedNode;
import org.ringmaster.simulation.draw.Draws;
import org.ringmaster.simulation.draw.Profile;
import org.ringmaster.simulation.people.AgentHabits;
import org.ringmaster.simulation.people.CallerHabits;

/** What dies and comes back while calls go on. */
class RestartTest {

  private static final long SECOND = 1_000_000;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void aPlatformKilledAtAnyInstantComesBackToTheCallsThatWentOn(long seed) {
    CentreForTests world = busy(seed);
    Draws draws = world.centre.draws().stream("kills");
    for (int kill = 0; kill < 10; kill++) {
      world.centre.run(draws.below(300) * SECOND + draws.below(1_000_000));
      int unsynced = (int) (world.centre.lastSequence() - world.centre.syncedSequence());
      world.centre.dies();
      world.centre.run(draws.below(5_000_000));
      if (unsynced == 0) {
        world.centre.restarts();
      } else {
        world.centre.restartsAfter(world.centre.syncedSequence() + draws.below(unsynced + 1));
      }
    }
    endsWell(world);
    assertEquals(11, count(world, EpochBegan.class));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void aSocketThatIsCutAgainAndAgainLosesNoCallerForEver(long seed) {
    CentreForTests world = busy(seed);
    Draws draws = world.centre.draws().stream("cuts");
    for (int cut = 0; cut < 20; cut++) {
      world.centre.run(draws.below(200) * SECOND + draws.below(1_000_000));
      SimulatedNode node = world.centre.node(EDGE);
      switch (draws.below(3)) {
        case 0 -> node.isCut(draws.below(30_000_000));
        case 1 -> node.losesNetwork(draws.below(30_000_000));
        default -> node.isBulkCut(draws.below(3_000_000));
      }
    }
    endsWell(world);
    assertTrue(count(world, CallFact.NodeLost.class) > 5);
  }

  @Test
  void anAsteriskThatCrashesLosesItsCallsAndTakesNewOnes() {
    CentreForTests world = busy(9);
    world.centre.run(600 * SECOND);
    int before = world.centre.asterisk(EDGE).legs().size();
    assertTrue(before > 4, "not busy: " + before);
    world.centre.asterisk(EDGE).crash();
    world.centre.run(20 * SECOND);
    assertEquals(SimulatedNode.State.DOWN, world.centre.node(EDGE).state());
    world.centre.asterisk(EDGE).start();
    world.centre.run(20 * SECOND);
    assertEquals(SimulatedNode.State.UP, world.centre.node(EDGE).state());
    endsWell(world);
  }

  @Test
  void anInstanceWhoseNodeIsTakenOverFallsSilent() {
    CentreForTests world = busy(10);
    world.centre.run(600 * SECOND);
    world.centre.node(EDGE).isTakenOver();
    world.centre.run(SECOND);
    assertEquals(SimulatedNode.State.FENCED, world.centre.node(EDGE).state());
    assertEquals(1, count(world, CallFact.NodeFenced.class));
  }

  private static CentreForTests busy(long seed) {
    CentreForTests world = new CentreForTests(seed, 12, AgentHabits.USUAL, CallerHabits.USUAL);
    world.centre.start();
    long now = world.centre.agenda().micros();
    world.agents.forEach(agent -> agent.works(now, now + 4 * HOUR));
    world.sales.come(Profile.flat(80), now + 2 * HOUR);
    world.service.come(Profile.flat(60), now + 2 * HOUR);
    return world;
  }

  /** Everybody who rang is gone, and the books say the same. */
  private static void endsWell(CentreForTests world) {
    world.centre.run(8 * HOUR);
    assertEquals(0, world.centre.asterisk(EDGE).legs().size(), "legs are left");
    assertEquals(0, world.centre.centre().calls().books().legs().size(), "the books have legs");
    assertEquals(0, world.centre.centre().acd().books().entries().size(), "entries are left");
    assertEquals(world.centre.replayed().hash(CentreForTests.CODEC), world.centre.hash());
    long rangIn = world.sales.rangIn() + world.service.rangIn();
    long talked = world.sales.talked() + world.service.talked();
    assertTrue(talked > rangIn / 2, talked + " of " + rangIn);
  }

  private static long count(CentreForTests world, Class<?> kind) {
    return world.centre.facts().stream().filter(fact -> kind.isInstance(fact.fact())).count();
  }
}
