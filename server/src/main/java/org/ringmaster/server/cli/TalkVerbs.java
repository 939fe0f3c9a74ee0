// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Verbs about the call that an agent has in hand. */
final class TalkVerbs {
  private static final String AGENT = "AGENT";
  private static final String KIND = "KIND";
  private static final String NAME = "NAME";
  private static final Verb.Parameter WHO =
      Verb.Parameter.must(AGENT, "The agent who has the call in hand.");
  private static final Verb.Parameter WHAT =
      Verb.Parameter.must(KIND, "What follows: `agent`, `queue` or `number`.");
  private static final Verb.Parameter WHOM =
      Verb.Parameter.must(NAME, "The agent, the queue or the number.");

  private TalkVerbs() {}

  static List<Verb> all() {
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
            WHOM));
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
