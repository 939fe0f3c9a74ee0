// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentInput;
import org.ringmaster.core.agent.AgentProfile;
import org.ringmaster.core.agent.OfferId;
import org.ringmaster.core.agent.PauseReason;
import org.ringmaster.core.agent.Skill;
import org.ringmaster.core.agent.SkillLevel;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.Telephone;
import org.ringmaster.core.call.TelephoneId;
import org.ringmaster.core.call.TelephoneUse;
import org.ringmaster.core.call.TrunkId;
import org.ringmaster.core.engine.Centre;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.kernel.Started;
import org.ringmaster.core.kernel.Turn;
import org.ringmaster.core.routing.PenaltyStep;
import org.ringmaster.core.routing.Reserve;
import org.ringmaster.core.routing.Routing;
import org.ringmaster.core.routing.SkillNeed;
import org.ringmaster.core.routing.Strategy;

/**
 * A floor drawn from a seed on which nobody is ever given anybody: facts come without anyone's
 * reaction, so that lines of any kind arise, also those that matching would not let stand.
 */
final class RandomFloor {
  private static final long START = 1_793_599_200_000_000L;
  private static final int AGENTS = 8;
  private static final int QUEUES = 4;
  private static final int SKILLS = 3;

  final Centre centre = new Centre(List.of());
  final List<AgentId> agents =
      IntStream.range(0, AGENTS).mapToObj(i -> new AgentId("agent" + i)).toList();
  private final Random random;
  private final Turn turn = new Turn();
  private final List<QueueFact.EntryOffered> offers = new ArrayList<>();
  private long nowMicros = START;
  private int count;

  RandomFloor(long seed) {
    random = new Random(seed);
    tell(new Started(1, 1));
    List<NodeId> nodes = List.of(new NodeId("one"), new NodeId("two"));
    tell(
        new CallInput.TelephonesRead(
            IntStream.range(0, AGENTS)
                .mapToObj(i -> new Telephone(telephone(i), nodes.get(i % 2), TelephoneUse.RUNG))
                .toList()));
    configure();
    for (NodeId node : nodes) {
      tell(new CallInput.NodeConnected(node, "22", nowMicros - 1));
      tell(new CallInput.NodeListed(node, List.of(), List.of()));
    }
    for (int i = 0; i < AGENTS; i++) {
      if (random.nextInt(8) > 0) {
        record(new AgentFact.SignedIn(agents.get(i), telephone(i)));
        record(new AgentFact.Ready(agents.get(i)));
      }
    }
  }

  long nowMicros() {
    return nowMicros;
  }

  private static TelephoneId telephone(int agent) {
    return new TelephoneId("tel" + agent);
  }

  private static QueueId queue(int queue) {
    return new QueueId("queue" + queue);
  }

  private void configure() {
    tell(new AgentInput.AgentsRead(agents.stream().map(this::profile).toList()));
    tell(new QueueInput.QueuesRead(IntStream.range(0, QUEUES).mapToObj(this::drawn).toList()));
  }

  private AgentProfile profile(AgentId agent) {
    int i = agents.indexOf(agent);
    List<SkillLevel> skills =
        IntStream.range(0, SKILLS)
            .filter(skill -> random.nextInt(3) > 0)
            .mapToObj(skill -> new SkillLevel(new Skill("s" + skill), 1 + random.nextInt(10)))
            .toList();
    return new AgentProfile(agent, null, "2" + i, telephone(i), skills);
  }

  private Queue drawn(int id) {
    List<AgentId> serving = agents.stream().filter(agent -> random.nextInt(3) > 0).toList();
    return new Queue(
        queue(id),
        Strategy.values()[random.nextInt(Strategy.values().length)],
        serving,
        20_000,
        random.nextInt(2),
        0,
        false,
        0,
        Overflow.HANG_UP,
        "default",
        1_000L * (1 + random.nextInt(60)),
        routing(serving));
  }

  private Routing routing(List<AgentId> serving) {
    List<Routing.Seat> penalties =
        serving.stream()
            .filter(agent -> random.nextInt(2) == 0)
            .map(agent -> new Routing.Seat(agent, random.nextInt(6)))
            .toList();
    boolean narrows = random.nextInt(3) == 0;
    List<PenaltyStep> steps =
        IntStream.range(0, random.nextInt(3))
            .mapToObj(
                i ->
                    new PenaltyStep(
                        i * 15_000L,
                        random.nextInt(4) == 0 ? -1 : 2 + random.nextInt(5),
                        narrows ? random.nextInt(3) : 0))
            .toList();
    List<SkillNeed> needs =
        IntStream.range(0, SKILLS)
            .filter(skill -> random.nextInt(3) == 0)
            .mapToObj(
                skill ->
                    new SkillNeed(
                        new Skill("s" + skill), 1 + random.nextInt(9), false, relaxations()))
            .toList();
    return new Routing(
        penalties,
        steps,
        needs,
        random.nextInt(3),
        random.nextInt(3) * 40_000L,
        0,
        List.of(),
        List.of(),
        random.nextInt(2) * 20_000L,
        0,
        reserve());
  }

