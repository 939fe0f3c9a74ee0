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
import org.ringmaster.core.queue.Overflow;
import org.ringmaster.core.queue.Queue;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.routing.Strategy;
import org.ringmaster.simulation.draw.Profile;
import org.ringmaster.simulation.people.AgentHabits;
import org.ringmaster.simulation.people.CallerHabits;
import org.ringmaster.simulation.people.Callers;
import org.ringmaster.simulation.people.DeskAgent;

/**
 * A contact centre of some size on one node, with agents and callers who wait to be let in: what
 * tests and measurements let run. Two queues share their agents, and offer to them from both ends.
 * One thread; the same size, habits and seed give the same day.
 */
public final class BusyCentre {

  /** The node. */
  public static final NodeId EDGE = new NodeId("edge");

  private static final String TRUNK = "carrier";
  private static final int FIRST_AGENT_NUMBER = 2_000;
  private static final int FIRST_NUMBER = 500;
  private static final int NUMBERS_APART = 100;

  private final SimulatedCentre centre;
  private final List<DeskAgent> agents = new ArrayList<>();
  private final List<Callers> callers = new ArrayList<>();

  /** Two queues. */
  public BusyCentre(
      SimulationSettings settings, int agents, AgentHabits habits, CallerHabits callerHabits) {
    this(settings, agents, 2, habits, callerHabits);
  }

  /**
   * A centre that has not started.
   *
   * @param agents how many there are in all, on telephones of every use
   * @param queues how many there are, each with a number of its own; an even number
   */
  public BusyCentre(
      SimulationSettings settings,
      int agents,
      int queues,
      AgentHabits habits,
      CallerHabits callerHabits) {
    CentrePlan plan = plan(agents, queues);
    centre = new SimulatedCentre(settings, plan);
    for (AgentProfile profile : plan.agents()) {
      this.agents.add(
          new DeskAgent(
              centre.agenda(),
              centre.draws().stream("agent " + profile.id()),
              centre.asterisk(EDGE),
              centre.inlet(),
              centre::page,
              profile.id(),
              plan.telephoneOf(profile.id()),
              habits));
    }
    for (int i = 0; i < queues; i++) {
      callers.add(
          new Callers(
              centre.agenda(),
              centre.draws().stream("callers " + number(i)),
              centre.asterisk(EDGE),
              callerHabits,
              TRUNK,
              number(i)));
    }
  }

  private static CentrePlan plan(int agents, int queues) {
    CentrePlan plan = new CentrePlan().node(EDGE).trunk(new Trunk(new TrunkId(TRUNK), EDGE, 0, 0));
    int teams = queues / 2;
    List<List<AgentId>> team = new ArrayList<>();
    for (int i = 0; i < teams; i++) {
      team.add(new ArrayList<>());
    }
    TelephoneUse[] uses = TelephoneUse.values();
    for (int i = 0; i < agents; i++) {
      AgentId agent = new AgentId("agent%03d".formatted(i));
      team.get(i % teams).add(agent);
      String number = Integer.toString(FIRST_AGENT_NUMBER + i);
      plan.agent(agent, number, uses[i / teams % uses.length], EDGE);
    }
    for (int i = 0; i < queues; i++) {
      List<AgentId> own = team.get(i / 2);
      Queue queue = queue(i, i % 2 == 0 ? own : own.reversed());
      plan.queue(queue).number(number(i), queue.id(), null);
    }
    return plan;
  }

  private static Queue queue(int index, List<AgentId> agents) {
    String name = index % 2 == 0 ? "sales" : "service";
    return new Queue(
        new QueueId(index < 2 ? name : name + index / 2),
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

  private static String number(int queue) {
    return Integer.toString(FIRST_NUMBER + queue * NUMBERS_APART);
  }

  /** The centre, to be started and run. */
  public SimulatedCentre centre() {
    return centre;
  }

  /** All agents. */
  public List<DeskAgent> agents() {
    return List.copyOf(agents);
  }

  /** Who rings the number of a queue, counted from 0. */
  public Callers callers(int queue) {
    return callers.get(queue);
  }

  /**
   * Starts the platform; all agents work from now on, and people ring each number.
   *
   * @param perHour how many ring each number in an hour
   * @param untilMicros when agents go and nobody rings any more, epoch microseconds
   */
  public void opens(double perHour, long untilMicros) {
    centre.start();
    long from = centre.agenda().micros();
    agents.forEach(agent -> agent.works(from, untilMicros));
    callers.forEach(caller -> caller.come(Profile.flat(perHour), untilMicros));
  }
}
