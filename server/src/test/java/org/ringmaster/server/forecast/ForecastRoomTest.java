// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.board.Boards;
import org.ringmaster.core.calendar.Calendar;
import org.ringmaster.core.calendar.CalendarId;
import org.ringmaster.core.call.TrunkId;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.dialer.board.CampaignBoard;
import org.ringmaster.dialer.board.ListBoard;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.CampaignId;
import org.ringmaster.dialer.campaign.CampaignMode;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.dialer.list.LeadSegments;
import org.ringmaster.simulation.forecast.Staffing;

class ForecastRoomTest {
  private static final CampaignId SPRING = new CampaignId("spring");

  @Test
  void whateverGoesWrongAForecastEndsAndLetsOthersIn() {
    CampaignBoard campaigns = new CampaignBoard();
    CampaignPlan plan =
        CampaignPlan.of(
            SPRING,
            new QueueId("outbound"),
            new TrunkId("carrier"),
            CampaignMode.PREDICTIVE,
            new Calendar(new CalendarId("always"), "UTC", List.of(), List.of()));
    campaigns.apply(new CampaignFact.CampaignConfigured(plan), new Envelope(1, 1, 1, 1));
    try (ForecastRoom room =
        new ForecastRoom(
            new Boards(ZoneOffset.UTC, System::nanoTime),
            new ListBoard(LeadSegments.of(Map.of())),
            campaigns,
            () -> {
              throw new StackOverflowError("nobody foresaw it");
            })) {
      for (int time = 0; time < 2; time++) {
        ForecastJob job = room.begin(SPRING, Staffing.always(5), 10, 1);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (job.seen().state() == ForecastState.RUNNING && System.nanoTime() < end) {
          campaigns.publish();
        }
        assertEquals(ForecastState.REFUSED, job.seen().state());
        assertTrue(job.seen().why().contains("the log says why"), job.seen().why());
      }
    }
  }
}
