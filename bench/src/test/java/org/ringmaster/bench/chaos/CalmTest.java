// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.OfferState;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.LegState;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.TelephoneUse;
import org.ringmaster.core.call.Trunk;
import org.ringmaster.core.call.TrunkId;
import org.ringmaster.core.queue.Overflow;
import org.ringmaster.core.queue.Queue;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.routing.Strategy;
import org.ringmaster.simulation.asterisk.Fate;
import org.ringmaster.simulation.asterisk.Frame;
import org.ringmaster.simulation.asterisk.WireRule;
import org.ringmaster.simulation.draw.Distribution;
import org.ringmaster.simulation.people.AgentHabits;
import org.ringmaster.simulation.people.CallerHabits;
import org.ringmaster.simulation.people.Callers;
import org.ringmaster.simulation.people.DeskAgent;
import org.ringmaster.simulation.world.CentrePlan;
import org.ringmaster.simulation.world.SimulatedCentre;
import org.ringmaster.simulation.world.SimulationSettings;

/** What lasts is found on each node that can be seen, and on no other. */
class CalmTest {
  private static final NodeId EDGE = new NodeId("edge");
  private static final NodeId WEST = new NodeId("west");
  private static final AgentId ANNA = new AgentId("anna");
  private static final long SECOND = 1_000_000;
  private static final long LONG = 600 * SECOND;
  private static final WireRule NOBODY_ARRIVES =
      frame -> frame.content() instanceof CallInput.LegArrived ? new Fate.Lost() : Fate.PASS;
  private static final WireRule NOTHING_IS_TOLD =
      frame -> frame.way() == Frame.Way.TOLD ? new Fate.Lost() : Fate.PASS;
  private static final CallerHabits PATIENT =
      new CallerHabits(
          new Distribution.Constant(600),
          new Distribution.Constant(600),
          1,
          0,
          new Distribution.Constant(600),
          0);

  private final CentrePlan plan = plan();
  private final SimulatedCentre world =
      new SimulatedCentre(SimulationSettings.of(1, ChaosSeed.CODEC), plan);
  private final Edges edges = new Edges(world, plan.nodes());
  private final Calm calm = new Calm(world, edges);
  private final Callers callers =
      new Callers(world.agenda(), world.draws(), world.asterisk(EDGE), PATIENT, "carrier", "500");

  private static CentrePlan plan() {
    Queue queue =
        new Queue(
            new QueueId("sales"),
            Strategy.LONGEST_IDLE,
            List.of(ANNA),
            60_000,
            5_000,
            0,
            false,
            0,
            Overflow.HANG_UP,
            "default",
            20_000);
    return new CentrePlan()
        .node(EDGE)
        .node(WEST)
        .trunk(new Trunk(new TrunkId("carrier"), EDGE, 0, 0))
        .agent(ANNA, "2000", TelephoneUse.RUNG, EDGE)
        .queue(queue)
        .number("500", queue.id(), null);
  }

  CalmTest() {
    world.start();
    world.run(SECOND);
  }

  @Test
  void a_caller_of_whom_nobody_knows_is_found_while_another_node_is_away() {
    world.node(WEST).isCut(LONG);
    world.node(EDGE).wires(NOBODY_ARRIVES);
    callers.rings();
    world.run(SECOND);
    assertTrue(String.valueOf(looked()).contains("the books do not know it"));
  }

  @Test
  void a_caller_on_a_node_that_is_away_is_left_to_the_comparison() {
    world.node(EDGE).wires(NOBODY_ARRIVES);
    callers.rings();
    world.run(SECOND);
    world.node(EDGE).isCut(LONG);
    world.run(SECOND);
    assertEquals(null, looked());
  }

  @Test
  void a_telephone_that_rings_on_though_it_was_answered_is_found_where_the_node_can_be_seen() {
    isAnsweredUnheard();
    assertTrue(String.valueOf(looked()).contains("rings on though anna has answered"));
    world.node(EDGE).isCut(LONG);
    world.run(SECOND);
    assertEquals(null, looked());
  }

  /** Anna answers, and nobody is told. */
  private void isAnsweredUnheard() {
    DeskAgent anna =
        new DeskAgent(
            world.agenda(),
            world.draws(),
            world.asterisk(EDGE),
            world.inlet(),
            world::page,
            ANNA,
            plan.telephoneOf(ANNA),
            AgentHabits.DILIGENT);
    anna.comes();
    callers.rings();
    until(() -> !world.centre().roster().books().offers().isEmpty());
    world.node(EDGE).wires(NOTHING_IS_TOLD);
    until(
        () ->
            edges.legs().stream()
                .anyMatch(leg -> leg.outgoing() && leg.ours() && leg.state() == LegState.UP));
    assertEquals(
        OfferState.MADE,
        world.centre().roster().books().offers().iterator().next().state(),
        "nobody was told");
  }

  private void until(java.util.function.BooleanSupplier isSo) {
    for (int look = 0; look < 1_000 && !isSo.getAsBoolean(); look++) {
      world.run(SECOND / 20);
    }
    assertTrue(isSo.getAsBoolean());
  }

  /** What lasts for a second and a quarter. */
  private @Nullable String looked() {
    String lasts = null;
    for (int look = 0; look < 5 && lasts == null; look++) {
      world.run(SECOND / 4);
      lasts = calm.lasts();
    }
    return lasts;
  }

  @Test
  void a_leg_is_looked_for_where_it_lives() {
    callers.rings();
    world.run(SECOND);
    assertEquals(EDGE, edges.nodeOf(edges.legs().getFirst()));
    assertNotNull(edges.leg(edges.legs().getFirst().id()));
  }
}
