// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentInput;
import org.ringmaster.core.agent.AgentProfile;
import org.ringmaster.core.agent.PauseReason;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.Telephone;
import org.ringmaster.core.call.TelephoneId;
import org.ringmaster.core.call.TelephoneUse;
import org.ringmaster.core.call.Trunk;
import org.ringmaster.core.call.TrunkId;
import org.ringmaster.core.engine.Centre;
import org.ringmaster.core.kernel.Command;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.kernel.Reminder;
import org.ringmaster.core.kernel.Started;
import org.ringmaster.core.kernel.Turn;
import org.ringmaster.core.queue.InboundNumber;
import org.ringmaster.core.queue.Overflow;
import org.ringmaster.core.queue.Queue;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.queue.QueueInput;
import org.ringmaster.core.routing.Strategy;

/**
 * A day of a small contact centre: the real kernel, and a node, callers and agents that follow a
 * seed. The same seed gives the same facts.
 */
public final class SimulatedDay {
  /** 2026-03-04 23:58:00 UTC, so that facts of two days come. */
  public static final long START_MICROS = 1_772_668_680_000_000L;

  private static final NodeId EDGE = new NodeId("edge");
  private static final QueueId SALES = new QueueId("sales");
  private static final QueueId LATE = new QueueId("late");
  private static final long MILLI = 1_000;
  private static final int AGENTS = 8;

  private record Due(long atMicros, long order, Input input) {}

  private final Centre centre = new Centre(List.of());
  private final PriorityQueue<Due> agenda =
      new PriorityQueue<>(Comparator.comparingLong(Due::atMicros).thenComparingLong(Due::order));
  private final Set<LegId> gone = new HashSet<>();
  private final List<RecordedFact> facts = new ArrayList<>();
  private final Random random;
  private final Random holds;
  private long now = START_MICROS;
  private long order;
  private int callers;

  private SimulatedDay(long seed) {
    this.random = new Random(seed);
    this.holds = new Random(seed + 1);
  }

  /** So many facts of the day; calls may be going on at its end. */
  public static List<RecordedFact> facts(long seed, int count) {
    SimulatedDay day = new SimulatedDay(seed);
    day.open();
    day.schedule(0, null);
    while (day.facts.size() < count) {
      day.step();
    }
    return List.copyOf(day.facts.subList(0, count));
  }

  /** A whole day: after so many callers everybody goes home, and nothing lives at its end. */
  public static List<RecordedFact> whole(long seed, int callers) {
    SimulatedDay day = new SimulatedDay(seed);
    day.open();
    day.schedule(0, null);
    while (day.callers < callers) {
      day.step();
    }
    day.agenda.removeIf(due -> due.input() == null);
    for (int i = 0; i < AGENTS; i++) {
      day.schedule(600_000, new AgentInput.SignOut(new AgentId("a" + i)));
    }
    while (!day.agenda.isEmpty()) {
      day.step();
    }
    return List.copyOf(day.facts);
  }

  private void open() {
    List<Telephone> telephones = new ArrayList<>();
    List<AgentProfile> agents = new ArrayList<>();
    List<AgentId> ids = new ArrayList<>();
    for (int i = 0; i < AGENTS; i++) {
      TelephoneUse use = TelephoneUse.values()[i % TelephoneUse.values().length];
      telephones.add(new Telephone(new TelephoneId("t" + i), EDGE, use));
      ids.add(new AgentId("a" + i));
      agents.add(
          new AgentProfile(
              ids.get(i), new Personal("Agent " + i), "70" + i, new TelephoneId("t" + i)));
    }
    tell(new Started(1, 42));
    tell(new CallInput.TrunksRead(List.of(new Trunk(new TrunkId("carrier"), EDGE, 0, 0))));
    tell(new CallInput.TelephonesRead(telephones));
    tell(new AgentInput.AgentsRead(agents));
    tell(
        new QueueInput.QueuesRead(
            List.of(
                queue(
                    SALES,
                    ids,
                    6_000,
                    new Overflow(Overflow.Kind.QUEUE, LATE, List.of(), null, null)),
                queue(LATE, ids.subList(0, 2), 10_000, Overflow.HANG_UP))));
    tell(new QueueInput.NumbersRead(List.of(new InboundNumber("100", SALES, null, List.of()))));
    tell(new CallInput.NodeConnected(EDGE, "22.10.1", START_MICROS - 1_000_000));
    tell(new CallInput.NodeListed(EDGE, List.of(), List.of()));
    for (AgentId id : ids) {
      schedule(random.nextInt(3_000), new AgentInput.SignIn(id, null));
    }
  }

