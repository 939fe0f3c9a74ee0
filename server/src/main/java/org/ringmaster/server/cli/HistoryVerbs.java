// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Verbs about figures of the past. */
final class HistoryVerbs {
  private static final String BY = "BY";
  private static final String FIGURE = "FIGURE";
  private static final String CSV = "--csv";
  private static final double MICROS_PER_SECOND = 1_000_000;
  private static final double PERCENT = 100;
  private static final Map<String, String> OPTIONS =
      Map.of("--from", "from", "--until", "until", "--step", "step", "--whom", "whom");
  private static final Verb.Option FROM =
      new Verb.Option(
          "--from", "TIME", "From when: 2026-01-31, 2026-01-31T14:30, 14:30 or today (usual).");
  private static final Verb.Option UNTIL =
      new Verb.Option("--until", "TIME", "Until when, without that instant itself; usually now.");
  private static final Verb.Option WHOM =
      new Verb.Option("--whom", "NAME", "One queue, agent or trunk alone.");
  private static final Verb.Option STEP =
      new Verb.Option("--step", "STEP", "interval (15 minutes), hour (usual), day or whole.");

  private HistoryVerbs() {}

  static List<Verb> all() {
    return List.of(
        Verb.of(
                "history show",
                "Shows what was counted and timed, with each figure's formula.",
                HistoryVerbs::show,
                Verb.Parameter.may(BY, "By queue (usual), agent or trunk."))
            .with(FROM, UNTIL, STEP, WHOM, new Verb.Option(CSV, "", "As CSV, every figure.")),
        Verb.of(
                "history calls",
                "Shows the calls that a figure is made of: offered, answered, abandoned-waiting,"
                    + " handled, talk-micros and whatever else `history show --json` names.",
                HistoryVerbs::calls,
                Verb.Parameter.must(FIGURE, "The figure."),
                Verb.Parameter.may(BY, "By queue (usual), agent or trunk."))
            .with(FROM, UNTIL, WHOM),
        Verb.of(
            "history figures", "Shows every figure's formula and version.", HistoryVerbs::figures));
  }

  private static String query(Invocation call) {
    Map<String, String> all = new LinkedHashMap<>();
    call.optional(BY).ifPresent(by -> all.put("by", by));
    OPTIONS.forEach((option, name) -> call.optional(option).ifPresent(it -> all.put(name, it)));
    List<String> parts = new ArrayList<>();
    all.forEach((name, value) -> parts.add(name + "=" + Platform.part(value)));
    return String.join("&", parts);
  }

  private static int show(Invocation call) throws Failure {
    if (call.flag(CSV)) {
      call.terminal().raw(call.platform().text("/api/history.csv?" + query(call)).stripTrailing());
      return ExitCode.OK;
    }
    JsonNode answer = call.platform().get("/api/history?" + query(call));
    if (call.json()) {
      call.terminal().json(answer);
      return ExitCode.OK;
    }
    if (answer.path("lines").isEmpty()) {
      call.terminal().line("Nothing was counted in that time.");
      return ExitCode.OK;
    }
    boolean ofAgents = answer.path("by").asText().equals("agent");
    Table table = ofAgents ? agents() : callers();
    for (JsonNode line : answer.path("lines")) {
      add(table, line, ofAgents, ZoneId.of(answer.path("zone").asText()));
    }
    call.terminal().lines(table.lines());
    call.terminal().line("");
    call.terminal().lines(formulas(answer, "formulas").lines());
    return ExitCode.OK;
  }

  private static Table callers() {
    return new Table(
        "Begin",
        "Whom",
        ">Offered",
        ">Answered",
        ">Dialled",
        ">Their answers",
        ">Waiting",
        ">Ringing",
        ">On hold",
        ">In dial",
        ">In flow",
        ">Sent on",
        ">SL a",
        ">SL b",
        ">SL c",
        ">SL d",
        ">ASA",
        ">Longest",
        ">AHT",
        ">Talk",
        ">Hold",
        ">Wrap-up");
  }

  private static Table agents() {
    return new Table(
        "Begin",
        "Whom",
        ">Handled",
        ">Idle",
        ">Ring",
        ">Talk",
        ">Hold",
        ">Wrap-up",
        ">Paused",
        ">Occupancy",
        ">Utilisation",
        ">AHT");
  }

