// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Verbs about campaigns. */
final class CampaignVerbs {

  private static final String CAMPAIGN = "CAMPAIGN";
  private static final String LIST = "LIST";
  private static final String LEAD = "LEAD";
  private static final Verb.Parameter WHICH = Verb.Parameter.must(CAMPAIGN, "The campaign's name.");

  private CampaignVerbs() {}

  static List<Verb> all() {
    return List.of(
        Verb.of(
            "campaign show",
            "Shows all campaigns, or one with its lists.",
            CampaignVerbs::show,
            Verb.Parameter.may(CAMPAIGN, "The campaign's name.")),
        Verb.of("campaign start", "Lets a campaign dial.", call -> ask(call, "start"), WHICH),
        Verb.of(
            "campaign pause",
            "Lets a campaign dial nobody more; what rings or talks goes on.",
            call -> ask(call, "pause"),
            WHICH),
        Verb.of("campaign resume", "Lets it dial again.", call -> ask(call, "resume"), WHICH),
        Verb.of("campaign stop", "Closes a campaign for good.", call -> ask(call, "stop"), WHICH),
        Verb.of(
            "campaign explain",
            "Says why a lead is or is not called now.",
            CampaignVerbs::explain,
            WHICH,
            Verb.Parameter.must(LIST, "The list's id, as `campaign show CAMPAIGN` shows it."),
            Verb.Parameter.must(LEAD, "The lead's place in the list, from 0.")),
        Verb.of(
            "campaign halt",
            "Stops all dialling, whatever the campaign.",
            call -> done(call, call.platform().post("/api/dialling/stop", Map.of()))),
        Verb.of(
            "campaign unhalt",
            "Allows campaigns to dial again.",
            call -> done(call, call.platform().post("/api/dialling/allow", Map.of()))));
  }

  private static int show(Invocation call) throws Failure {
    Optional<String> one = call.optional(CAMPAIGN);
    JsonNode answer =
        call.platform()
            .get(one.map(name -> "/api/campaigns/" + Platform.part(name)).orElse("/api/campaigns"));
    if (call.json()) {
      call.terminal().json(answer);
      return ExitCode.OK;
    }
    Table table =
        new Table(
            "Campaign",
            "Mode",
            "State",
            ">Dialable",
            ">Ringing",
            ">Waiting",
            ">Talking",
            ">Level",
            ">Calls",
            ">Answered",
            ">Abandoned",
            "Why no more");
    if (one.isPresent()) {
      add(table, answer);
    } else {
      answer.path("campaigns").forEach(row -> add(table, row));
    }
    call.terminal().lines(table.lines());
    for (JsonNode list : answer.path("lists")) {
      call.terminal().line("List " + list.asText());
    }
    return ExitCode.OK;
  }

  private static void add(Table table, JsonNode row) {
    JsonNode today = row.path("today");
    table.add(
        Shown.text(row, "id"),
        Shown.text(row, "mode"),
        Shown.text(row, "state"),
        Shown.text(row, "dialable"),
        Shown.text(row, "ringing"),
        Shown.text(row, "waiting"),
        Shown.text(row, "talking"),
        String.format(Locale.ROOT, "%.2f", row.path("level").asDouble()),
        Shown.text(today, "calls"),
        Shown.text(today, "answered"),
        String.format(
            Locale.ROOT,
            "%d (%.1f %%)",
            today.path("abandoned").asLong(),
            today.path("abandonedPercent").asDouble()),
        row.path("diallingStopped").asBoolean()
            ? "all dialling is stopped by hand"
            : Shown.text(row, "why"));
  }

  private static int ask(Invocation call, String verb) throws Failure {
    String route = "/api/campaigns/" + Platform.part(call.word(CAMPAIGN)) + "/" + verb;
    return done(call, call.platform().post(route, Map.of()));
  }

  private static int explain(Invocation call) throws Failure {
    String route =
        "/api/campaigns/"
            + Platform.part(call.word(CAMPAIGN))
            + "/lists/"
            + Platform.part(call.word(LIST))
            + "/leads/"
            + Platform.part(call.word(LEAD));
    return done(call, call.platform().get(route));
  }

  private static int done(Invocation call, JsonNode answer) {
    if (call.json()) {
      call.terminal().json(answer);
    } else {
      String done = Shown.text(answer, "done");
      call.terminal().line(done.isEmpty() ? "Done." : done);
    }
    return ExitCode.OK;
  }
}
