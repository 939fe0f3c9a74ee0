// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.dials;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ringmaster.core.agent.AgentProfile;
import org.ringmaster.core.kernel.Personal;
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
import org.ringmaster.simulation.people.KeyHabits;
import org.ringmaster.simulation.world.SimulatedCentre;

/**
 * Everybody at a telephone: agents, those who are dialled and press keys now and then, and those
 * who ring us, leads among them. Owned by the simulation's thread.
 */
final class DialPeople {
  private static final int CUSTOMERS_AN_HOUR = 50;

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
          0.7);

  private final List<DeskAgent> agents = new ArrayList<>();
  private final Callers customers;
  private final Callers others;
  private final RungNumbers rung;
  private final Draws chance;

  DialPeople(SimulatedCentre world, DialPlan plan) {
    chance = world.draws().stream("who rings back");
    for (AgentProfile profile : plan.plan().agents()) {
      agents.add(desk(world, plan, profile));
    }
    Carrier carrier =
        new Carrier(
            world.agenda(),
            world.draws().stream("callees"),
            world.asterisk(DialPlan.EDGE),
            callees());
    rung = new RungNumbers(world.asterisk(DialPlan.EDGE), carrier);
    customers = callers(world, DialPlan.HOTLINE);
    others = callers(world, DialPlan.FIELD_LINE).written("+");
  }

  private static DeskAgent desk(SimulatedCentre world, DialPlan plan, AgentProfile profile) {
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

  private static Callers callers(SimulatedCentre world, String dialled) {
    return new Callers(
            world.agenda(),
            world.draws().stream("customers of " + dialled),
            world.asterisk(DialPlan.EDGE),
            CALLERS,
            DialPlan.CARRIER.value(),
            dialled)
        .fromNumbers(DialPlan.PEOPLE);
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
            new Distribution.Uniform(12, 25))
        .pressing(new KeyHabits(DialPlan.KEYS, 0.3, new Distribution.Uniform(0.5, 5)));
  }

  /** All agents come to work, and customers ring until an instant, epoch microseconds. */
  void come(long untilMicros) {
    agents.forEach(DeskAgent::comes);
    customers.come(Profile.flat(CUSTOMERS_AN_HOUR), untilMicros);
    others.come(Profile.flat(CUSTOMERS_AN_HOUR), untilMicros);
  }

  /** All agents go home. */
  void go() {
    agents.forEach(DeskAgent::goes);
  }

  /** Somebody whom we dialled rings us; however the carrier writes their number. */
  void whoWasRungRingsBack() {
    String number = rung.any(chance);
    if (number != null) {
      Callers line = chance.chance(0.5) ? customers : others;
      line.rings(new Personal(chance.chance(0.5) ? "+" + number : number));
    }
  }

  /** What was really rung. */
  RungNumbers rung() {
    return rung;
  }
}
