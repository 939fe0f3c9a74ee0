// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ringmaster.core.kernel.IdShape;

/** Verbs about recordings of talks. */
final class RecordingVerbs {
  private static final String TALK = "TALK";
  private static final String CALL = "CALL";
  private static final String PART = "PART";
  private static final String FILE = "FILE";
  private static final String QUEUE = "--queue";
  private static final String AGENT = "--agent";
  private static final String FROM = "--from";
  private static final String TO = "--to";
  private static final Verb.Parameter WHICH =
      Verb.Parameter.must(TALK, "Whose talk: an agent's name, or the call's id.");
  private static final Verb.Parameter ONE =
      Verb.Parameter.must(PART, "The part's id, as `recording show` prints it.");

  private RecordingVerbs() {}

  static List<Verb> all() {
    return List.of(
        act("start", "Records a talk from here on."),
        act("stop", "Records a talk no more."),
        act("pause", "Leaves out what follows."),
        act("resume", "Records again what follows, whatever it was paused for."),
        act("card", "Leaves out what follows while digits of a card are taken."),
        Verb.of("recording list", "Lists recordings, newest first.", RecordingVerbs::list)
            .with(
                new Verb.Option(QUEUE, "NAME", "Only those of a queue."),
                new Verb.Option(AGENT, "NAME", "Only those of an agent."),
                new Verb.Option(
                    FROM, "TIME", "From when on, such as 2026-01-31T14:30; usually 7 days ago."),
                new Verb.Option(TO, "TIME", "Until when.")),
        Verb.of(
            "recording show",
            "Shows the recording of a call: its parts, why each began and ended, who paused it and"
                + " who listened.",
            RecordingVerbs::show,
            Verb.Parameter.must(CALL, "The call's id.")),
        Verb.of(
            "recording take",
            "Takes a copy of a part's file; who did is written down.",
            RecordingVerbs::take,
            ONE,
            Verb.Parameter.must(FILE, "Where to write it; a file that is there is left alone.")),
        Verb.of(
            "recording delete",
            "Deletes a part's file; who did is written down.",
            call -> {
              JsonNode answer =
                  call.platform()
                      .post(
                          "/api/recordings/" + Platform.part(call.word(PART)) + "/delete",
                          Map.of());
              return done(call, answer);
            },
            ONE));
  }

  private static Verb act(String verb, String help) {
    return Verb.of(
        "recording " + verb,
        help,
        call -> {
          String talk = call.word(TALK);
          String route =
              IdShape.isOurs(talk)
                  ? "/api/calls/" + Platform.part(talk) + "/record/" + verb
                  : "/api/agents/" + Platform.part(talk) + "/call/record/" + verb;
          return done(call, call.platform().post(route, Map.of()));
        },
        WHICH);
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

  private static int list(Invocation call) throws Failure {
    List<String> query = new ArrayList<>();
    for (String option : List.of(QUEUE, AGENT, FROM, TO)) {
      call.optional(option)
          .ifPresent(value -> query.add(option.substring(2) + "=" + Platform.part(value)));
    }
    JsonNode answer =
        call.platform()
            .get("/api/recordings" + (query.isEmpty() ? "" : "?" + String.join("&", query)));
    if (call.json()) {
      call.terminal().json(answer);
      return ExitCode.OK;
    }
    Table table =
        new Table("Call", "Began", "Queue", "Agents", "Policy", ">Parts", ">Kept", ">Length");
    for (JsonNode one : answer.path("recordings")) {
      table.add(
          Shown.text(one, "call"),
          Shown.moment(one, "beganAtMillis"),
          Shown.text(one, "queue"),
          Shown.text(one, "agents"),
          Shown.text(one, "policy"),
          Shown.text(one, "parts"),
          Shown.text(one, "kept"),
          length(one));
    }
    call.terminal().lines(table.lines());
    call.terminal().line(table.size() + (table.size() == 1 ? " recording" : " recordings"));
    return ExitCode.OK;
  }

  private static String length(JsonNode one) {
    long seconds = one.path("lengthMillis").asLong() / 1_000;
    return seconds / 60 + ":" + String.format(java.util.Locale.ROOT, "%02d", seconds % 60);
  }

  private static int show(Invocation call) throws Failure {
    JsonNode one =
        call.platform().get("/api/calls/" + Platform.part(call.word(CALL)) + "/recording");
    if (call.json()) {
      call.terminal().json(one);
      return ExitCode.OK;
    }
    Table parts =
        new Table(
            ">No", "Part", "Began", "Why", "Ended", "Why", "Of", "Agent", "File", ">Length",
            "SHA-256");
    for (JsonNode part : one.path("partList")) {
      parts.add(
          Shown.text(part, "part"),
          Shown.text(part, "recording"),
          Shown.moment(part, "beganAtMillis"),
          Shown.text(part, "beganWhy"),
          Shown.moment(part, "endedAtMillis"),
          Shown.text(part, "endedWhy"),
          Shown.text(part, "scene"),
          Shown.text(part, "agent"),
          Shown.text(part, "file"),
          length(part),
          Shown.text(part, "sha256"));
    }
    Terminal terminal = call.terminal();
    terminal.lines(parts.lines());
    Table acts = new Table("When", "What", "Who", "Part");
    for (String name : List.of("acts", "uses")) {
      for (JsonNode act : one.path(name)) {
        acts.add(
            Shown.moment(act, "atMillis"),
            Shown.text(act, "what"),
            Shown.text(act, "author"),
            Shown.text(act, "recording"));
      }
    }
    if (acts.size() > 0) {
      terminal.line("");
      terminal.lines(acts.lines());
    }
    return ExitCode.OK;
  }

  private static int take(Invocation call) throws Failure {
    return take(call, "/api/recordings/" + Platform.part(call.word(PART)), call.word(FILE));
  }

  /** Writes the file of what is at a route. */
  static int take(Invocation call, String route, String to) throws Failure {
    byte[] sound = call.platform().bytes(route + "/file?download=true");
    Path file = Path.of(to);
    try {
      Files.write(file, sound, StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw Failure.of("cannot write " + file + ": " + e.getMessage());
    }
    call.terminal().line(file + ": " + sound.length + " bytes");
    return ExitCode.OK;
  }
}
