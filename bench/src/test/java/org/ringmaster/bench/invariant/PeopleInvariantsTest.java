// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.OfferId;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.Direction;
import org.ringmaster.core.call.EndSource;
import org.ringmaster.core.call.Gather;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.LegRole;
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
import org.ringmaster.core.queue.EntryId;
import org.ringmaster.dialer.campaign.AttemptPhase;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.CampaignMode;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.dialer.campaign.MessageRules;
import org.ringmaster.dialer.campaign.PacingReading;
import org.ringmaster.dialer.campaign.PreviewEnd;
import org.ringmaster.dialer.campaign.PreviewFact;
import org.ringmaster.dialer.campaign.PreviewRules;
import org.ringmaster.dialer.campaign.Recall;
import org.ringmaster.dialer.campaign.RecallFact;
import org.ringmaster.dialer.list.ListId;
import org.ringmaster.simulation.world.DiallingCentre;

/** Leads who ring us, whom agents look at, who press keys and agree times, told by hand. */
class PeopleInvariantsTest {
  private static final ListId LIST = new ListId("i1");
  private static final AgentId ANNA = new AgentId("anna");
  private static final AgentId BRUNO = new AgentId("bruno");
  private static final CallId CALL = new CallId("c");
  private static final Author SUE = new Author("sue");
  private static final IdentityId NUMBER = identity("+4930123456");
  private long sequence;

  private static IdentityId identity(String number) {
    return Objects.requireNonNull(Journeys.telephone(new Personal(number)));
  }

  private @Nullable String then(Invariant one, long micros, Fact fact) {
    sequence++;
    return one.brokenBy(new RecordedFact(new Envelope(sequence, sequence, micros, micros), fact));
  }

  private @Nullable String then(Invariant one, Fact fact) {
    return then(one, 0, fact);
  }

  private static CampaignFact.Dialled dialled(int lead, CallId call, String leg) {
    return new CampaignFact.Dialled(
        DiallingCentre.CAMPAIGN,
        LIST,
        lead,
        0,
        NUMBER,
        call,
        new LegId(leg),
        1,
        new PacingReading(0, 0, 0, 0, 0, 0, 0, -1, -1));
  }

  private static Fact ended(String leg) {
    return new CallFact.LegEnded(new LegId(leg), CALL, HangupCause.NORMAL, EndSource.SEEN, null);
  }

  @Test
  void whoRangUsAndIsDialledMeanwhileIsCaughtHoweverTheirNumberIsWritten() {
    Invariant one = new NobodyIsDialledWhoIsWithUs();
    CallId in = new CallId("in");
    then(
        one,
        new CallFact.CallStarted(
            in,
            DiallingCentre.EDGE,
            Direction.INBOUND,
            "500",
            DiallingCentre.TRUNK,
            new Personal("4930123456"),
            null));
    then(
        one,
        new CallFact.LegArrived(
            new LegId("l1"),
            in,
            DiallingCentre.EDGE,
            LegRole.CALLER,
            null,
            DiallingCentre.TRUNK,
            "500"));
    String how = then(one, dialled(1, CALL, "l2"));
    assertTrue(String.valueOf(how).contains("they rang us"), how);
    then(one, ended("l1"));
    assertEquals(null, then(one, dialled(1, CALL, "l3")));
  }

  private static PreviewFact.Shown shown(int lead, AgentId agent) {
    return new PreviewFact.Shown(DiallingCentre.CAMPAIGN, LIST, lead, agent, 1_000);
  }

  private static PreviewFact.DialWanted wanted(int lead, AgentId agent, boolean byTime) {
    return new PreviewFact.DialWanted(
        DiallingCentre.CAMPAIGN,
        LIST,
        lead,
        agent,
        new EntryId("e"),
        CALL,
        new OfferId("o"),
        byTime,
        1);
  }

  private static PreviewFact.Ended givenBack(int lead, AgentId agent) {
    return new PreviewFact.Ended(
        DiallingCentre.CAMPAIGN, LIST, lead, agent, PreviewEnd.SKIPPED, null, "", 0);
  }

  private static CampaignFact configured(boolean dialsAtEnd) {
    return new CampaignFact.CampaignConfigured(
        DiallingCentre.campaign(CampaignMode.PREVIEW)
            .previewing(new PreviewRules(1_000, dialsAtEnd, 60_000)));
  }

  @Test
  void aLeadThatIsShownToTwoOrAnAgentWhoIsShownTwoAreCaught() {
    Invariant one = new PreviewsAreObeyed();
    assertEquals(null, then(one, shown(1, ANNA)));
    assertTrue(String.valueOf(then(one, shown(1, BRUNO))).contains("beside anna"));
    Invariant other = new PreviewsAreObeyed();
    then(other, shown(1, ANNA));
    assertTrue(String.valueOf(then(other, shown(2, ANNA))).contains("beside lead 1"));
    Invariant third = new PreviewsAreObeyed();
    then(third, shown(1, ANNA));
    assertEquals(null, then(third, givenBack(1, ANNA)));
    assertEquals(null, then(third, shown(1, BRUNO)));
  }

