// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.PauseReason;
import org.ringmaster.core.calendar.Calendar;
import org.ringmaster.core.calendar.CalendarId;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.TrunkId;
import org.ringmaster.core.journey.IdentityId;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.dialer.list.ImportLedger;
import org.ringmaster.dialer.list.ListFact;
import org.ringmaster.dialer.list.ListId;
import org.ringmaster.dialer.list.ListUse;

/** What an agent's desk says of a lead that was not called, and until when. */
class UncalledLeadsTest {
  private static final CampaignId SPRING = new CampaignId("spring");
  private static final ListId LIST = new ListId("i1");
  private static final AgentId EVA = new AgentId("eva");
  private static final AgentId BEN = new AgentId("ben");
  private static final Author BOSS = new Author("boss");
  private static final long SECOND = 1_000_000;

  private final CampaignRows rows = new CampaignRows();
  private long sequence;
  private long nowMicros = 1_800_000_000_000_000L;

  UncalledLeadsTest() {
    configured();
    fact(
        new ListFact.ListLoaded(
            LIST,
            ListUse.DIAL,
            SPRING.value(),
            "",
            "",
            "spring.csv",
            10,
            new ImportLedger(10, 10, List.of(), 10, 0),
            BOSS));
    fact(new CampaignFact.Started(SPRING, BOSS));
  }

  private void fact(Fact fact) {
    sequence++;
    nowMicros += 1_000;
    rows.apply(fact, new Envelope(sequence, sequence, nowMicros, nowMicros));
    rows.publish();
  }

  private void configured() {
    Calendar always = new Calendar(new CalendarId("always"), "Europe/Berlin", List.of(), List.of());
    fact(
        new CampaignFact.CampaignConfigured(
            CampaignPlan.of(
                SPRING,
                new QueueId("outbound"),
                new TrunkId("carrier"),
                CampaignMode.MANUAL,
                always)));
  }

  private void shown(int lead, AgentId agent) {
    fact(new PreviewFact.Shown(SPRING, LIST, lead, agent, 0));
  }

  private void refused(PreviewEnd end, long dueMicros) {
    shown(3, EVA);
    fact(new PreviewFact.Ended(SPRING, LIST, 3, EVA, end, null, "", dueMicros));
    assertEquals(end.words(), Objects.requireNonNull(rows.notCalled(EVA)).why());
  }

  private void dialled(int lead) {
    fact(
        new CampaignFact.Dialled(
            SPRING,
            LIST,
            lead,
            0,
            new IdentityId("n1"),
            new CallId("c1"),
            new LegId("l1"),
            1,
            new PacingReading(0, 0, 0, 0, 0, 0, 0, -1, -1)));
  }

  @Test
  void itIsToldBesideTheNextLeadAndNotBesideTheOneAfterIt() {
    refused(PreviewEnd.FORBIDDEN, 0);
    shown(4, EVA);
    assertNotNull(rows.notCalled(EVA));
    fact(new PreviewFact.Ended(SPRING, LIST, 4, EVA, PreviewEnd.SKIPPED, null, "", 0));
    assertNull(rows.notCalled(EVA));
  }

  @Test
  void whoseNextLeadIsTakenBackWithoutAWordSeesItNoMoreBesideTheOneAfter() {
    refused(PreviewEnd.FORBIDDEN, 0);
    shown(4, EVA);
    shown(5, EVA);
    assertNull(rows.notCalled(EVA));
  }

  @Test
  void aLeadThatIsDialledAfterAllIsNoLongerSaidNotToBe() {
    refused(PreviewEnd.NO_LINE, 0);
    dialled(4);
    assertNotNull(rows.notCalled(EVA));
    dialled(3);
    assertNull(rows.notCalled(EVA));
  }

  @Test
  void aLeadThatIsShownToAnotherAgentMayBeCalledAgain() {
    refused(PreviewEnd.NO_LINE, 0);
    shown(3, BEN);
    assertNull(rows.notCalled(EVA));
  }

  @Test
  void whatIsShownAgainIsSaidNotToBeCalledOnlyForTheAgentsOwnSake() {
    refused(PreviewEnd.NO_LINE, 0);
    shown(3, EVA);
    assertNull(rows.notCalled(EVA));
    refused(PreviewEnd.AGENT_UNREACHED, 0);
    shown(3, EVA);
    assertNotNull(rows.notCalled(EVA));
  }

  @Test
  void whatHeldForATimeIsToldNoLonger() {
    refused(PreviewEnd.NO_LINE, nowMicros + 10 * SECOND);
    rows.passes(nowMicros + 9 * SECOND);
    rows.publish();
    assertNotNull(rows.notCalled(EVA));
    rows.passes(nowMicros + 11 * SECOND);
    rows.publish();
    assertNull(rows.notCalled(EVA));
  }

  @Test
  void nothingIsToldForLongerThanFiveMinutes() {
    refused(PreviewEnd.FORBIDDEN, 0);
    rows.passes(nowMicros + 301 * SECOND);
    rows.publish();
    assertNull(rows.notCalled(EVA));
  }

  @Test
  void aCampaignThatRunsAgainOrOtherwiseIsNotSaidToBeStopped() {
    fact(new CampaignFact.Paused(SPRING, BOSS));
    refused(PreviewEnd.CAMPAIGN, 0);
    fact(new CampaignFact.Started(SPRING, BOSS));
    assertNull(rows.notCalled(EVA));
    refused(PreviewEnd.MODE, 0);
    configured();
    assertNull(rows.notCalled(EVA));
  }

  @Test
  void onceDiallingIsAllowedAgainNobodyIsToldThatItIsStopped() {
    fact(new CampaignFact.DiallingStopped(BOSS));
    refused(PreviewEnd.KILL_SWITCH, 0);
    fact(new CampaignFact.DiallingAllowed(BOSS));
    assertNull(rows.notCalled(EVA));
  }

  @Test
  void aLeadThatMayBeCalledAgainIsNotSaidToBeForbidden() {
    refused(PreviewEnd.FORBIDDEN, 0);
    fact(new CampaignFact.LeadsPermitted(SPRING, LIST, List.of(3)));
    assertNull(rows.notCalled(EVA));
  }

  @Test
  void whoRestsOrWentAwayThemselvesIsToldNothing() {
    refused(PreviewEnd.FORBIDDEN, 0);
    fact(new AgentFact.Paused(EVA, new PauseReason("break")));
    assertNull(rows.notCalled(EVA));
    shown(4, EVA);
    fact(new PreviewFact.Ended(SPRING, LIST, 4, EVA, PreviewEnd.AGENT_GONE, null, "", 0));
    assertNull(rows.notCalled(EVA));
  }
}
