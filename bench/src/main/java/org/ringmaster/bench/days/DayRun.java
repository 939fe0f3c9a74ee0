// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.days;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ringmaster.bench.invariant.Breach;
import org.ringmaster.bench.invariant.Invariants;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.engine.Centre;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.kernel.Turn;
import org.ringmaster.dialer.DialerCentre;
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
 * One day of a busy centre from a seed: some ten thousand callers, with all that routing knows, all
 * that agents and supervisors do, and a few troubles. Every fact is shown to every invariant and to
 * the observer on the floor; what costs as much as lives is checked now and then. It stops at the
 * first thing that is broken. Owned by one thread.
 */
final class DayRun {
  /** The names of everything; making them takes a while. */
  static final FactCodec CODEC = FactCodec.of(DialerCentre.names().build());

  /** After so many turns the books of all deciders are compared with each other. */
  static final int BOOKS_TURNS = 500;

  /** Of so many days, by their seeds, one has all that it leads to worked out a second time. */
  static final int COMPARED_DAYS = 10;

  private static final long SECOND = 1_000_000;
  private static final long LOOK = 5 * SECOND;
  private static final long FORGOTTEN = 120 * SECOND;
  private static final long MOST_EVENING = 3_600 * SECOND;
  private static final int NUMBERS = 3_000;
  private static final double HIGH_SHARE = 0.15;

  /** A call, from the ring to the end of the wrap-up, takes an agent so long. */
  private static final double HANDLE_SECONDS = 68;

  private static final AgentHabits AGENTS =
      new AgentHabits(
          new Distribution.Gamma(3, 0.8),
          new Distribution.LogNormal(90, 0.5),
          new Distribution.LogNormal(5, 0.5),
          0.01,
          0.02,
          0.004,
          0.002,
          0.001,
          0.004,
          new Distribution.Uniform(1_800, 5_400),
          new Distribution.Uniform(60, 500));

  private static final CallerHabits CALLERS =
      new CallerHabits(
          new Distribution.Weibull(1.3, 110),
          new Distribution.LogNormal(55, 0.6),
          0.7,
          0.2,
          new Distribution.Exponential(90),
          0.03,
          0.05);

  /**
   * What a day gave.
   *
   * @param broken what was broken first; null for nothing
   */
  record Outcome(
      long seed,
      long calls,
      long inputs,
      long facts,
      long pairs,
      long given,
      long givenWhileDue,
      long keptApart,
      long givenPastReserve,
      long longestIdleMicros,
      long longestWaitMillis,
      Happenings happenings,
      @Nullable String broken) {}

