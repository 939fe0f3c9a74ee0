// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.campaign;

import java.util.Collection;
import java.util.List;
import org.ringmaster.core.agent.AgentProfile;
import org.ringmaster.core.call.TelephoneUse;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.queue.Overflow;
import org.ringmaster.core.queue.Queue;
import org.ringmaster.core.routing.Strategy;
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
    Course course = new Course();
    for (RecordedFact fact : facts(seed, seconds)) {
      course.sees(fact);
    }
    return course;
  }

  /** All that is recorded in it. */
  List<RecordedFact> facts(long seed, long seconds) {
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
    world.plan().queue(queue(world.plan().agents()));
    world.opens(world.centre().agenda().micros() + (seconds + 60) * MICROS);
    world.starts();
    world.centre().run(seconds * MICROS);
    return world.centre().facts();
  }

  /**
   * The lab's: it frees agents itself once the wrap-up is over. A queue that waits for them to say
   * so would tell the pacer of other wrap-ups: those of a second more or less.
   */
  private Queue queue(Collection<AgentProfile> team) {
    return new Queue(
        DiallingCentre.QUEUE,
        Strategy.LONGEST_IDLE,
        team.stream().map(AgentProfile::id).toList(),
        15_000,
        5_000,
        wrapUpSeconds * 1_000L,
        false,
        0,
        Overflow.HANG_UP,
        "default",
        20_000);
  }

  /** Nobody pauses or errs, or says that they are done before the queue does. */
  private AgentHabits habits() {
    return new AgentHabits(
        new Distribution.Constant(0.2),
        new Distribution.Constant(36_000),
        new Distribution.Constant(36_000),
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
