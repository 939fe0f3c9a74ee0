// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.board.Boards;
import org.ringmaster.core.callback.Callback;
import org.ringmaster.core.callback.CallbackId;
import org.ringmaster.core.callback.CallbackInput;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.server.config.Role;

/** Who is to be called back, and what can be asked for them. Who asked is in the facts. */
final class CallbackRoutes {

  private static final long PATIENCE_SECONDS = 10;
  private static final long MICROS_PER_MILLI = 1_000;

  private final Boards boards;
  private final QueueNames names;
  private final Requests requests;

  CallbackRoutes(Boards boards, Requests requests) {
    this.boards = boards;
    this.names = boards::nameOf;
    this.requests = requests;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/callbacks", Role.VIEWER, this::all),
        Route.get("/api/callbacks/{callback}", Role.VIEWER, this::one),
        route("cancel", CallbackInput.Cancel::new),
        route("now", CallbackInput.Hasten::new));
  }

  private Route route(String verb, BiFunction<CallbackId, Author, Input> input) {
    return Route.later(
        "POST", "/api/callbacks/{callback}/" + verb, Role.SUPERVISOR, asked -> serve(asked, input));
  }

  private CompletionStage<Reply> serve(
      WebRequest asked, BiFunction<CallbackId, Author, Input> input) {
    String author = asked.who().name();
    return requests
        .ask(input.apply(new CallbackId(asked.part("callback")), new Author(author)), author)
        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .thenApply(AgentRoutes::reply);
  }

  private Reply all(WebRequest asked) {
    boolean open = asked.who().may(Role.SUPERVISOR);
    List<Callback> rows =
        boards.callbacks().rows().stream()
            .sorted(Comparator.comparingLong(Callback::sinceMicros))
            .toList();
    return Reply.json(
        200,
        out -> {
          out.writeStartObject();
          out.writeArrayFieldStart("callbacks");
          for (Callback row : rows) {
            write(out, row, open);
          }
          out.writeEndArray();
          out.writeEndObject();
        });
  }

  private Reply one(WebRequest asked) {
    Callback row = boards.callbacks().row(new CallbackId(asked.part("callback")));
    boolean open = asked.who().may(Role.SUPERVISOR);
    return row == null
        ? Reply.error(
            404,
            "No callback "
                + asked.part("callback")
                + " is waiting; those that are over are in the journey store.")
        : Reply.json(200, out -> write(out, row, open));
  }

  private void write(JsonGenerator out, Callback row, boolean open) throws IOException {
    out.writeStartObject();
    out.writeStringField("id", row.id().value());
    names.write(out, row.queue());
    out.writeStringField("state", BoardJson.word(row.state()));
    out.writeStringField("mode", BoardJson.word(row.plan().mode()));
    out.writeStringField("number", open ? row.number().text() : row.number().toString());
    out.writeNumberField("priority", row.priority());
    out.writeNumberField("waitingSinceMillis", row.sinceMicros() / MICROS_PER_MILLI);
    out.writeNumberField("takenMillis", row.takenAtMicros() / MICROS_PER_MILLI);
    out.writeNumberField("expiresMillis", row.expiresAtMicros() / MICROS_PER_MILLI);
    out.writeNumberField("tries", row.tries());
    if (row.notBeforeMicros() == 0) {
      out.writeNullField("notBeforeMillis");
    } else {
      out.writeNumberField("notBeforeMillis", row.notBeforeMicros() / MICROS_PER_MILLI);
    }
    text(out, "customer", row.customer());
    text(out, "call", row.call());
    out.writeEndObject();
  }

  private static void text(JsonGenerator out, String name, @Nullable Record id) throws IOException {
    if (id == null) {
      out.writeNullField(name);
    } else {
      out.writeStringField(name, id.toString());
    }
  }
}
