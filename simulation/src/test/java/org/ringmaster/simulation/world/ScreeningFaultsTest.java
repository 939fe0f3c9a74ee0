// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ringmaster.simulation.world.ScreeningTest.endsWell;
import static org.ringmaster.simulation.world.ScreeningTest.plan;
import static org.ringmaster.simulation.world.ScreeningTest.world;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.call.ScreeningVerdict;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.queue.Overflow;
import org.ringmaster.core.queue.Queue;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.routing.Strategy;
import org.ringmaster.core.voicemail.VoicemailPlan;
import org.ringmaster.dialer.campaign.AttemptOutcome;
import org.ringmaster.dialer.campaign.CampaignBooks;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.CampaignMode;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.dialer.campaign.MachinePolicy;
import org.ringmaster.dialer.campaign.MachineTreatment;
import org.ringmaster.dialer.campaign.ScreeningPlan;
import org.ringmaster.simulation.asterisk.Fate;
import org.ringmaster.simulation.people.DeskAgent;
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
      ScreeningTest.of(world, CampaignFact.ScreeningBegun.class)
          .forEach(one -> heard.add(one.leg()));
      ScreeningTest.of(world, CampaignFact.AttemptScreened.class)
          .forEach(one -> heard.remove(one.leg()));
      ScreeningTest.of(world, CampaignFact.AttemptEnded.class)
          .forEach(one -> heard.remove(one.leg()));
    }
    world.centre().reads(world.plan().campaign(CampaignDay.once(CampaignMode.PREDICTIVE)));
    world.centre().run(6 * HOUR);
    List<CampaignFact.AttemptScreened> later =
        ScreeningTest.of(world, CampaignFact.AttemptScreened.class).stream()
            .filter(one -> heard.contains(one.leg()))
            .toList();
    assertTrue(
        later.stream().anyMatch(one -> one.verdict() == ScreeningVerdict.MACHINE),
        later.toString());
    later.forEach(one -> assertEquals(MachineTreatment.NONE, one.treatment(), one.toString()));
    endsWell(world);
  }

  @Test
  void aMessageThatIsSaidAgainAfterADeathIsLeft() {
    ScreeningPlan tells =
        ScreeningPlan.of(MachinePolicy.MESSAGE).telling(List.of(Prompt.sound("vm-goodbye")));
    CampaignPlan plan = CampaignDay.once(CampaignMode.PREDICTIVE).screenedBy(tells);
    DiallingCentre world = world(22, plan, DetectorHabits.PERFECT);
    starts(world);
    while (ScreeningTest.of(world, CampaignFact.MessageStarted.class).isEmpty()) {
      world.centre().run(SECOND / 10);
    }
    LegId told = ScreeningTest.of(world, CampaignFact.MessageStarted.class).getFirst().leg();
    world.centre().dies();
    world.centre().run(SECOND / 5);
    world.centre().restarts();
    world.centre().run(120 * SECOND);
    assertFalse(ScreeningTest.of(world, CampaignFact.MessageLeft.class).isEmpty());
    assertEquals(AttemptOutcome.MESSAGE_LEFT, outcome(world, told));
  }

  @Test
  void aMachineThatWaitedInVainIsNoAbandonedCallOnceItIsKnown() {
    DetectorHabits slow = DetectorHabits.after(1.5, 2.6, 20);
    CampaignPlan plan =
        CampaignDay.once(CampaignMode.POWER)
            .dropping(List.of(Prompt.sound("who-called")), false)
            .screenedBy(ScreeningPlan.of(MachinePolicy.HANG_UP));
    DiallingCentre world = ScreeningTest.worked(23, plan, slow);
    Set<LegId> dropped = new LinkedHashSet<>();
    ScreeningTest.of(world, CampaignFact.Abandoned.class).forEach(one -> dropped.add(one.leg()));
    List<CampaignFact.AttemptScreened> takenBack =
        ScreeningTest.of(world, CampaignFact.AttemptScreened.class).stream()
            .filter(one -> one.verdict() == ScreeningVerdict.MACHINE)
            .filter(one -> dropped.contains(one.leg()))
            .toList();
    assertFalse(takenBack.isEmpty());
    for (CampaignFact.AttemptScreened one : takenBack) {
      assertEquals(MachineTreatment.HUNG_UP, one.treatment());
      assertEquals(AttemptOutcome.MACHINE, outcome(world, one.leg()));
      dropped.remove(one.leg());
    }
    Set<LegId> late = new LinkedHashSet<>();
    for (CampaignFact.Connected one : ScreeningTest.of(world, CampaignFact.Connected.class)) {
      if (one.waitedMillis() > CampaignPlan.HOLD_MILLIS
          && outcome(world, one.leg()) != AttemptOutcome.MACHINE) {
        late.add(one.leg());
      }
    }
    late.addAll(dropped);
    CampaignBooks.Numbers numbers = world.campaigns().books().numbersOf(DiallingCentre.CAMPAIGN);
    assertEquals(late.size(), numbers.abandoned());
    long people =
        ScreeningTest.of(world, CampaignFact.AttemptEnded.class).stream()
            .filter(
                one ->
                    one.outcome() == AttemptOutcome.TALKED
                        || one.outcome() == AttemptOutcome.ABANDONED)
            .count();
    assertEquals(people, numbers.answered());
    endsWell(world);
  }

  @Test
  void whomTheQueueSentOnIsLeftThereWhateverTheVerdictIsAndStaysAbandoned() {
    Overflow toNumber =
        new Overflow(Overflow.Kind.NUMBER, null, List.of(), DiallingCentre.TRUNK, "4930777777");
    for (Overflow target : List.of(toNumber, Overflow.voicemail(DiallingCentre.QUEUE))) {
      DiallingCentre world = sendingOn(target);
      starts(world);
      world.centre().run(HOUR);
      Set<CallId> sentOn = new LinkedHashSet<>();
      Set<LegId> machines = new LinkedHashSet<>();
      for (RecordedFact fact : world.centre().facts()) {
        switch (fact.fact()) {
          case QueueFact.EntryOverflowed f -> sentOn.add(f.call());
          case CampaignFact.AttemptScreened f
              when f.verdict() == ScreeningVerdict.MACHINE && sentOn.contains(f.call()) -> {
            machines.add(f.leg());
            assertEquals(MachineTreatment.NONE, f.treatment(), target + ": " + f);
            assertFalse(f.noDrop(), target + ": " + f);
          }
          default -> {}
        }
      }
      assertTrue(machines.size() > 3, target + ": " + machines.size() + " machines");
      machines.forEach(leg -> assertEquals(AttemptOutcome.ABANDONED, outcome(world, leg)));
    }
  }

  /** Whoever has waited for three seconds goes there; a machine is known after five. */
  private static DiallingCentre sendingOn(Overflow target) {
    DetectorHabits slow = DetectorHabits.after(1.5, 5, 30);
    CampaignPlan plan =
        CampaignDay.once(CampaignMode.POWER)
            .dropping(List.of(Prompt.sound("who-called")), true)
            .abandoning(100)
            .screenedBy(ScreeningPlan.of(MachinePolicy.HANG_UP));
    DiallingCentre world = world(25, plan, slow);
    List<Prompt> said = List.of(Prompt.sound("hello-world"));
    world
        .plan()
        .voicemail(
            new VoicemailPlan(
                DiallingCentre.QUEUE,
                said,
                said,
                said,
                said,
                said,
                60_000,
                5_000,
                1_000,
                500,
                86_400_000))
        .queue(
            new Queue(
                DiallingCentre.QUEUE,
                Strategy.LONGEST_IDLE,
                world.agents().stream().map(DeskAgent::id).toList(),
                20_000,
                5_000,
                60_000,
                true,
                3_000,
                target,
                "default",
                20_000));
    return world;
  }

  @Test
  void aVerdictThatIsLongOnItsWayGivesAPersonNoMoreTime() {
    DetectorHabits quick = DetectorHabits.after(1.5, 2, 8);
    CampaignPlan plan =
        CampaignDay.once(CampaignMode.POWER).screenedBy(ScreeningPlan.of(MachinePolicy.OBSERVE));
    DiallingCentre world = world(24, plan, quick);
    world.opens(world.centre().agenda().micros() + 4 * HOUR);
    world
        .centre()
        .node(DiallingCentre.EDGE)
        .wires(
            frame ->
                frame.content() instanceof CallInput.LegScreened
                    ? new Fate.Late(SECOND)
                    : Fate.PASS);
    world.starts();
    world.centre().run(HOUR);
    List<CampaignFact.AttemptScreened> people =
        ScreeningTest.of(world, CampaignFact.AttemptScreened.class).stream()
            .filter(one -> one.greetingMillis() >= 0)
            .toList();
    assertFalse(people.isEmpty());
    // They spoke for 0.7 seconds, from when the detector began to listen.
    people.forEach(one -> assertTrue(one.greetingMillis() < 900, one.toString()));
  }

  @Test
  void aGreetingThatEndsWhileNobodySeesItKeepsNoMachineWaiting() {
    DetectorHabits slow = DetectorHabits.after(1.5, 2, 6);
    ScreeningPlan tells =
        ScreeningPlan.of(MachinePolicy.MESSAGE).telling(List.of(Prompt.sound("vm-goodbye")));
    CampaignPlan plan = CampaignDay.once(CampaignMode.PREDICTIVE).screenedBy(tells);
    DiallingCentre world = world(26, plan, slow);
    starts(world);
    int waited = 0;
    for (int i = 0; i < 12; i++) {
      Set<LegId> wait = new LinkedHashSet<>();
      while (wait.isEmpty()) {
        world.centre().run(SECOND / 5);
        ScreeningTest.of(world, CampaignFact.AttemptScreened.class).stream()
            .filter(one -> one.treatment() == MachineTreatment.MESSAGE)
            .forEach(one -> wait.add(one.leg()));
        wait.removeAll(told(world));
      }
      world.centre().node(DiallingCentre.EDGE).losesNetwork(9 * SECOND);
      world.centre().run(20 * SECOND);
      waited += wait.size();
      wait.removeAll(told(world));
      assertEquals(Set.of(), wait, "wait still");
      world.centre().run(60 * SECOND);
    }
    assertTrue(waited >= 12, waited + " waited");
    world.centre().run(6 * HOUR);
    endsWell(world);
  }

  /** Who hears a message, or is gone. */
  private static Set<LegId> told(DiallingCentre world) {
    Set<LegId> told = new LinkedHashSet<>();
    ScreeningTest.of(world, CampaignFact.MessageStarted.class).forEach(one -> told.add(one.leg()));
    ScreeningTest.of(world, CampaignFact.AttemptEnded.class).forEach(one -> told.add(one.leg()));
    return told;
  }

  private static AttemptOutcome outcome(DiallingCentre world, LegId leg) {
    return ScreeningTest.of(world, CampaignFact.AttemptEnded.class).stream()
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
