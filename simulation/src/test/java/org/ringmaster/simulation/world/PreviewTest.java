// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ringmaster.simulation.world.CampaignDay.abandoned;
import static org.ringmaster.simulation.world.CampaignDay.count;
import static org.ringmaster.simulation.world.CampaignDay.dialled;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentInput;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.agent.PauseReason;
import org.ringmaster.core.calendar.Calendar;
import org.ringmaster.core.calendar.CalendarId;
import org.ringmaster.core.calendar.OpenHours;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.TelephoneUse;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.journey.ConsentScope;
import org.ringmaster.core.journey.JourneyInput;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.dialer.DialerCentre;
import org.ringmaster.dialer.campaign.CampaignBounds;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.CampaignInput;
import org.ringmaster.dialer.campaign.CampaignMode;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.dialer.campaign.CampaignRows;
import org.ringmaster.dialer.campaign.CampaignState;
import org.ringmaster.dialer.campaign.DialLimit;
import org.ringmaster.dialer.campaign.Gate;
import org.ringmaster.dialer.campaign.Preview;
import org.ringmaster.dialer.campaign.PreviewEnd;
import org.ringmaster.dialer.campaign.PreviewFact;
import org.ringmaster.dialer.campaign.PreviewInput;
import org.ringmaster.dialer.campaign.PreviewRow;
import org.ringmaster.dialer.campaign.PreviewRules;
import org.ringmaster.dialer.campaign.SpendLimit;
import org.ringmaster.dialer.campaign.Tariff;
import org.ringmaster.dialer.list.Lead;
import org.ringmaster.dialer.list.LeadDetails;
import org.ringmaster.dialer.list.Leads;
import org.ringmaster.simulation.people.DeskAgent;

/** Leads that agents look at before they are dialled, with the real core and simulated people. */
class PreviewTest {

  private static final FactCodec CODEC = FactCodec.of(DialerCentre.names().build());
  private static final long SECOND = 1_000_000;
  private static final long HOUR = 3_600 * SECOND;
  private static final Author TESTER = new Author("tester");
  private static final AgentId ANNA = new AgentId("agent000");
  private static final AgentId BRUNO = new AgentId("agent001");

  @Test
  void eachFreeAgentIsShownALeadOfTheirOwnAndNobodyIsDialledBeforeTheyWantIt() {
    DiallingCentre world = begins(plan(CampaignMode.PREVIEW, 0, false), 3, 10, TelephoneUse.OPEN);
    assertEquals(Set.of(0, 1, 2), shown(world));
    world.centre().run(600 * SECOND);
    assertEquals(List.of(), dialled(world));
    assertTrue(explained(world, 1).contains("looks at it"), explained(world, 1));
    assertTrue(explained(world, 5).contains("its agents look at the leads"), explained(world, 5));

    Preview anna = of(world, ANNA);
    assertEquals("", asked(world, new PreviewInput.Dial(ANNA, anna.list(), anna.lead())));
    world.centre().run(2 * SECOND);
    assertEquals(List.of(anna.lead()), dialled(world));
    untilItEnds(world, 1);
    for (CampaignFact.Connected connected : all(world, CampaignFact.Connected.class)) {
      assertEquals(ANNA, connected.agent());
    }
    assertEquals(3, shown(world).size(), "anna has the next one");
    assertTrue(!shown(world).contains(anna.lead()));
  }

  @Test
  void aListIsWorkedThroughByTimeAndWhoAnswersAlwaysHasTheAgentWhoSawTheLead() {
    for (TelephoneUse use : List.of(TelephoneUse.OPEN, TelephoneUse.RUNG)) {
      DiallingCentre world = begins(plan(CampaignMode.PREVIEW, 10, true), 5, 200, use);
      world.centre().run(5 * HOUR);
      assertEquals(
          CampaignState.EXHAUSTED, world.campaigns().books().stateOf(DiallingCentre.CAMPAIGN));
      assertEquals(200, new LinkedHashSet<>(dialled(world)).size());
      assertEquals(dialled(world).size(), new LinkedHashSet<>(dialled(world)).size());
      assertEquals(0, abandoned(world));
      assertTrue(count(world, CampaignFact.Connected.class) > 30);
      assertEachHasTheirOwn(world);
      assertEquals(0, world.centre().asterisk(DiallingCentre.EDGE).legs().size(), "legs are left");
    }
  }

