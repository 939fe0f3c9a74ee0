// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ringmaster.simulation.world.CampaignDay.count;
import static org.ringmaster.simulation.world.CampaignDay.dialled;
import static org.ringmaster.simulation.world.CampaignDay.forbids;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentInput;
import org.ringmaster.core.agent.PauseReason;
import org.ringmaster.core.calendar.Calendar;
import org.ringmaster.core.calendar.CalendarId;
import org.ringmaster.core.calendar.OpenHours;
import org.ringmaster.core.call.TelephoneUse;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.dialer.DialerCentre;
import org.ringmaster.dialer.campaign.Attempt;
import org.ringmaster.dialer.campaign.AttemptOutcome;
import org.ringmaster.dialer.campaign.AttemptPhase;
import org.ringmaster.dialer.campaign.CampaignInput;
import org.ringmaster.dialer.campaign.CampaignMode;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.dialer.campaign.CampaignState;
import org.ringmaster.dialer.campaign.Preview;
import org.ringmaster.dialer.campaign.PreviewEnd;
import org.ringmaster.dialer.campaign.PreviewFact;
import org.ringmaster.dialer.campaign.PreviewInput;
import org.ringmaster.dialer.campaign.PreviewRules;
import org.ringmaster.dialer.campaign.RecallFact;
import org.ringmaster.dialer.campaign.RecallInput;
import org.ringmaster.dialer.campaign.Recycling;
import org.ringmaster.dialer.list.Lead;
import org.ringmaster.dialer.list.LeadDetails;
import org.ringmaster.dialer.list.Leads;
import org.ringmaster.dialer.list.ListId;

/** Leads that are called again at an agreed time, with the real core and simulated people. */
class RecallTest {
  private static final FactCodec CODEC = FactCodec.of(DialerCentre.names().build());
  private static final long SECOND = 1_000_000;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;
  private static final Author TESTER = new Author("tester");
  private static final AgentId ANNA = new AgentId("agent000");
  private static final AgentId BRUNO = new AgentId("agent001");

  private static CampaignPlan plan(CampaignMode mode) {
    return DiallingCentre.campaign(mode)
        .recycling(5, List.of())
        .previewing(new PreviewRules(0, false, 3_600_000));
  }

  @Test
  void oneThatIsDueGoesBeforeFreshLeadsAtTheTimeOfTheLeadsOwnClock() {
    DiallingCentre world = begins(plan(CampaignMode.PROGRESSIVE), 3, 3_000);
    String said = asked(world, say(world, 2_900, in(world, 30 * MINUTE), null));
    assertTrue(said.contains("Europe/Berlin"), said);
    world.centre().run(29 * MINUTE);
    assertTrue(!dialled(world).contains(2_900), "too early");
    world.centre().run(5 * MINUTE);
    assertTrue(dialled(world).contains(2_900), "not called when it was due");
    assertTrue(dialled(world).size() < 2_000, "the fresh ones came first");
    assertEquals(RecallFact.End.DIALLED, all(world, RecallFact.Ended.class).getFirst().end());
  }

  @Test
  void mineIsShownToMeAndToSomebodyElseOnlyWhenIAmNotThere() {
    DiallingCentre world = begins(plan(CampaignMode.PREVIEW), 2, 30);
    asked(world, say(world, 20, in(world, 10 * MINUTE), ANNA));
    asked(world, say(world, 21, in(world, 10 * MINUTE), BRUNO));
    world.centre().run(11 * MINUTE);
    skips(world, ANNA);
    skips(world, BRUNO);
    assertEquals(20, of(world, ANNA).lead());
    assertEquals(21, of(world, BRUNO).lead());
    asked(world, new PreviewInput.Dial(ANNA, of(world, ANNA).list(), 20));
    world.centre().run(5 * SECOND);
    assertEquals(List.of(20), dialled(world));
    assertEquals(1, count(world, RecallFact.Ended.class));

    asked(world, say(world, 25, in(world, 10 * MINUTE), BRUNO));
    asked(world, new AgentInput.Pause(BRUNO, new PauseReason("break")));
    world.centre().run(12 * MINUTE);
    skips(world, ANNA);
    assertTrue(of(world, ANNA).lead() != 25, "it is bruno's still");
    world.centre().run(15 * MINUTE);
    skips(world, ANNA);
    assertEquals(25, of(world, ANNA).lead());
    assertEquals(1, count(world, RecallFact.Opened.class));
  }

