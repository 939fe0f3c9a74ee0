// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.BridgeId;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.engine.Centre;
import org.ringmaster.core.file.FileCommand;
import org.ringmaster.core.kernel.Answer;
import org.ringmaster.core.kernel.Command;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.IdShape;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.kernel.KernelState;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.kernel.Reminder;
import org.ringmaster.core.kernel.Started;
import org.ringmaster.core.kernel.Turn;

/**
 * A contact centre in which time passes when a test says so: the real deciders, reminders that come
 * back when they are due, and an Asterisk by hand. After every input the invariants are checked.
 */
public final class ScenarioCentre {

  /** The names of all records, for hashes and round trips. */
  public static final FactCodec CODEC = FactCodec.of(Centre.names().build());

  private static final String FIRST_INSTANT = "2026-11-02T10:00:00Z"; // a Monday

  private record Due(long atMicros, long order, @Nullable Input reminder, Runnable world) {}

  private final ScenarioPlan plan;
  private final Map<NodeId, ManualAsterisk> nodes = new LinkedHashMap<>();
  private final Map<Input, Due> reminders = new HashMap<>();
  private final PriorityQueue<Due> dues =
      new PriorityQueue<>(Comparator.comparingLong(Due::atMicros).thenComparingLong(Due::order));
  private final Deque<Input> inbox = new ArrayDeque<>();
  private final List<RecordedFact> facts = new ArrayList<>();
  private final List<CallCommand> commands = new ArrayList<>();
  private final ManualFiles files = new ManualFiles(this);
  private final Asker asker = new Asker();
  private Centre centre = new Centre(List.of(asker));
  private Consumer<Turn> watcher = turn -> {};
  private @Nullable Class<? extends CallCommand> fatal;
  private long nowMicros;
  private long nodesBehindMicros;
  private long machineBehindMicros;
  private long order;
  private boolean alive = true;
  private boolean twinWanted;
  private @Nullable Answer answer;

  private ScenarioCentre(ScenarioPlan plan, String firstInstant) {
    this.plan = plan;
    Instant first = Instant.parse(firstInstant);
    this.nowMicros = first.getEpochSecond() * 1_000_000 + first.getNano() / 1_000;
    plan.nodes().forEach(node -> nodes.put(node, new ManualAsterisk(this, node)));
  }

  /** Opened on a Monday at ten in the morning (UTC), with all nodes connected. */
  public static ScenarioCentre open(ScenarioPlan plan) {
    return open(plan, FIRST_INSTANT);
  }

  /** Opened at an instant, with all nodes connected. */
  public static ScenarioCentre open(ScenarioPlan plan, String firstInstant) {
    ScenarioCentre opened = new ScenarioCentre(plan, firstInstant);
    opened.start();
    return opened;
  }

  private void start() {
    tell(new Started(1, IdShape.epochAt(nowMicros)));
    plan.inputs().forEach(this::tell);
    nodes.values().forEach(ManualAsterisk::isBack);
  }

  // What happens.

  /** Reads the plan again, as a reload of the configuration does. */
  public void rereads(ScenarioPlan changed) {
    if (changed != plan) {
      throw new IllegalArgumentException("change the plan that the centre was opened with");
    }
    plan.inputs().forEach(this::tell);
  }

  /** Tells the kernel something and lets all that follows at once happen; its answer, if any. */
  public @Nullable Answer tell(Input input) {
    answer = null;
    turn(input, nowMicros);
    Answer heard = answer;
    settle();
    return heard;
  }

  /** Something asked of a decider by another, as flows will. */
  public void asks(Consumer<Decision> request) {
    asker.wants(request);
    turn(new Asker.Nudge(), nowMicros);
    settle();
  }

  /** What nodes tell has happened this much earlier than it did: their clocks were set back. */
  public void nodeClocksAreBehind(long seconds) {
    nodesBehindMicros = seconds * 1_000_000;
  }

  /** The platform's clock goes on steadily, and its machine's is this much behind it. */
  public void machinesClockIsBehind(long seconds) {
    machineBehindMicros = seconds * 1_000_000;
  }

  /** Lets time pass; reminders and the world's own doings come at their instants. */
  public void passes(long seconds) {
    passesMicros(seconds * 1_000_000);
  }

  /** Lets time pass, in microseconds. */
  public void passesMicros(long micros) {
    long until = nowMicros + micros;
    while (!dues.isEmpty() && dues.peek().atMicros() <= until) {
      Due due = dues.remove();
      nowMicros = Math.max(nowMicros, due.atMicros());
      happen(due);
      settle();
    }
    nowMicros = until;
  }

