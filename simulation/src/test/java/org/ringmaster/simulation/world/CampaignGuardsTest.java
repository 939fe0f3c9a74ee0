// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ringmaster.simulation.world.CampaignDay.abandoned;
import static org.ringmaster.simulation.world.CampaignDay.count;
import static org.ringmaster.simulation.world.CampaignDay.dialled;
import static org.ringmaster.simulation.world.CampaignDay.limits;
import static org.ringmaster.simulation.world.CampaignDay.once;
import static org.ringmaster.simulation.world.CampaignDay.world;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.call.TelephoneUse;
import org.ringmaster.core.journey.ConsentScope;
import org.ringmaster.core.journey.IdentityId;
import org.ringmaster.core.journey.JourneyInput;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.queue.Overflow;
import org.ringmaster.core.queue.Queue;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.routing.Reserve;
import org.ringmaster.core.routing.Routing;
import org.ringmaster.core.routing.Strategy;
import org.ringmaster.dialer.campaign.Attempt;
import org.ringmaster.dialer.campaign.AttemptOutcome;
import org.ringmaster.dialer.campaign.AttemptPhase;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.CampaignId;
import org.ringmaster.dialer.campaign.CampaignInput;
import org.ringmaster.dialer.campaign.CampaignMode;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.dialer.campaign.DialLimit;
import org.ringmaster.dialer.campaign.MachinePolicy;
import org.ringmaster.dialer.campaign.Recycling;
import org.ringmaster.dialer.campaign.ScreeningPlan;
import org.ringmaster.dialer.list.ImportLedger;
import org.ringmaster.dialer.list.Lead;
import org.ringmaster.dialer.list.LeadDetails;
import org.ringmaster.dialer.list.Leads;
import org.ringmaster.dialer.list.ListInput;
import org.ringmaster.dialer.list.ListUse;
import org.ringmaster.simulation.asterisk.Party;
import org.ringmaster.simulation.asterisk.RequestRule;
import org.ringmaster.simulation.people.DetectorHabits;

/** What a campaign must not do, whatever its pacer would like. */
class CampaignGuardsTest {
  private static final long SECOND = 1_000_000;
  private static final long HOUR = 3_600 * SECOND;
  private static final Overflow ELSEWHERE =
      new Overflow(Overflow.Kind.PROMPT, null, List.of(Prompt.sound("vm-goodbye")), null, null);
  private static final Routing KEEPS_TWO =
      new Routing(
          List.of(), List.of(), List.of(), 1, 0, 0, List.of(), List.of(), 0, 0, new Reserve(2, 0));

  @Test
  void aTelephoneThatRingsIsHungUpHoweverItsNumberIsWrittenWhenItIsRefused() {
    DiallingCentre world = world(13, once(CampaignMode.PROGRESSIVE), 5, 500, TelephoneUse.OPEN);
    world.opens(world.centre().agenda().micros() + 4 * HOUR);
    world.starts();
    Set<LegId> refused = new LinkedHashSet<>();
    for (int i = 0; i < 600 && refused.size() < 5; i++) {
      world.centre().run(SECOND);
      for (Attempt one : world.campaigns().books().attempts()) {
        if (one.phase() == AttemptPhase.RINGING && refused.size() < 5 && refused.add(one.leg())) {
          world.tells(
              new JourneyInput.Forbid(
                  new Personal(Long.toString(4_930_000_000L + one.lead())),
                  ConsentScope.CAMPAIGN,
                  new Author("tester")));
        }
      }
    }
    world.centre().run(SECOND / 2);
    assertEquals(5, refused.size());
    for (Attempt one : world.campaigns().books().attempts()) {
      assertFalse(refused.contains(one.leg()), "rings on: " + one);
    }
  }

