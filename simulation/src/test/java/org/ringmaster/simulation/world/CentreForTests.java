// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.world;

import java.util.ArrayList;
import java.util.List;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentProfile;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.TelephoneUse;
import org.ringmaster.core.call.Trunk;
import org.ringmaster.core.call.TrunkId;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.engine.Centre;
import org.ringmaster.core.queue.Overflow;
import org.ringmaster.core.queue.Queue;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.queue.Strategy;
import org.ringmaster.simulation.asterisk.SimulatedAsterisk;
import org.ringmaster.simulation.people.AgentHabits;
import org.ringmaster.simulation.people.CallerHabits;
import org.ringmaster.simulation.people.Callers;
import org.ringmaster.simulation.people.DeskAgent;

/** Two queues and their agents on one node. */
final class CentreForTests {

  static final FactCodec CODEC = FactCodec.of(Centre.names().build());
  static final NodeId EDGE = new NodeId("edge");
  static final long HOUR = 3_600_000_000L;

  final SimulatedCentre centre;
  final List<DeskAgent> agents = new ArrayList<>();
  final Callers sales;
  final Callers service;

  CentreForTests(long seed, int agentCount, AgentHabits habits, CallerHabits callerHabits) {
    this(SimulationSettings.of(seed, CODEC), agentCount, habits, callerHabits);
  }

  CentreForTests(
      SimulationSettings settings, int agentCount, AgentHabits habits, CallerHabits callerHabits) {
    CentrePlan plan =
        new CentrePlan().node(EDGE).trunk(new Trunk(new TrunkId("carrier"), EDGE, 0, 0));
    List<AgentId> all = new ArrayList<>();
    TelephoneUse[] uses = TelephoneUse.values();
    for (int i = 0; i < agentCount; i++) {
      AgentId agent = new AgentId("agent%03d".formatted(i));
      all.add(agent);
      plan.agent(agent, Integer.toString(2000 + i), uses[i % uses.length], EDGE);
    }
    plan.queue(queue("sales", all)).queue(queue("service", all.reversed()));
    plan.number("500", new QueueId("sales"), null).number("600", new QueueId("service"), null);
    centre = new SimulatedCentre(settings, plan);
    SimulatedAsterisk edge = centre.asterisk(EDGE);
    for (AgentProfile profile : plan.agents()) {
      agents.add(
          new DeskAgent(
              centre.agenda(),
              centre.draws().stream("agent " + profile.id()),
              edge,
              centre.inlet(),
              centre::page,
              profile.id(),
              plan.telephoneOf(profile.id()),
              habits));
    }
    sales = callers("500", callerHabits);
    service = callers("600", callerHabits);
  }

  private Callers callers(String number, CallerHabits habits) {
    return new Callers(
        centre.agenda(),
        centre.draws().stream("callers " + number),
        centre.asterisk(EDGE),
        habits,
        "carrier",
        number);
  }

  private static Queue queue(String name, List<AgentId> agents) {
    return new Queue(
        new QueueId(name),
        Strategy.LONGEST_IDLE,
        agents,
        20_000,
        5_000,
        30_000,
        true,
        600_000,
        Overflow.HANG_UP,
        "default",
        20_000);
  }
}
