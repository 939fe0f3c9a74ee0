// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.calendar.Calendar;
import org.ringmaster.core.calendar.CalendarId;
import org.ringmaster.core.calendar.OpenHours;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.EndSource;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.engine.Centre;
import org.ringmaster.core.journey.ConsentScope;
import org.ringmaster.core.journey.IdentityId;
import org.ringmaster.core.journey.IdentityKind;
import org.ringmaster.core.journey.JourneyFact;
import org.ringmaster.core.journey.Journeys;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.dialer.DialerCentre;
import org.ringmaster.dialer.campaign.AbandonReason;
import org.ringmaster.dialer.campaign.AttemptOutcome;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.CampaignMode;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.dialer.campaign.LeadPhase;
import org.ringmaster.dialer.campaign.PacingReading;
import org.ringmaster.dialer.list.ImportLedger;
import org.ringmaster.dialer.list.Lead;
import org.ringmaster.dialer.list.LeadDetails;
import org.ringmaster.dialer.list.LeadSegments;
import org.ringmaster.dialer.list.Leads;
import org.ringmaster.dialer.list.ListFact;
import org.ringmaster.dialer.list.ListId;
import org.ringmaster.dialer.list.ListUse;
import org.ringmaster.simulation.world.DiallingCentre;
import org.ringmaster.simulation.world.SimulationSettings;

/** What must not happen to people who are dialled, told in facts by hand. */
class DialInvariantsTest {
  private static final Author SUE = new Author("sue");
  private static final long HOUR = 3_600_000_000L;
  private static final long NINE_IN_BERLIN = SimulationSettings.MONDAY_AT_SIX + 2 * HOUR;
  private static final ListId LIST = new ListId("i1");
  private static final ListId PROTECTION = new ListId("i2");
  private static final long FIRST = 4_930_100_000L;
  private static final long SECOND = 4_930_200_000L;
  private static final CallId CALL = new CallId("c");

  private final Centre centre =
      DialerCentre.centre(
          LeadSegments.of(
              Map.of(
                  "dialled",
                  Leads.of(List.of(lead(FIRST, SECOND), lead(FIRST + 1, SECOND + 1))),
                  "protected",
                  Leads.of(List.of(lead(7, FIRST + 1))))));
  private long sequence;

  private static Lead lead(long one, long other) {
    return new Lead(List.of(one, other), List.of(DiallingCentre.BERLIN), LeadDetails.NONE);
  }

  private @Nullable String then(Invariant one, long micros, Fact fact) {
    RecordedFact recorded =
        new RecordedFact(new Envelope(++sequence, sequence, micros, micros), fact);
    if (fact instanceof ListFact) {
      centre.replay(recorded);
    }
    String how = one.brokenBy(recorded);
    return how == null ? one.brokenAfterTurn(centre) : how;
  }

  private @Nullable String then(Invariant one, Fact fact) {
    return then(one, NINE_IN_BERLIN, fact);
  }

  private static Fact loaded(ListId list, ListUse use, String segment) {
    return new ListFact.ListLoaded(
        list, use, "", segment, segment, "leads.csv", 1, ImportLedger.EMPTY, SUE);
  }

  private static CampaignFact.Dialled dialled(int lead, String leg, int idle) {
    return new CampaignFact.Dialled(
        DiallingCentre.CAMPAIGN,
        LIST,
        lead,
        0,
        identity("+" + (FIRST + lead)),
        CALL,
        new LegId(leg),
        1,
        new PacingReading(0, idle, 0, 0, 0, 0, 0, -1, -1));
  }

  private static IdentityId identity(String number) {
    return Objects.requireNonNull(Journeys.telephone(new Personal(number)));
  }

  private static Fact refused(String number, ConsentScope scope) {
    return new JourneyFact.ConsentRefused(
        identity(number), IdentityKind.TELEPHONE, new Personal(number), scope, SUE);
  }

  private static Fact allowed(String number, ConsentScope scope) {
    return new JourneyFact.ConsentGiven(identity(number), scope, SUE, new Personal(number));
  }

  private static CampaignPlan plan(CampaignMode mode) {
    return DiallingCentre.campaign(mode).lines(2);
  }

  @Test
  void whatIsAllowedAgainForOnePurposeIsStillRefusedForAnother() {
    Invariant one = new NobodyIsDialledWhoMustNotBe();
    String number = "+" + FIRST;
    then(one, loaded(LIST, ListUse.DIAL, "dialled"));
    assertEquals(null, then(one, refused(number, ConsentScope.AGENT)));
    assertEquals(null, then(one, dialled(0, "l1", 0)), "only an agent must not call");
    then(one, refused(number, ConsentScope.CAMPAIGN));
    then(one, refused(number, ConsentScope.CALLBACK));
    then(one, allowed(number, ConsentScope.CALLBACK));
    assertTrue(String.valueOf(then(one, dialled(0, "l2", 0))).contains("lead 0"));
    then(one, allowed(number, ConsentScope.CAMPAIGN));
    assertEquals(null, then(one, dialled(0, "l3", 0)));
  }