  private static Queue queue(
      QueueId id, List<AgentId> agents, long maxWaitMillis, Overflow overflow) {
    return new Queue(
        id,
        Strategy.LONGEST_IDLE,
        agents,
        4_000,
        3_000,
        2_000,
        true,
        maxWaitMillis,
        overflow,
        "default",
        20_000);
  }

  /** A null input is the next caller's. */
  private void schedule(long afterMillis, @org.jspecify.annotations.Nullable Input input) {
    agenda.add(new Due(now + afterMillis * MILLI, order++, input));
  }

  private void step() {
    Due due = agenda.remove();
    now = Math.max(now, due.atMicros());
    if (due.input() == null) {
      caller();
    } else if (!isOfGoneLeg(due.input())) {
      tell(due.input());
    }
  }

  private boolean isOfGoneLeg(Input input) {
    return switch (input) {
      case CallInput.LegGone in -> !gone.add(in.leg());
      case CallInput.LegRang in -> gone.contains(in.leg());
      case CallInput.LegUp in -> gone.contains(in.leg());
      case CallInput.LegEntered in -> gone.contains(in.leg());
      case CallInput.LegJoined in -> gone.contains(in.leg());
      case CallInput.LegHeld in -> gone.contains(in.leg());
      default -> false;
    };
  }

  private void caller() {
    LegId leg = new LegId("edge-1772668200." + ++callers);
    String number = "+4930" + (100_000 + random.nextInt(200));
    String dialled = random.nextInt(20) == 0 ? "999" : "100";
    tell(
        new CallInput.LegArrived(
            EDGE, leg, "inbound", dialled, "carrier", new Personal(number), null, false));
    schedule(2_000 + random.nextInt(40_000), new CallInput.LegGone(EDGE, leg, HangupCause.NORMAL));
    schedule(random.nextInt(5_000), null);
    if (random.nextInt(10) == 0) {
      AgentId agent = new AgentId("a" + random.nextInt(AGENTS));
      schedule(0, new AgentInput.Pause(agent, new PauseReason("coffee")));
      schedule(5_000 + random.nextInt(20_000), new AgentInput.Unpause(agent));
    }
    AgentId idle = new AgentId("a" + random.nextInt(AGENTS));
    schedule(random.nextInt(9_000), new AgentInput.Unpause(idle));
  }

  private void tell(Input input) {
    Turn turn = new Turn();
    turn.input = input;
    turn.recordedAtMicros = now;
    // What a node tells happened a little before we hear of it.
    turn.occurredAtMicros = input instanceof CallInput ? now - random.nextInt(3_000) : now;
    centre.kernel().handle(turn);
    facts.addAll(turn.facts);
    turn.commands.forEach(this::obey);
  }

  private void obey(Command command) {
    switch (command) {
      case Reminder it -> agenda.add(new Due(Math.max(now, it.dueMicros()), order++, it.input()));
      case CallCommand.AnswerLeg it -> schedule(5, new CallInput.LegUp(EDGE, it.leg()));
      case CallCommand.OriginateLeg it -> ring(it);
      case CallCommand.HangUpLeg it ->
          schedule(10, new CallInput.LegGone(EDGE, it.leg(), it.cause()));
      case CallCommand.JoinBridge it ->
          it.legs().forEach(leg -> schedule(3, new CallInput.LegJoined(EDGE, leg, it.bridge())));
      case CallCommand.Play it ->
          schedule(500, new CallInput.PlaybackEnded(EDGE, it.playback(), false));
      default -> {}
    }
  }

  private void ring(CallCommand.OriginateLeg it) {
    schedule(50, new CallInput.LegRang(EDGE, it.leg()));
    int fate = random.nextInt(10);
    if (fate == 0) {
      schedule(300, new CallInput.LegGone(EDGE, it.leg(), HangupCause.BUSY));
    } else if (fate > 1) {
      schedule(500 + random.nextInt(3_000), new CallInput.LegEntered(EDGE, it.leg()));
      hold(it.leg());
    }
  }

  /** Some agents put their caller on hold, and not all of them come back. */
  private void hold(LegId leg) {
    if (holds.nextInt(3) == 0) {
      schedule(4_000 + holds.nextInt(6_000), new CallInput.LegHeld(EDGE, leg, true));
      schedule(11_000 + holds.nextInt(40_000), new CallInput.LegHeld(EDGE, leg, false));
    }
  }
}
