// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ringmaster.bench.invariant.Breach;
import org.ringmaster.bench.invariant.Invariants;
import org.ringmaster.bench.trouble.Torn;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.BridgeKind;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegState;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.engine.Centre;
import org.ringmaster.core.kernel.Turn;
import org.ringmaster.dialer.DialerCentre;
import org.ringmaster.simulation.asterisk.Room;
import org.ringmaster.simulation.asterisk.SimulatedLeg;
import org.ringmaster.simulation.draw.Distribution;
import org.ringmaster.simulation.draw.Draws;
import org.ringmaster.simulation.draw.Profile;
import org.ringmaster.simulation.people.AgentHabits;
import org.ringmaster.simulation.people.CalleeHabits;
import org.ringmaster.simulation.people.CallerHabits;
import org.ringmaster.simulation.people.Callers;
import org.ringmaster.simulation.people.Carrier;
import org.ringmaster.simulation.people.DeskAgent;
import org.ringmaster.simulation.world.SimulatedCentre;
import org.ringmaster.simulation.world.SimulationFailed;
import org.ringmaster.simulation.world.SimulationSettings;

/**
 * One short day: a few dozen callers and a few agents while one thing after another goes wrong; in
 * the middle and at the end calm, in which the books must become the truth. It stops at the first
 * thing that is broken.
 */
final class ChaosSeed {

  /** The names of everything; making them takes longer than a seed. */
  static final FactCodec CODEC = FactCodec.of(DialerCentre.names().build());

  private static final long SECOND = 1_000_000;
  private static final long STEP = 250_000;
  private static final long RECONNECTED = 10 * SECOND;
  private static final long PATIENCE = 90 * SECOND;
  private static final long WATCHED = 25 * SECOND;
  private static final long CLOCK_SETTLED = 60 * SECOND;
  private static final int CHECKPOINT_TURNS = 150;

  private static final AgentHabits AGENTS =
      new AgentHabits(
          new Distribution.Uniform(0.3, 7),
          new Distribution.Exponential(10),
          new Distribution.Uniform(1, 9),
          0.05,
          0.1,
          0.03,
          0.03,
          0.02,
          0.05,
          new Distribution.Uniform(20, 150),
          new Distribution.Uniform(3, 25));

  private static final CallerHabits CALLERS =
      new CallerHabits(
          new Distribution.Uniform(2, 60),
          new Distribution.Exponential(12),
          0.5,
          0.2,
          new Distribution.Exponential(15),
          0.2,
          0.4);

  /** What one seed gave. */
  record Outcome(long seed, long inputs, long facts, long callers, @Nullable String broken) {}

