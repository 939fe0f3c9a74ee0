// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ringmaster.simulation.world.CampaignDay.count;
import static org.ringmaster.simulation.world.CampaignDay.dialled;
import static org.ringmaster.simulation.world.CampaignDay.once;
import static org.ringmaster.simulation.world.CampaignDay.world;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.calendar.Calendar;
import org.ringmaster.core.calendar.CalendarId;
import org.ringmaster.core.calendar.OpenHours;
import org.ringmaster.core.call.TelephoneUse;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.journey.ConsentScope;
import org.ringmaster.core.journey.JourneyInput;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.dialer.DialerCentre;
import org.ringmaster.dialer.campaign.AttemptOutcome;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.CampaignInput;
import org.ringmaster.dialer.campaign.CampaignMode;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.dialer.campaign.CampaignState;
import org.ringmaster.dialer.campaign.DialLimit;
import org.ringmaster.dialer.campaign.Recycling;
import org.ringmaster.dialer.campaign.ResumeReason;
import org.ringmaster.dialer.list.ListFact;
import org.ringmaster.dialer.list.ListId;
import org.ringmaster.dialer.list.ListInput;
import org.ringmaster.dialer.list.ListUse;

/** What changes while a campaign runs reaches all of its leads. */
class CampaignChangesTest {
  private static final FactCodec CODEC = FactCodec.of(DialerCentre.names().build());
  private static final long SECOND = 1_000_000;
  private static final long HOUR = 3_600 * SECOND;
  private static final Author TESTER = new Author("tester");

  private static DiallingCentre opened(long seed, CampaignPlan plan, int leads) {
    DiallingCentre world = world(seed, plan, 5, leads, TelephoneUse.OPEN);
    world.opens(world.centre().agenda().micros() + 8 * HOUR);
    return world;
  }

  @Test
  void whoWasForbiddenIsDialledAgainWhenTheListIsTakenBack() {
    DiallingCentre world = opened(21, once(CampaignMode.PROGRESSIVE), 200);
    world.forbidsAll();
    world.starts();
    world.centre().run(120 * SECOND);
    assertEquals(List.of(), dialled(world));
    assertEquals(
        CampaignState.EXHAUSTED, world.campaigns().books().stateOf(DiallingCentre.CAMPAIGN));
    world.tells(new ListInput.Undo(doNotCallList(world), TESTER));
    world.centre().run(600 * SECOND);
    assertEquals(List.of(ResumeReason.LEADS_PERMITTED), resumed(world));
    assertTrue(dialled(world).size() > 20, "dialled: " + dialled(world).size());
    assertEquals(world.centre().replayed().hash(CODEC), world.centre().hash());
  }

  private static List<ResumeReason> resumed(DiallingCentre world) {
    List<ResumeReason> reasons = new ArrayList<>();
    for (RecordedFact fact : world.centre().facts()) {
      if (fact.fact() instanceof CampaignFact.Resumed f) {
        reasons.add(f.reason());
      }
    }
    return reasons;
  }

  private static ListFact.ListLoaded firstList(DiallingCentre world) {
    for (RecordedFact fact : world.centre().facts()) {
      if (fact.fact() instanceof ListFact.ListLoaded f) {
        return f;
      }
    }
    throw new AssertionError("no list was loaded");
  }

  /** The same leads once more, as another list. */
  private static void loadsAgain(DiallingCentre world) {
    ListFact.ListLoaded f = firstList(world);
    world.tells(
        new ListInput.Load(
            ListUse.DIAL,
            f.campaign(),
            f.sha256(),
            f.sourceSha256(),
            "again",
            f.leads(),
            f.ledger(),
            true,
            TESTER));
  }

