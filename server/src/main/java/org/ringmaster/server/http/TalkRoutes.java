// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.board.AgentBoard;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.talk.Destination;
import org.ringmaster.core.talk.TalkInput;
import org.ringmaster.server.config.Role;

/**
 * What can be asked for the call that an agent has in hand. The kernel says yes or no, after it is
 * in the journal; who asked is in the facts.
 */
final class TalkRoutes {
  private static final long PATIENCE_SECONDS = 10;
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Pattern NUMBER = Pattern.compile("\\+?[0-9*#]{1,32}");

  private final AgentBoard agents;
  private final Requests requests;

  TalkRoutes(AgentBoard agents, Requests requests) {
    this.agents = agents;
    this.requests = requests;
  }

  List<Route> routes() {
    return List.of(
        route("hold", (agent, asked) -> new TalkInput.Hold(agent, author(asked))),
        route("resume", (agent, asked) -> new TalkInput.Resume(agent, author(asked))),
        route(
            "transfer",
            (agent, asked) -> new TalkInput.HandOn(agent, destination(asked), author(asked))),
        route(
            "consult",
            (agent, asked) -> new TalkInput.Consult(agent, destination(asked), author(asked))),
        route("complete", (agent, asked) -> new TalkInput.Complete(agent, author(asked))),
        route("cancel", (agent, asked) -> new TalkInput.Cancel(agent, author(asked))),
        route("swap", (agent, asked) -> new TalkInput.Swap(agent, author(asked))),
        route("conference", (agent, asked) -> new TalkInput.Join(agent, author(asked))),
        route("park", (agent, asked) -> new TalkInput.Park(agent, author(asked))),
        route(
            "retrieve",
            (agent, asked) -> new TalkInput.Retrieve(agent, slot(asked), author(asked))),
        route(
            "dial",
            (agent, asked) ->
                asked.text("agent") == null
                    ? new TalkInput.Dial(agent, number(asked.text("number")), author(asked))
                    : new TalkInput.DialAgent(
                        agent,
                        new AgentId(word("agent", AgentRoutes.mustWord(asked, "agent"))),
                        author(asked))));
  }

  private Route route(String verb, BiFunction<AgentId, WebRequest, Input> input) {
    return Route.later(
        "POST", "/api/agents/{agent}/call/" + verb, Role.AGENT, asked -> serve(asked, input));
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
        .ask(input.apply(agent, asked), author(asked))
        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .thenApply(AgentRoutes::reply);
  }

  private static String author(WebRequest asked) {
    return asked.who().name();
  }

  /** Exactly one of an agent, a queue and a number. */
  private static Destination destination(WebRequest asked) {
    String agent = asked.text("agent");
    String queue = asked.text("queue");
    String number = asked.text("number");
    int named = (agent == null ? 0 : 1) + (queue == null ? 0 : 1) + (number == null ? 0 : 1);
    if (named != 1) {
      throw new RefusedRequest(400, "Name one of 'agent', 'queue' and 'number'.", null);
    }
    if (agent != null) {
      return Destination.agent(new AgentId(word("agent", agent)));
    }
    return queue != null
        ? Destination.queue(new QueueId(word("queue", queue)))
        : Destination.number(number(number));
  }

  private static String word(String what, String text) {
    if (!WORD.matcher(text).matches()) {
      throw new RefusedRequest(
          400, "'" + what + "' must be one word of letters, digits, dots and dashes.", null);
    }
    return text;
  }

  private static int slot(WebRequest asked) {
    String text = asked.text("slot");
    if (text == null || !text.matches("[0-9]{1,9}")) {
      throw new RefusedRequest(400, "'slot' must be the number of a place, such as \"701\".", null);
    }
    return Integer.parseInt(text);
  }

  private static String number(@org.jspecify.annotations.Nullable String text) {
    if (text == null || !NUMBER.matcher(text).matches()) {
      throw new RefusedRequest(
          400, "'number' must be the keys of a telephone, perhaps behind a plus.", null);
    }
    return text;
  }
}
