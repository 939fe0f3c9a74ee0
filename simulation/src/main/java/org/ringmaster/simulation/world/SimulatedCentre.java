// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.world;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.Agent;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.board.Board;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.engine.Centre;
import org.ringmaster.core.engine.Inlet;
import org.ringmaster.core.engine.Outlet;
import org.ringmaster.core.kernel.Answer;
import org.ringmaster.core.kernel.Command;
import org.ringmaster.core.kernel.IdShape;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.kernel.Reminder;
import org.ringmaster.core.kernel.RequestId;
import org.ringmaster.core.kernel.Started;
import org.ringmaster.core.kernel.Turn;
import org.ringmaster.simulation.asterisk.SimulatedAsterisk;
import org.ringmaster.simulation.asterisk.SimulatedNode;
import org.ringmaster.simulation.clock.Agenda;
import org.ringmaster.simulation.draw.Draws;

/**
 * A contact centre in virtual time: the production deciders, a journal that takes its time to sync,
 * simulated Asterisks, and whoever is added. One thread; the same seed and the same doings give the
 * same facts.
 */
public final class SimulatedCentre {

  private final SimulationSettings settings;
  private final Agenda agenda;
  private final Draws draws;
  private final SimulatedJournal journal;
  private final Map<NodeId, SimulatedAsterisk> asterisks = new LinkedHashMap<>();
  private final Map<NodeId, SimulatedNode> nodes = new LinkedHashMap<>();
  private final List<Outlet> outlets = new ArrayList<>();
  private final List<TurnWatcher> watchers = new ArrayList<>();
  private final Map<RequestId, CompletableFuture<Answer>> asked = new LinkedHashMap<>();
  private final Inlet inlet = new Entrance();
  private final SimulatedFiles files;
  private CentrePlan plan;
  private Centre centre;
  private boolean alive;
  private final Map<Input, Long> reminders = new LinkedHashMap<>();
  private long remindersAsked;
  private int life;
  private long wallAheadMicros;
  private long aheadMicros;
  private long snapshotSequence;
  private long requests;
  private long inputs;

  /** A centre that has not started yet. */
  public SimulatedCentre(SimulationSettings settings, CentrePlan plan) {
    this.settings = settings;
    this.plan = plan;
    agenda = new Agenda(settings.startMicros());
    draws = new Draws(settings.seed());
    journal =
        new SimulatedJournal(
            agenda,
            draws.stream("journal"),
            settings.syncSeconds(),
            settings.keepsFacts(),
            this::synced);
    centre = settings.centres().get();
    files = new SimulatedFiles(this, draws.stream("files"));
    outlets.add(files);
    for (NodeId node : plan.nodes()) {
      asterisks.put(
          node,
          new SimulatedAsterisk(node, agenda, draws.stream("asterisk " + node), settings.timing()));
    }
  }

  // Before it runs.

  /** Commands go to this outlet too, after the nodes. */
  public void outlet(Outlet outlet) {
    outlets.add(outlet);
  }

  /** Somebody looks at every turn. */
  public void watchedBy(TurnWatcher watcher) {
    watchers.add(watcher);
  }

  /** The platform starts: opens an epoch, reads the plan, connects to the nodes. */
  public void start() {
    alive = true;
    aheadMicros =
        Math.max(wallAheadMicros, centre.state().lastRecordedAtMicros() - agenda.micros());
    long now = clockMicros();
    turn(new Started(1, IdShape.epochAt(now)), now, null);
    reads(plan);
    nodes.clear();
    asterisks.forEach(
        (id, asterisk) -> nodes.put(id, new SimulatedNode(asterisk, inlet, this::clockMicros)));
    nodes.values().forEach(SimulatedNode::start);
  }

  // While it runs.

  /** Reads a configuration, perhaps a changed one. Its nodes must be those it was made with. */
  public void reads(CentrePlan now) {
    plan = now;
    for (Input input : now.inputs()) {
      inlet.offer(input, clockMicros());
    }
  }

  /**
   * Somebody sets the clock of the platform's machine, forward or back; Asterisk's machine keeps
   * its own. The platform goes on steadily where it is set back, as the engine's clock does.
   */
  public void clockIsSet(long byMicros) {
    wallAheadMicros += byMicros;
    if (alive) {
      aheadMicros = Math.max(aheadMicros, wallAheadMicros);
    }
  }

