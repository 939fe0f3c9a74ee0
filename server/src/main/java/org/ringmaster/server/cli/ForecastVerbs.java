// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Verbs about what may be expected of campaigns. */
final class ForecastVerbs {

  private static final String CAMPAIGN = "CAMPAIGN";
  private static final long LOOK_MILLIS = 250;
  private static final int LOOKS_PER_LINE = 8;
  private static final double PERCENT = 100;

  private ForecastVerbs() {}

  static List<Verb> all() {
    return List.of(
        Verb.of(
            "campaign leads",
            "Counts a campaign's leads: where they stand, in which zones they are, and how many may"
                + " be called in each hour of today.",
            ForecastVerbs::leads,
            Verb.Parameter.must(CAMPAIGN, "The campaign's name.")),
        Verb.of(
                "campaign forecast",
                "Lives through a campaign many times, with its lists and what its calls have come"
                    + " to, and says what may be expected of it and what will hold it back.",
                ForecastVerbs::forecast,
                Verb.Parameter.must(CAMPAIGN, "The campaign's name."))
            .with(
                new Verb.Option(
                    "--agents",
                    "N",
                    "How many agents there will be, or by hours such as 9-13=20,13-17=12; those"
                        + " who are signed in now where it is left out."),
                new Verb.Option("--runs", "N", "How often it is lived through; 100 is usual."),
                new Verb.Option("--seed", "N", "The same for the same forecast."),
                new Verb.Option("--cancel", "", "Ends one that is being made.")));
  }

  private static int leads(Invocation call) throws Failure {
    JsonNode counts =
        call.platform().get("/api/campaigns/" + Platform.part(call.word(CAMPAIGN)) + "/leads");
    if (call.json()) {
      call.terminal().json(counts);
      return ExitCode.OK;
    }
    Table phases = new Table("State", ">Leads");
    counts
        .path("phases")
        .properties()
        .forEach(phase -> phases.add(phase.getKey(), phase.getValue().asText()));
    phases.add("on a do-not-call list", counts.path("forbidden").asText());
    call.terminal().lines(phases.lines());
    call.terminal().line("");
    Table zones = new Table("Zone of those to be called", ">Leads");
    for (JsonNode zone : counts.path("zones")) {
      zones.add(Shown.text(zone, "zone"), zone.path("leads").asText());
    }
    call.terminal().lines(zones.lines());
    call.terminal().line("");
    Table hours = new Table(Shown.text(counts, "day"), ">May be called");
    for (int hour = 0; hour < counts.path("byHour").size(); hour++) {
      hours.add(
          String.format(Locale.ROOT, "%02d:00", hour), counts.path("byHour").path(hour).asText());
    }
    call.terminal().lines(hours.lines());
    return ExitCode.OK;
  }

  private static int forecast(Invocation call) throws Failure {
    String route = "/api/campaigns/" + Platform.part(call.word(CAMPAIGN)) + "/forecast";
    Platform platform = call.platform();
    if (call.flag("--cancel")) {
      JsonNode cancelled = platform.post(route + "/cancel", Map.of());
      if (call.json()) {
        call.terminal().json(cancelled);
      } else {
        call.terminal().line("It is being cancelled.");
      }
      return ExitCode.OK;
    }
    Map<String, Object> wanted = new LinkedHashMap<>();
    call.optional("--agents").ifPresent(agents -> wanted.put("agents", agents));
    for (String number : List.of("runs", "seed")) {
      if (call.optional("--" + number).isPresent()) {
        wanted.put(number, whole("--" + number, call.word("--" + number)));
      }
    }
    JsonNode job = platform.post(route, wanted);
    for (int looks = 1; Shown.text(job, "state").equals("running"); looks++) {
      pause();
      job = platform.get(route);
      if (!call.json() && looks % LOOKS_PER_LINE == 0) {
        call.terminal()
            .line(job.path("runsDone").asInt() + " of " + job.path("runs").asInt() + " runs");
      }
    }
    if (call.json()) {
      call.terminal().json(job);
    }
    if (!Shown.text(job, "state").equals("done")) {
      throw Failure.of(Shown.text(job, "why"));
    }
    if (!call.json()) {
      show(call, job);
    }
    return ExitCode.OK;
  }

  private static long whole(String option, String text) throws Failure {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw Failure.of(option + " must be a whole number");
    }
  }

  private static void pause() throws Failure {
    try {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failure.of("interrupted; the forecast goes on");
    }
  }

  private static void show(Invocation call, JsonNode job) {
    JsonNode result = job.path("result");
    call.terminal()
        .line(
            String.format(
                Locale.ROOT,
                "%d leads, agents %s, %d runs",
                result.path("leads").asInt(),
                Shown.text(job, "agents"),
                job.path("runs").asInt()));
    Table table = new Table("Figure", ">P10", ">P50", ">P90", "");
    for (JsonNode figure : result.path("figures")) {
      table.add(
          Shown.text(figure, "words"),
          number(figure, "p10"),
          number(figure, "p50"),
          number(figure, "p90"),
          Shown.text(figure, "unit"));
    }
    call.terminal().lines(table.lines());
    Table shares = new Table("Agents' time", ">Share", "What holds it back");
    for (JsonNode share : result.path("shares")) {
      shares.add(
          Shown.text(share, "limit"),
          String.format(Locale.ROOT, "%.1f %%", PERCENT * share.path("share").asDouble()),
          Shown.text(share, "words"));
    }
    call.terminal().line("");
    call.terminal().lines(shares.lines());
    call.terminal().line("");
    List<JsonNode> told = List.of(result.path("words"), result.path("guesses"), job.path("notes"));
    for (JsonNode words : told) {
      words.forEach(sentence -> call.terminal().line(sentence.asText()));
    }
  }

  private static String number(JsonNode figure, String which) {
    JsonNode value = figure.path(which);
    if (!value.isNumber()) {
      return "never";
    }
    return String.format(Locale.ROOT, digits(figure), value.asDouble());
  }

  private static String digits(JsonNode figure) {
    if (Shown.text(figure, "figure").equals("cost")) {
      return "%.2f";
    }
    return Shown.text(figure, "unit").isEmpty() ? "%.0f" : "%.1f";
  }
}
