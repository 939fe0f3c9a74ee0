// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.ringmaster.server.queuelog.QueueShow;

/** Verbs about queues. */
final class QueueVerbs {
  private static final String QUEUE = "QUEUE";
  private static final String FILE = "FILE";
  private static final String SERVICE_LEVEL = "--service-level";
  private static final Set<String> WAITING = Set.of("waiting", "offered");

  private QueueVerbs() {}

  static List<Verb> all() {
    return List.of(
        Verb.of(
            "queue show",
            "Shows all queues, or one with its agents and the callers who wait. Level (c) is the"
                + " service level of the day as the reference of the figures names it.",
            QueueVerbs::show,
            Verb.Parameter.may(QUEUE, "The queue's name.")),
        Verb.of(
                "queue log",
                "Counts a queue_log, ours or Asterisk's, as `queue show` of Asterisk does.",
                QueueVerbs::log,
                Verb.Parameter.must(FILE, "The file."))
            .with(
                new Verb.Option(
                    SERVICE_LEVEL, "SECONDS", "The service level of all queues; usually 20.")));
  }

  private static int log(Invocation call) throws Failure {
    long level;
    List<String> lines;
    try {
      level = Long.parseLong(call.optional(SERVICE_LEVEL).orElse("20"));
      lines = Files.readAllLines(Path.of(call.word(FILE)), StandardCharsets.UTF_8);
    } catch (NumberFormatException e) {
      throw Failure.of(SERVICE_LEVEL + " must be a number of seconds");
    } catch (IOException e) {
      throw Failure.of(call.word(FILE) + " cannot be read: " + e.getMessage());
    }
    Map<String, QueueShow.Counts> queues = new TreeMap<>(QueueShow.of(lines, level));
    if (call.json()) {
      call.terminal().json(queues);
      return ExitCode.OK;
    }
    Table table = new Table("Queue", ">Completed", ">Abandoned", ">SL", ">SL2");
    queues.forEach(
        (queue, counts) ->
            table.add(
                queue,
                Integer.toString(counts.completed()),
                Integer.toString(counts.abandoned()),
                String.format(Locale.ROOT, "%.1f %%", counts.level()),
                String.format(Locale.ROOT, "%.1f %%", counts.secondLevel())));
    call.terminal().lines(table.lines());
    return ExitCode.OK;
  }

  private static int show(Invocation call) throws Failure {
    Platform platform = call.platform();
    Optional<String> queue = call.optional(QUEUE);
    if (queue.isPresent()) {
      return one(call, platform, queue.get());
    }
    JsonNode answer = platform.get("/api/queues");
    if (call.json()) {
      call.terminal().json(answer);
      return ExitCode.OK;
    }
    call.terminal().lines(table(answer.path("queues")).lines());
    return ExitCode.OK;
  }

  private static int one(Invocation call, Platform platform, String name) throws Failure {
    JsonNode queue = platform.get("/api/queues/" + Platform.part(name));
    if (call.json()) {
      call.terminal().json(queue);
      return ExitCode.OK;
    }
    Terminal terminal = call.terminal();
    terminal.lines(table(List.of(queue)).lines());
    Table agents = AgentVerbs.table();
    for (JsonNode agent : platform.get("/api/agents").path("agents")) {
      if (serves(agent, name)) {
        AgentVerbs.add(agents, agent);
      }
    }
    terminal.line("\nAgents:");
    terminal.lines(agents.lines());
    Table callers = CallVerbs.table();
    for (JsonNode waiting : platform.get("/api/calls").path("calls")) {
      if (Shown.text(waiting, "queue").equals(name)
          && WAITING.contains(Shown.text(waiting, "stage"))) {
        CallVerbs.add(callers, waiting);
      }
    }
    terminal.line(callers.size() == 0 ? "\nNo callers wait." : "\nCallers:");
    if (callers.size() > 0) {
      terminal.lines(callers.lines());
    }
    return ExitCode.OK;
  }

  private static boolean serves(JsonNode agent, String queue) {
    for (JsonNode served : agent.path("queues")) {
      if (served.asText().equals(queue)) {
        return true;
      }
    }
    return false;
  }

  static Table table(Iterable<JsonNode> queues) {
    Table table =
        new Table(
            "Queue",
            "Strategy",
            ">Waiting",
            ">Longest",
            ">Callbacks",
            ">Messages",
            ">Talking",
            ">Free",
            ">Agents",
            ">Answered",
            ">Abandoned",
            // Of the four service levels the one that leaves short abandons out.
            ">Level (c)",
            ">Expected",
            ">Pressure",
            ">Foreseen",
            "Name");
    long now = System.currentTimeMillis();
    for (JsonNode queue : queues) {
      JsonNode today = queue.path("today");
      table.add(
          Shown.text(queue, "id"),
          Shown.text(queue, "strategy"),
          Shown.text(queue, "waiting"),
          Shown.since(queue, "longestWaitingSinceMillis", now),
          Shown.text(queue, "callbacks"),
          Shown.text(queue, "messages"),
          Shown.text(queue, "talking"),
          Integer.toString(queue.path("agents").path("available").asInt()),
          Integer.toString(signedIn(queue.path("agents"))),
          Shown.text(today, "answered"),
          Shown.text(today, "abandoned"),
          Shown.share(today, "serviceLevel"),
          expected(queue.path("expectedWaitSeconds")),
          queue.path("pressure").isNumber() ? Shown.text(queue, "pressure") : "-",
          foreseen(today),
          Shown.text(queue, "name"));
    }
    return table;
  }

  /** Half of those who join now wait no longer, and four in five no longer than the other. */
  private static String expected(JsonNode wait) {
    return wait.isObject() ? wait.path("p50").asInt() + "-" + wait.path("p80").asInt() + " s" : "-";
  }

  /** Of the answered for whom a wait was foreseen, how many were answered within it. */
  private static String foreseen(JsonNode today) {
    int all = today.path("foreseen").asInt();
    return all == 0 ? "-" : today.path("foreseenWithin").asInt() + " of " + all;
  }

  private static int signedIn(JsonNode states) {
    int all = 0;
    for (String state : (Iterable<String>) ((ObjectNode) states)::fieldNames) {
      all += state.equals("signed-out") ? 0 : states.path(state).asInt();
    }
    return all;
  }
}
