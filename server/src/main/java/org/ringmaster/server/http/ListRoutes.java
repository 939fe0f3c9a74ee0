// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.dialer.board.CampaignBoard;
import org.ringmaster.dialer.board.ListBoard;
import org.ringmaster.dialer.campaign.CampaignId;
import org.ringmaster.dialer.list.ListId;
import org.ringmaster.dialer.list.ListInput;
import org.ringmaster.dialer.list.ListUse;
import org.ringmaster.server.config.Role;
import org.ringmaster.server.list.ImportJob;
import org.ringmaster.server.list.ImportPlan;
import org.ringmaster.server.list.ListRoom;
import org.ringmaster.server.list.UniqueWithin;

/** What can be asked of lists of leads; for supervisors. */
final class ListRoutes {

  private static final long PATIENCE_SECONDS = 10;
  private static final int LONGEST_NAME = 256;
  private static final String UNIQUE = "unique";
  private static final String NOT_CALLED_FOR = "notCalledFor";

  private final ListRoom room;
  private final Spools spools;
  private final Requests requests;
  private final CampaignBoard campaigns;

  ListRoutes(ListRoom room, Spools spools, Requests requests, CampaignBoard campaigns) {
    this.room = room;
    this.spools = spools;
    this.requests = requests;
    this.campaigns = campaigns;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/lists", Role.SUPERVISOR, this::all),
        Route.now("POST", "/api/lists", Role.SUPERVISOR, this::send),
        Route.now("POST", "/api/lists/preview", Role.SUPERVISOR, this::preview),
        Route.get("/api/lists/{list}", Role.SUPERVISOR, this::one),
        Route.later("POST", "/api/lists/{list}/undo", Role.SUPERVISOR, this::undo),
        Route.get("/api/imports/{import}", Role.SUPERVISOR, this::progress));
  }

  static ListBoard.Row list(ListRoom room, WebRequest asked) {
    ListBoard.Row row = room.board().row(new ListId(asked.part("list")));
    if (row == null) {
      throw new RefusedRequest(404, "No list " + asked.part("list") + " is loaded.", null);
    }
    return row;
  }

  private Reply all(WebRequest asked) {
    List<ListBoard.Row> rows = room.board().rows();
    return Reply.json(200, out -> ListJson.lists(out, rows));
  }

  private Reply one(WebRequest asked) {
    ListBoard.Row row = list(room, asked);
    return Reply.json(200, out -> ListJson.list(out, row));
  }

  private Reply preview(WebRequest asked) {
    try {
      var guess = room.preview(asked.body());
      return Reply.json(200, out -> ListJson.guess(out, guess));
    } catch (IllegalArgumentException e) { // It is no file of text.
      throw new RefusedRequest(400, String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file was written as it came; its name is the body. */
  private Reply send(WebRequest asked) {
    Path sent = spools.take(new String(asked.body(), StandardCharsets.UTF_8));
    if (sent == null) {
      return Reply.error(400, "The list is missing: it is the body of the request.");
    }
    try {
      ImportJob job = room.begin(sent, plan(asked, asked.first("name", "list")));
      return Reply.json(202, out -> ListJson.job(out, job));
    } catch (RefusedRequest e) {
      Spools.delete(sent);
      throw e;
    } catch (IOException e) {
      Spools.delete(sent);
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What is wanted of the rows.
   *
   * @param name what the list is called
   * @throws RefusedRequest where no campaign is said, or one that is not there
   */
  ImportPlan plan(WebRequest asked, String name) {
    boolean doNotCall = flag(asked, "doNotCall");
    String campaign = asked.first("campaign", "");
    if (campaign.isEmpty() && !doNotCall && !flag(asked, "dryRun")) {
      throw new RefusedRequest(400, "'campaign' must say whose list it is.", null);
    }
    if (!campaign.isEmpty() && campaigns.row(new CampaignId(campaign)) == null) {
      // A list of a campaign that is not there would protect or call nobody, and nobody would know.
      throw new RefusedRequest(400, noCampaign(campaign), null);
    }
    return new ImportPlan(
        doNotCall ? ListUse.DO_NOT_CALL : ListUse.DIAL,
        campaign,
        name.substring(0, Math.min(name.length(), LONGEST_NAME)),
        given(asked, "region"),
        asked.first("map", ""),
        given(asked, "zone"),
        given(asked, "delimiter"),
        given(asked, "encoding"),
        given(asked, "sheet"),
        flag(asked, "zerosLost"),
        flag(asked, "dryRun"),
        flag(asked, "again"),
        new Author(asked.who().name()),
        unique(asked, doNotCall),
        notCalledFor(asked, doNotCall));
  }

  /** What is neither must not load for real what was only to be counted. */
  static boolean flag(WebRequest asked, String name) {
    String text = asked.first(name, "false");
    if (!text.equals("true") && !text.equals("false")) {
      throw new RefusedRequest(
          400, "'" + name + "' is '" + text + "' and must be true or false.", null);
    }
    return text.equals("true");
  }

  private static UniqueWithin unique(WebRequest asked, boolean doNotCall) {
    String said = forLeads(asked, UNIQUE, doNotCall);
    for (UniqueWithin known : UniqueWithin.values()) {
      if (ListJson.word(known).equals(said)) {
        return known;
      }
    }
    if (!said.isEmpty()) {
      throw new RefusedRequest(
          400, "'unique' is file, campaign or system, not '" + said + "'.", null);
    }
    return UniqueWithin.CAMPAIGN;
  }

  private static int notCalledFor(WebRequest asked, boolean doNotCall) {
    String said = forLeads(asked, NOT_CALLED_FOR, doNotCall);
    boolean isNumber = said.matches("\\d{1,5}");
    int days = isNumber ? Integer.parseInt(said) : 0;
    if (!said.isEmpty() && (days < 1 || days > ImportPlan.MOST_DAYS)) {
      throw new RefusedRequest(
          400,
          "'notCalledFor' is a number of days from 1 to "
              + ImportPlan.MOST_DAYS
              + ", not '"
              + said
              + "'.",
          null);
    }
    return days;
  }

  /** Nobody would know that it changes nothing for numbers that are not called. */
  private static String forLeads(WebRequest asked, String name, boolean doNotCall) {
    String said = asked.first(name, "");
    if (doNotCall && !said.isEmpty()) {
      throw new RefusedRequest(
          400, "'" + name + "' is for leads, not for numbers that are not called.", null);
    }
    return said;
  }

  private String noCampaign(String campaign) {
    List<String> known = campaigns.rows().stream().map(row -> row.id().value()).toList();
    return "No campaign is called '"
        + campaign
        + (known.isEmpty()
            ? "'; none is configured."
            : "'; there are " + String.join(", ", known) + ".");
  }

  private static @Nullable String given(WebRequest asked, String name) {
    String text = asked.first(name, "");
    return text.isEmpty() ? null : text;
  }

  private Reply progress(WebRequest asked) {
    ImportJob job = room.job(asked.part("import"));
    return job == null
        ? Reply.error(404, "No import " + asked.part("import") + " since the platform was started.")
        : Reply.json(200, out -> ListJson.job(out, job));
  }

  private CompletionStage<Reply> undo(WebRequest asked) {
    String name = asked.who().name();
    return requests
        .ask(new ListInput.Undo(new ListId(asked.part("list")), new Author(name)), name)
        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .thenApply(AgentRoutes::reply);
  }
}
