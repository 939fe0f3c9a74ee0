// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ringmaster.simulation.world.CentreForTests.EDGE;
import static org.ringmaster.simulation.world.CentreForTests.HOUR;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringmaster.simulation.asterisk.Fate;
import org.ringmaster.simulation.asterisk.RequestRule;
import org.ringmaster.simulation.asterisk.SimulatedNode;
import org.ringmaster.simulation.asterisk.WireRule;
import org.ringmaster.simulation.draw.Draws;
import org.ringmaster.simulation.draw.Profile;
import org.ringmaster.simulation.people.AgentHabits;
import org.ringmaster.simulation.people.CallerHabits;

/** Wires that lose, delay, double and swap, and an Asterisk that refuses for no reason. */
class FaultsTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void whateverTheWiresDidIsMendedByTheNextListing(long seed) {
    CentreForTests world = busy(seed);
    Draws draws = world.centre.draws().stream("faults");
    SimulatedNode node = world.centre.node(EDGE);
    node.wires(frame -> fate(draws));
    node.refuses(command -> draws.chance(0.005) ? 500 : 0);
    world.centre.run(HOUR);
    node.wires(WireRule.FAITHFUL);
    node.refuses(RequestRule.OBEYS);
    node.isCut(0);
    world.centre.run(8 * HOUR);
    assertEquals(0, world.centre.asterisk(EDGE).legs().size(), "legs are left");
    assertEquals(0, world.centre.centre().calls().books().legs().size(), "the books have legs");
    assertEquals(0, world.centre.centre().acd().books().entries().size(), "entries are left");
    assertTrue(world.sales.talked() > world.sales.rangIn() / 3, "hardly anybody was served");
  }

  private static Fate fate(Draws draws) {
    double drawn = draws.unit();
    if (drawn < 0.004) {
      return new Fate.Lost();
    } else if (drawn < 0.008) {
      return new Fate.Late(draws.below(3_000_000));
    } else if (drawn < 0.010) {
      return new Fate.Stalled(draws.below(2_000_000));
    } else if (drawn < 0.014) {
      return new Fate.Twice();
    } else if (drawn < 0.018) {
      return new Fate.Overtaken();
    }
    return Fate.PASS;
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
}
