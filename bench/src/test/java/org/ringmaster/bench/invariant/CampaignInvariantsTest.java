// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.calendar.Calendar;
import org.ringmaster.core.calendar.CalendarId;
import org.ringmaster.core.calendar.OpenHours;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.ScreeningVerdict;
import org.ringmaster.core.call.TelephoneUse;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.journey.ConsentScope;
import org.ringmaster.core.journey.IdentityId;
import org.ringmaster.core.journey.IdentityKind;
import org.ringmaster.core.journey.JourneyFact;
import org.ringmaster.core.journey.JourneyInput;
import org.ringmaster.core.journey.Journeys;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.dialer.DialerCentre;
import org.ringmaster.dialer.campaign.AttemptOutcome;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.CampaignMode;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.dialer.campaign.LeadPhase;
import org.ringmaster.dialer.campaign.MachinePolicy;
import org.ringmaster.dialer.campaign.MachineTreatment;
import org.ringmaster.dialer.campaign.PacingReading;
import org.ringmaster.dialer.campaign.RecallInput;
import org.ringmaster.dialer.campaign.Recycling;
import org.ringmaster.dialer.campaign.ScreeningPlan;
import org.ringmaster.dialer.list.Lead;
import org.ringmaster.dialer.list.LeadDetails;
import org.ringmaster.dialer.list.Leads;
import org.ringmaster.dialer.list.ListId;
import org.ringmaster.simulation.draw.Distribution;
import org.ringmaster.simulation.draw.Profile;
import org.ringmaster.simulation.people.AgentHabits;
import org.ringmaster.simulation.people.CalleeHabits;
import org.ringmaster.simulation.people.CalleeKind;
import org.ringmaster.simulation.world.DiallingCentre;
import org.ringmaster.simulation.world.SimulationSettings;

/** A real campaign breaks nothing; each thing it must not do is caught. */
class CampaignInvariantsTest {
  private static final FactCodec CODEC = FactCodec.of(DialerCentre.names().build());
  private static final long HOUR = 3_600_000_000L;
  private static final IdentityId NUMBER = new IdentityId("n");
  private static final PacingReading NOTHING = new PacingReading(0, 0, 0, 0, 0, 0, 0, -1, -1);

