// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.days;

import java.util.List;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.TelephoneId;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.supervision.SupervisionInput;
import org.ringmaster.core.supervision.SupervisionMode;
import org.ringmaster.core.talk.Destination;
import org.ringmaster.core.talk.TalkInput;
import org.ringmaster.simulation.draw.Draws;
import org.ringmaster.simulation.people.DeskAgent;
import org.ringmaster.simulation.world.SimulatedCentre;

/**
 * What agents do with the calls they have in hand, and supervisors with the talks of others: now
 * and then one of those who talk holds, consults, hands on, parks, confers, and does what follows
 * from it some seconds later. Owned by the simulation's thread.
 */
final class FloorWork {
  private static final long SECOND = 1_000_000;

  private final SimulatedCentre world;
  private final DayPlan plan;
  private final List<DeskAgent> agents;
  private final Draws draws;
  private final double meanSeconds;
  private boolean over;

  /**
   * Work that has not begun.
   *
   * @param meanSeconds from one thing done to the next, on the whole floor
   */
  FloorWork(SimulatedCentre world, DayPlan plan, List<DeskAgent> agents, double meanSeconds) {
    this.world = world;
    this.plan = plan;
    this.agents = agents;
    this.meanSeconds = meanSeconds;
    draws = world.draws().stream("work");
  }

  void begin() {
    world
        .agenda()
        .after(
            (long) (draws.exponential() * meanSeconds * SECOND),
            () -> {
              if (!over) {
                DeskAgent agent = agents.get(draws.below(agents.size()));
                if (agent.isTalking()) {
                  does(agent.id());
                }
                begin();
              }
            });
  }

  void end() {
    over = true;
  }

  private void does(AgentId agent) {
    String by = agent.value();
    switch (draws.below(9)) {
      case 0 -> {
        asks(new TalkInput.Hold(agent, by));
        later(3, 15, new TalkInput.Resume(agent, by));
      }
      case 1 -> asks(new TalkInput.HandOn(agent, Destination.queue(anyQueue()), by));
      case 2 -> asks(new TalkInput.HandOn(agent, Destination.agent(anyAgent()), by));
      case 3 -> asks(new TalkInput.HandOn(agent, Destination.number(DayPlan.OUTSIDE), by));
      case 4 -> {
        asks(new TalkInput.Park(agent, by));
        later(2, 30, new TalkInput.Retrieve(anyAgent(), 701 + draws.below(3), by));
      }
      case 5, 6 -> consults(agent, by);
      default -> supervises(agent);
    }
  }

  private void consults(AgentId agent, String by) {
    boolean outside = draws.chance(0.2);
    Destination whom =
        outside ? Destination.number(DayPlan.OUTSIDE) : Destination.agent(anyAgent());
    asks(new TalkInput.Consult(agent, whom, by));
    if (draws.chance(0.3)) {
      later(6, 10, new TalkInput.Swap(agent, by));
    }
    Input end =
        switch (draws.below(4)) {
          case 0 -> new TalkInput.Cancel(agent, by);
          case 1 -> new TalkInput.Join(agent, by);
          default -> new TalkInput.Complete(agent, by);
        };
    later(10, 25, end);
    later(25, 30, new TalkInput.Resume(agent, by)); // Where nobody answered.
  }

  private void supervises(AgentId agent) {
    NodeId node = plan.plan().telephoneOf(agent).node();
    Author boss = new Author("boss");
    SupervisionMode[] modes = SupervisionMode.values();
    TelephoneId telephone = new TelephoneId(DayPlan.supervisor(node).value());
    asks(attends(agent, modes[draws.below(3)], telephone, boss));
    if (draws.chance(0.4)) {
      later(6, 12, attends(agent, modes[draws.below(modes.length)], telephone, boss));
    }
    later(12, 30, new SupervisionInput.Leave(agent, null, boss));
  }

  private static SupervisionInput attends(
      AgentId agent, SupervisionMode mode, TelephoneId telephone, Author boss) {
    return new SupervisionInput.Attend(agent, null, mode, telephone, null, boss);
  }

  private AgentId anyAgent() {
    return plan.agents().get(draws.below(plan.agents().size()));
  }

  private QueueId anyQueue() {
    return DayPlan.queue(draws.below(DayPlan.QUEUES));
  }

  private void asks(Input wish) {
    var unused = world.inlet().ask(wish); // Much of it is refused, as on any floor.
  }

  private void later(int fromSeconds, int toSeconds, Input wish) {
    long after = (long) ((fromSeconds + draws.unit() * (toSeconds - fromSeconds)) * SECOND);
    world.agenda().after(after, () -> asks(wish));
  }
}
