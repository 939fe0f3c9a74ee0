// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.supervision.SupervisionInput;
import org.ringmaster.core.supervision.SupervisionMode;
import org.ringmaster.server.config.Role;

/**
 * What supervisors can ask for at the talk of an agent, named by the agent or by the call. Only
 * supervisors are served; who asked is in the facts.
 */
final class SupervisionRoutes {
  private static final long PATIENCE_SECONDS = 10;

  private final Requests requests;

  SupervisionRoutes(Requests requests) {
    this.requests = requests;
  }

  List<Route> routes() {
    List<Route> all = new ArrayList<>();
    attend(all, "listen", SupervisionMode.LISTEN);
    attend(all, "whisper", SupervisionMode.WHISPER);
    attend(all, "barge", SupervisionMode.BARGE);
    attend(all, "takeover", SupervisionMode.TAKE_OVER);
    all.add(
        Route.later(
            "POST",
            "/api/agents/{agent}/call/leave",
            Role.SUPERVISOR,
            asked -> leave(asked, agent(asked), null)));
    all.add(
        Route.later(
            "POST",
            "/api/calls/{call}/leave",
            Role.SUPERVISOR,
            asked -> leave(asked, null, call(asked))));
    return all;
  }

  private void attend(List<Route> all, String verb, SupervisionMode mode) {
    all.add(
        Route.later(
            "POST",
            "/api/agents/{agent}/call/" + verb,
            Role.SUPERVISOR,
            asked -> attend(asked, agent(asked), null, mode)));
    all.add(
        Route.later(
            "POST",
            "/api/calls/{call}/" + verb,
            Role.SUPERVISOR,
            asked -> attend(asked, null, call(asked), mode)));
  }

  private CompletionStage<Reply> attend(
      WebRequest asked, @Nullable AgentId agent, @Nullable CallId call, SupervisionMode mode) {
    return ask(
        asked,
        new SupervisionInput.Attend(
            agent,
            call,
            mode,
            AgentRoutes.telephone(asked),
            asked.who().agent(),
            new Author(asked.who().name())));
  }

  private CompletionStage<Reply> leave(
      WebRequest asked, @Nullable AgentId agent, @Nullable CallId call) {
    return ask(asked, new SupervisionInput.Leave(agent, call, new Author(asked.who().name())));
  }

  private CompletionStage<Reply> ask(WebRequest asked, Input input) {
    return requests
        .ask(input, asked.who().name())
        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .thenApply(AgentRoutes::reply);
  }

  private static AgentId agent(WebRequest asked) {
    return new AgentId(asked.part("agent"));
  }

  private static CallId call(WebRequest asked) {
    return new CallId(asked.part("call"));
  }
}