  /** Lets so much time pass; microseconds. */
  public void run(long micros) {
    runUntil(agenda.micros() + micros);
  }

  /** Lets time pass up to an instant, epoch microseconds. */
  public void runUntil(long micros) {
    try {
      agenda.runUntil(micros);
    } catch (RuntimeException | AssertionError broken) {
      throw new SimulationFailed(settings.seed(), agenda.micros(), broken);
    }
  }

  /** Does the one next thing; false when nothing is planned. */
  public boolean step() {
    try {
      return agenda.doNext();
    } catch (RuntimeException | AssertionError broken) {
      throw new SimulationFailed(settings.seed(), agenda.micros(), broken);
    }
  }

  // Death and return.

  /**
   * The platform is killed. What is not synced may be on the disk or not: {@link #restarts} says.
   */
  public void dies() {
    alive = false;
    life++;
    reminders.clear();
    journal.dies();
    nodes.values().forEach(SimulatedNode::dies);
    List<CompletableFuture<Answer>> unanswered = List.copyOf(asked.values());
    asked.clear();
    unanswered.forEach(answer -> answer.complete(new Answer.Refused("Shutting down.")));
  }

  /**
   * The platform starts again from all facts that were recorded, synced or not; it is killed first
   * if it lives. Fails where the replayed facts lead to another state.
   */
  public void restarts() {
    if (alive) {
      dies();
    }
    Centre again = replayed();
    if (again.hash(settings.codec()) != hash()) {
      throw new IllegalStateException("replayed facts lead to another state");
    }
    centre = again;
    start();
  }

  /**
   * The platform starts again from the facts up to a sequence, which must not be before {@link
   * #syncedSequence}: a torn tail is cut.
   */
  public void restartsAfter(long sequence) {
    if (alive) {
      dies();
    }
    journal.cutAfter(sequence);
    centre = replayed();
    start();
  }

  /**
   * The platform starts again and finds that facts are gone which its disk had said were synced: a
   * disk that lied, or a platform that did not wait for it.
   */
  public void restartsHavingLost(long afterSequence) {
    if (alive) {
      dies();
    }
    journal.losesAfter(afterSequence);
    centre = replayed();
    start();
  }

  /**
   * There is a snapshot at this fact, or the last one before it that is still there: what starts
   * again reads it and only the facts after it. 0 for none.
   */
  public void snapshotAt(long sequence) {
    snapshotSequence = sequence;
  }

  /** A second centre that has applied all facts that are kept, from a snapshot if there is one. */
  public Centre replayed() {
    if (!settings.keepsFacts()) {
      throw new IllegalStateException("the facts were not kept");
    }
    Centre again = settings.centres().get();
    List<RecordedFact> facts = journal.facts();
    int held = (int) Math.min(snapshotSequence, facts.size());
    facts.subList(0, held).forEach(again::replay);
    if (held > 0) {
      again = throughSnapshot(again);
    }
    facts.subList(held, facts.size()).forEach(again::replay);
    return again;
  }

  private Centre throughSnapshot(Centre made) {
    Centre restored = settings.centres().get();
    made.snapshot(
        entity -> {
          String name = settings.codec().nameOf(entity);
          restored.restore(settings.codec().decode(name, settings.codec().encode(entity)));
        });
    if (restored.hash(settings.codec()) != made.hash(settings.codec())) {
      throw new IllegalStateException("a snapshot does not give the state it was made of");
    }
    return restored;
  }

  // What is so.

  /** The time on the platform's clock, epoch microseconds; never goes back. */
  public long clockMicros() {
    return agenda.micros() + aheadMicros;
  }

  /** Virtual time; the clock of Asterisk's machines. */
  public Agenda agenda() {
    return agenda;
  }

  /** Chance; take a stream of a name of your own. */
  public Draws draws() {
    return draws;
  }

  /** How it is simulated. */
  public SimulationSettings settings() {
    return settings;
  }

  /** What fetches recorded files. */
  public SimulatedFiles files() {
    return files;
  }

