// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ringmaster.simulation.world.CampaignDay.abandoned;
import static org.ringmaster.simulation.world.CampaignDay.count;
import static org.ringmaster.simulation.world.CampaignDay.dialled;
import static org.ringmaster.simulation.world.CampaignDay.limits;
import static org.ringmaster.simulation.world.CampaignDay.once;
import static org.ringmaster.simulation.world.CampaignDay.world;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.calendar.Calendar;
import org.ringmaster.core.calendar.CalendarId;
import org.ringmaster.core.calendar.OpenHours;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.TelephoneUse;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.journey.ConsentScope;
import org.ringmaster.core.journey.JourneyInput;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.steering.SteeringInput;
import org.ringmaster.dialer.DialerCentre;
import org.ringmaster.dialer.campaign.AttemptOutcome;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.CampaignInput;
import org.ringmaster.dialer.campaign.CampaignMode;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.dialer.campaign.CampaignState;
import org.ringmaster.dialer.campaign.DialLimit;
import org.ringmaster.dialer.campaign.Recycling;
import org.ringmaster.simulation.draw.Draws;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A campaign against simulated people, from its start to its end. */
class CampaignTest {

  private static final Logger LOG = LoggerFactory.getLogger(CampaignTest.class);
  private static final FactCodec CODEC = FactCodec.of(DialerCentre.names().build());
  private static final long SECOND = 1_000_000;
  private static final long HOUR = 3_600 * SECOND;
  private static final Author TESTER = new Author("tester");

  @Test
  void aPredictiveCampaignIsWorkedThroughWithoutDialingAnybodyTwiceAtATime() {
    DiallingCentre world = worked(1, once(CampaignMode.PREDICTIVE), 10, 1_000);
    assertEquals(
        CampaignState.EXHAUSTED, world.campaigns().books().stateOf(DiallingCentre.CAMPAIGN));
    assertEquals(1_000, dialled(world).size());
    assertEquals(1_000, new LinkedHashSet<>(dialled(world)).size());
    endsWell(world);
    long answered = count(world, CampaignFact.Connected.class) + abandoned(world);
    assertTrue(answered > 150, "answered: " + answered);
    assertTrue(abandoned(world) <= answered * 0.03 + 2, abandoned(world) + " of " + answered);
  }

  @Test
  void predictiveKeepsAgentsBusierThanProgressive() {
    double predictive = utilisation(worked(2, once(CampaignMode.PREDICTIVE), 10, 1_000));
    double progressive = utilisation(worked(2, once(CampaignMode.PROGRESSIVE), 10, 1_000));
    assertTrue(
        predictive > progressive + 0.08,
        String.format(Locale.ROOT, "%.3f, progressive %.3f", predictive, progressive));
  }

  @Test
  void aPlatformKilledAgainAndAgainLosesNoLeadAndDialsNoneTwice() {
    DiallingCentre world = world(3, once(CampaignMode.PREDICTIVE), 10, 600, TelephoneUse.OPEN);
    world.opens(world.centre().agenda().micros() + 4 * HOUR);
    world.starts();
    Draws draws = world.centre().draws().stream("kills");
    for (int kill = 0; kill < 8; kill++) {
      world.centre().run(60 * SECOND + draws.below(120_000_000));
      int unsynced = (int) (world.centre().lastSequence() - world.centre().syncedSequence());
      world.centre().dies();
      world.centre().run(draws.below(5_000_000));
      if (kill % 2 == 0) {
        world.centre().snapshotAt(world.centre().syncedSequence());
      }
      if (unsynced == 0) {
        world.centre().restarts();
      } else {
        world.centre().restartsAfter(world.centre().syncedSequence() + draws.below(unsynced + 1));
      }
    }
    world.centre().run(6 * HOUR);
    assertEquals(
        CampaignState.EXHAUSTED, world.campaigns().books().stateOf(DiallingCentre.CAMPAIGN));
    assertEquals(600, new LinkedHashSet<>(dialled(world)).size());
    endsWell(world);
    assertEquals(world.centre().replayed().hash(CODEC), world.centre().hash());
  }

  @Test
  void aCampaignThatIsPausedDialsNobodyAndLetsRingWhatRings() {
    DiallingCentre world = world(4, once(CampaignMode.PREDICTIVE), 10, 1_000, TelephoneUse.OPEN);
    world.opens(world.centre().agenda().micros() + 4 * HOUR);
    world.starts();
    world.centre().run(300 * SECOND);
    int ringing = world.campaigns().books().numbersOf(DiallingCentre.CAMPAIGN).ringing();
    assertTrue(ringing > 0, "nobody is rung");
    world.pauses();
    int before = dialled(world).size();
    long ended = count(world, CampaignFact.AttemptEnded.class);
    world.centre().run(600 * SECOND);
    assertEquals(before, dialled(world).size());
    assertTrue(count(world, CampaignFact.AttemptEnded.class) >= ended + ringing);
    world.starts();
    world.centre().run(60 * SECOND);
    assertTrue(dialled(world).size() > before);
  }

