// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Verbs about a past second, and about the next hours by the pattern of past days. */
final class PastVerbs {
  private static final String TIME = "TIME";
  private static final String QUEUE = "QUEUE";
  private static final String TRULY = "--truly";
  private static final String HOURS = "--hours";
  private static final String PERCENT = "--percent";

  private PastVerbs() {}

  static List<Verb> all() {
    return List.of(
        Verb.of(
                "board at",
                "Shows queues, agents and calls as they were shown at a past second.",
                PastVerbs::board,
                Verb.Parameter.must(
                    TIME, "When: 2026-01-31T14:30:05, 14:30:05 (today), or epoch milliseconds."))
            .with(
                new Verb.Option(
                    TRULY,
                    "",
                    "As it truly was, with what was heard of later, instead of as it was shown.")),
        Verb.of(
                "queue staffing",
                "Says how many agents a queue needs in the next hours, by the same hours of days"
                    + " before (Erlang A).",
                PastVerbs::staffing,
                Verb.Parameter.must(QUEUE, "The queue's name."))
            .with(
                new Verb.Option(HOURS, "N", "How many hours, 1 to 24; usually 4."),
                new Verb.Option(
                    PERCENT,
                    "P",
                    "The share of all callers that shall be served within the queue's service"
                        + " level; usually 80.")));
  }

  private static int board(Invocation call) throws Failure {
    String as = call.flag(TRULY) ? "true" : "shown";
    JsonNode then =
        call.platform().get("/api/board?as=" + as + "&at=" + Platform.part(call.word(TIME)));
    if (call.json()) {
      call.terminal().json(then);
      return ExitCode.OK;
    }
    long at = then.path("atMillis").asLong();
    Terminal terminal = call.terminal();
    terminal.line(
        "As it was at "
            + Instant.ofEpochMilli(at)
            + " by "
            + then.path("by").asText()
            + " ("
            + then.path("facts").asText()
            + " facts):");
    Table queues =
        new Table("Queue", ">Waiting", ">Longest", ">Talking", ">Answered", ">Abandoned");
    for (JsonNode queue : then.path("queues")) {
      queues.add(
          Shown.text(queue, "id"),
          Shown.text(queue, "waiting"),
          Shown.since(queue, "longestWaitingSinceMillis", at),
          Shown.text(queue, "talking"),
          Shown.text(queue.path("today"), "answered"),
          Shown.text(queue.path("today"), "abandoned"));
    }
    terminal.lines(queues.lines());
    Table agents = new Table("Agent", "State", ">For", "Call");
    for (JsonNode agent : then.path("agents")) {
      agents.add(
          Shown.text(agent, "id"),
          Shown.text(agent, "state"),
          Shown.since(agent, "sinceMillis", at),
          Shown.text(agent, "call"));
    }
    terminal.line("");
    terminal.lines(agents.lines());
    Table calls = new Table("Call", "Stage", ">For", "Queue", "Agent");
    for (JsonNode live : then.path("calls")) {
      calls.add(
          Shown.text(live, "id"),
          Shown.text(live, "stage"),
          Shown.since(live, "stageSinceMillis", at),
          Shown.text(live, "queue"),
          Shown.text(live, "agent"));
    }
    terminal.line("");
    terminal.lines(calls.lines());
    return ExitCode.OK;
  }

  private static int staffing(Invocation call) throws Failure {
    String query =
        "?hours="
            + call.optional(HOURS).orElse("4")
            + "&percent="
            + call.optional(PERCENT).orElse("80");
    JsonNode hint =
        call.platform().get("/api/queues/" + Platform.part(call.word(QUEUE)) + "/staffing" + query);
    if (call.json()) {
      call.terminal().json(hint);
      return ExitCode.OK;
    }
    Table table =
        new Table("From", ">Callers", ">Agents", ">In time", ">Leave", ">Mean wait", ">Occupancy");
    for (JsonNode line : hint.path("lines")) {
      table.add(
          Shown.timeOfDay(line.path("atMillis").asLong() * 1_000).substring(0, 5),
          String.format(Locale.ROOT, "%.1f", line.path("callers").asDouble()),
          line.path("agents").asText(),
          Shown.share(line, "servedShare"),
          Shown.share(line, "abandonShare"),
          String.format(Locale.ROOT, "%.1f s", line.path("meanWaitSeconds").asDouble()),
          Shown.share(line, "occupancy"));
    }
    call.terminal().lines(table.lines());
    call.terminal()
        .line(
            String.format(
                Locale.ROOT,
                "By %d days before: a contact keeps an agent for %.0f s, callers wait for %s at"
                    + " most on average. %d agents are signed in.",
                hint.path("days").asInt(),
                hint.path("handleSeconds").asDouble(),
                hint.path("patienceSeconds").isNumber()
                    ? Math.round(hint.path("patienceSeconds").asDouble()) + " s"
                    : "ever",
                hint.path("signedIn").asInt()));
    return ExitCode.OK;
  }
}
