// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.dials;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ringmaster.bench.invariant.Breach;
import org.ringmaster.bench.invariant.DialRule;
import org.ringmaster.bench.invariant.Invariants;
import org.ringmaster.bench.trouble.Torn;
import org.ringmaster.core.agent.AgentProfile;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.engine.Centre;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.kernel.Turn;
import org.ringmaster.dialer.DialerCentre;
import org.ringmaster.dialer.campaign.Attempt;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.Campaigns;
import org.ringmaster.dialer.list.LeadSegments;
import org.ringmaster.simulation.asterisk.AsteriskTiming;
import org.ringmaster.simulation.asterisk.SimulatedLeg;
import org.ringmaster.simulation.draw.Distribution;
import org.ringmaster.simulation.draw.Draws;
import org.ringmaster.simulation.draw.Profile;
import org.ringmaster.simulation.people.AgentHabits;
import org.ringmaster.simulation.people.CalleeHabits;
import org.ringmaster.simulation.people.CalleeKind;
import org.ringmaster.simulation.people.CallerHabits;
import org.ringmaster.simulation.people.Callers;
import org.ringmaster.simulation.people.Carrier;
import org.ringmaster.simulation.people.DeskAgent;
import org.ringmaster.simulation.world.SimulatedCentre;
import org.ringmaster.simulation.world.SimulationFailed;
import org.ringmaster.simulation.world.SimulationSettings;

/**
 * Some hours of two campaigns from a seed, in which one thing after another goes wrong. Every fact
 * is shown to every invariant, and what is really rung is held against the facts. It stops at the
 * first thing that is broken. Owned by one thread.
 */
final class DialSeed {

  /** The names of everything; making them takes longer than a short seed. */
  static final FactCodec CODEC = FactCodec.of(DialerCentre.names().build());

  private static final long SECOND = 1_000_000;
  private static final long MINUTE = 60 * SECOND;
  private static final long LOOK = 30 * SECOND;
  private static final int BOOKS_TURNS = 100;
  private static final int CUSTOMERS_AN_HOUR = 60;
  private static final double TROUBLE_SECONDS = 12;
  private static final long MOST_EVENING = 30 * MINUTE;

  private static final AgentHabits AGENTS =
      new AgentHabits(
          new Distribution.Gamma(3, 0.8),
          new Distribution.LogNormal(25, 0.5),
          new Distribution.LogNormal(3, 0.5),
          0.01,
          0.01,
          0.004,
          0.002,
          0.001,
          0.004,
          new Distribution.Uniform(1_800, 5_400),
          new Distribution.Uniform(20, 120));

  private static final CallerHabits CALLERS =
      new CallerHabits(
          new Distribution.Weibull(1.3, 60),
          new Distribution.LogNormal(20, 0.6),
          0.7,
          0.2,
          new Distribution.Exponential(90),
          0.03,
          0);

  /**
   * What a seed gave.
   *
   * @param rule what was broken first; null for nothing
   * @param broken how it was broken; null for nothing
   */
  record Outcome(
      long seed,
      long dials,
      long inputs,
      long facts,
      DialTally tally,
      @Nullable DialRule rule,
      @Nullable String broken) {}

  /** Something that must hold does not. */
  private static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final DialRule rule;