  /** The agent was on the line before the lead was dialled, and the two talked. */
  private static void assertEachHasTheirOwn(DiallingCentre world) {
    Map<CallId, AgentId> wanted = new LinkedHashMap<>();
    Set<CallId> there = new LinkedHashSet<>();
    Map<Object, CallId> offers = new LinkedHashMap<>();
    for (RecordedFact fact : world.centre().facts()) {
      switch (fact.fact()) {
        case AgentFact.OfferMade f -> offers.put(f.offer(), f.call());
        case AgentFact.OfferAccepted f -> there.add(Objects.requireNonNull(offers.get(f.offer())));
        case PreviewFact.DialWanted f -> wanted.put(f.call(), f.agent());
        case CampaignFact.Dialled f -> assertTrue(there.contains(f.call()), "nobody was there");
        case CampaignFact.Connected f -> assertEquals(wanted.get(f.call()), f.agent());
        default -> {}
      }
    }
  }

  @Test
  void inModeManualNobodyIsEverDialledByTime() {
    DiallingCentre world = begins(plan(CampaignMode.MANUAL, 10, true), 3, 10, TelephoneUse.OPEN);
    world.centre().run(HOUR);
    assertEquals(List.of(), dialled(world));
    assertTrue(all(world, PreviewFact.Ended.class).size() >= 10);
    for (PreviewFact.Ended ended : all(world, PreviewFact.Ended.class)) {
      assertEquals(PreviewEnd.RAN_OUT, ended.end());
    }
  }

  @Test
  void aLeadThatIsSkippedRestsAndTheNextIsShown() {
    DiallingCentre world = begins(plan(CampaignMode.PREVIEW, 0, false), 1, 3, TelephoneUse.OPEN);
    Preview first = of(world, ANNA);
    assertEquals("", asked(world, new PreviewInput.Skip(ANNA, first.list(), 0, "no relevance")));
    assertEquals("no relevance", all(world, PreviewFact.Ended.class).getFirst().reason());
    assertEquals(1, of(world, ANNA).lead());
    String stale = asked(world, new PreviewInput.Dial(ANNA, first.list(), 0));
    assertTrue(stale.contains("not shown to you any more"), stale);
    assertTrue(explained(world, 0).contains("rests"), explained(world, 0));
    asked(world, new PreviewInput.Skip(ANNA, first.list(), 1, ""));
    asked(world, new PreviewInput.Skip(ANNA, first.list(), 2, ""));
    assertNull(world.campaigns().books().previews().of(ANNA));
    world.centre().run(HOUR + 5 * SECOND);
    assertEquals(0, of(world, ANNA).lead());
    assertEquals(List.of(), dialled(world));
  }

  @Test
  void whoIsPausedOrGoesHomeGivesTheLeadBack() {
    DiallingCentre world = begins(plan(CampaignMode.PREVIEW, 0, false), 2, 1, TelephoneUse.OPEN);
    AgentId has = world.campaigns().books().previews().all().getFirst().agent();
    AgentId other = has.equals(ANNA) ? BRUNO : ANNA;
    asked(world, new AgentInput.Pause(has, new PauseReason("break")));
    assertEquals(0, of(world, other).lead());
    assertEquals(PreviewEnd.AGENT_GONE, all(world, PreviewFact.Ended.class).getFirst().end());
    asked(world, new AgentInput.Unpause(has));
    asked(world, new AgentInput.SignOut(other));
    assertEquals(0, of(world, has).lead());
    assertEquals(List.of(), dialled(world));
  }

  private static CampaignPlan spending(long campaign) {
    // There is always money for a call to the cheaper place, where no lead is.
    Tariff tariff =
        new Tariff(
            "EUR", List.of(new Tariff.Rate("49", 500_000), new Tariff.Rate("33", 10_000)), 60, 60);
    return plan(CampaignMode.PREVIEW, 0, false)
        .boundedBy(CampaignBounds.NONE.spending(new SpendLimit(tariff, 0, campaign)));
  }

  @Test
  void whomTheMoneyDoesNotDoForIsShownToNobody() {
    DiallingCentre world = begins(spending(400_000), 1, 2, TelephoneUse.OPEN);
    world.centre().run(60 * SECOND);
    assertEquals(Set.of(), shown(world));
    assertEquals(DialLimit.SPEND, world.campaigns().books().limitOf(DiallingCentre.CAMPAIGN));
  }

