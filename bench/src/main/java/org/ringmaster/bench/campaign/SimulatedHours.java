// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.campaign;

import java.util.List;
import org.ringmaster.core.call.TelephoneUse;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.dialer.DialerCentre;
import org.ringmaster.dialer.campaign.CampaignMode;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.simulation.draw.Distribution;
import org.ringmaster.simulation.people.AgentHabits;
import org.ringmaster.simulation.people.CalleeHabits;
import org.ringmaster.simulation.world.DiallingCentre;
import org.ringmaster.simulation.world.SimulationSettings;

/**
 * The same campaign as {@link LabCampaign}, through the whole kernel against a simulated Asterisk:
 * the same list with the same fates in the same order, and in each run other luck in all that takes
 * time at a node and on the way to it.
 */
final class SimulatedHours {
  private static final FactCodec CODEC = FactCodec.of(DialerCentre.names().build());
  private static final CampaignPlan PLAN =
      DiallingCentre.campaign(CampaignMode.PREDICTIVE).recycling(1, List.of());
  private static final long FIRST_NUMBER = 4_930_000_000L;
  private static final long MICROS = 1_000_000;
  private static final Distribution NEVER = new Distribution.Constant(0);

  private final int agents;
  private final int wrapUpSeconds;
  private final List<LeadFate> fates;
  private final long[] saysMicros;
  private final long[] greetsMicros;

  SimulatedHours(
      int agents, int wrapUpSeconds, List<LeadFate> fates, long[] saysMicros, long[] greetsMicros) {
    this.agents = agents;
    this.wrapUpSeconds = wrapUpSeconds;
    this.fates = fates;
    this.saysMicros = saysMicros.clone();
    this.greetsMicros = greetsMicros.clone();
  }

  /** One run of so many seconds of dialling. */
  Course run(long seed, long seconds) {
    DiallingCentre world =
        new DiallingCentre(
            SimulationSettings.of(seed, CODEC),
            agents,
            TelephoneUse.OPEN,
            PLAN,
            DiallingCentre.leads(fates.size()),
            CalleeHabits.households(),
            habits(),
            decider -> decider);
    world
        .centre()
        .asterisk(DiallingCentre.EDGE)
        .carrier(
            new FatedCarrier(
                world.centre().asterisk(DiallingCentre.EDGE),
                world.centre().agenda(),
                world.centre().draws().stream("fated"),
                fates,
                number -> (int) (Long.parseLong(number.replace("+", "")) - FIRST_NUMBER),
                saysMicros,
                greetsMicros));
    world.opens(world.centre().agenda().micros() + (seconds + 60) * MICROS);
    world.starts();
    world.centre().run(seconds * MICROS);
    Course course = new Course();
    for (RecordedFact fact : world.centre().facts()) {
      course.sees(fact);
    }
    return course;
  }

  /** Nobody pauses or errs; wrap-up takes as long as the lab's queue gives. */
  private AgentHabits habits() {
    return new AgentHabits(
        new Distribution.Constant(0.2),
        new Distribution.Constant(36_000),
        new Distribution.Constant(wrapUpSeconds),
        0,
        0,
        0,
        0,
        0,
        0,
        NEVER,
        NEVER);
  }
}