  @Test
  void whatNumbersBeginWithProtectsAllOfThem() {
    Invariant one = new NobodyIsDialledWhoMustNotBe();
    String prefix = "+" + FIRST / 10_000 + "*";
    then(one, loaded(LIST, ListUse.DIAL, "dialled"));
    then(one, refused(prefix, ConsentScope.CAMPAIGN));
    assertTrue(String.valueOf(then(one, dialled(0, "l1", 0))).contains("lead 0"));
    then(one, allowed(prefix, ConsentScope.CAMPAIGN));
    assertEquals(null, then(one, dialled(0, "l2", 0)));
  }

  @Test
  void anyNumberOfALeadOfADoNotCallListIsProtectedAsLongAsTheListIsThere() {
    Invariant one = new NobodyIsDialledWhoMustNotBe();
    then(one, loaded(LIST, ListUse.DIAL, "dialled"));
    assertEquals(null, then(one, dialled(1, "l1", 0)));
    then(one, loaded(PROTECTION, ListUse.DO_NOT_CALL, "protected"));
    assertEquals(null, then(one, dialled(0, "l2", 0)));
    assertTrue(String.valueOf(then(one, dialled(1, "l3", 0))).contains("lead 1"));
    then(one, new ListFact.ListUndone(PROTECTION, SUE));
    assertEquals(null, then(one, dialled(1, "l4", 0)));
  }

  @Test
  void whoWasDialledBeforeTheyRefusedIsNoBreachThoughItIsLookedAtLater() {
    Invariant one = new NobodyIsDialledWhoMustNotBe();
    then(one, loaded(LIST, ListUse.DIAL, "dialled"));
    one.brokenBy(new RecordedFact(new Envelope(8, 8, 0, 0), dialled(0, "l1", 0)));
    assertEquals(null, then(one, refused("+" + FIRST, ConsentScope.ANY)));
  }

  @Test
  void hoursAreThoseOnTheMachinesClockThoughThePlatformsIsAhead() {
    Invariant one = new NobodyIsDialledOutsideHours();
    Calendar morning =
        new Calendar(
            new CalendarId("morning"),
            DiallingCentre.BERLIN.getId(),
            List.of(
                new OpenHours(
                    java.time.Instant.ofEpochSecond(NINE_IN_BERLIN / 1_000_000)
                        .atZone(ZoneId.of("Europe/Berlin"))
                        .getDayOfWeek(),
                    9 * 60,
                    10 * 60)),
            List.of());
    then(one, loaded(LIST, ListUse.DIAL, "dialled"));
    CampaignPlan plan =
        CampaignPlan.of(
            DiallingCentre.CAMPAIGN,
            DiallingCentre.QUEUE,
            DiallingCentre.TRUNK,
            CampaignMode.PROGRESSIVE,
            morning);
    then(one, new CampaignFact.CampaignConfigured(plan));
    assertEquals(null, then(one, dialled(0, "l1", 0)));
    one.clockIsAhead(HOUR);
    assertEquals(null, then(one, NINE_IN_BERLIN + HOUR, dialled(0, "l2", 0)));
    assertTrue(
        String.valueOf(then(one, NINE_IN_BERLIN + HOUR - 1, dialled(0, "l3", 0)))
            .contains("T08:59"));
  }

  @Test
  void aDialOfACampaignThatDoesNotRunOrOnALineTooManyOrAgainstTheStopIsCaught() {
    Invariant one = new CampaignsKeepWithinBounds();
    then(one, new CampaignFact.CampaignConfigured(plan(CampaignMode.POWER)));
    assertTrue(String.valueOf(then(one, dialled(0, "l0", 0))).contains("does not run"));
    then(one, ended("l0"));
    then(one, new CampaignFact.Started(DiallingCentre.CAMPAIGN, SUE));
    assertEquals(null, then(one, dialled(0, "l1", 0)));
    assertEquals(null, then(one, dialled(1, "l2", 0)));
    assertTrue(String.valueOf(then(one, dialled(1, "l3", 0))).contains("line 3"));
    then(one, ended("l3"));
    then(one, ended("l2"));
    then(one, new CampaignFact.DiallingStopped(SUE));
    assertTrue(String.valueOf(then(one, dialled(1, "l4", 0))).contains("stopped"));
    then(one, ended("l4"));
    then(one, new CampaignFact.DiallingAllowed(SUE));
    assertEquals(null, then(one, dialled(1, "l5", 0)));
    then(one, new CampaignFact.Paused(DiallingCentre.CAMPAIGN, SUE));
    assertTrue(String.valueOf(then(one, dialled(0, "l6", 0))).contains("does not run"));
  }