  @Test
  void whereTheMoneyGoesWhileTelephonesRingTheLeadsForWhomItDoesNotDoAreLetGo() {
    DiallingCentre world = begins(spending(600_000), 6, 6, TelephoneUse.RUNG);
    for (Preview one : List.copyOf(world.campaigns().books().previews().all())) {
      world.tells(new PreviewInput.Dial(one.agent(), one.list(), one.lead()));
    }
    world.centre().run(60 * SECOND);
    int lines = 0;
    for (RecordedFact fact : world.centre().facts()) {
      lines += fact.fact() instanceof CampaignFact.Dialled ? 1 : 0;
      lines -= fact.fact() instanceof CampaignFact.AttemptEnded ? 1 : 0;
      assertTrue(lines <= 1, "two lines, and money for one");
    }
    PreviewFact.Ended ended = all(world, PreviewFact.Ended.class).getFirst();
    assertEquals(Gate.SPEND, ended.gate());
    assertEquals(PreviewEnd.NOT_NOW, ended.end());
  }

  @Test
  void whatForbidsALeadIsAskedAgainWhenItIsDialled() {
    DiallingCentre world = begins(plan(CampaignMode.PREVIEW, 0, false), 2, 2, TelephoneUse.OPEN);
    Preview anna = of(world, ANNA);
    world.tells(
        new JourneyInput.Forbid(
            new Personal("493000000" + anna.lead()), ConsentScope.CAMPAIGN, TESTER));
    world.centre().run(SECOND);
    assertEquals(PreviewEnd.FORBIDDEN, all(world, PreviewFact.Ended.class).getFirst().end());
    assertTrue(
        asked(world, new PreviewInput.Dial(ANNA, anna.list(), anna.lead())).contains("not shown"));
    Preview bruno = of(world, BRUNO);
    asked(world, new CampaignInput.KillSwitch(true, TESTER));
    assertEquals(List.of(), world.campaigns().books().previews().all());
    assertTrue(
        asked(world, new PreviewInput.Dial(BRUNO, bruno.list(), bruno.lead()))
            .contains("not shown"));
    asked(world, new CampaignInput.KillSwitch(false, TESTER));
    world.centre().run(SECOND);
    assertEquals(Set.of(bruno.lead()), shown(world));
    assertEquals(List.of(), dialled(world));
  }

  @Test
  void aLeadThatWasShownWithinTheHoursIsNotDialledAfterThem() {
    // It is seven in Berlin; the hours end at eight.
    Calendar early =
        new Calendar(
            new CalendarId("early"),
            DiallingCentre.BERLIN.getId(),
            List.of(new OpenHours(DayOfWeek.MONDAY, 0, 8 * 60)),
            List.of());
    CampaignPlan plan =
        CampaignPlan.of(
                DiallingCentre.CAMPAIGN,
                DiallingCentre.QUEUE,
                DiallingCentre.TRUNK,
                CampaignMode.MANUAL,
                early)
            .recycling(1, List.of())
            .previewing(new PreviewRules(0, false, 60_000));
    DiallingCentre world = begins(plan, 1, 2, TelephoneUse.OPEN);
    Preview anna = of(world, ANNA);
    world.centre().run(HOUR);
    asked(world, new PreviewInput.Dial(ANNA, anna.list(), anna.lead()));
    world.centre().run(60 * SECOND);
    assertEquals(List.of(), dialled(world));
    PreviewFact.Ended ended = all(world, PreviewFact.Ended.class).getFirst();
    assertEquals(PreviewEnd.NOT_NOW, ended.end());
  }

  @Test
  void whatIsRefusedAfterTheKeyIsToldToItsAgent() {
    DiallingCentre world = begins(plan(CampaignMode.MANUAL, 0, false), 1, 3, TelephoneUse.RUNG);
    Preview anna = wanted(world);
    forbids(world, anna.lead());
    world.centre().run(60 * SECOND);
    assertEquals(List.of(), dialled(world));
    PreviewRow.NotCalled told = Objects.requireNonNull(told(world));
    assertEquals(anna.lead(), told.lead());
    assertEquals(Gate.CONSENT.words(), told.why());
    Preview next = of(world, ANNA);
    asked(world, new PreviewInput.Dial(ANNA, next.list(), next.lead()));
    assertNull(told(world), "it is told until the next one");
  }

  @Test
  void anAgentWhoseTelephoneIsBusyIsToldSo() {
    DiallingCentre world = begins(plan(CampaignMode.MANUAL, 0, false), 1, 3, TelephoneUse.RUNG);
    wanted(world);
    LegId rung = Objects.requireNonNull(legOf(world, ANNA));
    world.tells(new CallInput.LegGone(DiallingCentre.EDGE, rung, HangupCause.BUSY));
    world.centre().run(SECOND);
    assertEquals(PreviewEnd.AGENT_DECLINED, all(world, PreviewFact.Ended.class).getFirst().end());
    assertEquals(PreviewEnd.AGENT_DECLINED.words(), Objects.requireNonNull(told(world)).why());
  }

