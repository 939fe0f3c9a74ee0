// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.OfferId;
import org.ringmaster.core.calendar.Calendar;
import org.ringmaster.core.calendar.CalendarId;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.ScreeningVerdict;
import org.ringmaster.core.call.TrunkId;
import org.ringmaster.core.journey.IdentityId;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.queue.EntryId;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.dialer.list.ListId;

class CampaignBooksTest {
  private static final CampaignId RENEWALS = new CampaignId("renewals");
  private static final QueueId QUEUE = new QueueId("outbound");
  private static final ListId LIST = new ListId("i1");
  private static final CallId CALL = new CallId("c1");
  private static final LegId LEG = new LegId("l1");
  private static final AgentId EVA = new AgentId("eva");
  private static final IdentityId NUMBER = new IdentityId("n1");
  private static final PacingReading NOTHING = new PacingReading(0, 0, 0, 0, 0, 0, 0, -1, -1);

  private final CampaignBooks books = new CampaignBooks(agent -> List.of(QUEUE));
  private long sequence;
  private long nowMicros = 1_800_000_000_000_000L;

  private void fact(Fact fact) {
    sequence++;
    nowMicros += 1_000;
    books.apply(fact, new Envelope(sequence, sequence, nowMicros, nowMicros));
  }

  private static CampaignPlan plan() {
    Calendar always = new Calendar(new CalendarId("always"), "Europe/Berlin", List.of(), List.of());
    return CampaignPlan.of(
        RENEWALS, QUEUE, new TrunkId("carrier"), CampaignMode.PREDICTIVE, always);
  }

  private void connectedAfter(long waitedMillis) {
    fact(new CampaignFact.Connected(RENEWALS, CALL, LEG, EVA, waitedMillis));
  }

  private void comesBack() {
    fact(new QueueFact.EntryReturned(new EntryId("e1"), QUEUE, new OfferId("o1"), EVA, CALL));
  }

  private void answered() {
    fact(new CampaignFact.CampaignConfigured(plan()));
    fact(new CampaignFact.Dialled(RENEWALS, LIST, 0, 0, NUMBER, CALL, LEG, 1, NOTHING));
    fact(new CampaignFact.Answered(RENEWALS, CALL, LEG));
  }

  private void counted(long answered, long abandoned) {
    assertEquals(answered, books.numbersOf(RENEWALS).answered());
    assertEquals(abandoned, books.numbersOf(RENEWALS).abandoned());
    List<Long> ledger = Objects.requireNonNull(books.campaign(RENEWALS)).ledger().save();
    assertEquals(List.of(answered - abandoned, abandoned), ledger.subList(1, 3));
  }

  @Test
  void whoLosesTheirAgentAndFindsAnotherInTimeIsOneLiveAnswer() {
    answered();
    connectedAfter(100);
    comesBack();
    connectedAfter(900);
    counted(1, 0);
  }

  @Test
  void whoLosesTheirAgentAndFindsNoneInTimeIsOneAbandonedCall() {
    answered();
    connectedAfter(100);
    comesBack();
    fact(new CampaignFact.Abandoned(RENEWALS, CALL, LEG, NUMBER, nowMicros, null));
    counted(1, 1);
  }

  @Test
  void whoWasLateOnceIsAbandonedOnce() {
    answered();
    connectedAfter(2_500);
    comesBack();
    connectedAfter(4_000);
    counted(1, 1);
  }

  @Test
  void whoLosesTheirAgentIsOneLiveAnswerToThePacerToo() {
    answered();
    connectedAfter(100);
    comesBack();
    fact(new CampaignFact.Abandoned(RENEWALS, CALL, LEG, NUMBER, nowMicros, null));
    List<Double> lost = learnt();
    CampaignBooksTest other = new CampaignBooksTest();
    other.answered();
    other.fact(new CampaignFact.Abandoned(RENEWALS, CALL, LEG, NUMBER, other.nowMicros, null));
    List<Double> atOnce = other.learnt();
    assertEquals(atOnce.size(), lost.size());
    for (int i = 0; i < lost.size(); i++) {
      assertEquals(atOnce.get(i), lost.get(i), 1e-9);
    }
  }

  @Test
  void aMachineThatIsGivenUpAfterItWaitedInVainCountsAsNothing() {
    answered();
    List<Double> before = learnt();
    fact(new CampaignFact.ScreeningBegun(RENEWALS, CALL, LEG, new LegId("l2")));
    fact(new CampaignFact.Abandoned(RENEWALS, CALL, LEG, NUMBER, nowMicros, null));
    counted(1, 1);
    fact(
        new CampaignFact.AttemptScreened(
            RENEWALS,
            CALL,
            LEG,
            ScreeningVerdict.MACHINE,
            "LONGGREETING-1500-1500",
            2_600,
            -1,
            MachineTreatment.HUNG_UP,
            true));
    counted(0, 0);
    List<Double> after = learnt();
    for (int i = 0; i < before.size(); i++) {
      assertEquals(before.get(i), after.get(i), 1e-9);
    }
  }

  @Test
  void newLimitsKeepWhatThePacerHasLearnt() {
    answered();
    for (int i = 0; i < 50; i++) {
      connectedAfter(2_500);
    }
    List<Double> before = learnt();
    fact(new CampaignFact.CampaignConfigured(plan().abandoning(2.5)));
    assertEquals(before, learnt());
  }

  private List<Double> learnt() {
    List<Double> all = new java.util.ArrayList<>();
    Objects.requireNonNull(books.campaign(RENEWALS)).pacer().save(all::add);
    return all;
  }
}