  private Reserve reserve() {
    return switch (random.nextInt(4)) {
      case 0 -> new Reserve(random.nextInt(4), 0);
      case 1 -> new Reserve(0, random.nextInt(101));
      default -> Reserve.NONE;
    };
  }

  private List<SkillNeed.Relaxation> relaxations() {
    return IntStream.range(0, random.nextInt(3))
        .mapToObj(i -> new SkillNeed.Relaxation((i + 1) * 10_000L, random.nextInt(8)))
        .toList();
  }

  private void tell(Input input) {
    turn.clear();
    turn.input = input;
    turn.occurredAtMicros = nowMicros;
    turn.recordedAtMicros = nowMicros;
    centre.kernel().handle(turn);
  }

  private void record(Fact fact) {
    centre.kernel().record(fact, nowMicros);
  }

  /** Something happens. */
  void step() {
    nowMicros += random.nextInt(5_000_000);
    tell(new QueueInput.WaitDue(new EntryId("nobody"))); // Only the time passes.
    int dice = random.nextInt(100);
    List<QueueEntry> all = List.copyOf(centre.acd().books().entries());
    if (dice < 45 || all.isEmpty()) {
      comes();
    } else if (dice < 55) {
      keeps();
    } else if (dice < 65) {
      record(new QueueFact.EntryPrioritised(any(all).id(), random.nextInt(3)));
    } else if (dice < 80) {
      QueueEntry entry = any(all);
      offers.removeIf(offer -> offer.entry().equals(entry.id()));
      record(new QueueFact.EntryAbandoned(entry.id(), entry.queue(), false, entry.call()));
    } else if (dice < 90) {
      offersOrNot(any(all));
    } else if (dice < 95) {
      leaves();
    } else if (dice < 98) {
      pausesOrNot(agents.get(random.nextInt(AGENTS)));
    } else {
      configure();
    }
  }

  private QueueEntry any(List<QueueEntry> all) {
    return all.get(random.nextInt(all.size()));
  }

  private void comes() {
    String id = "%06d".formatted(count++);
    record(
        new QueueFact.EntryJoined(
            new EntryId("e" + id),
            queue(random.nextInt(QUEUES)),
            new CallId("c" + id),
            new LegId("l" + id),
            node(),
            random.nextInt(3),
            random.nextInt(3) == 0 ? random.nextInt(60_000) : 0,
            wanted(),
            null));
  }

  private void keeps() {
    record(
        new QueueFact.PlaceKept(
            new KeptPlace(
                new EntryId("p%06d".formatted(count++)),
                queue(random.nextInt(QUEUES)),
                node(),
                random.nextInt(3),
                nowMicros - random.nextInt(60_000_000),
                wanted(),
                new TrunkId("out"),
                new Personal("+49301"),
                null,
                null,
                0,
                random.nextInt(4) == 0)));
  }

  private NodeId node() {
    return new NodeId(random.nextBoolean() ? "one" : "two");
  }

  private @Nullable AgentId wanted() {
    return random.nextInt(4) == 0 ? agents.get(random.nextInt(AGENTS)) : null;
  }

  private void offersOrNot(QueueEntry entry) {
    QueueFact.EntryOffered made =
        offers.stream().filter(one -> one.entry().equals(entry.id())).findFirst().orElse(null);
    if (made == null) {
      AgentId agent = agents.get(random.nextInt(AGENTS));
      made =
          new QueueFact.EntryOffered(
              entry.id(), new OfferId("o%06d".formatted(count++)), agent, null);
      offers.add(made);
      record(made);
    } else {
      offers.remove(made);
      record(new QueueFact.EntryUnoffered(entry.id(), made.offer(), made.agent()));
    }
  }

  private void leaves() {
    Stream<KeptPlace> places = centre.acd().books().places.values().stream();
    places
        .findFirst()
        .ifPresent(place -> record(new QueueFact.PlaceLeft(place.id(), place.queue())));
  }

  private void pausesOrNot(AgentId agent) {
    switch (java.util.Objects.requireNonNull(centre.roster().books().agent(agent)).state()) {
      case AVAILABLE -> record(new AgentFact.Paused(agent, new PauseReason("break")));
      case PAUSED -> record(new AgentFact.Unpaused(agent));
      default -> {}
    }
  }
}