  @Test
  void nobodyIsDialledWhoseNumberBeginsAsWasRefusedUntilThatIsTakenBack() {
    DiallingCentre world = world(13, once(CampaignMode.PROGRESSIVE), 5, 40, TelephoneUse.OPEN);
    world.opens(world.centre().agenda().micros() + 8 * HOUR);
    Personal prefix = new Personal("+493000001*"); // Leads 10 to 19.
    world.tells(new JourneyInput.Forbid(prefix, ConsentScope.CAMPAIGN, new Author("tester")));
    world.starts();
    world.centre().run(2 * HOUR);
    List<Integer> before = CampaignDay.dialled(world);
    assertEquals(30, before.stream().filter(lead -> lead < 10 || lead > 19).count(), "" + before);
    assertEquals(30, before.size(), before.toString());
    world.tells(new JourneyInput.Permit(prefix, ConsentScope.CAMPAIGN, new Author("tester")));
    world.starts(); // It had nobody left.
    world.centre().run(2 * HOUR);
    assertEquals(40, CampaignDay.dialled(world).size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"+4930000002", "4930000002"}) // As carriers tell them.
  void whoWaitsInAQueueOfOursIsNotDialledByACampaignMeanwhile(String number) {
    DiallingCentre world = world(14, once(CampaignMode.PROGRESSIVE), 3, 40, TelephoneUse.OPEN);
    world.opens(world.centre().agenda().micros() + 4 * HOUR);
    QueueId support = new QueueId("support");
    world
        .centre()
        .reads(
            world
                .plan()
                .queue(
                    new Queue(
                        support,
                        Strategy.LONGEST_IDLE,
                        List.of(),
                        20_000,
                        5_000,
                        60_000,
                        true,
                        0,
                        Overflow.HANG_UP,
                        "default",
                        20_000))
                .number("500", support, null));
    world.centre().run(SECOND);
    LegId caller =
        world
            .centre()
            .asterisk(DiallingCentre.EDGE)
            .call("carrier", "inbound", "500", new Personal(number), new Party() {});
    world.centre().run(2 * SECOND);
    assertEquals(1, world.centre().centre().acd().books().unservedIn(support));
    world.starts();
    world.centre().run(600 * SECOND);
    List<Integer> before = CampaignDay.dialled(world);
    assertTrue(before.size() > 10 && !before.contains(2), before.toString());
    world.centre().asterisk(DiallingCentre.EDGE).hangUp(caller, HangupCause.NORMAL);
    world.centre().run(HOUR);
    assertTrue(CampaignDay.dialled(world).contains(2), "never dialled");
  }

  @Test
  void agentsWhomAnotherQueueKeepsAreDialledForByNobody() {
    DiallingCentre world = world(12, once(CampaignMode.PROGRESSIVE), 3, 500, TelephoneUse.OPEN);
    world.opens(world.centre().agenda().micros() + 4 * HOUR);
    Queue outbound =
        Objects.requireNonNull(world.centre().centre().acd().books().queue(DiallingCentre.QUEUE));
    Queue support =
        new Queue(
            new QueueId("support"),
            Strategy.LONGEST_IDLE,
            outbound.agents(),
            20_000,
            5_000,
            60_000,
            true,
            0,
            Overflow.HANG_UP,
            "default",
            20_000);
    world.centre().reads(world.plan().queue(support.with(KEEPS_TWO)));
    world.starts();
    world.centre().run(1_200 * SECOND);
    assertTrue(count(world, CampaignFact.Connected.class) > 3);
    assertEquals(0, abandoned(world));
    for (RecordedFact fact : world.centre().facts()) {
      if (fact.fact() instanceof CampaignFact.Dialled f) {
        assertTrue(f.reading().idle() <= 1, f.reading().toString());
      }
    }
  }

  @Test
  void aTrunkThatTakesNoCallIsTriedLessAndLessAndCostsNoLeads() {
    DiallingCentre world =
        world(13, DiallingCentre.campaign(CampaignMode.PREDICTIVE), 10, 500, TelephoneUse.OPEN);
    world.opens(world.centre().agenda().micros() + 6 * HOUR);
    world
        .centre()
        .node(DiallingCentre.EDGE)
        .refuses(command -> command instanceof CallCommand.OriginateLeg ? 500 : 0);
    world.starts();
    world.centre().run(600 * SECOND);
    int inVain = dialled(world).size();
    assertTrue(inVain > 5 && inVain < 60, "dialled in vain: " + inVain);
    assertTrue(limits(world).contains(DialLimit.TRUNK_FAILS), limits(world).toString());
    assertEquals(500, world.campaigns().books().numbersOf(DiallingCentre.CAMPAIGN).dialable());
    world.centre().node(DiallingCentre.EDGE).refuses(RequestRule.OBEYS);
    world.centre().run(HOUR);
    assertTrue(count(world, CampaignFact.Connected.class) > 50);
  }

