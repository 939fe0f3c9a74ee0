// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentInput;
import org.ringmaster.core.board.Boards;
import org.ringmaster.core.board.DeskBoard;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.desk.DeskInput;
import org.ringmaster.core.desk.DeskWork;
import org.ringmaster.core.desk.Disposition;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.server.config.Role;

/** What agents ask on their page: each for themselves, whatever else they may. */
final class DeskRoutes {

  private static final long PATIENCE_SECONDS = 10;
  private static final int MAX_NOTE = 4_000;

  private final DeskBoard desks;
  private final QueueNames names;
  private final Callers callers;
  private final Requests requests;

  DeskRoutes(Boards boards, Callers callers, Requests requests) {
    this.desks = boards.desks();
    this.names = boards::nameOf;
    this.callers = callers;
    this.requests = requests;
  }

  List<Route> routes() {
    return List.of(
        route(
            "sign-in", (agent, asked) -> new DeskInput.SignIn(agent, AgentRoutes.telephone(asked))),
        route("sign-out", (agent, asked) -> new AgentInput.SignOut(agent)),
        route("pause", (agent, asked) -> new AgentInput.Pause(agent, AgentRoutes.reason(asked))),
        route("resume", (agent, asked) -> new DeskInput.Resume(agent)),
        route("end-wrap-up", (agent, asked) -> new AgentInput.EndWrapUp(agent)),
        route("extend-wrap-up", (agent, asked) -> new AgentInput.ExtendWrapUp(agent)),
        route(
            "note",
            (agent, asked) ->
                new DeskInput.KeepNote(
                    agent,
                    call(asked),
                    asked.whole("seenVersion", 0, Long.MAX_VALUE, 0),
                    new Personal(asked.prose("text", MAX_NOTE)))),
        route(
            "disposition",
            (agent, asked) -> new DeskInput.Dispose(agent, call(asked), disposition(asked))),
        route("flag", (agent, asked) -> new DeskInput.FlagMoment(agent, call(asked))),
        Route.later("GET", "/api/desk/caller", Role.AGENT, this::caller));
  }

  private Route route(String verb, BiFunction<AgentId, WebRequest, Input> input) {
    return Route.later(
        "POST",
        "/api/desk/" + verb,
        Role.AGENT,
        asked ->
            requests
                .ask(input.apply(agent(asked), asked), asked.who().name())
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .thenApply(AgentRoutes::reply));
  }

  /** Who has no agent has no desk. */
  static AgentId agent(WebRequest asked) {
    AgentId agent = asked.who().agent();
    if (agent == null) {
      throw new RefusedRequest(
          403,
          asked.who().name()
              + " is no agent: give the user an agent under users: in ringmaster.yaml.",
          null);
    }
    return agent;
  }

  /** Where the one whom the agent works with has been before. */
  private CompletionStage<Reply> caller(WebRequest asked) {
    DeskWork work = desks.row(agent(asked)).work();
    return work == null
        ? CompletableFuture.completedFuture(Reply.error(404, "You work with nobody."))
        : callers
            .contactsBefore(work.call())
            .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
            .thenApply(contacts -> DeskJson.contacts(work.call(), contacts, names));
  }

  private static CallId call(WebRequest asked) {
    return new CallId(AgentRoutes.mustWord(asked, "call"));
  }

  private static Disposition disposition(WebRequest asked) {
    return new Disposition(AgentRoutes.mustWord(asked, "disposition"));
  }
}