  @Test
  void whoseTelephoneIsGoneUnseenIsShownNoOtherLeadBeforeTheirOwnIsGivenBack() {
    DiallingCentre world = begins(plan(CampaignMode.MANUAL, 0, false), 1, 3, TelephoneUse.RUNG);
    Preview anna = wanted(world);
    LegId rung = Objects.requireNonNull(legOf(world, ANNA));
    world.centre().node(DiallingCentre.EDGE).isCut(5 * SECOND);
    world.centre().asterisk(DiallingCentre.EDGE).hangUp(rung, HangupCause.NORMAL);
    world.centre().run(20 * SECOND);
    List<PreviewFact.Ended> ended = all(world, PreviewFact.Ended.class);
    assertEquals(List.of(anna.lead()), ended.stream().map(PreviewFact.Ended::lead).toList());
    assertTrue(explained(world, anna.lead()).contains("looks at it"), "it is lost");
  }

  private static @Nullable LegId legOf(DiallingCentre world, AgentId agent) {
    for (AgentFact.OfferMade made : all(world, AgentFact.OfferMade.class)) {
      if (made.agent().equals(agent)) {
        return made.leg();
      }
    }
    return null;
  }

  /** What the desk says of a lead that Anna saw and that was not called. */
  private static PreviewRow.@Nullable NotCalled told(DiallingCentre world) {
    CampaignRows rows = new CampaignRows();
    world.centre().facts().forEach(fact -> rows.apply(fact.fact(), fact.envelope()));
    rows.publish();
    return rows.notCalled(ANNA);
  }

  @Test
  void whereTheModeIsManualMeanwhileNobodyIsDialledBecauseATimeRanOut() {
    DiallingCentre world = begins(plan(CampaignMode.PREVIEW, 10, true), 1, 3, TelephoneUse.RUNG);
    for (int i = 0; i < 600 && all(world, PreviewFact.DialWanted.class).isEmpty(); i++) {
      world.centre().run(SECOND / 10);
    }
    assertEquals(true, all(world, PreviewFact.DialWanted.class).getFirst().byTime());
    assertEquals(List.of(), dialled(world));
    world.centre().reads(world.plan().campaign(plan(CampaignMode.MANUAL, 10, false)));
    world.centre().run(600 * SECOND);
    assertEquals(PreviewEnd.MANUAL, all(world, PreviewFact.Ended.class).getFirst().end());
    assertEquals(List.of(), dialled(world));
    assertEquals(world.centre().replayed().hash(CODEC), world.centre().hash());
  }

  @Test
  void noOtherNumberIsDialledThanTheOneThatWasTold() {
    Leads leads =
        Leads.of(
            List.of(
                new Lead(
                    List.of(4_930_000_000L, 4_930_000_500L),
                    List.of(DiallingCentre.BERLIN),
                    LeadDetails.NONE)));
    CampaignPlan plan = plan(CampaignMode.MANUAL, 0, false);
    DiallingCentre world = begins(CampaignDay.world(22, plan, 1, leads, TelephoneUse.RUNG), 1);
    wanted(world);
    forbids(world, 0);
    world.centre().run(60 * SECOND);
    assertEquals(List.of(), dialled(world));
    assertEquals(PreviewEnd.OTHER_NUMBER, all(world, PreviewFact.Ended.class).getFirst().end());
    assertEquals(PreviewEnd.OTHER_NUMBER.words(), Objects.requireNonNull(told(world)).why());
    Preview again = wanted(world);
    world.centre().run(60 * SECOND);
    assertEquals(2, again.number());
    assertEquals(List.of(0), dialled(world));
    assertEquals(1, all(world, CampaignFact.Dialled.class).getFirst().slot());
  }

  /** Anna wants what she sees, and her telephone rings. */
  private static Preview wanted(DiallingCentre world) {
    Preview anna = of(world, ANNA);
    var unused = world.centre().inlet().ask(new PreviewInput.Dial(ANNA, anna.list(), anna.lead()));
    world.centre().run(SECOND / 10);
    Preview wanted = of(world, ANNA);
    assertTrue(!wanted.isOnlyShown() && wanted.leg() == null, "her telephone does not ring");
    return wanted;
  }

  private static void forbids(DiallingCentre world, int lead) {
    world.tells(
        new JourneyInput.Forbid(new Personal("493000000" + lead), ConsentScope.CAMPAIGN, TESTER));
  }