  private static Fact ended(String leg) {
    return new CampaignFact.AttemptEnded(
        DiallingCentre.CAMPAIGN,
        LIST,
        0,
        CALL,
        new LegId(leg),
        AttemptOutcome.LOST,
        LeadPhase.SPENT,
        0);
  }

  @Test
  void anEndThatNobodySawAndThatIsTakenForOneIsCaught() {
    Invariant one = new UnseenEndsAreAskedFor();
    then(one, 0, dialled(0, "l1", 0));
    then(one, 1, unseen("l1"));
    assertTrue(String.valueOf(then(one, 29_999_999, ended("l1"))).contains("nobody saw"));
    then(one, 0, dialled(0, "l2", 0));
    then(one, 1, unseen("l2"));
    assertEquals(null, then(one, 30_000_001, ended("l2")), "the witness had its time");
    then(one, 0, dialled(0, "l3", 0));
    then(one, 1, unseen("l3"));
    then(one, 2, new CallFact.EndWitnessed(new LegId("l3"), HangupCause.NORMAL, 0));
    assertEquals(null, then(one, 2, ended("l3")));
  }

  private static Fact unseen(String leg) {
    return new CallFact.LegEnded(
        new LegId(leg), CALL, HangupCause.NORMAL, EndSource.NOT_SEEN, null);
  }

  @Test
  void moreTelephonesThanIdleAgentsAreCaughtOnceTooManyWereAbandoned() {
    Invariant one = new NobodyIsDialledAheadOfTheLaw();
    then(one, new CampaignFact.CampaignConfigured(plan(CampaignMode.POWER)));
    for (int i = 0; i < 3; i++) {
      then(one, abandoned("a" + i));
      then(one, connected("k" + i, 100));
    }
    assertEquals(null, then(one, dialled(0, "l1", 0)), "three are let pass");
    then(one, connected("k3", 2_001)); // Too late is abandoned, too.
    assertEquals(null, then(one, dialled(1, "l2", 2)), "an idle agent for each that rings");
    assertTrue(String.valueOf(then(one, dialled(0, "l3", 2))).contains("3 telephones"));
    then(one, ended("l1"));
    then(one, unseen("l2"));
    assertEquals(null, then(one, dialled(1, "l4", 2)));
    long later = NINE_IN_BERLIN + 31 * 24 * HOUR;
    assertEquals(null, then(one, later, dialled(1, "l5", 0)), "a month is over");
  }

  private static Fact abandoned(String leg) {
    return new CampaignFact.Abandoned(
        DiallingCentre.CAMPAIGN,
        CALL,
        new LegId(leg),
        identity("+" + FIRST),
        0,
        AbandonReason.NO_AGENT);
  }

  private static Fact connected(String leg, long waitedMillis) {
    return new CampaignFact.Connected(
        DiallingCentre.CAMPAIGN, CALL, new LegId(leg), new AgentId("anna"), waitedMillis);
  }

  @Test
  void eachBreachIsCountedForTheRuleThatItBreaks() {
    assertEquals(DialRule.NO_DOUBLE_DIAL, rule(new NobodyIsDialledTwiceAtATime()));
    assertEquals(DialRule.DO_NOT_CALL, rule(new NobodyIsDialledWhoMustNotBe()));
    assertEquals(DialRule.HOURS, rule(new NobodyIsDialledOutsideHours()));
    assertEquals(DialRule.LIMITS, rule(new NobodyIsDialledTooOften()));
    assertEquals(DialRule.LIMITS, rule(new TrunksWithinCapacity()));
    assertEquals(DialRule.ANYTHING_ELSE, rule(new BooksAgree()));
  }

  @Test
  void aNumberThatIsDialledAfterTheDialWithinTheSameTurnCountsForItsOwnDial() {
    Invariant one = new NobodyIsDialledTooOften();
    then(one, loaded(LIST, ListUse.DIAL, "dialled"));
    CampaignPlan plan = plan(CampaignMode.POWER).protectingPersons(1, 0);
    then(one, new CampaignFact.CampaignConfigured(plan));
    one.brokenBy(new RecordedFact(new Envelope(8, 8, 0, 0), dialled(0, "l1", 0)));
    CampaignFact.Dialled other =
        new CampaignFact.Dialled(
            DiallingCentre.CAMPAIGN,
            LIST,
            1,
            0,
            identity("+" + SECOND),
            CALL,
            new LegId("l2"),
            1,
            new PacingReading(0, 0, 0, 0, 0, 0, 0, -1, -1));
    one.brokenBy(new RecordedFact(new Envelope(9, 8, 0, 0), other));
    assertEquals(null, one.brokenAfterTurn(centre), "both within one turn");
    one.brokenBy(new RecordedFact(new Envelope(10, 10, 1, 1), dialled(0, "l3", 0)));
    assertTrue(String.valueOf(one.brokenAfterTurn(centre)).contains("lead 0"));
  }

  private static DialRule rule(Invariant one) {
    return DialRule.of(new Breach(one.sentence(), 1, "somehow"));
  }
}
