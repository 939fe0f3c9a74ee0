// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Verbs about the call that an agent has in hand. */
final class TalkVerbs {
  private static final String AGENT = "AGENT";
  private static final String KIND = "KIND";
  private static final String NAME = "NAME";
  private static final String SLOT = "SLOT";
  private static final String NUMBER = "NUMBER";
  private static final Verb.Parameter WHO =
      Verb.Parameter.must(AGENT, "The agent who has the call in hand.");
  private static final Verb.Parameter WHAT =
      Verb.Parameter.must(KIND, "What follows: `agent`, `queue` or `number`.");
  private static final Verb.Parameter WHOM =
      Verb.Parameter.must(NAME, "The agent, the queue or the number.");

  private TalkVerbs() {}

  static List<Verb> all() {
    return Stream.concat(withTheCustomer().stream(), elsewhere().stream()).toList();
  }

  private static List<Verb> withTheCustomer() {
    return List.of(
        Verb.of(
            "call hold",
            "Lets the customer hear music until they are taken back.",
            call -> ask(call, "hold", Map.of()),
            WHO),
        Verb.of(
            "call resume",
            "Takes the customer back who is on hold.",
            call -> ask(call, "resume", Map.of()),
            WHO),
        Verb.of(
            "call transfer",
            "Hands the customer on without waiting for an answer: `call transfer anna queue"
                + " sales`.",
            call -> ask(call, "transfer", destination(call)),
            WHO,
            WHAT,
            WHOM),
        Verb.of(
            "call consult",
            "Has an agent or an outside number rung for advice, while the customer hears music.",
            call -> ask(call, "consult", destination(call)),
            WHO,
            Verb.Parameter.must(KIND, "What follows: `agent` or `number`."),
            Verb.Parameter.must(NAME, "The agent or the number.")),
        Verb.of(
            "call complete",
            "Gives the customer to whom was consulted; in a conference, leaves it.",
            call -> ask(call, "complete", Map.of()),
            WHO),
        Verb.of(
            "call cancel",
            "Lets go whom was consulted, and talks with the customer again.",
            call -> ask(call, "cancel", Map.of()),
            WHO),
        Verb.of(
            "call swap",
            "Talks with the other of customer and consulted.",
            call -> ask(call, "swap", Map.of()),
            WHO),
        Verb.of(
            "call conference",
            "Lets all three hear each other.",
            call -> ask(call, "conference", Map.of()),
            WHO));
  }

  private static List<Verb> elsewhere() {
    return List.of(
        Verb.of(
            "call park",
            "Parks the customer, and says where.",
            call -> ask(call, "park", Map.of()),
            WHO),
        Verb.of(
            "call parked",
            "Shows who is parked: in which place, since when, by whom.",
            TalkVerbs::parked),
        Verb.of(
            "call retrieve",
            "Fetches a parked customer; the agent's telephone is rung.",
            call -> ask(call, "retrieve", Map.of("slot", call.word(SLOT))),
            Verb.Parameter.must(AGENT, "The agent who shall have the call."),
            Verb.Parameter.must(SLOT, "The place, such as 701.")),
        Verb.of(
            "call dial",
            "Calls an outside number that the configuration allows; the agent's telephone is rung"
                + " first.",
            call -> ask(call, "dial", Map.of("number", call.word(NUMBER))),
            Verb.Parameter.must(AGENT, "The agent who calls."),
            Verb.Parameter.must(NUMBER, "The number.")),
        Verb.of(
            "call colleague",
            "Calls another agent; the caller's telephone is rung first.",
            call -> ask(call, "dial", Map.of("agent", call.word(NAME))),
            Verb.Parameter.must(AGENT, "The agent who calls."),
            Verb.Parameter.must(NAME, "The agent who is called.")));
  }

  private static int parked(Invocation call) throws Failure {
    JsonNode answer = call.platform().get("/api/parked");
    if (call.json()) {
      call.terminal().json(answer);
      return ExitCode.OK;
    }
    Table table = new Table(">Place", "Caller", ">Parked for", "By", "Queue", "Call");
    long now = System.currentTimeMillis();
    answer
        .path("parked")
        .forEach(
            row ->
                table.add(
                    Shown.text(row, "slot"),
                    Shown.text(row, "caller"),
                    Shown.since(row, "stageSinceMillis", now),
                    Shown.text(row, "handedBy"),
                    Shown.text(row, "queue"),
                    Shown.text(row, "id")));
    call.terminal().lines(table.lines());
    call.terminal().line(table.size() + " parked");
    return ExitCode.OK;
  }

  private static Map<String, String> destination(Invocation call) throws Failure {
    String kind = call.word(KIND);
    if (!List.of("agent", "queue", "number").contains(kind)) {
      throw Failure.of("'" + kind + "' is none of agent, queue, number");
    }
    Map<String, String> body = new HashMap<>();
    body.put(kind, call.word(NAME));
    return body;
  }

  private static int ask(Invocation call, String verb, Map<String, String> body) throws Failure {
    String route = "/api/agents/" + Platform.part(call.word(AGENT)) + "/call/" + verb;
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