  /** Where inputs enter, before and after a restart. */
  public Inlet inlet() {
    return inlet;
  }

  /** The deciders and what they know now. */
  public Centre centre() {
    return centre;
  }

  /** A number that is the same wherever the same facts were applied. */
  public long hash() {
    return centre.hash(settings.codec());
  }

  /** Whether the platform runs. */
  public boolean isAlive() {
    return alive;
  }

  /** A node's Asterisk: the truth. */
  public SimulatedAsterisk asterisk(NodeId node) {
    return Objects.requireNonNull(asterisks.get(node), "no such node");
  }

  /** The platform's connection to a node; another one after each restart. */
  public SimulatedNode node(NodeId node) {
    return Objects.requireNonNull(nodes.get(node), "no such node, or not started");
  }

  /** All facts since the beginning, if they are kept; synced ones and those that are not yet. */
  public List<RecordedFact> facts() {
    return Collections.unmodifiableList(journal.facts());
  }

  /** The last fact recorded. */
  public long lastSequence() {
    return journal.lastSequence();
  }

  /** The last fact that is certainly on the disk. */
  public long syncedSequence() {
    return journal.syncedSequence();
  }

  /** How many inputs have been decided about. */
  public long inputs() {
    return inputs;
  }

  /** What an agent's page says of them; null while the platform is away or does not know them. */
  public @Nullable Agent page(AgentId agent) {
    return alive ? centre.roster().books().agent(agent) : null;
  }

  // Turns.

  private void turn(Input input, long occurredAtMicros, @Nullable RequestId request) {
    Turn turn = journal.newTurn();
    turn.input = input;
    turn.request = request;
    turn.occurredAtMicros = occurredAtMicros;
    turn.recordedAtMicros = clockMicros();
    turn.aheadMicros = aheadMicros - wallAheadMicros;
    centre.kernel().handle(turn);
    inputs++;
    for (TurnWatcher watcher : watchers) {
      watcher.decided(turn, this);
    }
    journal.append(turn);
  }

  private void synced(List<Turn> turns) {
    for (Turn turn : turns) {
      for (Command command : turn.commands) {
        if (command instanceof Reminder reminder) {
          remind(reminder);
        } else {
          publish(command);
        }
      }
      if (turn.request != null) {
        answer(turn.request, turn.answer);
      }
      for (Board board : settings.boards()) {
        fold(board, turn);
      }
    }
    settings.boards().forEach(Board::publish);
  }

  /** As the platform does: who asks again for the same input moves it. */
  private void remind(Reminder reminder) {
    int mine = life;
    long latest = ++remindersAsked;
    reminders.put(reminder.input(), latest);
    agenda.at(
        reminder.dueMicros() - aheadMicros,
        () -> {
          if (mine == life && reminders.remove(reminder.input(), latest)) {
            turn(reminder.input(), reminder.dueMicros(), null);
          }
        });
  }

  private void publish(Command command) {
    for (SimulatedNode node : nodes.values()) {
      if (node.publish(command)) {
        return;
      }
    }
    for (Outlet outlet : outlets) {
      if (outlet.publish(command)) {
        return;
      }
    }
  }

  private void answer(RequestId request, @Nullable Answer answer) {
    CompletableFuture<Answer> waiting = asked.remove(request);
    if (waiting != null) {
      waiting.complete(answer == null ? new Answer.Refused("Nobody takes this request.") : answer);
    }
  }

  private static void fold(Board board, Turn turn) {
    for (RecordedFact fact : turn.facts) {
      board.apply(fact.fact(), fact.envelope());
    }
    board.see(turn);
  }

  /** Takes inputs while the platform lives; what comes else is lost. */
  private final class Entrance implements Inlet {
    @Override
    public void offer(Input input, long occurredAtMicros) {
      if (alive) {
        turn(input, occurredAtMicros, null);
      }
    }

    @Override
    public CompletableFuture<Answer> ask(Input input) {
      if (!alive) {
        return CompletableFuture.completedFuture(new Answer.Refused("Shutting down."));
      }
      RequestId id = new RequestId(++requests);
      CompletableFuture<Answer> answer = new CompletableFuture<>();
      asked.put(id, answer);
      turn(input, clockMicros(), id);
      return answer;
    }
  }
}
