// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.journey.IdentityId;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.dialer.campaign.AbandonReason;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.CampaignId;
import org.ringmaster.dialer.campaign.CampaignMode;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.dialer.campaign.PacingReading;
import org.ringmaster.dialer.campaign.PreviewEnd;
import org.ringmaster.dialer.campaign.PreviewFact;
import org.ringmaster.dialer.campaign.Recall;
import org.ringmaster.dialer.campaign.RecallFact;
import org.ringmaster.dialer.list.ListId;
import org.ringmaster.simulation.world.DiallingCentre;

/** What is agreed with a lead, and for how long a number is locked, told in facts by hand. */
class NobodyIsDialledTooOftenTest {
  private static final long DAY_MICROS = 24 * 3_600_000_000L;
  private static final IdentityId NUMBER = new IdentityId("n");
  private static final PacingReading NOTHING = new PacingReading(0, 0, 0, 0, 0, 0, 0, -1, -1);

  private static CampaignPlan plan() {
    return DiallingCentre.campaign(CampaignMode.PREDICTIVE).recycling(4, List.of());
  }

  @Test
  void aCallThatWasAgreedIsNoTryTooManyAndTheNextOneIs() {
    Invariant one = new NobodyIsDialledTooOften();
    one.brokenBy(at(0, new CampaignFact.CampaignConfigured(plan())));
    for (int i = 0; i < 4; i++) {
      assertEquals(null, one.brokenBy(at(i, dialled(1, new IdentityId("n" + i), "l" + i))));
    }
    one.brokenBy(at(5, new RecallFact.Agreed(recall(1, 10), new Author("sue"))));
    assertEquals(null, one.brokenBy(at(10, dialled(1, new IdentityId("n5"), "l5"))));
    one.brokenBy(at(10, over(1, RecallFact.End.DIALLED)));
    String next = one.brokenBy(at(11, dialled(1, new IdentityId("n6"), "l6")));
    assertTrue(String.valueOf(next).contains("dialled 6 times"), next);
  }

  @Test
  void aSpentLeadThatIsCalledBeforeItWasAgreedOrAfterThatWasTakenBackIsCaught() {
    for (Fact between :
        List.of(
            over(1, RecallFact.End.CANCELLED),
            new RecallFact.Agreed(recall(1, 11), new Author("sue")),
            new PreviewFact.Ended(
                DiallingCentre.CAMPAIGN,
                new ListId("i"),
                1,
                new AgentId("eva"),
                PreviewEnd.SKIPPED,
                null,
                "",
                11))) {
      Invariant one = new NobodyIsDialledTooOften();
      one.brokenBy(at(0, new CampaignFact.CampaignConfigured(plan().recycling(1, List.of()))));
      one.brokenBy(at(1, dialled(1, new IdentityId("n1"), "l1")));
      one.brokenBy(at(2, new RecallFact.Agreed(recall(1, 5), new Author("sue"))));
      one.brokenBy(at(9, between));
      String early = one.brokenBy(at(10, dialled(1, new IdentityId("n2"), "l2")));
      assertTrue(String.valueOf(early).contains("dialled 2 times"), between + ": " + early);
    }
  }

  private static Recall recall(int lead, long dueMicros) {
    return new Recall(
        DiallingCentre.CAMPAIGN,
        new ListId("i"),
        lead,
        null,
        dueMicros,
        dueMicros,
        dueMicros + DAY_MICROS,
        "then",
        0,
        0);
  }

  private static RecallFact over(int lead, RecallFact.End how) {
    return new RecallFact.Ended(
        DiallingCentre.CAMPAIGN, new ListId("i"), lead, how, null, null, false, 0);
  }

  @Test
  void aLockLastsAsLongAsItsCampaignLocksNow() {
    assertEquals(null, dialledUnderALockOf(1, 1_500));
    assertTrue(String.valueOf(dialledUnderALockOf(3, 2_500)).contains("locked"));
  }

  /** A number was locked for two milliseconds, and its campaign locks for another time now. */
  private static @Nullable String dialledUnderALockOf(long lockMillis, long atMicros) {
    Invariant one = new NobodyIsDialledTooOften();
    one.brokenBy(at(0, new CampaignFact.CampaignConfigured(plan().locking(2))));
    one.brokenBy(
        at(
            5,
            new CampaignFact.Abandoned(
                DiallingCentre.CAMPAIGN,
                new CallId("c"),
                new LegId("l"),
                NUMBER,
                2_005,
                AbandonReason.NO_AGENT)));
    one.brokenBy(at(6, new CampaignFact.CampaignConfigured(plan().locking(lockMillis))));
    return one.brokenBy(at(atMicros, dialled(1, NUMBER, "l1")));
  }

  @Test
  void whoWouldCallLeavesANumberInPeaceForTheirOwnTimeToo() {
    Invariant one = new NobodyIsDialledTooOften();
    one.brokenBy(at(0, new CampaignFact.CampaignConfigured(plan().locking(2))));
    one.brokenBy(
        at(
            5,
            new CampaignFact.Abandoned(
                new CampaignId("other"),
                new CallId("c"),
                new LegId("l"),
                NUMBER,
                5,
                AbandonReason.NO_AGENT)));
    assertTrue(
        String.valueOf(one.brokenBy(at(2_004, dialled(1, NUMBER, "l1")))).contains("locked"));
    assertEquals(null, one.brokenBy(at(2_005, dialled(2, NUMBER, "l2"))));
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
}
