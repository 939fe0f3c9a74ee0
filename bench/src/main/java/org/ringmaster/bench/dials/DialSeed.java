// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.dials;

import java.util.HashSet;
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
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.callback.Callback;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.engine.Centre;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.kernel.Turn;
import org.ringmaster.dialer.DialerCentre;
import org.ringmaster.dialer.campaign.Attempt;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.Campaigns;
import org.ringmaster.dialer.campaign.Preview;
import org.ringmaster.dialer.list.LeadSegments;
import org.ringmaster.simulation.asterisk.AsteriskTiming;
import org.ringmaster.simulation.asterisk.SimulatedLeg;
import org.ringmaster.simulation.draw.Distribution;
import org.ringmaster.simulation.draw.Draws;
import org.ringmaster.simulation.world.SimulatedCentre;
import org.ringmaster.simulation.world.SimulationFailed;
import org.ringmaster.simulation.world.SimulationSettings;

/**
 * Some hours of four campaigns from a seed, in which one thing after another goes wrong. Every fact
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
  private static final double TROUBLE_SECONDS = 12;
  private static final long MOST_EVENING = 30 * MINUTE;

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
  private final DialPeople people;
  private final PreviewDesks desks;
  private final DialWishes wishes;
  private final DialTroubles troubles;
  private final DialTally tally;
  private final Supplier<Centre> centres;
  private final Draws chance;
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
    people = new DialPeople(world, plan);
    rung = people.rung();
    desks = new PreviewDesks(world, plan);
    tally = new DialTally(plan.segments());
    wishes = new DialWishes(world, plan, people);
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
    long until = world.agenda().micros() + lastsMicros;
    people.come(until);
    desks.begin();
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
    people.go();
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
    List<Preview> previews = world.centre().part(Campaigns.class).books().previews().all();
    List<Callback> callbacks = List.copyOf(world.centre().callbacks().books().callbacks());
    boolean isNothing =
        legs.isEmpty()
            && attempts.isEmpty()
            && previews.isEmpty()
            && callbacks.isEmpty()
            && world.centre().calls().books().legs().isEmpty();
    return isNothing
        ? null
        : "legs live on: "
            + legs
            + ", attempts: "
            + attempts
            + ", previews: "
            + previews
            + ", callbacks: "
            + callbacks;
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
    String unasked = desks.unasked(turn);
    if (unasked != null) {
      throw new Broken(DialRule.PREVIEWS, unasked);
    }
    wishes.decided(turn);
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
