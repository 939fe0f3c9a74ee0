// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Verbs about those who are called back, and those who must not be called. */
final class CallbackVerbs {

  private static final String AGENT = "AGENT";
  private static final String AT = "AT";
  private static final String CALLBACK = "CALLBACK";
  private static final String NUMBER = "NUMBER";
  private static final String QUEUE = "QUEUE";
  private static final String SCOPE = "SCOPE";
  private static final String ZONE = "ZONE";
  private static final Verb.Parameter WHICH =
      Verb.Parameter.must(CALLBACK, "The callback's id, as `callback list` shows it.");
  private static final Verb.Parameter WHOM =
      Verb.Parameter.must(NUMBER, "The telephone number, such as +4930123456.");
  private static final Verb.Parameter WHAT_FOR =
      Verb.Parameter.may(SCOPE, "`any`, `callback` or `campaign`; `any` without it.");

  private CallbackVerbs() {}

  static List<Verb> all() {
    return List.of(
        Verb.of("callback list", "Shows who is to be called back.", CallbackVerbs::list),
        Verb.of("callback show", "Shows one callback.", CallbackVerbs::show, WHICH),
        Verb.of(
            "callback cancel",
            "Takes a callback back; nobody is rung or dialled for it any more.",
            call -> ask(call, "cancel"),
            WHICH),
        Verb.of(
            "callback now",
            "Puts a callback before all others of its queue.",
            call -> ask(call, "now"),
            WHICH),
        Verb.of(
            "callback agree",
            "Agrees for an agent that a customer is called back within the hour from a time on, by"
                + " anyone of the queue.",
            CallbackVerbs::agree,
            Verb.Parameter.must(AGENT, "The agent who agrees it."),
            WHOM,
            Verb.Parameter.must(AT, "The day and the time, such as 2026-11-27T15:00."),
            Verb.Parameter.may(QUEUE, "As whose callback; without it, that of the agent's call."),
            Verb.Parameter.may(ZONE, "The time zone; without it, that of this machine.")),
        Verb.of("dnc list", "Shows the numbers that must not be called.", CallbackVerbs::numbers),
        Verb.of(
            "dnc check",
            "Says what protects a number from being called: the list, since when, by whom, and"
                + " which campaigns do not call it.",
            CallbackVerbs::check,
            WHOM),
        Verb.of(
            "dnc add",
            "Puts a number on the list, or with +1900* all that begin so.",
            call -> change(call, "add"),
            WHOM,
            WHAT_FOR),
        Verb.of(
            "dnc remove",
            "Takes a number off the list.",
            call -> change(call, "remove"),
            WHOM,
            WHAT_FOR));
  }

  private static int list(Invocation call) throws Failure {
    JsonNode answer = call.platform().get("/api/callbacks");
    Table table = table();
    answer.path("callbacks").forEach(row -> add(table, row));
    return shown(call, answer, table);
  }

  private static int show(Invocation call) throws Failure {
    JsonNode answer = call.platform().get("/api/callbacks/" + Platform.part(call.word(CALLBACK)));
    Table table = table();
    add(table, answer);
    return shown(call, answer, table);
  }

  private static Table table() {
    return new Table(
        "Callback",
        "Queue",
        "State",
        "Mode",
        "Number",
        ">Waiting",
        ">Tries",
        ">Expires in",
        "Queue's name");
  }

  private static void add(Table table, JsonNode row) {
    long now = System.currentTimeMillis();
    table.add(
        Shown.text(row, "id"),
        Shown.text(row, "queue"),
        Shown.text(row, "state"),
        Shown.text(row, "mode"),
        Shown.text(row, "number"),
        Shown.since(row, "waitingSinceMillis", now),
        Shown.text(row, "tries"),
        Shown.duration(Math.max(0, row.path("expiresMillis").asLong() - now)),
        Shown.text(row, "queueName"));
  }

  private static int ask(Invocation call, String verb) throws Failure {
    String route = "/api/callbacks/" + Platform.part(call.word(CALLBACK)) + "/" + verb;
    return done(call, call.platform().post(route, Map.of()));
  }

  private static int agree(Invocation call) throws Failure {
    Map<String, String> body = new HashMap<>();
    body.put("number", call.word(NUMBER));
    body.put("at", call.word(AT));
    body.put("zone", call.optional(ZONE).orElseGet(() -> ZoneId.systemDefault().getId()));
    call.optional(QUEUE).ifPresent(queue -> body.put("queue", queue));
    String route = "/api/agents/" + Platform.part(call.word(AGENT)) + "/callback";
    return done(call, call.platform().post(route, body));
  }

  private static int numbers(Invocation call) throws Failure {
    JsonNode answer = call.platform().get("/api/dnc");
    Table table = new Table("Number", "For", "By", ">Since");
    long now = System.currentTimeMillis();
    answer
        .path("numbers")
        .forEach(
            row ->
                table.add(
                    Shown.text(row, "number"),
                    Shown.text(row, "scope"),
                    Shown.text(row, "by"),
                    Shown.since(row, "sinceMillis", now)));
    return shown(call, answer, table);
  }

  private static int check(Invocation call) throws Failure {
    JsonNode answer =
        call.platform().get("/api/dnc/check?number=" + Platform.part(call.word(NUMBER)));
    if (call.json()) {
      call.terminal().json(answer);
      return ExitCode.OK;
    }
    JsonNode rows = answer.path("protectedBy");
    if (rows.isEmpty()) {
      call.terminal().line(Shown.text(answer, "number") + " is on no do-not-call list.");
      return ExitCode.OK;
    }
    Table table = new Table("Entry", "For", "List", "By", "Since", "Campaigns that do not call it");
    for (JsonNode row : rows) {
      List<String> campaigns = new ArrayList<>();
      row.path("campaigns").forEach(name -> campaigns.add(name.asText()));
      String file = Shown.text(row, "fileName");
      table.add(
          row.path("missing").asBoolean() ? "(file missing)" : Shown.text(row, "entry"),
          Shown.text(row, "scope"),
          file.isEmpty() ? "dnc add" : Shown.text(row, "list") + " " + file,
          Shown.text(row, "by"),
          Shown.moment(row, "sinceMillis"),
          String.join(", ", campaigns));
    }
    return shown(call, answer, table);
  }

  private static int change(Invocation call, String verb) throws Failure {
    Map<String, String> body = new HashMap<>();
    body.put("number", call.word(NUMBER));
    call.optional(SCOPE).ifPresent(scope -> body.put("scope", scope));
    return done(call, call.platform().post("/api/dnc/" + verb, body));
  }

  private static int shown(Invocation call, JsonNode answer, Table table) {
    if (call.json()) {
      call.terminal().json(answer);
    } else {
      call.terminal().lines(table.lines());
    }
    return ExitCode.OK;
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
