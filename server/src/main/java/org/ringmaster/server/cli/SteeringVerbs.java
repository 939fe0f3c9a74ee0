// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Verbs with which supervisors change what is at work. */
final class SteeringVerbs {
  private static final String AGENT = "AGENT";
  private static final String QUEUE = "QUEUE";
  private static final String CALL = "CALL";
  private static final String PRIORITY = "PRIORITY";
  private static final String MINUTES = "--minutes";
  private static final String PENALTY = "--penalty";
  private static final String SAY = "--say";
  private static final String SEEN = "--seen";
  private static final Verb.Parameter WHO = Verb.Parameter.must(AGENT, "The agent's name.");
  private static final Verb.Parameter WHERE = Verb.Parameter.must(QUEUE, "The queue's name.");
  private static final Verb.Parameter WHICH = Verb.Parameter.must(CALL, "The call's id.");
  private static final Verb.Option SIGHT =
      new Verb.Option(
          SEEN,
          "VERSION",
          "The last change you have seen, as `board changes` shows it; another's later one is told"
              + " instead.");
  private static final Verb.Option LASTS =
      new Verb.Option(MINUTES, "N", "For so many minutes; until the day ends without it.");
  private static final Verb.Option HOLDS =
      new Verb.Option(MINUTES, "N", "For so many minutes; until somebody changes it without it.");

  private SteeringVerbs() {}

  static List<Verb> all() {
    return Stream.of(ofAgents(), ofCalls(), ofQueues()).flatMap(List::stream).toList();
  }

  private static List<Verb> ofAgents() {
    return List.of(
        Verb.of(
                "agent add",
                "Lets an agent serve a queue for a while.",
                call -> move(call, true),
                WHO,
                WHERE)
            .with(
                new Verb.Option(PENALTY, "N", "Their penalty there; 0 without it."), LASTS, SIGHT),
        Verb.of(
                "agent remove",
                "Takes an agent out of a queue for a while.",
                call -> move(call, false),
                WHO,
                WHERE)
            .with(LASTS, SIGHT),
        Verb.of(
                "agent restore",
                "Lets an agent serve a queue as the file says.",
                call ->
                    ask(
                        call,
                        "/api/agents/" + Platform.part(call.word(AGENT)) + "/restore",
                        body(call, Map.of("queue", call.word(QUEUE)))),
                WHO,
                WHERE)
            .with(SIGHT));
  }

  private static List<Verb> ofCalls() {
    return List.of(
        Verb.of(
                "call pull",
                "Gives a call to an agent: one that waits, or that another agent has.",
                SteeringVerbs::pull,
                WHICH,
                Verb.Parameter.may(AGENT, "The agent; you, if you are one, without it."))
            .with(SIGHT),
        Verb.of(
                "call requeue",
                "Sends a call to another queue, with the wait it has earned.",
                call ->
                    ask(
                        call,
                        route(call, "requeue"),
                        body(call, Map.of("queue", call.word(QUEUE)))),
                WHICH,
                WHERE)
            .with(SIGHT),
        Verb.of(
                "call priority",
                "Makes a waiting call more or less urgent.",
                SteeringVerbs::prioritise,
                WHICH,
                Verb.Parameter.must(PRIORITY, "From 0 to 1000; the higher goes first."))
            .with(SIGHT));
  }

  private static List<Verb> ofQueues() {
    return List.of(
        Verb.of(
                "queue open",
                "Opens a queue, whatever its calendar says.",
                call -> door(call, "open"),
                WHERE)
            .with(HOLDS, SIGHT),
        Verb.of(
                "queue close",
                "Closes a queue to new callers, whatever its calendar says; who waits goes on waiting.",
                call -> door(call, "close"),
                WHERE)
            .with(
                HOLDS,
                new Verb.Option(
                    SAY, "SOUNDS", "What callers hear; what the number says without it."),
                SIGHT),
        Verb.of(
                "queue restore",
                "Lets the calendar open and close a queue again.",
                call -> door(call, "restore"),
                WHERE)
            .with(SIGHT),
        Verb.of(
            "board changes",
            "Shows what supervisors have set, and what they changed last.",
            SteeringVerbs::show));
  }