  /** Something that must hold does not. */
  private static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Broken(String how) {
      super(how);
    }
  }

  private final long seed;
  private final @Nullable Sabotage sabotage;
  private final SimulatedCentre world;
  private final ChaosPlan plan;
  private final Truth truth;
  private final Troubles troubles;
  private final Calm calm;
  private final Edges edges;
  private final List<Callers> callers = new ArrayList<>();
  private final List<DeskAgent> agents = new ArrayList<>();
  private final Draws chance;
  private final Supplier<Centre> centres;
  private Invariants invariants;
  private boolean restarting;
  private long startedAtMicros;
  private long restartedAtMicros;
  private int turns;

  /** A seed, with a guarantee broken on purpose or none (null). */
  ChaosSeed(long seed, @Nullable Sabotage sabotage) {
    this.seed = seed;
    this.sabotage = sabotage;
    centres =
        sabotage == null
            ? ChaosSeed::centre
            : () -> DialerCentre.centre(decider -> new Tampered(decider, sabotage));
    invariants = invariants();
    SimulationSettings settings = SimulationSettings.of(seed, CODEC).of(centres);
    if (sabotage == Sabotage.COMMANDS_LEAVE_BEFORE_THE_SYNC) {
      settings = settings.timed(settings.timing(), new Distribution.Constant(0));
    }
    plan = new ChaosPlan(new Draws(seed).stream("plan"));
    world = new SimulatedCentre(settings, plan.plan());
    truth = new Truth(world.agenda()::micros);
    chance = world.draws().stream("restarts");
    edges = new Edges(world, plan.plan().nodes());
    troubles = new Troubles(world, plan, edges, truth, this::restarts);
    calm = new Calm(world, edges);
    edges.all().forEach(edge -> edge.watchedBy(truth));
    world.watchedBy((turn, centre) -> decided(turn));
    people();
  }

  private Invariants invariants() {
    return sabotage == null
        ? Invariants.keeping(CODEC, centres)
        : Invariants.keepingOfTampered(CODEC, centres);
  }

  private static Centre centre() {
    return DialerCentre.centre();
  }

  /** What is broken on purpose in the platform's connections, which are new after each start. */
  private void breaksNodes() {
    if (sabotage == Sabotage.NO_RESUBSCRIBE_AFTER_A_RECONNECT) {
      edges.nodes().forEach(node -> world.node(node).forgetsToSubscribeAgain());
    }
  }

  private void people() {
    for (AgentId agent : plan.agents()) {
      agents.add(
          new DeskAgent(
              world.agenda(),
              world.draws().stream(agent.value()),
              edges.at(plan.nodeOf(agent)),
              world.inlet(),
              world::page,
              agent,
              plan.plan().telephoneOf(agent),
              AGENTS));
    }
    for (NodeId node : edges.nodes()) {
      for (String number : ChaosPlan.NUMBERS) {
        Draws draws = world.draws().stream("callers " + number + " " + node);
        String trunk = ChaosPlan.carrier(node).value();
        callers.add(new Callers(world.agenda(), draws, edges.at(node), CALLERS, trunk, number));
      }
      Draws draws = world.draws().stream("out " + node);
      new Carrier(world.agenda(), draws, edges.at(node), CalleeHabits.households());
    }
  }

  /** Lives through the day. */
  Outcome run() {
    String broken = null;
    try {
      day();
    } catch (Broken how) {
      broken = how.getMessage();
    } catch (SimulationFailed failed) {
      broken = String.valueOf(failed.getMessage());
    } catch (RuntimeException nonsense) {
      broken = "the platform fails: " + nonsense.getMessage();
    }
    long rangIn = callers.stream().mapToLong(Callers::rangIn).sum();
    return new Outcome(seed, world.inputs(), world.lastSequence(), rangIn, broken);
  }

  private void day() {
    startedAtMicros = world.agenda().micros();
    world.start();
    breaksNodes();
    agents.forEach(DeskAgent::comes);
    long until = world.agenda().micros() + 240 * SECOND;
    int perHour = 400 / edges.nodes().size();
    callers.forEach(each -> each.come(Profile.flat(perHour), until));
    for (int part = 0; part < 2; part++) {
      world.run(5 * SECOND);
      troubles.begin();
      world.run(80 * SECOND);
      troubles.deafens();
      world.run(4 * SECOND);
      troubles.end();
      settles();
    }
    goHome();
    checkpoint();
    invariants.end();
    judge();
    String difference = String.join("; ", new Judge(truth).differences(world.facts()));
    if (!difference.isEmpty()) {
      throw new Broken("the books are not the truth: " + difference);
    }
  }

  /** Lets time pass until all is well; it must be, sooner or later, and stay so. */
  private void settles() {
    world.run(RECONNECTED);
    String disturbed = "";
    for (long waited = 0; waited < PATIENCE && disturbed != null; waited += STEP) {
      looks();
      disturbed = calm.disturbed();
    }
    if (disturbed != null) {
      throw new Broken("in calm, for " + PATIENCE / SECOND + " s: " + disturbed);
    }
    for (long watched = 0; watched < WATCHED; watched += STEP) {
      looks();
    }
  }

  private void looks() {
    world.run(STEP);
    String lasts = calm.lasts();
    if (lasts != null) {
      throw new Broken("in calm, for a second: " + lasts);
    }
  }

  private void goHome() {
    world.runUntil(startedAtMicros + 300 * SECOND);
    agents.forEach(DeskAgent::goes);
    for (SimulatedLeg leg : edges.legs()) {
      if (!leg.outgoing()) {
        edges.hangUp(leg.id(), HangupCause.NORMAL);
      }
    }
    String left = "";
    for (int minute = 0; minute < 5 && left != null; minute++) {
      world.run(60 * SECOND);
      calledBackGoHome();
      left = calm.left();
    }
    if (left != null) {
      throw new Broken("everybody has gone: " + left);
    }
  }

  /**
   * Customers who were called back after the others had gone do not talk for ever either. Those who
   * do not talk stay, so that one whom nobody serves is not hidden.
   */
  private void calledBackGoHome() {
    for (SimulatedLeg leg : edges.legs()) {
      Room room = leg.room();
      boolean talks = room != null && room.kind() == BridgeKind.TALK && room.legs().size() > 1;
      if (Edges.isCalledNumber(leg) && leg.state() == LegState.UP && talks) {
        edges.hangUp(leg.id(), HangupCause.NORMAL);
      }
    }
  }

  /** Comes back from all facts, or from those that were synced and perhaps some more. */
  private void restarts() {
    long synced = world.syncedSequence();
    long last = world.lastSequence();
    restarting = true;
    world.snapshotAt(chance.chance(0.5) ? turnEnd(chance.below((int) synced + 1)) : 0);
    if (sabotage == Sabotage.COMMANDS_LEAVE_BEFORE_THE_SYNC) {
      world.restartsHavingLost(turnEnd(Math.max(1, last - chance.below(12))));
    } else if (last > synced && chance.chance(0.7)) {
      world.restartsAfter(turnEnd(synced + chance.below((int) (last - synced) + 1)));
    } else {
      world.restarts();
    }
    restarting = false;
    breaksNodes();
    restartedAtMicros = world.clockMicros();
    truth.clockIsAhead(world.clockMicros() - world.agenda().micros());
    // Facts that were never synced have not happened: the invariants are shown what is left.
    invariants = invariants();
    world.facts().forEach(invariants::see);
    judge();
  }

  private long turnEnd(long sequence) {
    return Torn.turnEnd(world.facts(), sequence);
  }

  private void decided(Turn turn) {
    if (restarting) {
      return;
    }
    invariants.after(turn.facts, world.centre());
    judge();
    troubles.decided(turn);
    long now = world.clockMicros();
    boolean isSteady = now > troubles.clockSetAtMicros() + CLOCK_SETTLED;
    if (isSteady && now > restartedAtMicros + 2 * SECOND) {
      String overdue = Calm.overdue(world.centre(), now);
      if (overdue != null) {
        throw new Broken(overdue);
      }
    }
    if (++turns % CHECKPOINT_TURNS == 0) {
      checkpoint();
    }
  }

  private void checkpoint() {
    invariants.checkpoint(world.centre(), world.clockMicros());
    judge();
  }

  private void judge() {
    List<Breach> breaches = invariants.breaches();
    if (!breaches.isEmpty()) {
      throw new Broken(breaches.getFirst().toString());
    }
  }
}
