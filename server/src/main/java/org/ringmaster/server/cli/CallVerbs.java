// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Verbs about calls. */
final class CallVerbs {
  private static final String CALL = "CALL";
  private static final String ENDED = "--ended";
  private static final ObjectMapper JSON = new ObjectMapper();

  private CallVerbs() {}

  static List<Verb> all() {
    return List.of(
        Verb.of(
                "call show",
                "Shows all live calls, or one with its ladder.",
                CallVerbs::show,
                Verb.Parameter.may(CALL, "The call's id."))
            .with(new Verb.Option(ENDED, "", "The last calls that ended, instead of live ones.")),
        Verb.of(
            "call explain",
            "Says in sentences why a call went to whom it went, and why then.",
            CallVerbs::explain,
            Verb.Parameter.must(CALL, "The call's id.")),
        Verb.of(
            "call follow",
            "Draws a call's ladder as it grows: what we were told, what we decided, what we asked"
                + " for, each with its latency. With --json one object a line.",
            CallVerbs::follow,
            Verb.Parameter.must(CALL, "The call's id.")));
  }

  private static int show(Invocation call) throws Failure {
    Platform platform = call.platform();
    Optional<String> id = call.optional(CALL);
    if (id.isPresent()) {
      return one(call, platform, id.get());
    }
    JsonNode answer = platform.get("/api/calls" + (call.flag(ENDED) ? "?ended=true" : ""));
    if (call.json()) {
      call.terminal().json(answer);
      return ExitCode.OK;
    }
    Table table = table();
    answer.path("calls").forEach(row -> add(table, row));
    call.terminal().lines(table.lines());
    call.terminal().line(table.size() + (table.size() == 1 ? " call" : " calls"));
    return ExitCode.OK;
  }

  private static int one(Invocation call, Platform platform, String id) throws Failure {
    String route = "/api/calls/" + Platform.part(id);
    JsonNode row = platform.get(route);
    JsonNode steps = platform.get(route + "/ladder").path("steps");
    if (call.json()) {
      ObjectNode both = JSON.createObjectNode();
      both.set("call", row);
      both.set("steps", steps);
      call.terminal().json(both);
      return ExitCode.OK;
    }
    Table table = table();
    add(table, row);
    call.terminal().lines(table.lines());
    call.terminal().line("");
    LadderPicture picture = LadderPicture.forTerminal();
    steps.forEach(step -> call.terminal().lines(picture.lines(step)));
    return ExitCode.OK;
  }

  private static int explain(Invocation call) throws Failure {
    JsonNode answer =
        call.platform().get("/api/calls/" + Platform.part(call.word(CALL)) + "/explanation");
    if (call.json()) {
      call.terminal().json(answer);
      return ExitCode.OK;
    }
    for (JsonNode sentence : answer.path("sentences")) {
      String at = Shown.timeOfDay(sentence.path("atMicros").asLong());
      call.terminal().line(at + "  " + sentence.path("text").asText());
    }
    return ExitCode.OK;
  }

  private static int follow(Invocation call) throws Failure {
    String route = "/api/calls/" + Platform.part(call.word(CALL)) + "/follow";
    LadderPicture picture = LadderPicture.forTerminal();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(call.platform().stream(route), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.isBlank()) {
          continue;
        }
        if (call.json()) {
          call.terminal().raw(Plain.json(line));
        } else {
          call.terminal().lines(picture.lines(JSON.readTree(line)));
        }
      }
      return ExitCode.OK;
    } catch (JsonProcessingException e) {
      throw Failure.of("the platform sent a step that is no JSON");
    } catch (IOException e) {
      throw Failure.of("the platform ended the stream: " + e.getMessage());
    }
  }

  static Table table() {
    return new Table(
        "Call", "Stage", ">For", "Caller", "Dialled", "Queue", "Agent", "Trunk", "Node");
  }

  static void add(Table table, JsonNode call) {
    table.add(
        Shown.text(call, "id"),
        Shown.text(call, "stage"),
        Shown.since(call, "stageSinceMillis", System.currentTimeMillis()),
        Shown.text(call, "caller"),
        Shown.text(call, "dialled"),
        Shown.text(call, "queue"),
        Shown.text(call, "agent"),
        Shown.text(call, "trunk"),
        Shown.text(call, "node"));
  }
}