  private static Calendar day() {
    List<OpenHours> hours = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      hours.add(new OpenHours(day, 9 * 60, 20 * 60));
    }
    return new Calendar(new CalendarId("day"), DiallingCentre.BERLIN.getId(), hours, List.of());
  }

  private static CampaignPlan plan() {
    return CampaignPlan.of(
            DiallingCentre.CAMPAIGN,
            DiallingCentre.QUEUE,
            DiallingCentre.TRUNK,
            CampaignMode.PREDICTIVE,
            day())
        .recycling(
            4,
            List.of(
                new Recycling(AttemptOutcome.NO_ANSWER, 9, 60_000),
                new Recycling(AttemptOutcome.BUSY, 9, 60_000)));
  }

  private static DiallingCentre world() {
    return world(plan(), DiallingCentre.leads(300));
  }

  private static DiallingCentre world(CampaignPlan plan, Leads leads) {
    Map<CalleeKind, Profile> weights = new LinkedHashMap<>();
    weights.put(CalleeKind.PERSON, Profile.flat(25));
    weights.put(CalleeKind.NOBODY, Profile.flat(45));
    weights.put(CalleeKind.BUSY, Profile.flat(30));
    CalleeHabits habits =
        new CalleeHabits(
            weights,
            new Distribution.Uniform(0.3, 2.5),
            new Distribution.Gamma(2, 4.75),
            new Distribution.LogNormal(60, 0.7),
            new Distribution.Uniform(4, 9),
            new Distribution.Uniform(20, 40));
    return new DiallingCentre(
        SimulationSettings.of(5, CODEC),
        10,
        TelephoneUse.OPEN,
        plan,
        leads,
        habits,
        AgentHabits.DILIGENT,
        decider -> decider);
  }

  /** So many leads, each with a number of its own and one that the next has, too. */
  private static Leads people(int many) {
    List<Lead> leads = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      leads.add(
          new Lead(
              List.of(4_930_100_000L + i, 4_930_200_000L + i / 2),
              List.of(DiallingCentre.BERLIN),
              LeadDetails.NONE));
    }
    return Leads.of(leads);
  }

  private static Invariants watched(DiallingCentre world) {
    Invariants invariants = Invariants.alone(CODEC, DialerCentre::centre);
    world.centre().watchedBy((turn, centre) -> invariants.after(turn.facts, centre.centre()));
    return invariants;
  }

  @Test
  void aCampaignOfADayBreaksNothing() {
    DiallingCentre world = world();
    Invariants invariants = watched(world);
    world.opens(world.centre().agenda().micros() + 8 * HOUR);
    world.tells(
        new JourneyInput.Forbid(new Personal("4930000007"), ConsentScope.ANY, new Author("sue")));
    world.starts();
    world.centre().run(8 * HOUR);
    invariants.end();
    assertEquals(List.of(), invariants.breaches());
    long dialled =
        world.centre().facts().stream()
            .filter(fact -> fact.fact() instanceof CampaignFact.Dialled)
            .count();
    assertTrue(dialled > 500, "dialled: " + dialled);
  }

  @Test
  void aCampaignThatProtectsPersonsBreaksNothing() {
    DiallingCentre world =
        world(
            plan()
                .protectingPersons(2, 2 * 3_600_000)
                .screenedBy(ScreeningPlan.of(MachinePolicy.HANG_UP)),
            people(300));
    Invariants invariants = watched(world);
    world.opens(world.centre().agenda().micros() + 8 * HOUR);
    world.starts();
    world.centre().run(8 * HOUR);
    invariants.end();
    assertEquals(List.of(), invariants.breaches());
  }

  @Test
  void aPersonWhoIsDialledTooOftenOrWhoseOtherNumberIsAMachineIsCaught() {
    DiallingCentre world = world(plan(), people(4));
    world.opens(world.centre().agenda().micros() + HOUR);
    Invariant one = new NobodyIsDialledTooOften();
    CampaignPlan plan = plan().protectingPersons(2, 3_600_000);
    one.brokenBy(at(0, new CampaignFact.CampaignConfigured(plan)));
    assertEquals(null, brokenBy(one, world, 1, dialled(world, 0, 0, "l1")));
    assertEquals(null, brokenBy(one, world, 2, dialled(world, 1, 1, "l2")));
    assertEquals(null, brokenBy(one, world, 3, dialled(world, 1, 0, "l3")));
    String third = brokenBy(one, world, 4, dialled(world, 0, 0, "l4"));
    assertTrue(String.valueOf(third).contains("lead 0"), third);

    assertEquals(null, brokenBy(one, world, 5, dialled(world, 2, 1, "l5")));
    assertEquals(null, brokenBy(one, world, 6, ended(new LegId("l5"), AttemptOutcome.MACHINE)));
    String machine = brokenBy(one, world, HOUR + 5, dialled(world, 3, 0, "l6"));
    assertTrue(String.valueOf(machine).contains("lead 3"), machine);
    assertEquals(null, brokenBy(one, world, HOUR + 6, dialled(world, 2, 0, "l7")));
  }

  private static @Nullable String brokenBy(
      Invariant one, DiallingCentre world, long micros, Fact fact) {
    Envelope envelope = new Envelope(micros, micros, micros, micros);
    String how = one.brokenBy(new RecordedFact(envelope, fact));
    return how == null ? one.brokenAfterTurn(world.centre().centre()) : how;
  }

  private static CampaignFact.Dialled dialled(
      DiallingCentre world, int lead, int slot, String leg) {
    long number = slot == 0 ? 4_930_100_000L + lead : 4_930_200_000L + lead / 2;
    return new CampaignFact.Dialled(
        DiallingCentre.CAMPAIGN,
        world.campaigns().books().lists(DiallingCentre.CAMPAIGN).getFirst(),
        lead,
        slot,
        java.util.Objects.requireNonNull(Journeys.telephone(new Personal("+" + number))),
        new CallId("c"),
        new LegId(leg),
        1,
        NOTHING);
  }

  private static CampaignFact.Dialled dialled(int lead, IdentityId identity, String leg) {
    return new CampaignFact.Dialled(
        DiallingCentre.CAMPAIGN,
        new ListId("i"),
        lead,
        0,
        identity,
        new CallId("c"),
        new LegId(leg),
        1,
        NOTHING);
  }

  private static RecordedFact at(long micros, Fact fact) {
    return new RecordedFact(new Envelope(1, 1, micros, micros), fact);
  }

  @Test
  void aNumberInTwoAttemptsAtATimeIsCaught() {
    Invariant one = new NobodyIsDialledTwiceAtATime();
    assertEquals(null, one.brokenBy(at(0, dialled(1, NUMBER, "l1"))));
    assertTrue(String.valueOf(one.brokenBy(at(1, dialled(2, NUMBER, "l2")))).contains("lead 2"));
    assertTrue(String.valueOf(one.brokenInTheEnd()).contains("l1"));
  }

  @Test
  void oneTryMoreThanTheLeadMayHaveIsCaught() {
    Invariant one = new NobodyIsDialledTooOften();
    one.brokenBy(at(0, new CampaignFact.CampaignConfigured(plan())));
    for (int i = 0; i < 4; i++) {
      String number = "n" + i;
      assertEquals(null, one.brokenBy(at(i, dialled(1, new IdentityId(number), "l" + i))));
    }
    assertTrue(
        String.valueOf(one.brokenBy(at(9, dialled(1, NUMBER, "l9")))).contains("dialled 5 times"));
  }

  @Test
  void aSpentLeadWithWhichACallWasAgreedIsCalledAndBreaksNothing() {
    DiallingCentre world = world(plan().recycling(1, List.of()), DiallingCentre.leads(20));
    Invariants invariants = watched(world);
    world.opens(world.centre().agenda().micros() + 4 * HOUR);
    world.starts();
    world.centre().run(3 * HOUR);
    assertEquals(20, dials(world));
    ListId list = world.campaigns().books().lists(DiallingCentre.CAMPAIGN).getFirst();
    world.tells(
        new RecallInput.Say(
            DiallingCentre.CAMPAIGN, list, 7, "2026-11-02T10:30", null, new Author("sue")));
    world.centre().run(HOUR);
    assertEquals(21, dials(world), "not called again");
    assertEquals(List.of(), invariants.breaches());
  }

  private static long dials(DiallingCentre world) {
    return world.centre().facts().stream()
        .filter(fact -> fact.fact() instanceof CampaignFact.Dialled)
        .count();
  }

  @Test
  void aNumberThatIsLockedOrTriedTooOftenADayIsCaught() {
    Invariant one = new NobodyIsDialledTooOften();
    one.brokenBy(at(0, new CampaignFact.CampaignConfigured(plan())));
    for (int i = 0; i < 3; i++) {
      assertEquals(null, one.brokenBy(at(i, dialled(i, NUMBER, "l" + i))));
    }
    assertTrue(String.valueOf(one.brokenBy(at(4, dialled(4, NUMBER, "l4")))).contains("24 hours"));
    IdentityId other = new IdentityId("other");
    one.brokenBy(
        at(
            5,
            new CampaignFact.Abandoned(
                DiallingCentre.CAMPAIGN, new CallId("c"), new LegId("l"), other, 1_000, null)));
    assertTrue(String.valueOf(one.brokenBy(at(6, dialled(6, other, "l6")))).contains("locked"));
  }

  @Test
  void aSecondVerdictAndWhatFollowsFromNoneAreCaught() {
    LegId leg = new LegId("l");
    assertTrue(broken(leg, screened(leg, ScreeningVerdict.HUMAN, MachineTreatment.NONE)) == null);
    assertTrue(
        String.valueOf(
                broken(leg, screened(leg, ScreeningVerdict.UNKNOWN, MachineTreatment.HUNG_UP)))
            .contains("UNKNOWN"));
    CampaignFact hungUp = screened(leg, ScreeningVerdict.MACHINE, MachineTreatment.HUNG_UP);
    assertTrue(String.valueOf(broken(leg, hungUp, hungUp)).contains("two verdicts"));
    assertTrue(
        String.valueOf(
                broken(
                    leg,
                    hungUp,
                    new CampaignFact.Connected(
                        DiallingCentre.CAMPAIGN, new CallId("c"), leg, new AgentId("eva"), 100)))
            .contains("gets an agent"));
    assertTrue(
        String.valueOf(broken(leg, hungUp, ended(leg, AttemptOutcome.TALKED))).contains("MACHINE"));
    assertTrue(
        String.valueOf(broken(leg, ended(leg, AttemptOutcome.MACHINE))).contains("should as null"));
    assertEquals(null, broken(leg, hungUp, ended(leg, AttemptOutcome.MACHINE)));
  }

  /** How the last of these facts breaks it, of an attempt that is listened to. */
  private static @Nullable String broken(LegId leg, CampaignFact... facts) {
    Invariant one = new MachinesAreGivenUpOnce();
    one.brokenBy(
        at(
            0,
            new CampaignFact.ScreeningBegun(
                DiallingCentre.CAMPAIGN, new CallId("c"), leg, new LegId("s"))));
    @Nullable String how = null;
    for (CampaignFact fact : facts) {
      how = one.brokenBy(at(1, fact));
    }
    return how;
  }

  private static CampaignFact screened(
      LegId leg, ScreeningVerdict verdict, MachineTreatment treatment) {
    return new CampaignFact.AttemptScreened(
        DiallingCentre.CAMPAIGN,
        new CallId("c"),
        leg,
        verdict,
        "TOOLONG-5000",
        2_000,
        -1,
        treatment,
        false);
  }

  private static CampaignFact ended(LegId leg, AttemptOutcome outcome) {
    return new CampaignFact.AttemptEnded(
        DiallingCentre.CAMPAIGN,
        new ListId("i"),
        1,
        new CallId("c"),
        leg,
        outcome,
        LeadPhase.SPENT,
        0);
  }

  @Test
  void whoIsDialledAtNightOrMustNotBeCalledIsCaught() {
    DiallingCentre world = world();
    world.opens(world.centre().agenda().micros() + 6 * HOUR);
    ListId list = world.campaigns().books().lists(DiallingCentre.CAMPAIGN).getFirst();
    Personal number = new Personal("4930000007");
    IdentityId identity = java.util.Objects.requireNonNull(Journeys.telephone(number));
    CampaignFact.Dialled seven =
        new CampaignFact.Dialled(
            DiallingCentre.CAMPAIGN,
            list,
            7,
            0,
            identity,
            new CallId("c"),
            new LegId("l"),
            1,
            NOTHING);
    Invariant hours = new NobodyIsDialledOutsideHours();
    hours.brokenBy(at(0, new CampaignFact.CampaignConfigured(plan())));
    long nine = SimulationSettings.MONDAY_AT_SIX + 2 * HOUR; // In Berlin.
    hours.brokenBy(at(nine, seven));
    assertEquals(null, hours.brokenAfterTurn(world.centre().centre()));
    hours.brokenBy(at(nine - 1, seven));
    assertTrue(String.valueOf(hours.brokenAfterTurn(world.centre().centre())).contains("lead 7"));

    Invariant consent = new NobodyIsDialledWhoMustNotBe();
    consent.brokenBy(at(0, seven));
    assertEquals(null, consent.brokenAfterTurn(world.centre().centre()));
    consent.brokenBy(
        at(
            1,
            new JourneyFact.ConsentRefused(
                identity, IdentityKind.TELEPHONE, number, ConsentScope.ANY, new Author("sue"))));
    consent.brokenBy(at(2, seven));
    assertTrue(String.valueOf(consent.brokenAfterTurn(world.centre().centre())).contains("lead 7"));
  }
}
