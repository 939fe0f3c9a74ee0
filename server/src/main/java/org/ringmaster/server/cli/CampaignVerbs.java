// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
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

  private static final String YES = "--yes";
  private static final String OUT = "--out";
  private static final Verb.Option FROM =
      new Verb.Option(
          "--from",
          "TIME",
          "Dialled from when: 2026-01-31, 2026-01-31T14:30, 14:30 or today; all without it.");
  private static final Verb.Option UNTIL =
      new Verb.Option("--until", "TIME", "Until when, without that instant itself; usually now.");

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
        Verb.of(
                "campaign stop",
                "Closes a campaign for good, after asking for its name again.",
                CampaignVerbs::stop,
                WHICH)
            .with(new Verb.Option(YES, "", "Does not ask; for scripts.")),
        Verb.of(
                "campaign export",
                "Prints every attempt of a campaign as CSV, numbers included.",
                CampaignVerbs::export,
                WHICH)
            .with(FROM, UNTIL),
        Verb.of(
                "campaign evidence",
                "Writes what a campaign did into a zip, for whoever wants to judge it: attempts,"
                    + " abandoned calls by three formulas, do-not-call lists, rules, hashes.",
                CampaignVerbs::evidence,
                WHICH)
            .with(
                FROM,
                UNTIL,
                new Verb.Option(
                    OUT, "FILE", "Where to; without it CAMPAIGN-evidence.zip in this folder.")),
        Verb.of(
            "campaign explain",
            "Says why a lead is or is not called now.",
            CampaignVerbs::explain,
            WHICH,
            Verb.Parameter.must(LIST, "The list's id, as `campaign show CAMPAIGN` shows it."),
            Verb.Parameter.must(LEAD, "The lead's place in the list, from 0.")),
        Verb.of(
                "campaign recall",
                "Lets a lead be called again at an agreed time, before all others.",
                CampaignVerbs::recall,
                WHICH,
                Verb.Parameter.must(LIST, "The list's id, as `campaign show CAMPAIGN` shows it."),
                Verb.Parameter.must(LEAD, "The lead's place in the list, from 0."),
                Verb.Parameter.must(
                    "TIME", "When, by the clock where the lead is: 2026-01-31T14:30."))
            .with(new Verb.Option("--agent", "AGENT", "Who calls; anyone without it.")),
        Verb.of(
            "campaign unrecall",
            "Takes back what was agreed with a lead.",
            call -> done(call, call.platform().post(lead(call) + "/recall/cancel", Map.of())),
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
    if (!answer.path("callerIds").isEmpty()) {
      callerIds(call, answer);
    }
    for (JsonNode bound : answer.path("bounds")) {
      call.terminal().line(bound.asText());
    }
    if (answer.has("recording")) {
      call.terminal()
          .line(
              "Recording: %s, whatever %s says of its calls."
                  .formatted(answer.path("recording").asText(), answer.path("queue").asText()));
    }
    if (answer.has("spend")) {
      call.terminal().line("Spent: " + answer.path("spend").path("words").asText() + ".");
    }
    laws(call, answer.path("laws"));
    if (answer.has("screening")) {
      screening(call, answer.path("screening"));
    }
    return ExitCode.OK;
  }

  /** Which presets of law it names; what is not verified is said each time. */
  private static void laws(Invocation call, JsonNode laws) {
    for (JsonNode law : laws) {
      List<String> doubtful = new ArrayList<>();
      for (JsonNode value : law.path("values")) {
        if (!value.path("status").asText().equals("verified")) {
          doubtful.add(value.path("key").asText() + " " + value.path("value").asText());
        }
      }
      call.terminal()
          .line(
              "Law %s of %s (a preset, no legal advice): %s"
                  .formatted(
                      law.path("name").asText(),
                      law.path("date").asText(),
                      law.path("values").isEmpty()
                          ? "this version does not know it."
                          : doubtful.isEmpty()
                              ? "its values are verified."
                              : "not verified: " + String.join("; ", doubtful) + "."));
    }
  }

  private static void screening(Invocation call, JsonNode figures) {
    long audited = figures.path("audited").asLong();
    call.terminal().line("");
    call.terminal()
        .line(
            String.format(
                Locale.ROOT,
                "Screening (%s), 30 days: %d people, %d machines (%d given up), %d not told apart.",
                figures.path("mode").asText(),
                figures.path("humans").asLong(),
                figures.path("machines").asLong(),
                figures.path("givenUp").asLong(),
                figures.path("unknown").asLong()));
    call.terminal()
        .line(
            audited == 0
                ? "How many machines were people is not known: nobody was asked (audit)."
                : String.format(
                    Locale.ROOT,
                    "Of %d that agents heard, %d were people: %.1f %% (%.1f to %.1f).",
                    audited,
                    figures.path("people").asLong(),
                    figures.path("falsePercent").asDouble(),
                    figures.path("leastFalsePercent").asDouble(),
                    figures.path("mostFalsePercent").asDouble()));
  }

  private static void callerIds(Invocation call, JsonNode campaign) {
    Table table = new Table("Caller id", ">Shown", ">Ended", ">Answered", "In 24 hours");
    for (JsonNode number : campaign.path("callerIds")) {
      table.add(
          Shown.text(number, "number"),
          Shown.text(number, "shown"),
          Shown.text(number, "ended"),
          String.format(
              Locale.ROOT,
              "%d (%.1f %%)",
              number.path("answered").asLong(),
              number.path("answeredPercent").asDouble()),
          number.path("low").asBoolean()
              ? "answered far less than the others: perhaps shown as unwanted"
              : "");
    }
    call.terminal().line("");
    call.terminal()
        .line(
            "Attestation of its trunk: %s; calls of other campaigns that show these numbers may go by others."
                .formatted(campaign.path("trunk").path("attestation").asText("not said")));
    call.terminal().lines(table.lines());
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

  /** What cannot be undone is not done by a slip of the hand. */
  private static int stop(Invocation call) throws Failure {
    String name = call.word(CAMPAIGN);
    if (!call.flag(YES)) {
      call.terminal().line("A closed campaign cannot be started again. Type its name to close it:");
      if (!name.equals(line())) {
        throw new Failure(
            ExitCode.USAGE, name + " was not closed: its name was not typed. Scripts say --yes.");
      }
    }
    return ask(call, "stop");
  }

  private static String line() {
    try {
      String typed =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
      return typed == null ? "" : typed.strip();
    } catch (IOException e) {
      return ""; // Nobody typed anything.
    }
  }

  private static String download(Invocation call, String file) {
    List<String> query = new ArrayList<>();
    call.optional("--from").ifPresent(it -> query.add("from=" + Platform.part(it)));
    call.optional("--until").ifPresent(it -> query.add("until=" + Platform.part(it)));
    return "/api/campaigns/"
        + Platform.part(call.word(CAMPAIGN))
        + "/"
        + file
        + (query.isEmpty() ? "" : "?" + String.join("&", query));
  }

  private static int export(Invocation call) throws Failure {
    try (InputStream rows = call.platform().stream(download(call, "attempts.csv"))) {
      new LongAnswer(rows, call.terminal()).copyTo(call.terminal().out());
      return ExitCode.OK;
    } catch (LongAnswer.BrokenOff e) {
      throw Failure.of("what was printed is not whole: " + e.getMessage());
    } catch (IOException e) {
      throw Failure.of("what was printed is not whole: it could not be written");
    }
  }

  private static int evidence(Invocation call) throws Failure {
    Path file = Path.of(call.optional(OUT).orElse(call.word(CAMPAIGN) + "-evidence.zip"));
    if (Files.exists(file)) {
      throw Failure.of(file + " is there already; name another with " + OUT + ".");
    }
    // A part of a pack proves nothing, holds numbers, and would be in the way of the next try.
    Path part = Path.of(file + ".part");
    try (InputStream pack = call.platform().stream(download(call, "evidence.zip"))) {
      try (OutputStream to = Files.newOutputStream(part)) {
        new LongAnswer(pack, call.terminal()).copyTo(to);
      }
      Files.move(part, file);
    } catch (IOException e) {
      forget(part);
      throw Failure.of(file + " is not written: " + e.getMessage());
    }
    if (call.json()) {
      call.terminal().json(Map.of("file", file.toString()));
    } else {
      call.terminal().line("Written to " + file + ".");
    }
    return ExitCode.OK;
  }

  private static void forget(Path part) throws Failure {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      throw Failure.of(part + " is a part of what was asked for and stays: " + e.getMessage());
    }
  }

  private static int explain(Invocation call) throws Failure {
    return done(call, call.platform().get(lead(call)));
  }

  private static int recall(Invocation call) throws Failure {
    Map<String, Object> body = new HashMap<>();
    body.put("at", call.word("TIME"));
    call.optional("--agent").ifPresent(agent -> body.put("agent", agent));
    return done(call, call.platform().post(lead(call) + "/recall", body));
  }

  private static String lead(Invocation call) throws Failure {
    return "/api/campaigns/"
        + Platform.part(call.word(CAMPAIGN))
        + "/lists/"
        + Platform.part(call.word(LIST))
        + "/leads/"
        + Platform.part(call.word(LEAD));
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
