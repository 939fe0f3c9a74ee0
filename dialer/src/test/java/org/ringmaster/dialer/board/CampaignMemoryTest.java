// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.board;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.OfferEnd;
import org.ringmaster.core.agent.OfferId;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.journey.IdentityId;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.dialer.DialerCentre;
import org.ringmaster.dialer.campaign.AttemptOutcome;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.CampaignId;
import org.ringmaster.dialer.campaign.DialLimit;
import org.ringmaster.dialer.campaign.LeadPhase;
import org.ringmaster.dialer.campaign.PacingReading;
import org.ringmaster.dialer.list.ListId;

/** What is remembered of campaigns across a start from a snapshot, whenever that was made. */
class CampaignMemoryTest {
  private static final FactCodec CODEC = FactCodec.of(DialerCentre.names().build());
  private static final CampaignId SPRING = new CampaignId("spring");
  private static final CampaignId AUTUMN = new CampaignId("autumn");
  private static final AgentId ANNA = new AgentId("anna");
  private static final AgentId BEN = new AgentId("ben");
  private static final PacingReading SEEN = new PacingReading(2, 1, 0, 1, 0, 1, 9, 0.01, 0.03);
  private static final long STEP_MICROS = 47_000_000;
  private static final long LATE_MILLIS = 3_000;

  private static final List<Fact> MORNING =
      List.of(
          new CampaignFact.Started(SPRING, new Author("sue")),
          new AgentFact.Ready(ANNA),
          dialled(SPRING, 1),
          new AgentFact.Ready(BEN),
          dialled(AUTUMN, 2),
          new CampaignFact.Answered(SPRING, new CallId("c1"), new LegId("l1")),
          offered(ANNA, 1),
          new AgentFact.OfferEnded(new OfferId("o1"), ANNA, OfferEnd.NO_ANSWER),
          offered(BEN, 1),
          connected(BEN, 1, LATE_MILLIS),
          ended(AUTUMN, 2, AttemptOutcome.BUSY),
          new CampaignFact.Abandoned(
              SPRING, new CallId("c1"), new LegId("l1"), new IdentityId("n1"), 0, null),
          offered(ANNA, 1),
          connected(ANNA, 1, LATE_MILLIS),
          new CampaignFact.LimitChanged(SPRING, DialLimit.NO_LEADS, SEEN),
          ended(SPRING, 1, AttemptOutcome.TALKED),
          new AgentFact.Freed(ANNA));

  private static CampaignFact dialled(CampaignId campaign, int nth) {
    return new CampaignFact.Dialled(
        campaign,
        new ListId("i1"),
        nth,
        0,
        new IdentityId("n" + nth),
        new CallId("c" + nth),
        new LegId("l" + nth),
        1,
        SEEN);
  }

  private static AgentFact offered(AgentId agent, int nth) {
    return new AgentFact.OfferMade(
        new OfferId("o" + nth),
        agent,
        new CallId("c" + nth),
        new LegId("a" + nth),
        0,
        0,
        false,
        false,
        null);
  }

  private static CampaignFact connected(AgentId agent, int nth, long waitedMillis) {
    return new CampaignFact.Connected(
        SPRING, new CallId("c" + nth), new LegId("l" + nth), agent, waitedMillis);
  }

  private static CampaignFact ended(CampaignId campaign, int nth, AttemptOutcome outcome) {
    return new CampaignFact.AttemptEnded(
        campaign,
        new ListId("i1"),
        nth,
        new CallId("c" + nth),
        new LegId("l" + nth),
        outcome,
        LeadPhase.REACHED,
        0);
  }

  private static void happens(CampaignMemory memory, int from, int until) {
    for (int i = from; i < until; i++) {
      long at = (i + 1) * STEP_MICROS;
      memory.apply(MORNING.get(i), new Envelope(i + 1, i + 1, at, at));
    }
  }

  /** As a snapshot keeps it. */
  private static CampaignMemory started(CampaignMemory before) {
    List<Record> saved = new ArrayList<>();
    before.snapshot(saved::add);
    CampaignMemory after = new CampaignMemory();
    for (Record each : saved) {
      after.restore(CODEC.decode(CODEC.nameOf(each), CODEC.encode(each)));
    }
    return after;
  }

  private static String told(CampaignMemory memory) {
    StringBuilder told = new StringBuilder();
    long now = (MORNING.size() + 1) * STEP_MICROS;
    for (CampaignId campaign : List.of(SPRING, AUTUMN)) {
      CampaignLive live = Objects.requireNonNull(memory.live().get(campaign));
      told.append(live.all()).append('\n');
      for (int minutes : new int[] {1, 5, 15}) {
        told.append(minutes).append(": ").append(live.last(minutes, now)).append('\n');
      }
      live.notes().forEach(note -> told.append(note).append('\n'));
    }
    return told.toString();
  }

  @Test
  void aStartForgetsNothingOfTotalsLastMinutesIdleTimesAndPacing() {
    CampaignMemory whole = new CampaignMemory();
    happens(whole, 0, MORNING.size());
    CarrierResults all = Objects.requireNonNull(whole.live().get(SPRING)).all();
    assertEquals(1, all.connected());
    assertEquals(1, all.abandoned());
    assertEquals(5 * STEP_MICROS, all.idleMicros());
    for (int kept = 0; kept <= MORNING.size(); kept++) {
      CampaignMemory before = new CampaignMemory();
      happens(before, 0, kept);
      CampaignMemory after = started(before);
      happens(after, kept, MORNING.size());
      assertEquals(told(whole), told(after), "started after fact " + kept);
    }
  }
}
