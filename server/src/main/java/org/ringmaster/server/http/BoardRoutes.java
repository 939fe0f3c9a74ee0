// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.board.AgentRow;
import org.ringmaster.core.board.Boards;
import org.ringmaster.core.board.CallRow;
import org.ringmaster.core.board.CallStage;
import org.ringmaster.core.board.Explanation;
import org.ringmaster.core.board.LadderStep;
import org.ringmaster.core.board.LegLane;
import org.ringmaster.core.board.TelephoneRow;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.TelephoneId;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.server.config.Role;
import org.ringmaster.server.wall.AlarmWatch;
import org.ringmaster.server.wall.QueueSight;

/** Everything that only looks. */
final class BoardRoutes {

  /** Writes one row. */
  @FunctionalInterface
  private interface RowWriter<R> {
    void write(JsonGenerator out, R row) throws IOException;
  }

  private final Boards boards;
  private final AlarmWatch alarms;
  private final Supplier<LocalDate> today;
  private final Past past;

  BoardRoutes(Boards boards, AlarmWatch alarms, Supplier<LocalDate> today, Past past) {
    this.boards = boards;
    this.alarms = alarms;
    this.past = past;
    this.today = today;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/queues", Role.VIEWER, asked -> queues()),
        Route.get("/api/queues/{queue}", Role.VIEWER, this::queue),
        Route.get("/api/agents", Role.VIEWER, asked -> agents()),
        Route.get("/api/agents/{agent}", Role.VIEWER, this::agent),
        Route.get("/api/calls", Role.VIEWER, this::calls),
        Route.get("/api/parked", Role.VIEWER, this::parked),
        Route.get("/api/calls/{call}", Role.VIEWER, this::call),
        Route.later("GET", "/api/calls/{call}/ladder", Role.SUPERVISOR, this::ladder),
        Route.later("GET", "/api/calls/{call}/legs", Role.SUPERVISOR, this::legs),
        Route.later("GET", "/api/calls/{call}/explanation", Role.SUPERVISOR, this::explanation),
        Route.get("/api/trunks", Role.VIEWER, asked -> trunks()),
        Route.get("/api/telephones", Role.VIEWER, asked -> telephones()),
        Route.get("/api/telephones/{telephone}", Role.VIEWER, this::telephone),
        Route.get("/api/nodes", Role.VIEWER, asked -> nodes()));
  }

  private Reply queues() {
    LocalDate day = today.get();
    return list("queues", alarms.sights(), (out, row) -> BoardJson.queue(out, row, day));
  }

  private Reply queue(WebRequest asked) {
    QueueSight row = alarms.sight(new QueueId(asked.part("queue")));
    LocalDate day = today.get();
    return row == null
        ? Reply.error(404, "No queue " + asked.part("queue") + ".")
        : Reply.json(200, out -> BoardJson.queue(out, row, day));
  }

  private Reply agents() {
    return list("agents", boards.agents().rows(), BoardJson::agent);
  }

  private Reply agent(WebRequest asked) {
    AgentRow row = boards.agents().row(new AgentId(asked.part("agent")));
    return row == null
        ? Reply.error(404, "No agent " + asked.part("agent") + ".")
        : Reply.json(200, out -> BoardJson.agent(out, row));
  }

  private Reply calls(WebRequest asked) {
    boolean open = asked.who().may(Role.SUPERVISOR);
    boolean ended = asked.wants("ended");
    String queue = asked.query().getOrDefault("queue", List.of()).stream().findFirst().orElse(null);
    List<CallRow> rows =
        boards.calls().rows().stream()
            .filter(row -> (row.stage() == CallStage.ENDED) == ended)
            .filter(row -> queue == null || isOf(row, queue))
            .toList();
    return list("calls", rows, (out, row) -> BoardJson.call(out, row, open, boards::nameOf));
  }

  private Reply parked(WebRequest asked) {
    boolean open = asked.who().may(Role.SUPERVISOR);
    return list(
        "parked",
        boards.calls().parked(),
        (out, row) -> BoardJson.call(out, row, open, boards::nameOf));
  }

  private static boolean isOf(CallRow row, String queue) {
    return row.queue() != null && row.queue().value().equals(queue);
  }

  private Reply call(WebRequest asked) {
    CallRow row = boards.calls().row(new CallId(asked.part("call")));
    boolean open = asked.who().may(Role.SUPERVISOR);
    return row == null
        ? noCall(asked)
        : Reply.json(200, out -> BoardJson.call(out, row, open, boards::nameOf));
  }

  private CompletionStage<Reply> ladder(WebRequest asked) {
    return steps(asked, steps -> list("steps", steps, BoardJson::step));
  }

  private CompletionStage<Reply> legs(WebRequest asked) {
    return steps(asked, steps -> list("legs", LegLane.of(steps), WallJson::lane));
  }

  private CompletionStage<Reply> explanation(WebRequest asked) {
    return steps(asked, steps -> list("sentences", Explanation.of(steps), BoardJson::sentence));
  }

  /**
   * The steps that the board has, where it has seen the call from its beginning, or else those that
   * the journey store has.
   */
  private CompletionStage<Reply> steps(WebRequest asked, Function<List<LadderStep>, Reply> reply) {
    CallId call = new CallId(asked.part("call"));
    List<LadderStep> steps = boards.ladders().steps(call);
    boolean whole = steps.stream().anyMatch(step -> step.what() instanceof CallFact.CallStarted);
    if (whole || (!steps.isEmpty() && past.readers().get().isEmpty())) {
      return CompletableFuture.completedFuture(reply.apply(steps));
    }
    if (past.readers().get().isEmpty()) {
      return CompletableFuture.completedFuture(noCall(asked));
    }
    return past.read(
        readers -> {
          List<LadderStep> stored = readers.calls().steps(call);
          List<LadderStep> more = stored.isEmpty() ? steps : stored;
          return more.isEmpty() ? noCall(asked) : reply.apply(more);
        });
  }

  private static Reply noCall(WebRequest asked) {
    return Reply.error(
        404,
        "No call "
            + asked.part("call")
            + " is live, has ended lately, or is in the journey store.");
  }

  private Reply trunks() {
    return list("trunks", boards.trunks().trunks(), BoardJson::trunk);
  }

  private Reply telephones() {
    return list("telephones", boards.telephones().rows(), BoardJson::telephone);
  }

  private Reply telephone(WebRequest asked) {
    TelephoneRow row = boards.telephones().row(new TelephoneId(asked.part("telephone")));
    return row == null
        ? Reply.error(404, "No telephone " + asked.part("telephone") + ".")
        : Reply.json(200, out -> BoardJson.telephone(out, row));
  }

  private Reply nodes() {
    return list("nodes", boards.trunks().nodes(), BoardJson::node);
  }

  private static <R> Reply list(String name, Collection<R> rows, RowWriter<R> writer) {
    return Reply.json(
        200,
        out -> {
          out.writeStartObject();
          out.writeArrayFieldStart(name);
          for (R row : rows) {
            writer.write(out, row);
          }
          out.writeEndArray();
          out.writeEndObject();
        });
  }
}