  /** Something that must hold does not. */
  private static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Broken(String how) {
      super(how);
    }
  }

  private final long seed;
  private final int calls;
  private final SimulatedCentre world;
  private final DayPlan plan;
  private final NaiveFloor floor;
  private final Invariants invariants;
  private final Happenings happenings = new Happenings();
  private final DayTroubles troubles;
  private final FloorWork work;
  private final List<DeskAgent> agents = new ArrayList<>();
  private final List<Callers> callers = new ArrayList<>();
  private long longestWaitMillis;
  private int turns;

  /**
   * A day that has not begun.
   *
   * @param calls how many ring in, about
   * @param flaw planted in the matching; null for none
   */
  DayRun(long seed, int calls, @Nullable Flaw flaw) {
    boolean isCompared = seed % COMPARED_DAYS == 0;
    this.seed = seed;
    this.calls = calls;
    Supplier<Centre> centres =
        flaw == null ? DialerCentre::centre : () -> DialerCentre.centre(flaw::in);
    plan = new DayPlan(new Draws(seed).stream("plan"));
    world = new SimulatedCentre(SimulationSettings.of(seed, CODEC).of(centres), plan.plan());
    floor = new NaiveFloor(plan.plan(), world.agenda()::micros);
    invariants =
        isCompared
            ? Invariants.over(CODEC, centres, each -> world.facts().forEach(each))
            : Invariants.alone(CODEC, centres);
    List<NodeId> nodes = plan.plan().nodes();
    nodes.forEach(node -> world.asterisk(node).watchedBy(floor));
    world.watchedBy((turn, centre) -> decided(turn));
    troubles = new DayTroubles(world, nodes, floor.judge(), happenings, 900);
    people(nodes);
    work = new FloorWork(world, plan, agents, 6);
  }

  private void people(List<NodeId> nodes) {
    plan.agents().forEach(agent -> agents.add(desk(agent)));
    for (NodeId node : nodes) {
      desk(DayPlan.supervisor(node));
      Draws out = world.draws().stream("out " + node);
      new Carrier(world.agenda(), out, world.asterisk(node), CalleeHabits.households());
      for (int queue = 0; queue < DayPlan.QUEUES; queue++) {
        callers.add(callers(node, DayPlan.number(queue, false)));
        callers.add(callers(node, DayPlan.number(queue, true)));
      }
    }
  }

  private DeskAgent desk(AgentId agent) {
    return new DeskAgent(
        world.agenda(),
        world.draws().stream(agent.value()),
        world.asterisk(plan.plan().telephoneOf(agent).node()),
        world.inlet(),
        world::page,
        agent,
        plan.plan().telephoneOf(agent),
        AGENTS);
  }

  private Callers callers(NodeId node, String number) {
    Draws draws = world.draws().stream("callers " + number + " " + node);
    String trunk = DayPlan.carrier(node).value();
    return new Callers(world.agenda(), draws, world.asterisk(node), CALLERS, trunk, number)
        .fromNumbers(NUMBERS);
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
    }
    FloorJudge judge = floor.judge();
    return new Outcome(
        seed,
        callers.stream().mapToLong(Callers::rangIn).sum(),
        world.inputs(),
        world.lastSequence(),
        judge.pairs(),
        judge.given(),
        judge.givenWhileDue(),
        judge.keptApart(),
        judge.givenPastReserve(),
        judge.longestIdleMicros(),
        longestWaitMillis,
        happenings,
        broken);
  }

  private void day() {
    Draws draws = world.draws().stream("day");
    double load = 0.8 + 0.35 * draws.unit();
    double perHour = load * DayPlan.AGENTS * 3_600 / HANDLE_SECONDS;
    world.start();
    agents.forEach(DeskAgent::comes);
    long begun = world.agenda().micros();
    long until = begun + (long) (calls / perHour * 3_600 * SECOND);
    double each = perHour / DayPlan.QUEUES / plan.plan().nodes().size();
    for (int i = 0; i < callers.size(); i++) {
      double share = i % 2 == 0 ? 1 - HIGH_SHARE : HIGH_SHARE;
      callers.get(i).come(swinging(each * share), until);
    }
    floor.judge().looksFrom(begun + 10 * SECOND);
    troubles.begin();
    work.begin();
    looksUntil(begun + (until - begun) / 2);
    checkpoint();
    looksUntil(until);
    checkpoint();
    evening();
  }

  /** Half an hour more, half an hour fewer. */
  private static Profile swinging(double perHour) {
    List<Double> parts = new ArrayList<>();
    for (int i = 0; i < 48; i++) {
      parts.add(perHour * (i % 2 == 0 ? 1.2 : 0.8));
    }
    return new Profile(parts);
  }

  private void looksUntil(long micros) {
    while (world.agenda().micros() < micros) {
      world.run(LOOK);
      floor.look();
      long now = world.agenda().micros();
      longestWaitMillis = Math.max(longestWaitMillis, floor.longestWaitMillis(now));
      judge();
      if (floor.judge().isLooking(now - FORGOTTEN)) {
        nobodyIsForgotten(now);
      }
    }
  }

  private void nobodyIsForgotten(long now) {
    for (Desk desk : floor.forgotten(now, FORGOTTEN)) {
      throw new Broken(desk + " has had nothing in hand for two minutes, and is booked as busy");
    }
  }

  /** Everybody goes home: nothing may be left of the day. */
  private void evening() {
    troubles.end();
    work.end();
    String left = "";
    for (long waited = 0; waited < MOST_EVENING && left != null; waited += 60 * SECOND) {
      world.run(60 * SECOND);
      judge();
      if (waited == 5 * 60 * SECOND) {
        goHome();
      }
      left = left();
    }
    if (left != null) {
      throw new Broken("everybody has gone: " + left);
    }
    checkpoint();
    invariants.end();
    judge();
  }

  private void goHome() {
    agents.forEach(DeskAgent::goes);
    for (NodeId node : plan.plan().nodes()) {
      for (SimulatedLeg leg : List.copyOf(world.asterisk(node).legs())) {
        if (!leg.outgoing()) {
          world.asterisk(node).hangUp(leg.id(), HangupCause.NORMAL);
        }
      }
    }
  }

  private @Nullable String left() {
    Centre centre = world.centre();
    for (NodeId node : plan.plan().nodes()) {
      if (!world.asterisk(node).legs().isEmpty()) {
        return "legs live on: "
            + world.asterisk(node).legs().stream().map(SimulatedLeg::id).toList();
      }
    }
    if (!centre.calls().books().legs().isEmpty()) {
      return "legs in the books: " + centre.calls().books().legs();
    }
    boolean isEmpty =
        centre.acd().books().entries().isEmpty()
            && centre.roster().books().offers().isEmpty()
            && centre.talks().books().talks().isEmpty()
            && centre.callbacks().books().callbacks().isEmpty();
    return isEmpty ? null : "entries, offers, conversations or callbacks in the books";
  }

  private void decided(Turn turn) {
    for (RecordedFact fact : turn.facts) {
      invariants.see(fact);
      floor.read(fact);
      happenings.read(fact.fact());
    }
    if (++turns % BOOKS_TURNS == 0) {
      invariants.after(List.of(), world.centre());
    }
    judge();
  }

  private void checkpoint() {
    invariants.checkpoint(world.centre(), world.clockMicros());
    judge();
  }

  private void judge() {
    List<String> wrong = floor.judge().wrong();
    if (!wrong.isEmpty()) {
      throw new Broken(wrong.getFirst());
    }
    if (invariants.isBroken()) {
      Breach first = invariants.breaches().getFirst();
      throw new Broken(first.toString());
    }
  }
}
