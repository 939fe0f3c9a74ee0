// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Verbs about agents. */
final class AgentVerbs {
  private static final String AGENT = "AGENT";
  private static final String TELEPHONE = "TELEPHONE";
  private static final String REASON = "REASON";
  private static final String NOW = "--now";
  private static final Verb.Parameter WHO = Verb.Parameter.must(AGENT, "The agent's name.");

  private AgentVerbs() {}

  static List<Verb> all() {
    return List.of(
        Verb.of(
            "agent show",
            "Shows all agents, or one.",
            AgentVerbs::show,
            Verb.Parameter.may(AGENT, "The agent's name.")),
        Verb.of(
            "agent login",
            "Signs an agent in.",
            call -> ask(call, "login", field(call, TELEPHONE, "telephone")),
            WHO,
            Verb.Parameter.may(TELEPHONE, "The telephone; the agent's own without it.")),
        Verb.of(
                "agent logout",
                "Signs an agent out, after the call they are on.",
                AgentVerbs::logout,
                WHO)
            .with(
                new Verb.Option(
                    NOW, "", "At once: the caller waits again, at the place they have earned.")),
        Verb.of(
            "agent pause",
            "Pauses an agent, after the call they are on.",
            call -> ask(call, "pause", field(call, REASON, "reason")),
            WHO,
            Verb.Parameter.may(REASON, "Why: a name under `pausereasons`.")),
        Verb.of(
            "agent unpause", "Ends an agent's pause.", call -> ask(call, "unpause", Map.of()), WHO),
        Verb.of(
            "agent ready",
            "Ends an agent's wrap-up before its time.",
            call -> ask(call, "end-wrap-up", Map.of()),
            WHO));
  }

  private static int logout(Invocation call) throws Failure {
    boolean now = call.flag(NOW);
    return ask(call, "logout", now ? Map.of("when", "now") : Map.of());
  }

  private static int show(Invocation call) throws Failure {
    Optional<String> name = call.optional(AGENT);
    JsonNode answer =
        call.platform().get("/api/agents" + name.map(who -> "/" + Platform.part(who)).orElse(""));
    if (call.json()) {
      call.terminal().json(answer);
      return ExitCode.OK;
    }
    Table table = table();
    if (name.isPresent()) {
      add(table, answer);
    } else {
      answer.path("agents").forEach(agent -> add(table, agent));
    }
    call.terminal().lines(table.lines());
    return ExitCode.OK;
  }

  static Table table() {
    return new Table("Agent", "Name", "State", ">For", "Telephone", "Reason", "Call", "Queues");
  }

  static void add(Table table, JsonNode agent) {
    String asked = Shown.text(agent, "pauseAsked");
    boolean leaving = agent.path("logoutAsked").asBoolean();
    String state = Shown.text(agent, "state");
    table.add(
        Shown.text(agent, "id"),
        Shown.text(agent, "name"),
        state + (leaving ? " (then out)" : asked.isEmpty() ? "" : " (then " + asked + ")"),
        Shown.since(agent, "sinceMillis", System.currentTimeMillis()),
        Shown.text(agent, "telephone"),
        Shown.text(agent, "reason"),
        Shown.text(agent, "call"),
        Shown.words(agent.path("queues")));
  }

  private static Map<String, String> field(Invocation call, String parameter, String field) {
    Map<String, String> body = new HashMap<>();
    call.optional(parameter).ifPresent(value -> body.put(field, value));
    return body;
  }

  private static int ask(Invocation call, String verb, Map<String, String> body) throws Failure {
    String route = "/api/agents/" + Platform.part(call.word(AGENT)) + "/" + verb;
    JsonNode answer = call.platform().post(route, body);
    if (call.json()) {
      call.terminal().json(answer);
    } else {
      String done = Shown.text(answer, "done");
      call.terminal().line(done.isEmpty() ? "Done." : done);
    }
    return ExitCode.OK;
  }
}
