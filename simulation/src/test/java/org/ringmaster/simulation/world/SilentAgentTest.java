// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ringmaster.simulation.world.CentreForTests.CODEC;
import static org.ringmaster.simulation.world.CentreForTests.HOUR;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AutoPause;
import org.ringmaster.core.agent.PauseReason;
import org.ringmaster.core.agent.Speech;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.TelephoneUse;
import org.ringmaster.core.call.Trunk;
import org.ringmaster.core.call.TrunkId;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.queue.Overflow;
import org.ringmaster.core.queue.Queue;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.queue.WorkRules;
import org.ringmaster.core.routing.Strategy;
import org.ringmaster.simulation.draw.Profile;
import org.ringmaster.simulation.people.AgentHabits;
import org.ringmaster.simulation.people.CallerHabits;
import org.ringmaster.simulation.people.Callers;
import org.ringmaster.simulation.people.DeskAgent;

/** A telephone that answers and stays silent does not get every caller. */
class SilentAgentTest {
  private static final NodeId EDGE = new NodeId("edge");
  private static final AgentId ANNA = new AgentId("anna");
  private static final AgentId BEN = new AgentId("ben");

  @ParameterizedTest
  @EnumSource(TelephoneUse.class)
  void onlyTheAgentWhoseTelephoneIsSilentIsPausedForIt(TelephoneUse use) {
    SimulatedCentre world = new SimulatedCentre(SimulationSettings.of(41, CODEC), plan(use));
    DeskAgent anna = agent(world, ANNA, use);
    DeskAgent ben = agent(world, BEN, use);
    world.start();
    long opens = world.agenda().micros();
    anna.works(opens, opens + 4 * HOUR);
    ben.works(opens, opens + 4 * HOUR);
    new Callers(
            world.agenda(),
            world.draws().stream("callers"),
            world.asterisk(EDGE),
            CallerHabits.USUAL,
            "carrier",
            "500")
        .come(Profile.flat(40), opens + 4 * HOUR);
    world.run(2 * HOUR);
    assertEquals(Map.of(), pauses(world));
    assertTrue(ben.talks() > 10, "hardly anybody was served");
    ben.isMute(true);
    world.run(2 * HOUR);
    // They end the pause again and again, and are soon in the next.
    assertTrue(pauses(world).getOrDefault(BEN, 0) > 3, "" + pauses(world));
    assertEquals(null, pauses(world).get(ANNA));
    assertEquals(world.replayed().hash(CODEC), world.hash());
  }

  private static CentrePlan plan(TelephoneUse use) {
    Queue queue =
        new Queue(
                new QueueId("sales"),
                Strategy.LONGEST_IDLE,
                List.of(ANNA, BEN),
                20_000,
                5_000,
                0,
                false,
                600_000,
                Overflow.HANG_UP,
                "default",
                20_000)
            .with(new WorkRules(new AutoPause(0, 0, 1, 2), 0, 0, 0));
    return new CentrePlan()
        .node(EDGE)
        .trunk(new Trunk(new TrunkId("carrier"), EDGE, 0, 0))
        .agent(ANNA, "2001", use, EDGE)
        .agent(BEN, "2002", use, EDGE)
        .queue(queue)
        .number("500", queue.id(), null);
  }

  private static DeskAgent agent(SimulatedCentre world, AgentId id, TelephoneUse use) {
    return new DeskAgent(
        world.agenda(),
        world.draws().stream("agent " + id),
        world.asterisk(EDGE),
        world.inlet(),
        world::page,
        id,
        plan(use).telephoneOf(id),
        AgentHabits.DILIGENT);
  }

  /** How often each was paused for it, which is after every second silent talk. */
  private static Map<AgentId, Integer> pauses(SimulatedCentre world) {
    Map<AgentId, Integer> pauses = new LinkedHashMap<>();
    Map<AgentId, Integer> silent = new LinkedHashMap<>();
    for (RecordedFact fact : world.facts()) {
      if (fact.fact() instanceof AgentFact.SpeechNoted f && f.speech() == Speech.SILENT) {
        silent.merge(f.agent(), 1, Integer::sum);
      } else if (fact.fact() instanceof AgentFact.Paused f
          && f.reason().equals(PauseReason.SILENT)) {
        pauses.merge(f.agent(), 1, Integer::sum);
        assertEquals(2 * pauses.get(f.agent()), silent.get(f.agent()));
      }
    }
    return pauses;
  }
}