    Broken(DialRule rule, String how) {
      super(how);
      this.rule = rule;
    }
  }

  private final long seed;
  private final long lastsMicros;
  private final @Nullable Sabotage sabotage;
  private final SimulatedCentre world;
  private final DialPlan plan;
  private final RungNumbers rung;
  private final DialWishes wishes;
  private final DialTroubles troubles;
  private final DialTally tally = new DialTally();
  private final Supplier<Centre> centres;
  private final Draws chance;
  private final List<DeskAgent> agents = new ArrayList<>();
  private final Callers customers;
  private final Set<LegId> recorded = new HashSet<>();
  // Since which fact the platform's clock is how far ahead of its machine's.
  private final TreeMap<Long, Long> ahead = new TreeMap<>(Map.of(0L, 0L));
  private Invariants invariants;
  private boolean restarting;
  private int turns;

  /**
   * A seed that has not begun.
   *
   * @param minutes how long the campaigns dial
   * @param sabotage the guard that is removed on purpose; null for none
   */
  DialSeed(long seed, int minutes, @Nullable Sabotage sabotage) {
    this.seed = seed;
    lastsMicros = minutes * MINUTE;
    this.sabotage = sabotage;
    plan = new DialPlan(seed, new Draws(seed).stream("plan"));
    LeadSegments segments = LeadSegments.of(plan.segments());
    centres =
        () ->
            DialerCentre.centre(
                segments,
                parts -> List.of(),
                decider -> sabotage == null ? decider : new Unguarded(decider, sabotage));
    invariants = Invariants.alone(CODEC, centres);
    world = new SimulatedCentre(settings(), plan.plan());
    chance = world.draws().stream("restarts");
    for (AgentProfile profile : plan.plan().agents()) {
      agents.add(desk(profile));
    }
    Carrier carrier =
        new Carrier(
            world.agenda(),
            world.draws().stream("callees"),
            world.asterisk(DialPlan.EDGE),
            callees());
    rung = new RungNumbers(world.asterisk(DialPlan.EDGE), carrier);
    customers =
        new Callers(
                world.agenda(),
                world.draws().stream("customers"),
                world.asterisk(DialPlan.EDGE),
                CALLERS,
                DialPlan.CARRIER.value(),
                DialPlan.HOTLINE)
            .fromNumbers(DialPlan.PEOPLE);
    wishes = new DialWishes(world, plan);
    troubles = new DialTroubles(world, wishes, tally, this::restarts, TROUBLE_SECONDS);
    world.watchedBy((turn, centre) -> decided(turn));
  }

  private SimulationSettings settings() {
    boolean waits = sabotage != Sabotage.DIALS_LEAVE_BEFORE_THE_SYNC;
    return new SimulationSettings(
        seed,
        DialPlan.beginsMicros(seed),
        AsteriskTiming.USUAL,
        waits ? new Distribution.Uniform(0.000_500, 0.002) : new Distribution.Constant(0),
        true,
        centres,
        List.of(),
        CODEC);
  }

  private DeskAgent desk(AgentProfile profile) {
    return new DeskAgent(
        world.agenda(),
        world.draws().stream(profile.id().value()),
        world.asterisk(DialPlan.EDGE),
        world.inlet(),
        world::page,
        profile.id(),
        plan.plan().telephoneOf(profile.id()),
        AGENTS);
  }

  private static CalleeHabits callees() {
    Map<CalleeKind, Profile> weights = new LinkedHashMap<>();
    weights.put(CalleeKind.PERSON, Profile.flat(34));
    weights.put(CalleeKind.MACHINE, Profile.flat(22));
    weights.put(CalleeKind.NOBODY, Profile.flat(18));
    weights.put(CalleeKind.BUSY, Profile.flat(20));
    weights.put(CalleeKind.DEAD, Profile.flat(3));
    weights.put(CalleeKind.CONGESTED, Profile.flat(2));
    weights.put(CalleeKind.SILENT, Profile.flat(0.3));
    return new CalleeHabits(
        weights,
        new Distribution.Uniform(0.3, 2.5),
        new Distribution.Gamma(2, 3),
        new Distribution.LogNormal(16, 0.7),
        new Distribution.Uniform(3, 8),
        new Distribution.Uniform(12, 25));
  }

  /** Lives through it. */
  Outcome run() {
    String broken = null;
    DialRule rule = null;
    try {
      hours();
    } catch (Broken how) {
      broken = how.getMessage();
      rule = how.rule;
    } catch (SimulationFailed failed) {
      broken = String.valueOf(failed.getMessage());
      rule = failed.getCause() instanceof Broken how ? how.rule : DialRule.ANYTHING_ELSE;
    } catch (RuntimeException nonsense) {
      broken = "the platform fails: " + nonsense;
      rule = DialRule.ANYTHING_ELSE;
    }
    world.facts().forEach(fact -> tally.read(fact.fact()));
    return new Outcome(
        seed, tally.of(DialTally.DIALS), world.inputs(), world.lastSequence(), tally, rule, broken);
  }

  private void hours() {
    world.start();
    agents.forEach(DeskAgent::comes);
    long until = world.agenda().micros() + lastsMicros;
    customers.come(Profile.flat(CUSTOMERS_AN_HOUR), until);
    wishes.opens();
    world.run(20 * SECOND);
    troubles.begin();
    while (world.agenda().micros() < until) {
      world.run(LOOK);
      wishes.goesOn(); // Nobody forgets for good that they had stopped it.
    }
    troubles.end();
    world.run(2 * MINUTE);
    evening();
  }

  /** Nobody is dialled any more and everybody goes: nothing may be left. */
  private void evening() {
    wishes.ends();
    world.run(MINUTE);
    agents.forEach(DeskAgent::goes);
    String left = "";
    for (long waited = 0; waited < MOST_EVENING && left != null; waited += MINUTE) {
      for (SimulatedLeg leg : List.copyOf(world.asterisk(DialPlan.EDGE).legs())) {
        if (!leg.outgoing()) {
          world.asterisk(DialPlan.EDGE).hangUp(leg.id(), HangupCause.NORMAL);
        }
      }
      world.run(MINUTE);
      left = left();
    }
    if (left != null) {
      throw new Broken(DialRule.ANYTHING_ELSE, "everybody has gone: " + left);
    }
    invariants.after(List.of(), world.centre());
    invariants.end();
    judge();
    everythingIsOnRecord();
  }

  private @Nullable String left() {
    List<LegId> legs = world.asterisk(DialPlan.EDGE).legs().stream().map(SimulatedLeg::id).toList();
    List<Attempt> attempts = world.centre().part(Campaigns.class).books().attempts();
    boolean isNothing =
        legs.isEmpty() && attempts.isEmpty() && world.centre().calls().books().legs().isEmpty();
    return isNothing ? null : "legs live on: " + legs + ", attempts: " + attempts;
  }

  private void everythingIsOnRecord() {
    String unknown = rung.unknownTo(recorded);
    if (unknown != null) {
      throw new Broken(DialRule.NO_DOUBLE_DIAL, unknown);
    }
  }

  /** Comes back from all facts, or from those that were synced and perhaps some more. */
  private void restarts() {
    long synced = world.syncedSequence();
    long last = world.lastSequence();
    restarting = true;
    world.snapshotAt(chance.chance(0.3) ? turnEnd(chance.below((int) synced + 1)) : 0);
    boolean isCut = true;
    if (sabotage == Sabotage.DIALS_LEAVE_BEFORE_THE_SYNC) {
      world.restartsHavingLost(turnEnd(Math.max(1, last - chance.below(12))));
    } else if (last > synced && chance.chance(0.7)) {
      world.restartsAfter(turnEnd(synced + chance.below((int) (last - synced) + 1)));
    } else {
      world.restarts();
      isCut = false;
    }
    restarting = false;
    if (isCut) {
      forgets();
    } else {
      List<RecordedFact> all = world.facts();
      all.subList((int) last, all.size()).forEach(this::see);
    }
    judge();
    everythingIsOnRecord();
  }

  /** Facts that were never synced have not happened: what is left is shown anew. */
  private void forgets() {
    invariants = Invariants.alone(CODEC, centres);
    recorded.clear();
    world.facts().forEach(this::see);
  }

  private long turnEnd(long sequence) {
    return Torn.turnEnd(world.facts(), sequence);
  }

  private void see(RecordedFact fact) {
    if (fact.fact() instanceof CallFact.LegRequested asked) {
      recorded.add(asked.leg());
    }
    invariants.clockIsAhead(ahead.floorEntry(fact.sequence()).getValue());
    invariants.see(fact);
  }

  private void decided(Turn turn) {
    if (!turn.facts.isEmpty()) {
      long first = turn.facts.getFirst().sequence();
      ahead.tailMap(first).clear(); // What came there before has not happened.
      if (ahead.lastEntry().getValue() != turn.aheadMicros) {
        ahead.put(first, turn.aheadMicros);
      }
    }
    if (restarting) {
      return;
    }
    boolean dials = false;
    for (RecordedFact fact : turn.facts) {
      see(fact);
      dials |= fact.fact() instanceof CampaignFact.Dialled;
    }
    if (dials || ++turns % BOOKS_TURNS == 0) {
      invariants.after(List.of(), world.centre());
    }
    judge();
    troubles.decided(turn);
  }

  private void judge() {
    if (invariants.isBroken()) {
      Breach first = invariants.breaches().getFirst();
      throw new Broken(DialRule.of(first), first.toString());
    }
    String wrong = rung.wrong();
    if (wrong != null) {
      throw new Broken(DialRule.NO_DOUBLE_DIAL, wrong);
    }
  }
}