  private void happen(Due due) {
    if (due.reminder() == null) {
      due.world().run();
    } else if (alive) {
      reminders.remove(due.reminder());
      turn(due.reminder(), due.atMicros());
    }
  }

  /** Everything told so far is decided about, and what it causes too. */
  void settle() {
    while (alive) {
      Input next = inbox.poll();
      if (next != null) {
        turn(next, nowMicros - nodesBehindMicros);
      } else if (!dues.isEmpty() && dues.peek().atMicros() <= nowMicros) {
        happen(dues.remove());
      } else {
        break;
      }
    }
    if (alive && isCertain()) {
      CentreInvariants.checkAgainst(centre, nodes, silentRooms(), nowMicros);
    }
  }

  private Set<BridgeId> silentRooms() {
    Set<BridgeId> rooms = new HashSet<>();
    for (Due due : dues) {
      if (due.reminder() instanceof CallInput.MusicDue music) {
        rooms.add(music.bridge());
      }
    }
    return rooms;
  }

  /** Nothing is lost or late, and no listing is to come that mends what was. */
  private boolean isCertain() {
    return nodes.values().stream().allMatch(ManualAsterisk::isReliable)
        && dues.stream().noneMatch(due -> due.reminder() instanceof CallInput.ListingDue);
  }

  private void turn(Input input, long occurredAtMicros) {
    Turn turn = new Turn();
    turn.input = input;
    turn.recordedAtMicros = nowMicros;
    turn.occurredAtMicros = occurredAtMicros;
    turn.aheadMicros = machineBehindMicros;
    Centre twin = twinWanted ? restored() : null;
    twinWanted = false;
    centre.kernel().handle(turn);
    if (twin != null) {
      decidesAlike(twin, turn, occurredAtMicros);
    }
    answer = turn.answer == null ? answer : turn.answer;
    facts.addAll(turn.facts);
    CentreInvariants.check(centre, input);
    watcher.accept(turn);
    for (Command command : turn.commands) {
      if (fatal != null && fatal.isInstance(command)) {
        dies();
        return;
      }
      send(command);
    }
  }

  private void decidesAlike(Centre twin, Turn turn, long occurredAtMicros) {
    Turn again = new Turn();
    again.input = turn.input;
    again.recordedAtMicros = nowMicros;
    again.occurredAtMicros = occurredAtMicros;
    again.aheadMicros = machineBehindMicros;
    twin.kernel().handle(again);
    assertEquals(
        turn.facts.stream().map(RecordedFact::fact).toList(),
        again.facts.stream().map(RecordedFact::fact).toList(),
        "facts decided by a centre made of the snapshot");
    assertEquals(turn.commands, again.commands);
    assertEquals(entities(centre), entities(twin), "states after a decision");
  }

  /** All state but the kernel's counters: a copy does not count the inputs that led to nothing. */
  private static List<Record> entities(Centre centre) {
    List<Record> entities = new ArrayList<>();
    centre.snapshot(
        entity -> {
          if (!(entity instanceof KernelState.Counters)) {
            entities.add(entity);
          }
        });
    return entities;
  }

  private void send(Command command) {
    if (command instanceof Reminder reminder) {
      // As the platform does: who asks again for the same input moves it.
      Due due = new Due(reminder.dueMicros(), ++order, reminder.input(), () -> {});
      Due before = reminders.put(reminder.input(), due);
      if (before != null) {
        dues.remove(before);
      }
      dues.add(due);
    } else if (command instanceof CallCommand callCommand) {
      commands.add(callCommand);
      Objects.requireNonNull(nodes.get(callCommand.node())).carryOut(callCommand);
    } else if (command instanceof FileCommand fileCommand) {
      files.carryOut(fileCommand);
    }
  }

  void hear(Input input) {
    if (alive) {
      inbox.add(input);
    }
  }

  void later(long micros, Runnable world) {
    dues.add(
        new Due(
            nowMicros + micros,
            ++order,
            null,
            () -> {
              world.run();
              settle();
            }));
  }

  // Death and return.

  /** The platform dies before the next command of this kind leaves; its facts are journaled. */
  public void diesBefore(Class<? extends CallCommand> kind) {
    fatal = kind;
  }