  @Test
  void oneThatIsSkippedRestsAndOthersAreSeenMeanwhile() {
    DiallingCentre world = begins(plan(CampaignMode.PREVIEW), 1, 30);
    asked(world, say(world, 20, in(world, 10 * MINUTE), ANNA));
    world.centre().run(11 * MINUTE);
    skips(world, ANNA);
    assertEquals(20, of(world, ANNA).lead());
    skips(world, ANNA);
    assertTrue(of(world, ANNA).lead() != 20, "shown again at once");
    world.centre().run(61 * MINUTE);
    skips(world, ANNA);
    assertEquals(20, of(world, ANNA).lead());
  }

  @Test
  void mineIsShownThoughSomebodyWhoIsIdleLongerHasNothing() {
    DiallingCentre world = begins(plan(CampaignMode.PREVIEW), 2, 2);
    ListId list = list(world);
    asked(world, say(world, of(world, BRUNO).lead(), in(world, 10 * MINUTE), BRUNO));
    int agreed = of(world, BRUNO).lead();
    skips(world, ANNA);
    skips(world, BRUNO);
    assertEquals(null, world.campaigns().books().previews().of(BRUNO));
    world.centre().run(11 * MINUTE);
    assertEquals(list, of(world, BRUNO).list());
    assertEquals(agreed, of(world, BRUNO).lead());
  }

  @Test
  void whatWasAgreedIsNotDialledBeforeAndNotTwice() {
    DiallingCentre world = begins(plan(CampaignMode.PROGRESSIVE), 3, 300);
    int next = dialled(world).stream().mapToInt(lead -> lead).max().orElseThrow() + 5;
    asked(world, say(world, next, in(world, 30 * MINUTE), null));
    world.centre().run(29 * MINUTE);
    assertTrue(dialled(world).size() > next, "dialled: " + dialled(world).size());
    assertTrue(!dialled(world).contains(next), "dialled before the time");
    world.centre().run(5 * MINUTE);
    assertTrue(dialled(world).contains(next), "not called when it was due");
  }

  @Test
  void whatIsAgreedWhileTheLeadIsCalledStandsWhateverComesOfThatCall() {
    DiallingCentre world =
        begins(
            DiallingCentre.campaign(CampaignMode.PROGRESSIVE)
                .recycling(
                    5,
                    List.of(
                        new Recycling(AttemptOutcome.NO_ANSWER, 5, MINUTE / 1_000),
                        new Recycling(AttemptOutcome.BUSY, 5, MINUTE / 1_000),
                        new Recycling(AttemptOutcome.HUNG_UP, 5, MINUTE / 1_000))),
            3,
            60);
    Set<Integer> agreed = new TreeSet<>();
    for (int i = 0; i < 600 && agreed.size() < 12; i++) {
      world.centre().run(SECOND);
      for (Attempt one : world.campaigns().books().attempts()) {
        if (one.phase() == AttemptPhase.RINGING && agreed.add(one.lead())) {
          asked(world, say(world, one.lead(), in(world, 2 * HOUR), null));
        }
      }
    }
    int before = dialled(world).size();
    world.centre().run(90 * MINUTE);
    List<Integer> later = dialled(world).subList(before, dialled(world).size());
    assertTrue(agreed.size() >= 12, agreed.size() + " were agreed");
    assertTrue(later.size() > 20, "nobody else was dialled: " + later);
    assertTrue(later.stream().noneMatch(agreed::contains), agreed + " before the time: " + later);
    world.centre().run(60 * MINUTE);
    List<Integer> all = dialled(world).subList(before, dialled(world).size());
    assertTrue(all.containsAll(agreed), agreed + " were not all called: " + all);
  }

  @Test
  void whoMayNotBeCalledAtTheAgreedTimeIsSaidToBeCalledLater() {
    CampaignPlan once =
        DiallingCentre.campaign(CampaignMode.MANUAL)
            .recycling(5, List.of())
            .protectingPersons(1, 0);
    DiallingCentre world = begins(once, 1, 1);
    asked(world, new PreviewInput.Dial(ANNA, list(world), 0));
    world.centre().run(MINUTE);
    String then = in(world, 24 * HOUR).substring(0, 10);
    String said = asked(world, say(world, 0, in(world, 2 * HOUR), null));
    assertTrue(said.contains("it is called from " + then), said);
    assertTrue(said.contains("as often as it may be"), said);
    said = asked(world, say(world, 0, in(world, 25 * HOUR), null));
    assertTrue(!said.contains("on only"), said);
  }