  private static void add(Table table, JsonNode line, boolean ofAgents, ZoneId zone) {
    JsonNode sums = line.path("sums");
    JsonNode figures = line.path("figures");
    List<String> cells = new ArrayList<>();
    cells.add(
        DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
            .format(Instant.ofEpochMilli(line.path("atMillis").asLong()).atZone(zone)));
    cells.add(Shown.text(line, "whom"));
    if (ofAgents) {
      cells.add(sums.path("HANDLED").asText());
      for (String time : List.of("IDLE", "RING", "TALK", "HOLD", "WRAP_UP", "PAUSED")) {
        cells.add(Shown.duration(sums.path(time + "_MICROS").asLong() / 1_000));
      }
      cells.add(share(figures, "occupancy"));
      cells.add(share(figures, "utilisation"));
      cells.add(seconds(figures, "average-handle-time"));
    } else {
      for (String count :
          List.of(
              "OFFERED",
              "ANSWERED",
              "OFFERED_DIALLED",
              "ANSWERED_DIALLED",
              "ABANDONED_WAITING",
              "ABANDONED_RINGING",
              "ABANDONED_HELD",
              "ABANDONED_DIALLED",
              "ABANDONED_IN_FLOW",
              "FLOWED_OUT")) {
        cells.add(sums.path(count).asText());
      }
      for (String level : List.of("a", "b", "c", "d")) {
        cells.add(share(figures, "service-level-" + level));
      }
      cells.add(seconds(figures, "average-speed-of-answer"));
      cells.add(Shown.duration(sums.path("LONGEST_WAIT_MICROS").asLong() / 1_000));
      cells.add(seconds(figures, "average-handle-time"));
      cells.add(seconds(figures, "average-talk-time"));
      cells.add(seconds(figures, "average-hold-time"));
      cells.add(seconds(figures, "average-wrap-up-time"));
    }
    table.add(cells.toArray(String[]::new));
  }

  private static String share(JsonNode figures, String id) {
    JsonNode value = figures.path(id).path("value");
    return value.isNumber()
        ? String.format(Locale.ROOT, "%.1f %%", value.asDouble() * PERCENT)
        : "";
  }

  private static String seconds(JsonNode figures, String id) {
    JsonNode value = figures.path(id).path("value");
    return value.isNumber()
        ? String.format(Locale.ROOT, "%.1f s", value.asDouble() / MICROS_PER_SECOND)
        : "";
  }

  private static Table formulas(JsonNode answer, String which) {
    Table table = new Table("Figure", ">Version", "Formula", "Source");
    for (JsonNode formula : answer.path(which)) {
      table.add(
          Shown.text(formula, "name"),
          Shown.text(formula, "version"),
          Shown.text(formula, "formula"),
          Shown.text(formula, "source"));
    }
    return table;
  }

  private static int figures(Invocation call) throws Failure {
    JsonNode answer = call.platform().get("/api/figures");
    if (call.json()) {
      call.terminal().json(answer);
    } else {
      call.terminal().lines(formulas(answer, "formulas").lines());
      call.terminal().line("\nIn use before, and told by `history show --csv` still:");
      call.terminal().lines(formulas(answer, "earlierFormulas").lines());
    }
    return ExitCode.OK;
  }

  private static int calls(Invocation call) throws Failure {
    JsonNode answer =
        call.platform()
            .get(
                "/api/history/behind?limit=10000&figure="
                    + Platform.part(call.word(FIGURE))
                    + "&"
                    + query(call));
    if (call.json()) {
      call.terminal().json(answer);
      return ExitCode.OK;
    }
    Table table = new Table("Begin", "Call", "Agent", ">Adds");
    for (JsonNode part : answer.path("parts")) {
      table.add(
          Instant.ofEpochMilli(part.path("atMicros").asLong() / 1_000).toString(),
          Shown.text(part, "call"),
          Shown.text(part, "agent"),
          Shown.text(part, "amount"));
    }
    call.terminal().lines(table.lines());
    call.terminal()
        .line(
            answer.path("count").asText()
                + " parts, together "
                + answer.path("sum").asText()
                + (table.size() < answer.path("count").asLong() ? "; the first are shown" : ""));
    return ExitCode.OK;
  }
}