  @Test
  void aPersonIsDialledNoMoreThanTheyMayWhicheverOfTheirNumbersItIs() {
    List<Lead> leads = new ArrayList<>();
    for (int i = 0; i < 60; i++) { // Two and two leads share a number.
      leads.add(
          new Lead(
              List.of(4_930_100_000L + i, 4_930_200_000L + i / 2),
              List.of(DiallingCentre.BERLIN),
              LeadDetails.NONE));
    }
    List<Recycling> soon = List.of(new Recycling(AttemptOutcome.NO_ANSWER, 9, 60_000));
    CampaignPlan plan =
        DiallingCentre.campaign(CampaignMode.PROGRESSIVE)
            .recycling(9, soon)
            .protectingPersons(2, 0);
    DiallingCentre world = world(16, plan, 10, Leads.of(leads), TelephoneUse.OPEN);
    world.opens(world.centre().agenda().micros() + 6 * HOUR);
    world.starts();
    world.centre().run(3 * HOUR);
    Map<Integer, Integer> own = new LinkedHashMap<>();
    Map<Integer, Integer> shared = new LinkedHashMap<>();
    for (RecordedFact fact : world.centre().facts()) {
      if (fact.fact() instanceof CampaignFact.Dialled f) {
        int before = own.getOrDefault(f.lead(), 0) + shared.getOrDefault(f.lead() / 2, 0);
        assertTrue(before < 2, before + " calls before: " + f);
        if (f.slot() == 0) {
          own.merge(f.lead(), 1, Integer::sum);
        } else {
          shared.merge(f.lead() / 2, 1, Integer::sum);
        }
      }
    }
    assertTrue(dialled(world).size() > 60, dialled(world).size() + " dials");
    assertTrue(shared.size() > 10, shared.size() + " shared numbers were dialled");
  }

  @Test
  void aNumberThatWasTakenForAMachineIsLeftInPeaceAtEveryLead() {
    Map<IdentityId, Long> machines = new LinkedHashMap<>();
    long again = 0;
    List<Lead> leads = new ArrayList<>();
    for (int i = 0; i < 120; i++) { // Each number stands in two leads.
      leads.add(Lead.of(4_930_100_000L + i % 60, DiallingCentre.BERLIN));
    }
    CampaignPlan plan =
        once(CampaignMode.PREDICTIVE)
            .protectingPersons(9, 24 * 3_600_000)
            .screenedBy(ScreeningPlan.of(MachinePolicy.HANG_UP));
    DiallingCentre world = ScreeningTest.world(17, plan, DetectorHabits.PERFECT, Leads.of(leads));
    world.opens(world.centre().agenda().micros() + 6 * HOUR);
    world.starts();
    world.centre().run(5 * HOUR);
    Map<LegId, IdentityId> numbers = new LinkedHashMap<>();
    for (RecordedFact fact : world.centre().facts()) {
      if (fact.fact() instanceof CampaignFact.Dialled f) {
        numbers.put(f.leg(), f.identity());
        again += machines.containsKey(f.identity()) ? 1 : 0;
      } else if (fact.fact() instanceof CampaignFact.AttemptEnded f
          && f.outcome() == AttemptOutcome.MACHINE) {
        machines.put(
            Objects.requireNonNull(numbers.get(f.leg())), fact.envelope().recordedAtMicros());
      }
    }
    assertTrue(machines.size() > 5, machines.size() + " machines");
    assertEquals(0, again, "dialled again");
  }

  @Test
  void howLongAMachineRestsIsForTheCampaignToSayThatWouldCallItWhoeverHasFoundIt() {
    CampaignPlan finds =
        once(CampaignMode.PREDICTIVE).screenedBy(ScreeningPlan.of(MachinePolicy.HANG_UP));
    Leads leads = DiallingCentre.leads(150);
    DiallingCentre world = ScreeningTest.world(18, finds, DetectorHabits.PERFECT, leads);
    world.opens(world.centre().agenda().micros() + 12 * HOUR);
    CampaignId second = new CampaignId("careful");
    CampaignPlan spares =
        CampaignPlan.of(
                second,
                DiallingCentre.QUEUE,
                DiallingCentre.TRUNK,
                CampaignMode.PREDICTIVE,
                DiallingCentre.always())
            .recycling(1, List.of())
            .screenedBy(ScreeningPlan.of(MachinePolicy.HANG_UP));
    world.centre().reads(world.plan().campaign(spares.protectingPersons(9, 24 * 3_600_000)));
    world.centre().run(SECOND);
    Author tester = new Author("tester");
    world.tells(
        new ListInput.Load(
            ListUse.DIAL,
            second.value(),
            "0",
            "0",
            "leads.csv",
            150,
            new ImportLedger(150, 150, List.of(), 150, 0),
            false,
            tester));
    world.starts();
    world.centre().run(2 * HOUR);
    Set<IdentityId> machines = machines(world);
    assertTrue(machines.size() > 5, machines.size() + " machines");
    world.tells(new CampaignInput.Start(second, tester));
    world.centre().run(2 * HOUR);
    Set<IdentityId> called = calledBy(second, world);
    assertTrue(called.size() > 50, called.size() + " called");
    assertTrue(Collections.disjoint(machines, called), "a machine was called");

    world.centre().reads(world.plan().campaign(spares.protectingPersons(9, 3_600_000)));
    world.centre().run(2 * HOUR);
    assertTrue(calledBy(second, world).containsAll(machines), "they rest as long as before");
  }