  @Test
  void aCampaignThatIsWorkedThroughDialsTheLeadsOfAListThatIsLoadedThen() {
    DiallingCentre world = opened(28, once(CampaignMode.PROGRESSIVE), 30);
    world.starts();
    world.centre().run(HOUR);
    assertEquals(
        CampaignState.EXHAUSTED, world.campaigns().books().stateOf(DiallingCentre.CAMPAIGN));
    assertEquals(List.of(), resumed(world));
    loadsAgain(world);
    world.centre().run(HOUR);
    assertEquals(List.of(ResumeReason.LIST_LOADED), resumed(world));
    assertTrue(dialled(world).size() > 40, "dialled: " + dialled(world).size());
    assertEquals(
        CampaignState.EXHAUSTED, world.campaigns().books().stateOf(DiallingCentre.CAMPAIGN));
    assertEquals(world.centre().replayed().hash(CODEC), world.centre().hash());
  }

  @Test
  void aCampaignThatIsPausedWhileItHasNoLeadLeftWaitsForSomebodyToStartIt() {
    DiallingCentre world = opened(29, once(CampaignMode.PROGRESSIVE), 30);
    world.starts();
    world.centre().run(HOUR);
    world.pauses();
    loadsAgain(world);
    world.centre().run(HOUR);
    assertEquals(CampaignState.PAUSED, world.campaigns().books().stateOf(DiallingCentre.CAMPAIGN));
    assertEquals(30, dialled(world).size());
    assertEquals(List.of(), resumed(world));
    world.starts();
    world.centre().run(HOUR);
    assertTrue(dialled(world).size() > 40, "dialled: " + dialled(world).size());
  }

  private static ListId doNotCallList(DiallingCentre world) {
    for (RecordedFact fact : world.centre().facts()) {
      if (fact.fact() instanceof ListFact.ListLoaded f && f.use() == ListUse.DO_NOT_CALL) {
        return f.list();
      }
    }
    throw new AssertionError("no do-not-call list was loaded");
  }

  @Test
  void whoTakesTheirNoBackIsDialledAgainAndNobodyElse() {
    DiallingCentre world = opened(22, once(CampaignMode.PROGRESSIVE), 3);
    Personal first = new Personal("+4930000000");
    Personal second = new Personal("+4930000001");
    for (Personal number : List.of(first, second)) {
      world.tells(new JourneyInput.Forbid(number, ConsentScope.CAMPAIGN, TESTER));
    }
    world.starts();
    world.centre().run(300 * SECOND);
    assertFalse(dialled(world).contains(0));
    world.tells(new JourneyInput.Permit(first, ConsentScope.CAMPAIGN, TESTER));
    world.centre().run(300 * SECOND);
    assertEquals(List.of(ResumeReason.LEADS_PERMITTED), resumed(world));
    assertTrue(dialled(world).contains(0));
    assertFalse(dialled(world).contains(1));
  }

