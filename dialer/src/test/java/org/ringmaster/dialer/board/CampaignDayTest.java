// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.calendar.Calendar;
import org.ringmaster.core.calendar.CalendarId;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.TrunkId;
import org.ringmaster.core.journey.IdentityId;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Turn;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.dialer.campaign.CampaignBooks;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.CampaignId;
import org.ringmaster.dialer.campaign.CampaignMode;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.dialer.campaign.CampaignRow;
import org.ringmaster.dialer.campaign.PacingReading;
import org.ringmaster.dialer.list.ListId;

/** What a campaign's board calls today. */
class CampaignDayTest {
  private static final CampaignId SPRING = new CampaignId("spring");
  private static final PacingReading NOTHING = new PacingReading(0, 0, 0, 0, 0, 0, 0, -1, -1);

  private final CampaignBoard board = new CampaignBoard();
  private long sequence;

  private static long at(String instant) {
    return Instant.parse(instant).toEpochMilli() * 1_000;
  }

  private void happens(String at, Fact... facts) {
    for (Fact fact : facts) {
      sequence++;
      board.apply(fact, new Envelope(sequence, sequence, at(at), at(at)));
    }
    board.publish();
  }

  /** An input of which nothing comes. */
  private void passes(String at) {
    Turn turn = new Turn();
    turn.recordedAtMicros = at(at);
    board.see(turn);
    board.publish();
  }

  private CampaignRow row() {
    return Objects.requireNonNull(board.row(SPRING));
  }

  private void abandonsOneOnTheFirstOfMarch() {
    CampaignPlan plan =
        CampaignPlan.of(
            SPRING,
            new QueueId("outbound"),
            new TrunkId("carrier"),
            CampaignMode.PREDICTIVE,
            new Calendar(new CalendarId("always"), "Europe/Berlin", List.of(), List.of()));
    CallId call = new CallId("c1");
    LegId leg = new LegId("l1");
    IdentityId number = new IdentityId("n1");
    happens(
        "2026-03-01T19:00:00Z",
        new CampaignFact.CampaignConfigured(plan),
        new CampaignFact.Dialled(SPRING, new ListId("i1"), 0, 0, number, call, leg, 1, NOTHING),
        new CampaignFact.Answered(SPRING, call, leg),
        new CampaignFact.Connected(SPRING, call, leg, new AgentId("eva"), 9_000));
  }

  @Test
  void yesterdayIsNotTodayBeforeTheFirstCallOfTheDay() {
    abandonsOneOnTheFirstOfMarch();
    passes("2026-03-01T22:59:59Z");
    assertEquals(new CampaignBooks.Numbers(0, 0, 0, 1, 1, 1, 1), row().numbers());
    assertTrue(row().budget() < 0);
    passes("2026-03-01T23:00:00Z"); // Midnight in Berlin.
    assertEquals(new CampaignBooks.Numbers(0, 0, 0, 1, 0, 0, 0), row().numbers());
    assertEquals(0, row().numbers().abandonedPercent());
  }
}