  @Test
  void aNumberThatMustNotBeCalledIsNotTheOneThatIsFree() {
    List<Lead> two = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      two.add(
          new Lead(
              List.of(4_930_100_000L + i, 4_930_200_000L + i),
              List.of(DiallingCentre.BERLIN),
              LeadDetails.NONE));
    }
    CampaignPlan soon =
        DiallingCentre.campaign(CampaignMode.PROGRESSIVE)
            .recycling(9, List.of(new Recycling(AttemptOutcome.NO_ANSWER, 9, 60_000)));
    DiallingCentre world = CampaignDay.world(41, soon, 2, Leads.of(two), TelephoneUse.OPEN);
    world.opens(world.centre().agenda().micros() + 5 * HOUR);
    world.centre().run(MINUTE);
    for (int i = 0; i < 20; i++) {
      forbids(world, 4_930_100_000L + i);
    }
    world.starts();
    world.centre().run(HOUR);
    int often = 0;
    while (Collections.frequency(dialled(world), often) < 3) {
      often++;
    }
    String said = asked(world, say(world, often, in(world, 2 * HOUR), null));
    assertTrue(said.contains("as often as it may be") && said.contains("on only"), said);
    forbids(world, 4_930_200_000L + often);
    said = asked(world, say(world, often, in(world, 2 * HOUR), null));
    assertTrue(said.contains("do-not-call list: it is not called"), said);
  }

  @Test
  void whatIsAgreedStandsUnderOtherRules() {
    DiallingCentre world = begins(plan(CampaignMode.PROGRESSIVE), 3, 300);
    int next = dialled(world).stream().mapToInt(lead -> lead).max().orElseThrow() + 5;
    asked(world, say(world, next, in(world, 40 * MINUTE), null));
    world
        .centre()
        .reads(world.plan().campaign(plan(CampaignMode.PROGRESSIVE).recycling(4, List.of())));
    world.centre().run(35 * MINUTE);
    assertTrue(dialled(world).size() > next, "dialled: " + dialled(world).size());
    assertTrue(!dialled(world).contains(next), "dialled before the time");
    world.centre().run(15 * MINUTE);
    assertTrue(dialled(world).contains(next), "not called when it was due");
  }

  @Test
  void whatIsAgreedWhenAllAreCalledIsCalledTooHoweverOftenItWas() {
    DiallingCentre world = begins(CampaignDay.once(CampaignMode.PROGRESSIVE), 3, 10);
    world.centre().run(HOUR);
    assertEquals(
        CampaignState.EXHAUSTED, world.campaigns().books().stateOf(DiallingCentre.CAMPAIGN));
    asked(world, say(world, 3, in(world, 30 * MINUTE), null));
    world.centre().run(HOUR);
    assertEquals(11, dialled(world).size());
    assertEquals(3, dialled(world).getLast());
    assertEquals(RecallFact.End.DIALLED, all(world, RecallFact.Ended.class).getFirst().end());
  }

  @Test
  void whatMayNotBeCalledYetIsAskedAgainWhenItMayAndNotAtEachLook() {
    DiallingCentre world = agreedForAfterHours(290, 291);
    world.centre().run(3 * HOUR);
    assertEquals(2, count(world, RecallFact.PutOff.class));
    assertTrue(!dialled(world).contains(290), "called outside the hours");
  }

  @Test
  void newHoursReachWhatWasPutOff() {
    DiallingCentre world = agreedForAfterHours(290);
    world.centre().run(2 * HOUR);
    assertEquals(1, count(world, RecallFact.PutOff.class));
    world.centre().reads(world.plan().campaign(plan(CampaignMode.PROGRESSIVE)));
    world.centre().run(5 * MINUTE);
    assertTrue(dialled(world).contains(290), "new hours are not seen");
  }

  /** It is seven in Berlin, the hours end at eight, and some are to be called at half past. */
  private static DiallingCentre agreedForAfterHours(int... leads) {
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
                CampaignMode.PROGRESSIVE,
                early)
            .recycling(5, List.of());
    DiallingCentre world = begins(plan, 2, 300);
    for (int lead : leads) {
      asked(world, say(world, lead, in(world, 90 * MINUTE), null));
    }
    return world;
  }

  @Test
  void whatIsTakenBackIsNotCalledAtThatTime() {
    DiallingCentre world = begins(plan(CampaignMode.PROGRESSIVE), 3, 3_000);
    asked(world, say(world, 2_900, in(world, 30 * MINUTE), null));
    RecallInput.Cancel cancel =
        new RecallInput.Cancel(DiallingCentre.CAMPAIGN, list(world), 2_900, TESTER);
    assertTrue(asked(world, cancel).contains("is taken back"));
    world.centre().run(35 * MINUTE);
    assertTrue(!dialled(world).contains(2_900), "called all the same");
    RecallFact.Ended ended = all(world, RecallFact.Ended.class).getFirst();
    assertEquals(RecallFact.End.CANCELLED, ended.end());
    assertEquals(TESTER, ended.author());
    assertTrue(asked(world, cancel).contains("Nothing is agreed with lead 2900"));
  }

  @Test
  void whatIsTakenBackIsALeadLikeOthersFromThereAndNotOnlyFromTheAgreedTime() {
    DiallingCentre world = begins(plan(CampaignMode.PROGRESSIVE), 3, 300);
    int next = dialled(world).stream().mapToInt(lead -> lead).max().orElseThrow() + 5;
    asked(world, say(world, next, in(world, 60 * MINUTE), null));
    asked(world, new RecallInput.Cancel(DiallingCentre.CAMPAIGN, list(world), next, TESTER));
    world.centre().run(29 * MINUTE);
    assertTrue(dialled(world).contains(next), "put off until the agreed time");
    assertEquals(world.centre().replayed().hash(CODEC), world.centre().hash());
  }

  @Test
  void whatIsNotCalledWithinADayExpiresThoughNobodyLooksForLeadsAndThePlatformWasAway() {
    DiallingCentre world = begins(plan(CampaignMode.PROGRESSIVE), 2, 300);
    asked(world, say(world, 290, in(world, 30 * MINUTE), null));
    asked(world, say(world, 291, in(world, 60 * MINUTE), null));
    asked(world, new CampaignInput.Pause(DiallingCentre.CAMPAIGN, TESTER));
    world.centre().run(24 * HOUR);
    assertEquals(0, count(world, RecallFact.Ended.class));
    world.centre().run(40 * MINUTE);
    assertEquals(RecallFact.End.EXPIRED, all(world, RecallFact.Ended.class).getFirst().end());
    assertEquals(1, count(world, RecallFact.Ended.class));
    world.centre().dies();
    world.centre().restarts();
    world.centre().run(30 * MINUTE);
    assertEquals(2, count(world, RecallFact.Ended.class));
    assertEquals(List.of(), world.campaigns().recalls().of(DiallingCentre.CAMPAIGN));
  }

  @Test
  void whatIsTakenBackWhileAnAgentLooksAtItIsNotDialled() {
    DiallingCentre world = againOnTheScreen();
    ListId list = list(world);
    RecallInput.Cancel cancel = new RecallInput.Cancel(DiallingCentre.CAMPAIGN, list, 0, TESTER);
    assertTrue(asked(world, cancel).contains("is taken back"));
    PreviewFact.Ended ended = all(world, PreviewFact.Ended.class).getLast();
    assertEquals(PreviewEnd.TAKEN_BACK, ended.end());
    assertTrue(asked(world, new PreviewInput.Dial(ANNA, list, 0)).contains("not shown to you"));
    world.centre().run(HOUR);
    assertEquals(List.of(0), dialled(world));
    assertEquals(
        CampaignState.EXHAUSTED, world.campaigns().books().stateOf(DiallingCentre.CAMPAIGN));
  }

  @Test
  void whatExpiresWhileAnAgentLooksAtItIsSaidToBeOver() {
    DiallingCentre world = againOnTheScreen(48 * HOUR);
    world.centre().run(24 * HOUR);
    PreviewFact.Ended ended = all(world, PreviewFact.Ended.class).getLast();
    assertEquals(RecallFact.End.EXPIRED, all(world, RecallFact.Ended.class).getLast().end());
    assertEquals(PreviewEnd.AGREED_EXPIRED, ended.end());
    assertEquals(null, world.campaigns().books().previews().of(ANNA));
  }

  @Test
  void whatIsTakenBackAfterItWasSkippedRestsOn() {
    DiallingCentre world = begins(plan(CampaignMode.PREVIEW), 1, 1);
    ListId list = list(world);
    RecallInput.Cancel cancel = new RecallInput.Cancel(DiallingCentre.CAMPAIGN, list, 0, TESTER);
    skips(world, ANNA); // It rests for an hour.
    asked(world, say(world, 0, in(world, 10 * MINUTE), null));
    asked(world, cancel);
    world.centre().run(20 * MINUTE);
    assertEquals(null, world.campaigns().books().previews().of(ANNA), "skipped before");
    world.centre().run(41 * MINUTE);
    asked(world, say(world, 0, in(world, 10 * MINUTE), null));
    world.centre().run(11 * MINUTE);
    skips(world, ANNA);
    asked(world, cancel);
    world.centre().run(20 * MINUTE);
    assertEquals(null, world.campaigns().books().previews().of(ANNA), "skipped when it was due");
    world.centre().run(41 * MINUTE);
    assertEquals(0, of(world, ANNA).lead());
  }

  @Test
  void whatIsAgreedAnewWhileAnAgentLooksAtItIsDialledAtTheNewTime() {
    DiallingCentre world = againOnTheScreen();
    ListId list = list(world);
    asked(world, say(world, 0, in(world, 30 * MINUTE), null));
    assertTrue(asked(world, new PreviewInput.Dial(ANNA, list, 0)).contains("not shown to you"));
    world.centre().run(29 * MINUTE);
    assertEquals(List.of(0), dialled(world));
    world.centre().run(2 * MINUTE);
    asked(world, new PreviewInput.Dial(ANNA, list, 0));
    world.centre().run(MINUTE);
    assertEquals(List.of(0, 0), dialled(world));
  }

  /** The only lead was tried as often as it may, and is shown because that was agreed. */
  private static DiallingCentre againOnTheScreen() {
    return againOnTheScreen(5 * HOUR);
  }

  /** The same, with an agent who works for so long. */
  private static DiallingCentre againOnTheScreen(long micros) {
    DiallingCentre world =
        begins(
            CampaignDay.once(CampaignMode.PREVIEW)
                .previewing(new PreviewRules(0, false, 3_600_000)),
            1,
            1,
            micros);
    asked(world, new PreviewInput.Dial(ANNA, list(world), 0));
    world.centre().run(HOUR);
    assertEquals(List.of(0), dialled(world));
    asked(world, say(world, 0, in(world, 10 * MINUTE), null));
    world.centre().run(11 * MINUTE);
    assertEquals(0, of(world, ANNA).lead());
    return world;
  }

  @Test
  void whatCannotBeIsRefusedAndExplainTellsWhatWasAgreed() {
    DiallingCentre world = begins(plan(CampaignMode.MANUAL), 1, 10);
    assertTrue(asked(world, say(world, 3, "tomorrow", null)).contains("is no time"));
    assertTrue(asked(world, say(world, 3, in(world, -HOUR), null)).contains("past"));
    assertTrue(asked(world, say(world, 99, in(world, HOUR), null)).contains("leads 0 to 9"));
    asked(world, say(world, 3, in(world, HOUR), ANNA));
    String why = asked(world, new CampaignInput.Explain(DiallingCentre.CAMPAIGN, list(world), 3));
    assertTrue(why.contains("shall be called again") && why.contains("by agent000"), why);
    world.centre().dies();
    world.centre().restarts();
    world.centre().run(MINUTE);
    assertEquals(world.centre().replayed().hash(CODEC), world.centre().hash());
    assertEquals(1, world.campaigns().recalls().of(DiallingCentre.CAMPAIGN).size());
  }

  private static void skips(DiallingCentre world, AgentId agent) {
    Preview preview = of(world, agent);
    asked(world, new PreviewInput.Skip(agent, preview.list(), preview.lead(), ""));
  }

  private static Preview of(DiallingCentre world, AgentId agent) {
    Preview preview = world.campaigns().books().previews().of(agent);
    if (preview == null) {
      throw new AssertionError(agent + " is shown nothing");
    }
    return preview;
  }

  private static ListId list(DiallingCentre world) {
    return world.campaigns().books().lists(DiallingCentre.CAMPAIGN).getFirst();
  }

  private static RecallInput.Say say(
      DiallingCentre world, int lead, String at, @Nullable AgentId agent) {
    return new RecallInput.Say(DiallingCentre.CAMPAIGN, list(world), lead, at, agent, TESTER);
  }

  /** So long from now, as clocks in Berlin show it. */
  private static String in(DiallingCentre world, long micros) {
    long seconds = (world.centre().agenda().micros() + micros) / SECOND;
    return LocalDateTime.ofInstant(Instant.ofEpochSecond(seconds), DiallingCentre.BERLIN)
        .toString();
  }

  private static DiallingCentre begins(CampaignPlan plan, int agents, int leads) {
    return begins(plan, agents, leads, 5 * HOUR);
  }

  private static DiallingCentre begins(CampaignPlan plan, int agents, int leads, long micros) {
    DiallingCentre world = CampaignDay.world(41, plan, agents, leads, TelephoneUse.OPEN);
    world.opens(world.centre().agenda().micros() + micros);
    world.centre().run(MINUTE);
    world.starts();
    world.centre().run(5 * SECOND);
    return world;
  }

  private static String asked(DiallingCentre world, Input input) {
    var answer = world.centre().inlet().ask(input);
    world.centre().run(SECOND);
    return answer.join().toString();
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
