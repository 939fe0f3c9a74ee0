// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.PauseReason;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.call.TelephoneId;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.queue.QueueEntry;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.steering.Steered;
import org.ringmaster.core.steering.SteeringInput;
import org.ringmaster.core.steering.Subject;
import org.ringmaster.core.supervision.SupervisionInput;
import org.ringmaster.core.supervision.SupervisionMode;
import org.ringmaster.core.testing.ScenarioCentre;

/** Two supervisors who do anything at any time, drawn apart from what all others do. */
final class RandomBosses {
  private static final List<QueueId> QUEUES = List.of(new QueueId("sales"), new QueueId("second"));

  private final Random random;
  private final ScenarioCentre centre;
  private final List<String> agents;
  private final Consumer<String> told;

  RandomBosses(long seed, ScenarioCentre centre, List<String> agents, Consumer<String> told) {
    this.random = new Random(seed);
    this.centre = centre;
    this.agents = agents;
    this.told = told;
  }

  /** Does something now and then. */
  void step() {
    if (random.nextInt(60) == 0) {
      supervises();
    }
    if (random.nextInt(30) == 0) {
      steers();
    }
  }

  private Author author() {
    return new Author("boss" + random.nextInt(2));
  }

  private AgentId agent() {
    return new AgentId(agents.get(random.nextInt(agents.size())));
  }

  private QueueId queue() {
    return QUEUES.get(random.nextInt(QUEUES.size()));
  }

  private CallId call() {
    List<QueueEntry> entries = new ArrayList<>(centre.centre().acd().books().entries());
    return entries.isEmpty()
        ? new CallId("none")
        : entries.get(random.nextInt(entries.size())).call();
  }

  /** The last change seen: of late, of before, or nothing that matters. */
  private long seen(Subject subject) {
    Steered last = centre.centre().steering().books().last(subject);
    return switch (random.nextInt(4)) {
      case 0 -> 0;
      case 1 -> SteeringInput.UNSEEN;
      default -> last == null ? 0 : last.version();
    };
  }

  private long until() {
    return centre.nowMicros() + 1_000_000L * (1 + random.nextInt(90));
  }

  private void steers() {
    SteeringInput.Wish wish = wish();
    told.accept(wish.toString());
    centre.tell(wish);
  }

  private SteeringInput.Wish wish() {
    Author author = author();
    AgentId agent = agent();
    QueueId queue = queue();
    CallId call = call();
    long at = seen(Subject.of(agent));
    return switch (random.nextInt(12)) {
      case 0 -> new SteeringInput.PauseAgent(agent, new PauseReason("training"), at, author);
      case 1 -> new SteeringInput.UnpauseAgent(agent, at, author);
      case 2 -> new SteeringInput.SignOutAgent(agent, random.nextBoolean(), at, author);
      case 3, 4 ->
          new SteeringInput.MoveAgent(
              agent, queue, random.nextBoolean(), random.nextInt(3), until(), at, author);
      case 5 -> new SteeringInput.RestoreAgent(agent, queue, at, author);
      case 6, 7 -> new SteeringInput.PullCall(call, agent, seen(Subject.of(call)), author);
      case 8 -> new SteeringInput.RequeueCall(call, queue, seen(Subject.of(call)), author);
      case 9 ->
          new SteeringInput.PrioritiseCall(call, random.nextInt(3), seen(Subject.of(call)), author);
      case 10 ->
          new SteeringInput.SetDoor(
              queue,
              random.nextBoolean(),
              random.nextInt(4) == 0 ? 0 : until(),
              random.nextBoolean() ? List.of() : List.of(Prompt.sound("gone")),
              seen(Subject.of(queue)),
              author);
      default -> new SteeringInput.RestoreDoor(queue, seen(Subject.of(queue)), author);
    };
  }

  /** Does something at the talk of an agent. */
  private void supervises() {
    Author author = author();
    AgentId agent = agent();
    if (random.nextInt(8) == 0) {
      told.accept(author + " leaves " + agent);
      centre.tell(new SupervisionInput.Leave(agent, null, author));
      return;
    }
    SupervisionMode mode = SupervisionMode.values()[random.nextInt(4)];
    TelephoneId telephone = new TelephoneId(random.nextBoolean() ? "1009" : "1005");
    told.accept(author + " wants to " + mode + " " + agent + " on " + telephone);
    centre.tell(new SupervisionInput.Attend(agent, null, mode, telephone, null, author));
    if (random.nextBoolean() && centre.edge().rings(telephone.value())) {
      centre.edge().picksUp(telephone.value());
    }
  }
}
