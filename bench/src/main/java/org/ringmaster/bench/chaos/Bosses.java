// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.chaos;

import java.util.ArrayList;
import java.util.List;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.PauseReason;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.queue.QueueEntry;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.steering.Steered;
import org.ringmaster.core.steering.SteeringInput;
import org.ringmaster.core.steering.Subject;
import org.ringmaster.simulation.draw.Draws;
import org.ringmaster.simulation.world.SimulatedCentre;

/** Two supervisors who change what is at work, as drawn. Owned by the simulation's thread. */
final class Bosses {
  private static final long SECOND = 1_000_000;

  private final SimulatedCentre world;
  private final List<AgentId> agents;
  private final Draws draws;

  Bosses(SimulatedCentre world, List<AgentId> agents) {
    this.world = world;
    this.agents = agents;
    this.draws = world.draws().stream("bosses");
  }

  /** One of them wants something. */
  void want() {
    if (world.isAlive()) {
      world.inlet().ask(wish());
    }
  }

  private QueueId queue() {
    List<QueueId> queues = new ArrayList<>();
    world.centre().acd().books().queues().forEach(queue -> queues.add(queue.id()));
    return queues.isEmpty() ? new QueueId("none") : queues.get(draws.below(queues.size()));
  }

  private CallId call() {
    List<QueueEntry> entries = List.copyOf(world.centre().acd().books().entries());
    return entries.isEmpty() ? new CallId("none") : entries.get(draws.below(entries.size())).call();
  }

  /** Mostly they have seen the last change. */
  private long seen(Subject subject) {
    Steered last = world.centre().steering().books().last(subject);
    return switch (draws.below(4)) {
      case 0 -> 0;
      case 1 -> SteeringInput.UNSEEN;
      default -> last == null ? 0 : last.version();
    };
  }

  private long until() {
    return world.clockMicros() + SECOND * (1 + draws.below(60));
  }

  private SteeringInput.Wish wish() {
    Author author = new Author("boss-" + draws.below(2));
    AgentId agent = agents.get(draws.below(agents.size()));
    QueueId queue = queue();
    CallId call = call();
    long ofAgent = seen(Subject.of(agent));
    long ofCall = seen(Subject.of(call));
    return switch (draws.below(12)) {
      case 0 -> new SteeringInput.PauseAgent(agent, new PauseReason("training"), ofAgent, author);
      case 1, 2 -> new SteeringInput.UnpauseAgent(agent, ofAgent, author);
      case 3 -> new SteeringInput.SignOutAgent(agent, draws.chance(0.5), ofAgent, author);
      case 4, 5 ->
          new SteeringInput.MoveAgent(
              agent, queue, draws.chance(0.6), draws.below(3), until(), ofAgent, author);
      case 6 -> new SteeringInput.RestoreAgent(agent, queue, ofAgent, author);
      case 7 -> new SteeringInput.PullCall(call, agent, ofCall, author);
      case 8 -> new SteeringInput.RequeueCall(call, queue, ofCall, author);
      case 9 -> new SteeringInput.PrioritiseCall(call, draws.below(3), ofCall, author);
      case 10 ->
          new SteeringInput.SetDoor(
              queue,
              draws.chance(0.5),
              until(),
              draws.chance(0.5) ? List.of() : List.of(Prompt.sound("goodbye")),
              seen(Subject.of(queue)),
              author);
      default -> new SteeringInput.RestoreDoor(queue, seen(Subject.of(queue)), author);
    };
  }
}
