// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.LongSupplier;
import org.ringmaster.core.board.Boards;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.dialer.board.CampaignBoard;
import org.ringmaster.dialer.campaign.CampaignId;
import org.ringmaster.dialer.campaign.CampaignInput;
import org.ringmaster.dialer.campaign.CampaignRow;
import org.ringmaster.dialer.list.ListId;
import org.ringmaster.server.config.Role;

/** The campaigns, and what can be asked of them. Who asked is in the facts. */
final class CampaignRoutes {

  private static final long PATIENCE_SECONDS = 10;

  private static final long MICROS_PER_MILLI = 1_000;

  private final CampaignBoard board;
  private final Boards boards;
  private final Requests requests;
  private final LongSupplier epochMillis;

  CampaignRoutes(CampaignBoard board, Boards boards, Requests requests, LongSupplier epochMillis) {
    this.board = board;
    this.boards = boards;
    this.requests = requests;
    this.epochMillis = epochMillis;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/campaigns", Role.VIEWER, asked -> all()),
        Route.get("/api/campaigns/{campaign}", Role.VIEWER, this::one),
        route("start", CampaignInput.Start::new),
        route("pause", CampaignInput.Pause::new),
        route("resume", CampaignInput.Start::new),
        route("stop", CampaignInput.Close::new),
        Route.later(
            "GET",
            "/api/campaigns/{campaign}/lists/{list}/leads/{lead}",
            Role.VIEWER,
            this::explain),
        Route.later("POST", "/api/dialling/stop", Role.SUPERVISOR, asked -> kill(asked, true)),
        Route.later("POST", "/api/dialling/allow", Role.SUPERVISOR, asked -> kill(asked, false)));
  }

  private Route route(String verb, BiFunction<CampaignId, Author, Input> input) {
    return Route.later(
        "POST",
        "/api/campaigns/{campaign}/" + verb,
        Role.SUPERVISOR,
        asked ->
            ask(
                asked,
                input.apply(
                    new CampaignId(asked.part("campaign")), new Author(asked.who().name()))));
  }

  private CompletionStage<Reply> kill(WebRequest asked, boolean stop) {
    return ask(asked, new CampaignInput.KillSwitch(stop, new Author(asked.who().name())));
  }

  private CompletionStage<Reply> explain(WebRequest asked) {
    String lead = asked.part("lead");
    if (!lead.matches("[0-9]{1,9}")) {
      throw new RefusedRequest(400, "A lead is a number from 0.", null);
    }
    return ask(
        asked,
        new CampaignInput.Explain(
            new CampaignId(asked.part("campaign")),
            new ListId(asked.part("list")),
            Integer.parseInt(lead)));
  }

  private CompletionStage<Reply> ask(WebRequest asked, Input input) {
    return requests
        .ask(input, asked.who().name())
        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .thenApply(AgentRoutes::reply);
  }

  private Reply all() {
    List<CampaignRow> rows = board.rows();
    return Reply.json(
        200,
        out -> {
          out.writeStartObject();
          out.writeArrayFieldStart("campaigns");
          for (CampaignRow row : rows) {
            write(out, row);
          }
          out.writeEndArray();
          out.writeEndObject();
        });
  }

  private Reply one(WebRequest asked) {
    CampaignRow row = board.row(new CampaignId(asked.part("campaign")));
    return row == null
        ? Reply.error(404, "No campaign " + asked.part("campaign") + ".")
        : Reply.json(200, out -> write(out, row));
  }

  private void write(JsonGenerator out, CampaignRow row) throws IOException {
    long nowMicros = epochMillis.getAsLong() * MICROS_PER_MILLI;
    CampaignJson.write(out, row, board.live(row.id()), boards, nowMicros);
  }
}