  /** The platform is killed; the nodes go on. */
  public void dies() {
    alive = false;
    fatal = null;
    inbox.clear();
    dues.removeIf(due -> due.reminder() != null);
    reminders.clear();
    nodes.values().forEach(ManualAsterisk::cut);
  }

  /** Starts again from all facts, reads the configuration and finds the nodes. */
  public void comesBack() {
    Centre again = replayed();
    if (again.hash(CODEC) != centre.hash(CODEC)) {
      throw new AssertionError("replayed facts lead to another state");
    }
    comesBackAs(again);
  }

  /** Starts again from a snapshot, reads the configuration and finds the nodes. */
  public void comesBackFromSnapshot() {
    comesBackAs(restored());
  }

  private void comesBackAs(Centre again) {
    centre = again;
    alive = true;
    start();
  }

  /** A second centre that has applied all facts. */
  public Centre replayed() {
    Centre again = new Centre(List.of(asker));
    facts.forEach(again::replay);
    return again;
  }

  /** A second centre made of a snapshot that went through the codec. */
  public Centre restored() {
    Centre again = new Centre(List.of(asker));
    centre.snapshot(
        entity -> again.restore(CODEC.decode(CODEC.nameOf(entity), CODEC.encode(entity))));
    return again;
  }

  /** A centre made of a snapshot must decide about the next input as the one that lived. */
  public void nextTurnHasATwin() {
    twinWanted = true;
  }

  /** Sees every turn from now on. */
  public void watchedBy(Consumer<Turn> eyes) {
    watcher = eyes;
  }

  // Who takes part.

  public ScenarioAgent agent(String id) {
    return new ScenarioAgent(this, new AgentId(id));
  }

  /** A supervisor with a telephone on their desk. */
  public ScenarioSupervisor supervisor(String name, String telephone) {
    return new ScenarioSupervisor(this, name, telephone);
  }

  /** A caller with a number rings in through the carrier. */
  public ScenarioCaller rings(String callerNumber, String dialled) {
    return rings(ScenarioPlan.EDGE, callerNumber, dialled);
  }

  /** A caller rings in at a node. */
  public ScenarioCaller rings(NodeId node, String callerNumber, String dialled) {
    Personal number = Personal.ofNullable(callerNumber);
    return new ScenarioCaller(
        this, node, node(node).ringsIn("carrier", "inbound", dialled, number));
  }

  /** A caller rings in whose number nobody needs to know. */
  public ScenarioCaller callerRings(String dialled) {
    return rings("", dialled);
  }

  /** An outside number that rings is answered. */
  public void answersAt(String number) {
    edge().picksUp(number);
  }

  /** An outside number ends its newest leg. */
  public void hangsUpAt(String number, HangupCause cause) {
    edge().ends(number, cause);
  }

  /** Keys are pressed at an outside number, on its newest leg. */
  public void pressesAt(String number, String digits) {
    Channel channel = edge().newest(number, null);
    edge().presses(Objects.requireNonNull(channel, number + " has no leg").id, digits);
  }

  /** What fetches recorded files. */
  public ManualFiles files() {
    return files;
  }

  public ManualAsterisk edge() {
    return node(ScenarioPlan.EDGE);
  }

  public ManualAsterisk node(NodeId id) {
    return Objects.requireNonNull(nodes.get(id));
  }

  // What is so.

  public Centre centre() {
    return centre;
  }

  public boolean isAlive() {
    return alive;
  }

  public long nowMicros() {
    return nowMicros;
  }

  /** All facts since the first day. */
  public List<RecordedFact> facts() {
    return facts;
  }

  /** All facts of a kind, oldest first. */
  public <T extends Fact> List<T> facts(Class<T> kind) {
    return facts.stream().map(RecordedFact::fact).filter(kind::isInstance).map(kind::cast).toList();
  }

  /** The newest fact of a kind. */
  public <T extends Fact> T last(Class<T> kind) {
    List<T> all = facts(kind);
    if (all.isEmpty()) {
      throw new AssertionError("no " + kind.getSimpleName());
    }
    return all.get(all.size() - 1);
  }

  /** All commands of a kind, oldest first; beats, which move no call, only where asked for. */
  public <T extends CallCommand> List<T> commands(Class<T> kind) {
    return commands.stream()
        .filter(kind::isInstance)
        .filter(one -> kind == CallCommand.Beat.class || !(one instanceof CallCommand.Beat))
        .map(kind::cast)
        .toList();
  }

  /** How many facts there are of a kind. */
  public int count(Class<? extends Fact> kind) {
    return facts(kind).size();
  }
}