  @Test
  void aPlatformKilledWhileLeadsAreShownAndDialledLosesNone() {
    DiallingCentre world = begins(plan(CampaignMode.PREVIEW, 5, true), 4, 120, TelephoneUse.OPEN);
    for (int kill = 0; kill < 6; kill++) {
      world.centre().run(40 * SECOND + kill * 7_300_000L);
      world.centre().dies();
      world.centre().run(3 * SECOND);
      if (kill % 2 == 0) {
        world.centre().snapshotAt(world.centre().syncedSequence());
      }
      world.centre().restarts();
    }
    world.centre().run(5 * HOUR);
    assertEquals(120, new LinkedHashSet<>(dialled(world)).size());
    assertEquals(List.of(), world.campaigns().books().attempts());
    assertEquals(List.of(), world.campaigns().books().previews().all());
    assertEquals(world.centre().replayed().hash(CODEC), world.centre().hash());
  }

  @Test
  void whoseLeadIsGoneWhileNobodySeesItIsFreeForTheNext() {
    DiallingCentre world = begins(plan(CampaignMode.PREVIEW, 5, true), 4, 200, TelephoneUse.OPEN);
    for (int cut = 0; cut < 40; cut++) {
      world.centre().run(20 * SECOND);
      world.centre().node(DiallingCentre.EDGE).isCut(10 * SECOND);
      world.centre().run(15 * SECOND);
    }
    long gone = count(world, CallFact.EndWitnessed.class);
    assertTrue(gone > 5, gone + " were gone unseen");
    world.centre().run(2 * HOUR);
    assertEquals(200, new LinkedHashSet<>(dialled(world)).size());
    assertEquals(List.of(), world.campaigns().books().attempts());
    assertEquals(List.of(), world.campaigns().books().previews().all());
    for (DeskAgent agent : world.agents()) {
      assertEquals(
          AgentState.AVAILABLE,
          Objects.requireNonNull(world.centre().page(agent.id())).state(),
          agent.id() + " waits for a lead who is gone");
    }
  }

  // The world.

  private static CampaignPlan plan(CampaignMode mode, int seconds, boolean dials) {
    return CampaignDay.once(mode).previewing(new PreviewRules(seconds * 1_000L, dials, 3_600_000));
  }

  private static DiallingCentre begins(CampaignPlan plan, int agents, int leads, TelephoneUse use) {
    return begins(CampaignDay.world(21, plan, agents, leads, use), Math.min(agents, leads));
  }

  private static DiallingCentre begins(DiallingCentre world, int shown) {
    world.opens(world.centre().agenda().micros() + 5 * HOUR);
    world.starts();
    for (int i = 0; i < 120 && shown(world).size() < shown; i++) {
      world.centre().run(SECOND); // Until all are there: open telephones are connected first.
    }
    return world;
  }

  private static Preview of(DiallingCentre world, AgentId agent) {
    Preview preview = world.campaigns().books().previews().of(agent);
    assertNotNull(preview, agent + " is shown nothing");
    return preview;
  }

  private static Set<Integer> shown(DiallingCentre world) {
    Set<Integer> leads = new LinkedHashSet<>();
    for (Preview preview : world.campaigns().books().previews().all()) {
      assertTrue(leads.add(preview.lead()), "shown to two");
    }
    return leads;
  }

  private static void untilItEnds(DiallingCentre world, int attempts) {
    for (int i = 0; i < 600 && count(world, CampaignFact.AttemptEnded.class) < attempts; i++) {
      world.centre().run(SECOND);
    }
    assertEquals(attempts, count(world, CampaignFact.AttemptEnded.class));
    world.centre().run(30 * SECOND);
  }

  private static String explained(DiallingCentre world, int lead) {
    var list = world.campaigns().books().lists(DiallingCentre.CAMPAIGN).getFirst();
    return asked(world, new CampaignInput.Explain(DiallingCentre.CAMPAIGN, list, lead));
  }

  /** What is answered: nothing where it is done and there is nothing to say. */
  private static String asked(DiallingCentre world, Input input) {
    var answer = world.centre().inlet().ask(input);
    world.centre().run(SECOND);
    String said = answer.join().toString();
    return said.equals("Accepted[detail=]") ? "" : said;
  }

  private static <F extends Fact> List<F> all(DiallingCentre world, Class<F> kind) {
    List<F> found = new ArrayList<>();
    for (RecordedFact fact : world.centre().facts()) {
      if (kind.isInstance(fact.fact())) {
        found.add(kind.cast(fact.fact()));
      }
    }
    return found;
  }
}