  @Test
  void whileItsQueueIsClosedByHandNobodyIsDialledAndWhoAnswersStillIsServed() {
    DiallingCentre world = world(8, once(CampaignMode.PROGRESSIVE), 10, 1_000, TelephoneUse.OPEN);
    world.opens(world.centre().agenda().micros() + 4 * HOUR);
    world.starts();
    world.centre().run(300 * SECOND);
    assertTrue(world.campaigns().books().numbersOf(DiallingCentre.CAMPAIGN).ringing() > 0);
    long connected = count(world, CampaignFact.Connected.class);
    world
        .centre()
        .inlet()
        .ask(
            new SteeringInput.SetDoor(
                DiallingCentre.QUEUE, false, 0, List.of(), SteeringInput.UNSEEN, TESTER));
    world.centre().run(SECOND);
    int before = dialled(world).size();
    world.centre().run(600 * SECOND);
    assertEquals(before, dialled(world).size());
    assertEquals(0, abandoned(world));
    assertTrue(count(world, CampaignFact.Connected.class) > connected);
    assertEquals(
        DialLimit.QUEUE_CLOSED, world.campaigns().books().limitOf(DiallingCentre.CAMPAIGN));
  }

  @Test
  void whenAllAgentsAreGoneNobodyIsDialled() {
    DiallingCentre world = world(5, once(CampaignMode.PREDICTIVE), 10, 1_000, TelephoneUse.OPEN);
    long gone = world.centre().agenda().micros() + 600 * SECOND;
    world.opens(gone);
    world.starts();
    world.centre().runUntil(gone + 300 * SECOND);
    int before = dialled(world).size();
    assertTrue(before > 50);
    world.centre().run(600 * SECOND); // Who talks is at work until the talk is over.
    assertEquals(before, dialled(world).size());
    assertEquals(DialLimit.NO_AGENTS, world.campaigns().books().limitOf(DiallingCentre.CAMPAIGN));
  }

  @Test
  void aSmallTeamIsDialledForProgressivelyAndItIsSaid() {
    DiallingCentre world = world(6, once(CampaignMode.PREDICTIVE), 2, 200, TelephoneUse.OPEN);
    world.opens(world.centre().agenda().micros() + 4 * HOUR);
    world.starts();
    world.centre().run(600 * SECOND);
    assertTrue(limits(world).contains(DialLimit.SMALL_TEAM), limits(world).toString());
    assertEquals(0, abandoned(world));
    assertNeverMoreThanIdle(world);
  }

  @Test
  void telephonesThatMustBeRungAreDialledForProgressivelyAtMostAndItIsSaid() {
    DiallingCentre world = world(7, once(CampaignMode.POWER), 6, 200, TelephoneUse.RUNG);
    world.opens(world.centre().agenda().micros() + 4 * HOUR);
    world.starts();
    world.centre().run(1_200 * SECOND);
    assertTrue(limits(world).contains(DialLimit.RUNG_TELEPHONES), limits(world).toString());
    assertNeverMoreThanIdle(world);
    assertTrue(count(world, CampaignFact.Connected.class) > 5);
  }