  @Test
  void aLeadThatIsDialledAndThatNobodyWantedIsCaught() {
    Invariant one = new PreviewsAreObeyed();
    then(one, configured(false));
    then(one, shown(1, ANNA));
    assertTrue(String.valueOf(then(one, dialled(2, CALL, "l1"))).contains("no agent wanted"));
    then(one, wanted(1, ANNA, false));
    assertEquals(null, then(one, dialled(1, CALL, "l2")));
    then(one, shown(3, BRUNO));
    assertTrue(String.valueOf(then(one, dialled(3, CALL, "l3"))).contains("only looks"));
  }

  @Test
  void timeThatRanOutIsNoYesUnlessTheCampaignSaysSo() {
    for (boolean dialsAtEnd : List.of(true, false)) {
      Invariant one = new PreviewsAreObeyed();
      then(one, configured(dialsAtEnd));
      then(one, shown(1, ANNA));
      String how = then(one, 1_000, wanted(1, ANNA, true));
      assertEquals(dialsAtEnd, how == null, how);
    }
    Invariant early = new PreviewsAreObeyed();
    then(early, configured(true));
    then(early, shown(1, ANNA));
    assertTrue(String.valueOf(then(early, 999, wanted(1, ANNA, true))).contains("time ran out"));
  }

  @Test
  void aKeyForNoMoreCallsThatIsNotOnRecordAtOnceOrNotObeyedIsCaught() {
    Invariant one = pressed("9");
    assertTrue(String.valueOf(then(one, ended("l9"))).contains("not on record"));
    Invariant obeyed = pressed("9");
    RecordedFact refusal =
        new RecordedFact(
            new Envelope(sequence + 1, sequence, 0, 0),
            new JourneyFact.ConsentRefused(
                NUMBER,
                IdentityKind.TELEPHONE,
                new Personal("+4930123456"),
                ConsentScope.CAMPAIGN,
                SUE));
    assertEquals(null, obeyed.brokenBy(refusal));
    sequence++;
    assertEquals(null, then(obeyed, ended("l1")));
    assertTrue(String.valueOf(then(obeyed, dialled(2, CALL, "l2"))).contains("has said so"));
    then(obeyed, new JourneyFact.ConsentGiven(NUMBER, ConsentScope.CAMPAIGN, SUE, null));
    assertEquals(null, then(obeyed, dialled(2, CALL, "l3")));
    assertEquals(null, then(pressed("1"), ended("l9")), "another key");
  }

  /** Somebody hears the message and presses a key. */
  private Invariant pressed(String key) {
    Invariant one = new OptOutKeysAreObeyed();
    CampaignPlan plan =
        DiallingCentre.campaign(CampaignMode.AGENTLESS)
            .telling(new MessageRules(List.of(), "1", "9", 5_000, "3"));
    then(one, new CampaignFact.CampaignConfigured(plan));
    then(one, dialled(1, CALL, "l1"));
    LegId leg = new LegId("l1");
    then(one, new CampaignFact.MessageWent(DiallingCentre.CAMPAIGN, CALL, leg, AttemptPhase.TOLD));
    then(one, new CallFact.GatherStarted(leg, new Gather("campaign.message", 1, "", 9, 9)));
    assertEquals(null, then(one, new CallFact.DigitHeard(leg, new Personal(key))));
    return one;
  }

  @Test
  void whatWasAgreedAndIsCalledEarlierOrByAnotherAgentIsCaught() {
    Recall recall =
        new Recall(DiallingCentre.CAMPAIGN, LIST, 1, ANNA, 100, 200, 300, "2026-01-31T14:30", 0, 0);
    Invariant one = new AgreedCallsAreKept();
    then(one, new RecallFact.Agreed(recall, SUE));
    assertTrue(String.valueOf(then(one, 99, shown(1, ANNA))).contains("before"));
    then(one, givenBack(1, ANNA));
    assertTrue(String.valueOf(then(one, 150, shown(1, BRUNO))).contains("promised"));
    then(one, givenBack(1, BRUNO));
    assertTrue(String.valueOf(then(one, 150, dialled(1, CALL, "l1"))).contains("anyone"));
    assertEquals(null, then(one, 100, shown(1, ANNA)));
    assertEquals(null, then(one, 120, dialled(1, CALL, "l2")));
    assertEquals(null, then(one, 200, shown(1, BRUNO)), "nobody waits for her any more");
  }

  @Test
  void eachOfTheseBreachesIsCountedForItsRule() {
    assertEquals(DialRule.WITH_US, rule(new NobodyIsDialledWhoIsWithUs()));
    assertEquals(DialRule.PREVIEWS, rule(new PreviewsAreObeyed()));
    assertEquals(DialRule.OPT_OUTS, rule(new OptOutKeysAreObeyed()));
    assertEquals(DialRule.AGREED, rule(new AgreedCallsAreKept()));
  }

  private static DialRule rule(Invariant one) {
    return DialRule.of(new Breach(one.sentence(), 1, "somehow"));
  }
}
