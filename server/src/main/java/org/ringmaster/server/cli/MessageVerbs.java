// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Verbs about messages that callers left. */
final class MessageVerbs {

  private static final String MESSAGE = "MESSAGE";
  private static final String QUEUE = "QUEUE";
  private static final String AGENT = "AGENT";
  private static final String FILE = "FILE";
  private static final Verb.Parameter WHICH =
      Verb.Parameter.must(MESSAGE, "The message's id, as `message list` shows it.");

  private MessageVerbs() {}

  static List<Verb> all() {
    return List.of(
        Verb.of(
            "message list",
            "Shows the messages that callers left, oldest first.",
            MessageVerbs::list,
            Verb.Parameter.may(QUEUE, "Only those of this queue.")),
        Verb.of("message show", "Shows one message.", MessageVerbs::show, WHICH),
        Verb.of(
            "message callback",
            "Lets an agent call the person back: the agent's telephone is rung first.",
            MessageVerbs::callBack,
            WHICH,
            Verb.Parameter.must(AGENT, "The agent.")),
        Verb.of(
            "message get",
            "Takes a copy of what was recorded; who did is written down.",
            MessageVerbs::take,
            WHICH,
            Verb.Parameter.must(FILE, "Where to write it; a file that is there is left alone.")),
        Verb.of(
            "message done",
            "Says that a message is dealt with; its recording is kept as long as others.",
            call -> ask(call, "done", Map.of()),
            WHICH),
        Verb.of(
            "message delete",
            "Deletes a message and what was recorded.",
            call -> ask(call, "delete", Map.of()),
            WHICH));
  }

  private static int list(Invocation call) throws Failure {
    Optional<String> queue = call.optional(QUEUE);
    JsonNode answer =
        call.platform()
            .get("/api/messages" + queue.map(name -> "?queue=" + Platform.part(name)).orElse(""));
    Table table = table();
    answer.path("messages").forEach(row -> add(table, row));
    return shown(call, answer, table);
  }

  private static int show(Invocation call) throws Failure {
    JsonNode answer = call.platform().get("/api/messages/" + Platform.part(call.word(MESSAGE)));
    Table table = table();
    add(table, answer);
    return shown(call, answer, table);
  }

  private static Table table() {
    return new Table(
        "Message", "Queue", "State", "Number", ">Left", ">Length", "Heard by", "Called back by");
  }

  private static void add(Table table, JsonNode row) {
    JsonNode length = row.path("durationMillis");
    table.add(
        Shown.text(row, "id"),
        Shown.text(row, "queue"),
        Shown.text(row, "state"),
        Shown.text(row, "number"),
        Shown.since(row, "leftMillis", System.currentTimeMillis()),
        length.isNumber() ? Shown.duration(length.asLong()) : "?",
        Shown.text(row, "heardBy"),
        Shown.text(row, "calledBackBy"));
  }

  private static int take(Invocation call) throws Failure {
    return RecordingVerbs.take(
        call, "/api/messages/" + Platform.part(call.word(MESSAGE)), call.word(FILE));
  }

  private static int callBack(Invocation call) throws Failure {
    return ask(call, "call-back", new HashMap<>(Map.of("agent", call.word(AGENT))));
  }

  private static int ask(Invocation call, String verb, Map<String, String> body) throws Failure {
    String route = "/api/messages/" + Platform.part(call.word(MESSAGE)) + "/" + verb;
    JsonNode answer = call.platform().post(route, body);
    if (call.json()) {
      call.terminal().json(answer);
    } else {
      call.terminal().line("Done.");
    }
    return ExitCode.OK;
  }

  private static int shown(Invocation call, JsonNode answer, Table table) {
    if (call.json()) {
      call.terminal().json(answer);
    } else {
      call.terminal().lines(table.lines());
    }
    return ExitCode.OK;
  }
}