  @Test
  void nobodyIsDialledOutsideTheHoursOfTheirZone() {
    List<OpenHours> hours = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      hours.add(new OpenHours(day, 9 * 60, 20 * 60));
    }
    Calendar nineToEight =
        new Calendar(new CalendarId("day"), DiallingCentre.BERLIN.getId(), hours, List.of());
    CampaignPlan plan =
        CampaignPlan.of(
                DiallingCentre.CAMPAIGN,
                DiallingCentre.QUEUE,
                DiallingCentre.TRUNK,
                CampaignMode.PREDICTIVE,
                nineToEight)
            .recycling(1, List.of());
    // It is seven in Berlin.
    DiallingCentre world = world(8, plan, 10, 300, TelephoneUse.OPEN);
    world.opens(world.centre().agenda().micros() + 10 * HOUR);
    world.starts();
    world.centre().run(HOUR);
    assertEquals(0, dialled(world).size());
    assertTrue(explained(world).contains("outside the hours"), explained(world));
    world.centre().run(2 * HOUR);
    assertTrue(dialled(world).size() > 100);
    for (RecordedFact fact : world.centre().facts()) {
      if (fact.fact() instanceof CampaignFact.Dialled) {
        assertTrue(nineToEight.isOpen(fact.envelope().recordedAtMicros()));
      }
    }
  }

  @Test
  void whoMustNotBeCalledIsNotWhateverListTheyAreOn() {
    DiallingCentre world = world(9, once(CampaignMode.PREDICTIVE), 10, 100, TelephoneUse.OPEN);
    world.opens(world.centre().agenda().micros() + 4 * HOUR);
    world.tells(new JourneyInput.Forbid(new Personal("4930000005"), ConsentScope.CAMPAIGN, TESTER));
    world.starts();
    world.centre().run(2 * HOUR);
    assertEquals(99, dialled(world).size());
    assertTrue(!dialled(world).contains(5));
  }

  @Test
  void leadsAreRecycledByTheirOutcome() {
    CampaignPlan plan =
        DiallingCentre.campaign(CampaignMode.PREDICTIVE)
            .recycling(
                3,
                List.of(
                    new Recycling(AttemptOutcome.BUSY, 2, 60_000),
                    new Recycling(AttemptOutcome.NO_ANSWER, 9, 120_000)));
    DiallingCentre world = worked(10, plan, 10, 200);
    Map<Integer, List<AttemptOutcome>> outcomes = new LinkedHashMap<>();
    for (RecordedFact fact : world.centre().facts()) {
      if (fact.fact() instanceof CampaignFact.AttemptEnded f) {
        outcomes.computeIfAbsent(f.lead(), lead -> new ArrayList<>()).add(f.outcome());
      }
    }
    assertEquals(200, outcomes.size());
    for (List<AttemptOutcome> each : outcomes.values()) {
      assertTrue(each.size() <= 3, each.toString());
      long busy = each.stream().filter(outcome -> outcome == AttemptOutcome.BUSY).count();
      assertTrue(busy <= 2, each.toString());
      assertTrue(!each.subList(0, each.size() - 1).contains(AttemptOutcome.TALKED));
    }
    assertTrue(outcomes.values().stream().anyMatch(each -> each.size() == 3));
    endsWell(world);
  }

  @Test
  void theKillSwitchStopsAllDialling() {
    DiallingCentre world = world(11, once(CampaignMode.PREDICTIVE), 10, 1_000, TelephoneUse.OPEN);
    world.opens(world.centre().agenda().micros() + 4 * HOUR);
    world.starts();
    world.centre().run(120 * SECOND);
    world.tells(new CampaignInput.KillSwitch(true, TESTER));
    int before = dialled(world).size();
    assertTrue(before > 10);
    world.centre().run(300 * SECOND);
    assertEquals(before, dialled(world).size());
    world.tells(new CampaignInput.KillSwitch(false, TESTER));
    world.centre().run(60 * SECOND);
    assertTrue(dialled(world).size() > before);
  }

  // The world.

  private static DiallingCentre worked(long seed, CampaignPlan plan, int agents, int leads) {
    DiallingCentre world = world(seed, plan, agents, leads, TelephoneUse.OPEN);
    world.opens(world.centre().agenda().micros() + 5 * HOUR);
    world.starts();
    world.centre().run(6 * HOUR);
    LOG.info(
        "{}: {} calls, {} connected, {} abandoned, utilisation {}",
        plan.mode(),
        dialled(world).size(),
        count(world, CampaignFact.Connected.class),
        abandoned(world),
        String.format(Locale.ROOT, "%.3f", utilisation(world)));
    return world;
  }

  /** Each attempt has ended once, and nobody was in two at a time. */
  private static void endsWell(DiallingCentre world) {
    Map<LegId, Integer> live = new LinkedHashMap<>();
    Set<LegId> ended = new LinkedHashSet<>();
    for (RecordedFact fact : world.centre().facts()) {
      switch (fact.fact()) {
        case CampaignFact.Dialled f -> {
          assertTrue(!live.containsValue(f.lead()), "dialled twice at a time: " + f.lead());
          assertNull(live.put(f.leg(), f.lead()));
        }
        case CampaignFact.AttemptEnded f -> {
          assertEquals(f.lead(), live.remove(f.leg()));
          assertTrue(ended.add(f.leg()));
        }
        default -> {}
      }
    }
    assertEquals(Map.of(), live);
    assertEquals(0, world.centre().asterisk(DiallingCentre.EDGE).legs().size(), "legs are left");
    assertEquals(List.of(), world.campaigns().books().attempts());
  }

  private static void assertNeverMoreThanIdle(DiallingCentre world) {
    for (RecordedFact fact : world.centre().facts()) {
      if (fact.fact() instanceof CampaignFact.Dialled f) {
        assertTrue(f.reading().ringing() < f.reading().idle(), f.reading().toString());
      }
    }
  }

  private static String explained(DiallingCentre world) {
    var list = world.campaigns().books().lists(DiallingCentre.CAMPAIGN).getFirst();
    var answer =
        world.centre().inlet().ask(new CampaignInput.Explain(DiallingCentre.CAMPAIGN, list, 0));
    world.centre().run(SECOND);
    return answer.join().toString();
  }

  /** The share of the agents' time that was talk or wrap-up, from the first call to the last. */
  private static double utilisation(DiallingCentre world) {
    Map<AgentId, Long> since = new LinkedHashMap<>();
    long first = 0;
    long busy = 0;
    long busyAtLast = 0;
    long last = 0;
    for (RecordedFact fact : world.centre().facts()) {
      long at = fact.envelope().recordedAtMicros();
      switch (fact.fact()) {
        case CampaignFact.Dialled f -> {
          first = first == 0 ? at : first;
          last = at;
          busyAtLast = busy;
          for (long began : since.values()) {
            busyAtLast += at - began;
          }
        }
        case AgentFact.OfferAccepted f -> since.put(f.agent(), at);
        case AgentFact.Freed f -> {
          Long began = since.remove(f.agent());
          busy += began == null ? 0 : at - began;
        }
        default -> {}
      }
    }
    return (double) busyAtLast / ((last - first) * world.agents().size());
  }
}
