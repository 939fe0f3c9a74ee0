// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ringmaster.simulation.world.ScreeningTest.endsWell;
import static org.ringmaster.simulation.world.ScreeningTest.of;
import static org.ringmaster.simulation.world.ScreeningTest.plan;
import static org.ringmaster.simulation.world.ScreeningTest.world;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.call.ScreeningVerdict;
import org.ringmaster.dialer.campaign.AttemptOutcome;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.CampaignMode;
import org.ringmaster.dialer.campaign.MachinePolicy;
import org.ringmaster.dialer.campaign.MachineTreatment;
import org.ringmaster.dialer.campaign.ScreeningPlan;
import org.ringmaster.simulation.people.DetectorHabits;

/** What goes wrong, or is changed, while a detector listens or a machine is told its message. */
class ScreeningFaultsTest {

  private static final long SECOND = 1_000_000;
  private static final long HOUR = 3_600 * SECOND;

  @Test
  void aReloadThatEndsScreeningLeavesWhoIsBeingListenedToAsPeople() {
    DiallingCentre world = world(21, plan(MachinePolicy.HANG_UP), DetectorHabits.PERFECT);
    starts(world);
    Set<LegId> heard = new LinkedHashSet<>();
    while (heard.size() < 4) {
      world.centre().run(SECOND / 10);
      heard.clear();
      of(world, CampaignFact.ScreeningBegun.class).forEach(one -> heard.add(one.leg()));
      of(world, CampaignFact.AttemptScreened.class).forEach(one -> heard.remove(one.leg()));
      of(world, CampaignFact.AttemptEnded.class).forEach(one -> heard.remove(one.leg()));
    }
    world.centre().reads(world.plan().campaign(CampaignDay.once(CampaignMode.PREDICTIVE)));
    world.centre().run(6 * HOUR);
    List<CampaignFact.AttemptScreened> later =
        of(world, CampaignFact.AttemptScreened.class).stream()
            .filter(one -> heard.contains(one.leg()))
            .toList();
    assertTrue(
        later.stream().anyMatch(one -> one.verdict() == ScreeningVerdict.MACHINE), later.toString());
    later.forEach(one -> assertEquals(MachineTreatment.NONE, one.treatment(), one.toString()));
    endsWell(world);
  }

  @Test
  void aMessageThatIsSaidAgainAfterADeathIsLeft() {
    ScreeningPlan tells =
        ScreeningPlan.of(MachinePolicy.MESSAGE).telling(List.of(Prompt.sound("vm-goodbye")));
    DiallingCentre world =
        world(22, CampaignDay.once(CampaignMode.PREDICTIVE).screenedBy(tells), DetectorHabits.PERFECT);
    starts(world);
    while (of(world, CampaignFact.MessageStarted.class).isEmpty()) {
      world.centre().run(SECOND / 10);
    }
    LegId told = of(world, CampaignFact.MessageStarted.class).getFirst().leg();
    world.centre().dies();
    world.centre().run(SECOND / 5);
    world.centre().restarts();
    world.centre().run(120 * SECOND);
    assertFalse(of(world, CampaignFact.MessageLeft.class).isEmpty());
    assertEquals(AttemptOutcome.MESSAGE_LEFT, outcome(world, told));
  }

  private static AttemptOutcome outcome(DiallingCentre world, LegId leg) {
    return of(world, CampaignFact.AttemptEnded.class).stream()
        .filter(one -> one.leg().equals(leg))
        .findFirst()
        .orElseThrow()
        .outcome();
  }

  private static void starts(DiallingCentre world) {
    world.opens(world.centre().agenda().micros() + 4 * HOUR);
    world.starts();
  }
}