  private static Set<IdentityId> calledBy(CampaignId campaign, DiallingCentre world) {
    Set<IdentityId> called = new LinkedHashSet<>();
    for (RecordedFact fact : world.centre().facts()) {
      if (fact.fact() instanceof CampaignFact.Dialled f && f.campaign().equals(campaign)) {
        called.add(f.identity());
      }
    }
    return called;
  }

  /** The numbers that were taken for machines. */
  private static Set<IdentityId> machines(DiallingCentre world) {
    Map<LegId, IdentityId> numbers = new LinkedHashMap<>();
    Set<IdentityId> machines = new LinkedHashSet<>();
    for (RecordedFact fact : world.centre().facts()) {
      if (fact.fact() instanceof CampaignFact.Dialled f) {
        numbers.put(f.leg(), f.identity());
      } else if (fact.fact() instanceof CampaignFact.AttemptEnded f
          && f.outcome() == AttemptOutcome.MACHINE) {
        machines.add(Objects.requireNonNull(numbers.get(f.leg())));
      }
    }
    return machines;
  }

  @Test
  void aDoNotCallListSilencesWhatRings() {
    DiallingCentre world = world(14, once(CampaignMode.PREDICTIVE), 10, 500, TelephoneUse.OPEN);
    world.opens(world.centre().agenda().micros() + 4 * HOUR);
    world.starts();
    world.centre().run(300 * SECOND);
    assertTrue(world.campaigns().books().numbersOf(DiallingCentre.CAMPAIGN).ringing() > 0);
    world.forbidsAll();
    world.centre().run(SECOND);
    assertEquals(0, world.campaigns().books().numbersOf(DiallingCentre.CAMPAIGN).ringing());
  }

  @Test
  void whoeverWaitsLongerThanTheyMayCountsAsAbandonedWhoeverAnswersInTheEnd() {
    DiallingCentre world = world(15, once(CampaignMode.PROGRESSIVE), 6, 300, TelephoneUse.RUNG);
    world.opens(world.centre().agenda().micros() + 4 * HOUR);
    world.starts();
    world.centre().run(2 * HOUR);
    long late = 0;
    for (RecordedFact fact : world.centre().facts()) {
      late += fact.fact() instanceof CampaignFact.Connected f && f.waitedMillis() > 2_000 ? 1 : 0;
    }
    assertTrue(late > 0, "nobody waited");
    assertEquals(
        late + abandoned(world),
        world.campaigns().books().numbersOf(DiallingCentre.CAMPAIGN).abandoned());
    for (RecordedFact fact : world.centre().facts()) {
      if (fact.fact() instanceof CampaignFact.AttemptEnded f
          && f.outcome() == AttemptOutcome.HUNG_UP) {
        assertTrue(waited(world, f.leg(), fact) <= 2_000_000, f.toString());
      }
    }
  }

  @Test
  void whoeverIsSentAwayByTheQueueIsTreatedAsTheCampaignWantsIt() {
    Overflow says =
        new Overflow(Overflow.Kind.PROMPT, null, List.of(Prompt.sound("who-called")), null, null);
    CampaignPlan plan = once(CampaignMode.PREDICTIVE);
    allAreSentTo(says, plan.dropping(says.prompts(), false));
    allAreSentTo(Overflow.HANG_UP, plan);
    allAreSentTo(ELSEWHERE, plan.dropping(says.prompts(), true));
  }

  private static void allAreSentTo(Overflow target, CampaignPlan plan) {
    DiallingCentre world = world(16, plan, 10, 1_500, TelephoneUse.OPEN);
    world.opens(world.centre().agenda().micros() + 4 * HOUR);
    Queue outbound =
        Objects.requireNonNull(world.centre().centre().acd().books().queue(DiallingCentre.QUEUE));
    Queue hasty =
        new Queue(
            outbound.id(),
            Strategy.LONGEST_IDLE,
            outbound.agents(),
            20_000,
            5_000,
            60_000,
            true,
            500,
            ELSEWHERE,
            "default",
            20_000);
    world.centre().reads(world.plan().queue(hasty));
    world.starts();
    world.centre().run(3 * HOUR);
    long sent = 0;
    for (RecordedFact fact : world.centre().facts()) {
      if (fact.fact() instanceof QueueFact.EntryOverflowed f) {
        sent++;
        assertEquals(target, f.target());
      }
    }
    assertTrue(sent > 0, "nobody was sent away");
    assertEquals(sent, abandoned(world));
  }

  private static long waited(DiallingCentre world, LegId leg, RecordedFact end) {
    long answered = 0;
    for (RecordedFact fact : world.centre().facts()) {
      if (fact.fact() instanceof CampaignFact.Answered f && f.leg().equals(leg)) {
        answered = fact.envelope().recordedAtMicros();
      }
    }
    return end.envelope().recordedAtMicros() - answered;
  }
}
