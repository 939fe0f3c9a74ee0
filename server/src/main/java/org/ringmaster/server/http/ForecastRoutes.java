// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.ringmaster.dialer.board.CampaignBoard;
import org.ringmaster.dialer.campaign.CampaignId;
import org.ringmaster.server.config.Role;
import org.ringmaster.server.forecast.ForecastJob;
import org.ringmaster.server.forecast.ForecastRoom;
import org.ringmaster.simulation.forecast.Forecast;
import org.ringmaster.simulation.forecast.Staffing;

/** What may be expected of campaigns; for supervisors. */
final class ForecastRoutes {

  private static final long PATIENCE_SECONDS = 10;
  private static final String PATH = "/api/campaigns/{campaign}/forecast";

  private final ForecastRoom room;
  private final CampaignBoard campaigns;

  ForecastRoutes(ForecastRoom room, CampaignBoard campaigns) {
    this.room = room;
    this.campaigns = campaigns;
  }

  List<Route> routes() {
    return List.of(
        Route.later("GET", "/api/campaigns/{campaign}/leads", Role.SUPERVISOR, this::leads),
        Route.get(PATH, Role.SUPERVISOR, this::show),
        Route.now("POST", PATH, Role.SUPERVISOR, this::begin),
        Route.now("POST", PATH + "/cancel", Role.SUPERVISOR, this::cancel));
  }

  private CompletionStage<Reply> leads(WebRequest asked) {
    return room.leads(new CampaignId(asked.part("campaign")))
        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .thenApply(
            found ->
                found
                    .map(counts -> Reply.json(200, out -> ForecastJson.leads(out, counts)))
                    .orElseGet(
                        () -> Reply.error(404, "No campaign " + asked.part("campaign") + ".")));
  }

  private Reply begin(WebRequest asked) {
    CampaignId campaign = new CampaignId(asked.part("campaign"));
    if (campaigns.row(campaign) == null) {
      throw new RefusedRequest(404, "No campaign " + campaign + ".", null);
    }
    int runs = (int) asked.whole("runs", 10, Forecast.MOST_RUNS, Forecast.RUNS);
    long seed = asked.whole("seed", 0, Integer.MAX_VALUE, 1);
    try {
      ForecastJob job = room.begin(campaign, staffing(asked.text("agents")), runs, seed);
      return Reply.json(202, out -> ForecastJson.job(out, job));
    } catch (IllegalStateException busy) {
      throw new RefusedRequest(409, String.valueOf(busy.getMessage()), busy);
    }
  }

  private static @Nullable Staffing staffing(@Nullable String text) {
    try {
      return text == null || text.isBlank() ? null : Staffing.parse(text.strip());
    } catch (IllegalArgumentException e) {
      throw new RefusedRequest(400, String.valueOf(e.getMessage()), e);
    }
  }

  private Reply show(WebRequest asked) {
    ForecastJob job = job(asked);
    return Reply.json(200, out -> ForecastJson.job(out, job));
  }

  private Reply cancel(WebRequest asked) {
    ForecastJob job = job(asked);
    job.cancel();
    return Reply.json(200, out -> ForecastJson.job(out, job));
  }

  private ForecastJob job(WebRequest asked) {
    ForecastJob job = room.job(new CampaignId(asked.part("campaign")));
    if (job == null) {
      throw new RefusedRequest(
          404,
          "No forecast of " + asked.part("campaign") + " since the platform was started.",
          null);
    }
    return job;
  }
}
