// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.call.ScreeningVerdict;
import org.ringmaster.core.call.TelephoneUse;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.dialer.DialerCentre;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.CampaignMode;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.dialer.campaign.MachinePolicy;
import org.ringmaster.dialer.campaign.MachineTreatment;
import org.ringmaster.dialer.campaign.ScreeningPlan;
import org.ringmaster.simulation.asterisk.Fate;
import org.ringmaster.simulation.asterisk.RequestRule;
import org.ringmaster.simulation.asterisk.SimulatedNode;
import org.ringmaster.simulation.asterisk.WireRule;
import org.ringmaster.simulation.draw.Distribution;
import org.ringmaster.simulation.draw.Draws;
import org.ringmaster.simulation.draw.Profile;
import org.ringmaster.simulation.people.AgentHabits;
import org.ringmaster.simulation.people.CalleeHabits;
import org.ringmaster.simulation.people.CalleeKind;
import org.ringmaster.simulation.world.DiallingCentre;
import org.ringmaster.simulation.world.SimulationSettings;

/** A campaign that screens, on wires that lose, delay, double and swap, and that is killed. */
class CampaignChaosTest {
  private static final FactCodec CODEC = FactCodec.of(DialerCentre.names().build());
  private static final long SECOND = 1_000_000;
  private static final long HOUR = 3_600 * SECOND;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whateverBecomesOfVerdictsEachAttemptCountsOnceAndIsOver(long seed) {
    DiallingCentre world = world(seed);
    Invariants invariants = Invariants.alone(CODEC, DialerCentre::centre);
    world.centre().watchedBy((turn, centre) -> invariants.after(turn.facts, centre.centre()));
    world.opens(world.centre().agenda().micros() + 4 * HOUR);
    world.starts();
    Draws draws = world.centre().draws().stream("faults");
    for (int life = 0; life < 6; life++) {
      SimulatedNode node = world.centre().node(DiallingCentre.EDGE);
      node.wires(frame -> fate(draws));
      node.refuses(command -> refusal(command, draws));
      world.centre().run(120 * SECOND + draws.below(240_000_000));
      if (life % 2 == 0) {
        world.centre().dies();
        world.centre().run(draws.below(5_000_000));
        world.centre().restarts();
      } else if (life == 3) {
        world.centre().asterisk(DiallingCentre.EDGE).crash();
        world.centre().run(2 * SECOND);
        world.centre().asterisk(DiallingCentre.EDGE).start();
      }
    }
    SimulatedNode node = world.centre().node(DiallingCentre.EDGE);
    node.wires(WireRule.FAITHFUL);
    node.refuses(RequestRule.OBEYS);
    node.isCut(0);
    world.centre().run(6 * HOUR);
    invariants.end();
    assertEquals(List.of(), invariants.breaches());
    assertEquals(0, world.centre().asterisk(DiallingCentre.EDGE).legs().size(), "legs are left");
    assertEquals(List.of(), world.campaigns().books().attempts());
    countsOnce(world);
  }

  private static Fate fate(Draws draws) {
    double drawn = draws.unit();
    if (drawn < 0.01) {
      return new Fate.Lost();
    } else if (drawn < 0.02) {
      return new Fate.Late(draws.below(6_000_000));
    } else if (drawn < 0.03) {
      return new Fate.Twice();
    } else if (drawn < 0.04) {
      return new Fate.Overtaken();
    }
    return Fate.PASS;
  }

  private static int refusal(CallCommand command, Draws draws) {
    boolean isOfScreening =
        command instanceof CallCommand.SnoopLeg
            || command instanceof CallCommand.ScreenLeg
            || command instanceof CallCommand.HearTalk;
    return isOfScreening && draws.chance(0.05) ? 500 : 0;
  }

  /** What the books count is what the facts say, worked out in another way. */
  private static void countsOnce(DiallingCentre world) {
    Set<LegId> counted = new LinkedHashSet<>();
    Set<LegId> late = new LinkedHashSet<>();
    Set<LegId> machines = new LinkedHashSet<>();
    for (RecordedFact fact : world.centre().facts()) {
      switch (fact.fact()) {
        case CampaignFact.Connected f -> {
          if (f.waitedMillis() > CampaignPlan.HOLD_MILLIS) {
            late.add(f.leg());
          } else if (!machines.contains(f.leg())) {
            counted.add(f.leg());
          }
        }
        case CampaignFact.Abandoned f -> late.add(f.leg());
        case CampaignFact.AttemptScreened f when f.verdict() == ScreeningVerdict.MACHINE -> {
          if (f.treatment() != MachineTreatment.AUDITED) {
            machines.add(f.leg());
            counted.remove(f.leg());
          }
          if (f.noDrop()) {
            late.remove(f.leg());
          }
        }
        default -> {}
      }
    }
    counted.addAll(late);
    var numbers = world.campaigns().books().numbersOf(DiallingCentre.CAMPAIGN);
    assertTrue(machines.size() > 20, machines.size() + " machines");
    assertEquals(late.size(), numbers.abandoned());
    assertEquals(counted.size(), numbers.answered());
  }

  private static CampaignPlan plan(long seed) {
    ScreeningPlan tells =
        ScreeningPlan.of(MachinePolicy.MESSAGE).telling(List.of(Prompt.sound("vm-goodbye")));
    ScreeningPlan screening =
        switch ((int) (seed % 4)) {
          case 0 -> tells;
          case 1 -> ScreeningPlan.of(MachinePolicy.HANG_UP);
          case 2 -> tells.leavingItToAgents();
          default -> ScreeningPlan.of(MachinePolicy.HANG_UP).auditing(20, List.of());
        };
    CampaignPlan plan =
        DiallingCentre.campaign(seed % 3 == 0 ? CampaignMode.PREDICTIVE : CampaignMode.POWER)
            .recycling(2, CampaignPlan.USUAL_RECYCLING)
            .dropping(List.of(Prompt.sound("who-called")), seed % 5 == 0)
            .screenedBy(screening);
    return seed % 2 == 0 ? plan.hearingGreetings() : plan;
  }

  private static DiallingCentre world(long seed) {
    Map<CalleeKind, Profile> weights = new LinkedHashMap<>();
    weights.put(CalleeKind.PERSON, Profile.flat(35));
    weights.put(CalleeKind.MACHINE, Profile.flat(35));
    weights.put(CalleeKind.NOBODY, Profile.flat(20));
    weights.put(CalleeKind.BUSY, Profile.flat(10));
    CalleeHabits habits =
        new CalleeHabits(
            weights,
            new Distribution.Uniform(0.3, 2.5),
            new Distribution.Gamma(2, 4.75),
            new Distribution.LogNormal(60, 0.7),
            new Distribution.Uniform(4, 9),
            new Distribution.Uniform(20, 40));
    return new DiallingCentre(
        SimulationSettings.of(seed, CODEC),
        10,
        TelephoneUse.OPEN,
        plan(seed),
        DiallingCentre.leads(1_500),
        habits,
        AgentHabits.DILIGENT,
        decider -> decider);
  }
}
