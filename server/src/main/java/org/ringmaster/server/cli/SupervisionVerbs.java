// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ringmaster.core.kernel.IdShape;

/** Verbs with which supervisors attend the talks of agents. */
final class SupervisionVerbs {
  private static final String TALK = "TALK";
  private static final String TELEPHONE = "TELEPHONE";
  private static final Verb.Parameter WHICH =
      Verb.Parameter.must(TALK, "Whose talk: an agent's name, or the call's id.");
  private static final Verb.Parameter ON =
      Verb.Parameter.may(
          TELEPHONE, "What to ring; not needed by who is there already, or signed in as an agent.");

  private SupervisionVerbs() {}

  static List<Verb> all() {
    return List.of(
        attend("listen", "Lets you hear both sides of a talk; nobody hears you. For supervisors."),
        attend("whisper", "The same, and the agent alone hears you."),
        attend("barge", "The same, and both hear you."),
        attend("takeover", "Gives you the customer; the agent wraps up."),
        Verb.of(
            "call leave",
            "Leaves the talk that you attend.",
            call -> ask(call, "leave", Map.of()),
            WHICH));
  }

  private static Verb attend(String verb, String help) {
    return Verb.of(
        "call " + verb,
        help,
        call -> {
          Map<String, String> body = new HashMap<>();
          call.optional(TELEPHONE).ifPresent(telephone -> body.put("telephone", telephone));
          return ask(call, verb, body);
        },
        WHICH,
        ON);
  }

  private static int ask(Invocation call, String verb, Map<String, String> body) throws Failure {
    String talk = call.word(TALK);
    String route =
        IdShape.isOurs(talk)
            ? "/api/calls/" + Platform.part(talk) + "/" + verb
            : "/api/agents/" + Platform.part(talk) + "/call/" + verb;
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