  private static int move(Invocation call, boolean serves) throws Failure {
    Map<String, Object> body =
        body(call, Map.of("queue", call.word(QUEUE), "serves", serves ? "yes" : "no"));
    if (serves) {
      whole(call, PENALTY, "penalty", body);
    }
    whole(call, MINUTES, "minutes", body);
    return ask(call, "/api/agents/" + Platform.part(call.word(AGENT)) + "/move", body);
  }

  private static int pull(Invocation call) throws Failure {
    Map<String, Object> body = body(call, Map.of());
    call.optional(AGENT).ifPresent(agent -> body.put("agent", agent));
    return ask(call, route(call, "pull"), body);
  }

  private static int prioritise(Invocation call) throws Failure {
    return ask(
        call,
        route(call, "priority"),
        body(call, Map.of("priority", number(PRIORITY, call.word(PRIORITY)))));
  }

  private static int door(Invocation call, String verb) throws Failure {
    Map<String, Object> body = body(call, Map.of());
    if (!verb.equals("restore")) {
      whole(call, MINUTES, "minutes", body);
    }
    if (verb.equals("close")) {
      call.optional(SAY).ifPresent(say -> body.put("say", say));
    }
    return ask(call, "/api/queues/" + Platform.part(call.word(QUEUE)) + "/" + verb, body);
  }

  private static String route(Invocation call, String verb) {
    return "/api/calls/" + Platform.part(call.word(CALL)) + "/" + verb;
  }

  private static Map<String, Object> body(Invocation call, Map<String, ?> fields) throws Failure {
    Map<String, Object> body = new HashMap<>(fields);
    whole(call, SEEN, "seen", body);
    return body;
  }

  private static void whole(Invocation call, String option, String field, Map<String, Object> body)
      throws Failure {
    String text = call.optional(option).orElse(null);
    if (text != null) {
      body.put(field, number(option, text));
    }
  }

  private static long number(String what, String text) throws Failure {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw Failure.of(what + " must be a whole number");
    }
  }

  private static int ask(Invocation call, String route, Map<String, ?> body) throws Failure {
    JsonNode answer = call.platform().post(route, body);
    if (call.json()) {
      call.terminal().json(answer);
    } else {
      String done = Shown.text(answer, "done");
      call.terminal().line(done.isEmpty() ? "Done." : done);
    }
    return ExitCode.OK;
  }

  private static int show(Invocation call) throws Failure {
    JsonNode answer = call.platform().get("/api/steering");
    if (call.json()) {
      call.terminal().json(answer);
      return ExitCode.OK;
    }
    long now = System.currentTimeMillis();
    Table changes = new Table("What", "Name", "By", "Changed", ">Before", ">Version");
    answer
        .path("changes")
        .forEach(
            row ->
                changes.add(
                    Shown.text(row, "kind"),
                    Shown.text(row, "name"),
                    Shown.text(row, "by"),
                    Shown.text(row, "what"),
                    Shown.since(row, "atMillis", now),
                    Shown.text(row, "version")));
    call.terminal().lines(changes.lines());
    Table set = new Table("Queue", "Agent", "Set", ">Left");
    answer
        .path("seats")
        .forEach(
            row ->
                set.add(
                    Shown.text(row, "queue"),
                    Shown.text(row, "agent"),
                    row.path("serves").asBoolean()
                        ? "serves, penalty " + row.path("penalty").asInt()
                        : "does not serve",
                    left(row, now)));
    answer
        .path("doors")
        .forEach(
            row ->
                set.add(
                    Shown.text(row, "queue"),
                    "",
                    row.path("open").asBoolean() ? "open" : "closed",
                    left(row, now)));
    call.terminal().line("");
    call.terminal().lines(set.lines());
    return ExitCode.OK;
  }

  private static String left(JsonNode row, long now) {
    JsonNode until = row.path("untilMillis");
    return until.isNumber() ? Shown.duration(Math.max(0, until.asLong() - now)) : "";
  }
}
