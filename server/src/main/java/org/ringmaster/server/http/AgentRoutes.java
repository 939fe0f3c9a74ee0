// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentInput;
import org.ringmaster.core.agent.PauseReason;
import org.ringmaster.core.board.AgentBoard;
import org.ringmaster.core.call.TelephoneId;
import org.ringmaster.core.kernel.Answer;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.steering.SteeringInput;
import org.ringmaster.server.config.Role;

/** What can be asked for an agent. The kernel says yes or no, after it is in the journal. */
final class AgentRoutes {

  private static final long PATIENCE_SECONDS = 10;
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private final AgentBoard agents;
  private final Requests requests;

  AgentRoutes(AgentBoard agents, Requests requests) {
    this.agents = agents;
    this.requests = requests;
  }

  List<Route> routes() {
    return List.of(
        route("login", (agent, asked) -> new AgentInput.SignIn(agent, telephone(asked))),
        route("logout", AgentRoutes::signOut),
        route("pause", AgentRoutes::pause),
        route("unpause", AgentRoutes::unpause),
        route("end-wrap-up", (agent, asked) -> new AgentInput.EndWrapUp(agent)));
  }

  // What somebody does for an agent whom they are not is steering, and has an author.

  private static Input signOut(AgentId agent, WebRequest asked) {
    boolean now = SteeringRoutes.atOnce(asked);
    return agent.equals(asked.who().agent()) && !now
        ? new AgentInput.SignOut(agent)
        : new SteeringInput.SignOutAgent(
            agent, now, SteeringRoutes.seen(asked), SteeringRoutes.author(asked));
  }

  private static Input pause(AgentId agent, WebRequest asked) {
    return agent.equals(asked.who().agent())
        ? new AgentInput.Pause(agent, reason(asked))
        : new SteeringInput.PauseAgent(
            agent, reason(asked), SteeringRoutes.seen(asked), SteeringRoutes.author(asked));
  }

  private static Input unpause(AgentId agent, WebRequest asked) {
    return agent.equals(asked.who().agent())
        ? new AgentInput.Unpause(agent)
        : new SteeringInput.UnpauseAgent(
            agent, SteeringRoutes.seen(asked), SteeringRoutes.author(asked));
  }

  private Route route(String verb, BiFunction<AgentId, WebRequest, Input> input) {
    return Route.later(
        "POST", "/api/agents/{agent}/" + verb, Role.AGENT, asked -> serve(asked, input));
  }

  private CompletionStage<Reply> serve(
      WebRequest asked, BiFunction<AgentId, WebRequest, Input> input) {
    AgentId agent = new AgentId(asked.part("agent"));
    if (!asked.who().mayActFor(agent)) {
      return CompletableFuture.completedFuture(
          Reply.error(403, asked.who().name() + " may not do this for agent " + agent + "."));
    }
    if (agents.row(agent) == null) {
      return CompletableFuture.completedFuture(Reply.error(404, "No agent " + agent + "."));
    }
    return requests
        .ask(input.apply(agent, asked), asked.who().name())
        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .thenApply(AgentRoutes::reply);
  }

  static Reply reply(Answer answer) {
    return switch (answer) {
      case Answer.Refused refused -> Reply.error(409, refused.why());
      case Answer.Accepted accepted ->
          Reply.json(
              200,
              out -> {
                out.writeStartObject();
                out.writeStringField("done", accepted.detail());
                out.writeEndObject();
              });
    };
  }

  static @Nullable TelephoneId telephone(WebRequest asked) {
    String text = asked.text("telephone");
    return text == null ? null : new TelephoneId(word("telephone", text));
  }

  static PauseReason reason(WebRequest asked) {
    String text = asked.text("reason");
    return text == null ? PauseReason.NONE : new PauseReason(word("reason", text));
  }

  /** A word of the body's object that must be there. */
  static String mustWord(WebRequest asked, String name) {
    String text = asked.text(name);
    if (text == null) {
      throw new RefusedRequest(400, "'" + name + "' is missing.", null);
    }
    return word(name, text);
  }

  private static String word(String what, String text) {
    if (!WORD.matcher(text).matches()) {
      throw new RefusedRequest(
          400, "'" + what + "' must be one word of letters, digits, dots and dashes.", null);
    }
    return text;
  }
}
