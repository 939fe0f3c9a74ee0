// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.pacing;

import java.util.List;
import org.ringmaster.bench.campaign.Course;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.TelephoneUse;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.queue.Overflow;
import org.ringmaster.core.queue.Queue;
import org.ringmaster.core.routing.Strategy;
import org.ringmaster.dialer.DialerCentre;
import org.ringmaster.dialer.campaign.CampaignMode;
import org.ringmaster.dialer.campaign.CampaignPacing;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.simulation.asterisk.Line;
import org.ringmaster.simulation.asterisk.Party;
import org.ringmaster.simulation.asterisk.SimulatedAsterisk;
import org.ringmaster.simulation.clock.Agenda;
import org.ringmaster.simulation.draw.Distribution;
import org.ringmaster.simulation.draw.Draws;
import org.ringmaster.simulation.outbound.OutboundResult;
import org.ringmaster.simulation.outbound.OutboundScenario;
import org.ringmaster.simulation.outbound.OutboundWorld;
import org.ringmaster.simulation.people.AgentHabits;
import org.ringmaster.simulation.people.CalleeHabits;
import org.ringmaster.simulation.world.DiallingCentre;
import org.ringmaster.simulation.world.SimulationSettings;

/**
 * A steady cell lived through twice: in the light world, and through the whole kernel against a
 * simulated Asterisk, by the pacer that a campaign is dialled by at work, and held to the windows
 * of the law in both. A working day each time, after a warm-up that does not count.
 *
 * @param agents how many agents
 * @param answerPercent how many of a hundred calls a person answers
 */
record KernelCell(int agents, int answerPercent) {
  private static final FactCodec CODEC = FactCodec.of(DialerCentre.names().build());
  private static final CampaignPlan PLAN =
      DiallingCentre.campaign(CampaignMode.PREDICTIVE).recycling(1, List.of());
  private static final long HOUR_MICROS = 3_600_000_000L;
  private static final int SLICES = 20;
  private static final int WARM_UP_HOURS = 2;
  private static final double PERCENT = 100;
  private static final int LEADS_PER_AGENT_HOUR = 200;
  private static final long LONG_MILLIS = 600_000;
  private static final Distribution NEVER = Distribution.always(0);

  private OutboundScenario scenario() {
    return OutboundScenario.steady(agents, answerPercent / PERCENT);
  }

  /** A day in the light world. */
  OutboundResult light(long seed, int hours) {
    OutboundWorld world =
        new OutboundWorld(
                scenario(), CampaignPacing.pacer(PLAN), seed, Integer.MAX_VALUE, Cell.HOURS_OF_DAY)
            .underLaw(PLAN, SimulationSettings.MONDAY_AT_SIX);
    world.run(WARM_UP_HOURS);
    return world.run(hours);
  }

  /** A day through the whole kernel. */
  Course.Hour kernel(long seed, int hours) {
    int all = WARM_UP_HOURS + hours;
    DiallingCentre world =
        new DiallingCentre(
            SimulationSettings.of(seed, CODEC),
            agents,
            TelephoneUse.OPEN,
            PLAN,
            DiallingCentre.leads(LEADS_PER_AGENT_HOUR * agents * all),
            CalleeHabits.households(),
            habits(),
            decider -> decider);
    patientQueue(world);
    SimulatedAsterisk asterisk = world.centre().asterisk(DiallingCentre.EDGE);
    asterisk.carrier(
        new Callees(
            scenario(), asterisk, world.centre().agenda(), world.centre().draws().stream("cell")));
    world.opens(world.centre().agenda().micros() + (all + 1) * HOUR_MICROS);
    world.starts();
    for (int slice = 0; slice < all * SLICES; slice++) {
      world.centre().run(HOUR_MICROS / SLICES);
    }
    Course course = new Course();
    for (RecordedFact fact : world.centre().facts()) {
      course.sees(fact);
    }
    return course.between(WARM_UP_HOURS * HOUR_MICROS, all * HOUR_MICROS, agents);
  }

  /** Its wrap-up never ends before the agent says so. */
  private static void patientQueue(DiallingCentre world) {
    Queue usual =
        world.plan().queues().stream()
            .filter(queue -> queue.id().equals(DiallingCentre.QUEUE))
            .findFirst()
            .orElseThrow();
    world
        .plan()
        .queue(
            new Queue(
                usual.id(),
                Strategy.LONGEST_IDLE,
                usual.agents(),
                20_000,
                5_000,
                LONG_MILLIS,
                true,
                0,
                Overflow.HANG_UP,
                "default",
                20_000));
  }

  private AgentHabits habits() {
    return new AgentHabits(
        Distribution.always(1),
        Distribution.always(36_000),
        scenario().wrapUp(),
        0,
        0,
        0,
        0,
        0,
        0,
        NEVER,
        NEVER);
  }

  /** As it is told. */
  String text() {
    return "%d agents, %d %% answer".formatted(agents, answerPercent);
  }

  /** The people and machines of a scenario, behind a carrier. */
  private record Callees(
      OutboundScenario scenario, SimulatedAsterisk asterisk, Agenda agenda, Draws draws)
      implements Line {
    private static final long SECOND = 1_000_000;

    @Override
    public Reception receive(Rung call) {
      if (draws.chance(scenario.answerShare())) {
        // The share is of those who answer in time, as in the light world.
        long after;
        do {
          after = micros(scenario.personRing());
        } while (after >= scenario.ringSeconds() * SECOND);
        return new Reception.Rings(new Person(after), 0);
      }
      double other = draws.unit();
      if (other < scenario.busyShare()) {
        return new Reception.Rings(new Refusal(micros(scenario.busyRing())), 0);
      }
      if (other < scenario.busyShare() + scenario.machineShare()) {
        // Known as a machine when it has answered, and nobody's live answer.
        return new Reception.Rings(new Refusal(micros(scenario.machineRing())), 0);
      }
      return new Reception.Rings(new Party() {}, 0);
    }

    private long micros(Distribution seconds) {
      return seconds.drawMicros(draws, agenda.micros());
    }

    /** Rings at once, as all do in the light world, and is busy in the end. */
    private final class Refusal implements Party {
      private final long afterMicros;
      private boolean gone;

      Refusal(long afterMicros) {
        this.afterMicros = afterMicros;
      }

      @Override
      public void rings(LegId leg, boolean answersByItself) {
        agenda.after(
            afterMicros,
            () -> {
              if (!gone) {
                asterisk.hangUp(leg, HangupCause.BUSY);
              }
            });
      }

      @Override
      public void gone(LegId leg, HangupCause cause) {
        gone = true;
      }
    }

    private final class Person implements Party {
      private final long afterMicros;
      private boolean gone;
      private boolean talks;

      Person(long afterMicros) {
        this.afterMicros = afterMicros;
      }

      @Override
      public void rings(LegId leg, boolean answersByItself) {
        agenda.after(
            afterMicros,
            () -> {
              if (!gone) {
                asterisk.answer(leg);
              }
            });
      }

      @Override
      public void hears(LegId leg, int others) {
        if (others > 0 && !talks) {
          talks = true;
          agenda.after(
              micros(scenario.talk()),
              () -> {
                if (!gone) {
                  asterisk.hangUp(leg, HangupCause.NORMAL);
                }
              });
        }
      }

      @Override
      public void gone(LegId leg, HangupCause cause) {
        gone = true;
      }
    }
  }
}
