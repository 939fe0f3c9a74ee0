// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.dialer.board.CampaignBoard;
import org.ringmaster.dialer.board.ListBoard;
import org.ringmaster.dialer.campaign.CampaignId;
import org.ringmaster.dialer.campaign.Preview;
import org.ringmaster.dialer.campaign.PreviewInput;
import org.ringmaster.dialer.campaign.PreviewRow;
import org.ringmaster.dialer.campaign.RecallInput;
import org.ringmaster.dialer.list.LeadDetails;
import org.ringmaster.dialer.list.LeadField;
import org.ringmaster.dialer.list.Leads;
import org.ringmaster.dialer.list.ListId;
import org.ringmaster.server.config.Role;

/** What an agent does with the lead that they look at before it is dialled. */
final class LeadRoutes {

  private static final long PATIENCE_SECONDS = 10;
  private static final int MOST_LEADS = Integer.MAX_VALUE;
  private static final int MAX_REASON = 60;

  private final CampaignBoard campaigns;
  private final ListBoard lists;
  private final Requests requests;

  LeadRoutes(CampaignBoard campaigns, ListBoard lists, Requests requests) {
    this.campaigns = campaigns;
    this.lists = lists;
    this.requests = requests;
  }

  List<Route> routes() {
    return List.of(
        Route.later("GET", "/api/desk/lead", Role.AGENT, this::lead),
        route("dial", (agent, asked) -> new PreviewInput.Dial(agent, list(asked), number(asked))),
        Route.later(
            "POST",
            "/api/desk/recall",
            Role.AGENT,
            asked -> ask(asked, recall(DeskRoutes.agent(asked), asked))),
        Route.later(
            "POST",
            "/api/campaigns/{campaign}/lists/{list}/leads/{lead}/recall",
            Role.SUPERVISOR,
            asked -> ask(asked, said(asked))),
        Route.later(
            "POST",
            "/api/campaigns/{campaign}/lists/{list}/leads/{lead}/recall/cancel",
            Role.SUPERVISOR,
            asked -> ask(asked, cancelled(asked))),
        route(
            "skip",
            (agent, asked) ->
                new PreviewInput.Skip(
                    agent, list(asked), number(asked), asked.prose("reason", MAX_REASON))));
  }

  private Route route(String verb, BiFunction<AgentId, WebRequest, Input> input) {
    return Route.later(
        "POST",
        "/api/desk/lead/" + verb,
        Role.AGENT,
        asked -> ask(asked, input.apply(DeskRoutes.agent(asked), asked)));
  }

  private CompletionStage<Reply> ask(WebRequest asked, Input input) {
    return requests
        .ask(input, asked.who().name())
        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .thenApply(AgentRoutes::reply);
  }

  private static Input recall(AgentId agent, WebRequest asked) {
    boolean mine = !"anyone".equals(asked.text("whose"));
    CallId call = new CallId(AgentRoutes.mustWord(asked, "call"));
    return new RecallInput.Agree(agent, call, at(asked), mine);
  }

  private static Input cancelled(WebRequest asked) {
    return new RecallInput.Cancel(
        new CampaignId(asked.part("campaign")),
        new ListId(asked.part("list")),
        place(asked),
        new Author(asked.who().name()));
  }

  private static int place(WebRequest asked) {
    String lead = asked.part("lead");
    if (!lead.matches("[0-9]{1,9}")) {
      throw new RefusedRequest(400, "A lead is a number from 0.", null);
    }
    return Integer.parseInt(lead);
  }

  private static Input said(WebRequest asked) {
    String agent = asked.text("agent");
    return new RecallInput.Say(
        new CampaignId(asked.part("campaign")),
        new ListId(asked.part("list")),
        place(asked),
        at(asked),
        agent == null ? null : new AgentId(agent),
        new Author(asked.who().name()));
  }

  private static String at(WebRequest asked) {
    String at = asked.text("at");
    if (at == null) {
      throw new RefusedRequest(400, "'at' is missing: when, as 2026-01-31T14:30?", null);
    }
    return at;
  }

  private static ListId list(WebRequest asked) {
    return new ListId(AgentRoutes.mustWord(asked, "list"));
  }

  private static int number(WebRequest asked) {
    long lead = asked.whole("lead", 0, MOST_LEADS, -1);
    if (lead < 0) {
      throw new RefusedRequest(400, "'lead' is missing: which one is it, from 0?", null);
    }
    return (int) lead;
  }

  private CompletionStage<Reply> lead(WebRequest asked) {
    PreviewRow row = campaigns.preview(DeskRoutes.agent(asked));
    if (row == null) {
      return CompletableFuture.completedFuture(Reply.error(404, "No lead is shown to you."));
    }
    ListBoard.Row list = lists.row(row.preview().list());
    Leads leads = list == null ? null : list.leads();
    return leads == null
        ? CompletableFuture.completedFuture(
            Reply.error(503, "The file with the list's leads is missing or damaged."))
        : CompletableFuture.supplyAsync(() -> shown(row.preview(), leads)); // It reads the disk.
  }

  private static Reply shown(Preview preview, Leads leads) {
    LeadDetails details = leads.details(preview.lead());
    return Reply.json(
        200,
        out -> {
          out.writeStartObject();
          out.writeStringField("list", preview.list().value());
          out.writeNumberField("lead", preview.lead());
          out.writeStringField("name", text(details));
          out.writeArrayFieldStart("numbers");
          for (int slot = 0; slot < leads.numbers(preview.lead()); slot++) {
            out.writeString("+" + leads.number(preview.lead(), slot));
          }
          out.writeEndArray();
          out.writeArrayFieldStart("fields");
          for (LeadField field : details.fields()) {
            out.writeStartObject();
            out.writeStringField("column", field.column());
            out.writeStringField("value", field.value().text());
            out.writeEndObject();
          }
          out.writeEndArray();
          out.writeEndObject();
        });
  }

  private static @Nullable String text(LeadDetails details) {
    return details.name() == null ? null : details.name().text();
  }
}
