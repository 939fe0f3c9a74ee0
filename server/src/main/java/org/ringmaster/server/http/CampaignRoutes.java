// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.dialer.board.CampaignBoard;
import org.ringmaster.dialer.campaign.CampaignBooks;
import org.ringmaster.dialer.campaign.CampaignId;
import org.ringmaster.dialer.campaign.CampaignInput;
import org.ringmaster.dialer.campaign.CampaignRow;
import org.ringmaster.dialer.list.ListId;
import org.ringmaster.server.config.Role;

/** The campaigns, and what can be asked of them. Who asked is in the facts. */
final class CampaignRoutes {

  private static final long PATIENCE_SECONDS = 10;

  private final CampaignBoard board;
  private final Requests requests;

  CampaignRoutes(CampaignBoard board, Requests requests) {
    this.board = board;
    this.requests = requests;
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

  private static void write(JsonGenerator out, CampaignRow row) throws IOException {
    CampaignBooks.Numbers numbers = row.numbers();
    out.writeStartObject();
    out.writeStringField("id", row.id().value());
    out.writeStringField("queue", row.queue().value());
    out.writeStringField("mode", BoardJson.word(row.mode()));
    out.writeStringField("state", BoardJson.word(row.state()));
    out.writeStringField("limit", BoardJson.word(row.limit()));
    out.writeStringField("why", row.limit().words());
    out.writeBooleanField("diallingStopped", row.stopped());
    out.writeArrayFieldStart("lists");
    for (ListId list : row.lists()) {
      out.writeString(list.value());
    }
    out.writeEndArray();
    out.writeNumberField("dialable", numbers.dialable());
    out.writeNumberField("ringing", numbers.ringing());
    out.writeNumberField("waiting", numbers.waiting());
    out.writeNumberField("talking", numbers.talking());
    out.writeNumberField("level", row.level());
    out.writeObjectFieldStart("today");
    out.writeNumberField("calls", numbers.calls());
    out.writeNumberField("answered", numbers.answered());
    out.writeNumberField("abandoned", numbers.abandoned());
    out.writeNumberField("abandonedPercent", numbers.abandonedPercent());
    out.writeEndObject();
    out.writeEndObject();
  }
}