  @Test
  void newHoursReachLeadsThatArePutOff() {
    List<OpenHours> hours = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      hours.add(new OpenHours(day, 3 * 60, 3 * 60 + 1));
    }
    Calendar atNight =
        new Calendar(new CalendarId("night"), DiallingCentre.BERLIN.getId(), hours, List.of());
    CampaignPlan shut =
        CampaignPlan.of(
                DiallingCentre.CAMPAIGN,
                DiallingCentre.QUEUE,
                DiallingCentre.TRUNK,
                CampaignMode.PROGRESSIVE,
                atNight)
            .recycling(1, List.of());
    DiallingCentre world = opened(23, shut, 200);
    world.starts();
    world.centre().run(60 * SECOND);
    assertEquals(List.of(), dialled(world));
    world.centre().reads(world.plan().campaign(once(CampaignMode.PROGRESSIVE)));
    world.centre().run(120 * SECOND);
    assertTrue(dialled(world).size() > 5, "dialled: " + dialled(world).size());
    assertEquals(world.centre().replayed().hash(CODEC), world.centre().hash());
  }

  @Test
  void newRulesReachLeadsThatRestAfterATry() {
    CampaignPlan slow =
        DiallingCentre.campaign(CampaignMode.PROGRESSIVE)
            .recycling(3, List.of(new Recycling(AttemptOutcome.NO_ANSWER, 3, 36_000_000)));
    CampaignPlan fast =
        slow.recycling(3, List.of(new Recycling(AttemptOutcome.NO_ANSWER, 3, 60_000)));
    DiallingCentre world = opened(24, slow, 30);
    world.starts();
    world.centre().run(HOUR);
    assertEquals(30, dialled(world).size());
    world.centre().reads(world.plan().campaign(fast));
    world.centre().run(600 * SECOND);
    assertTrue(dialled(world).size() > 35, "dialled: " + dialled(world).size());
    world.centre().reads(world.plan().campaign(slow.recycling(1, List.of())));
    world.centre().run(SECOND);
    assertEquals(0, world.campaigns().books().numbersOf(DiallingCentre.CAMPAIGN).dialable());
    assertEquals(30, new LinkedHashSet<>(dialled(world)).size());
  }

  @Test
  void moreTriesReachLeadsThatHadBeenDialledOftenEnough() {
    CampaignPlan slip =
        DiallingCentre.campaign(CampaignMode.PROGRESSIVE)
            .recycling(1, List.of(new Recycling(AttemptOutcome.NO_ANSWER, 3, 60_000)));
    DiallingCentre world = opened(27, slip, 30);
    world.starts();
    world.centre().run(HOUR);
    assertEquals(30, dialled(world).size());
    long again = ended(world, AttemptOutcome.NO_ANSWER);
    world.centre().reads(world.plan().campaign(slip.recycling(3, slip.recycling())));
    world.centre().run(HOUR);
    assertEquals(List.of(ResumeReason.RULES_CHANGED), resumed(world));
    assertTrue(dialled(world).size() >= 30 + again, "dialled: " + dialled(world).size());
    assertEquals(world.centre().replayed().hash(CODEC), world.centre().hash());
  }

  private static long ended(DiallingCentre world, AttemptOutcome outcome) {
    return world.centre().facts().stream()
        .filter(f -> f.fact() instanceof CampaignFact.AttemptEnded e && e.outcome() == outcome)
        .count();
  }

  @Test
  void aSearchThatGoesOnIsNotCalledAListWithoutLeads() {
    DiallingCentre world = opened(25, once(CampaignMode.PROGRESSIVE), 5_000);
    world.forbidsAll();
    world.starts();
    world.centre().run(60 * SECOND);
    for (RecordedFact fact : world.centre().facts()) {
      if (fact.fact() instanceof CampaignFact.LimitChanged f) {
        assertFalse(f.limit() == DialLimit.NO_LEADS, "so many are left");
        return;
      }
    }
    throw new AssertionError("no limit was told");
  }

  @Test
  void theLeadsOfAClosedCampaignAreKeptInMemoryNoLonger() {
    DiallingCentre world = opened(26, once(CampaignMode.PREDICTIVE), 500);
    world.starts();
    world.centre().run(300 * SECOND);
    for (int second = 0; second < 300 && ringing(world) == 0; second++) {
      world.centre().run(SECOND);
    }
    assertTrue(ringing(world) > 0);
    ListId list = world.campaigns().books().lists(DiallingCentre.CAMPAIGN).get(0);
    world.tells(new CampaignInput.Close(DiallingCentre.CAMPAIGN, TESTER));
    world.centre().run(SECOND);
    assertEquals(List.of(list), world.campaigns().books().lists(DiallingCentre.CAMPAIGN));
    world.centre().run(HOUR);
    assertEquals(List.of(), world.campaigns().books().lists(DiallingCentre.CAMPAIGN));
    assertEquals(List.of(), world.campaigns().books().attempts());
    assertEquals(world.centre().replayed().hash(CODEC), world.centre().hash());
    var why =
        world.centre().inlet().ask(new CampaignInput.Explain(DiallingCentre.CAMPAIGN, list, 3));
    world.centre().run(SECOND);
    assertTrue(why.join().toString().contains("is closed for good"), why.join().toString());
    long loaded = count(world, ListFact.ListLoaded.class);
    world.forbidsAll(); // A closed campaign takes no list any more.
    world.centre().run(SECOND);
    assertEquals(loaded, count(world, ListFact.ListLoaded.class));
  }

  private static int ringing(DiallingCentre world) {
    return world.campaigns().books().numbersOf(DiallingCentre.CAMPAIGN).ringing();
  }
}
