// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.board.Boards;
import org.ringmaster.core.board.QueueRow;
import org.ringmaster.core.call.RecordingId;
import org.ringmaster.core.file.FileEnd;
import org.ringmaster.core.kernel.Answer;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.voicemail.Message;
import org.ringmaster.core.voicemail.MessageId;
import org.ringmaster.core.voicemail.VoicemailInput;
import org.ringmaster.server.config.Role;
import org.ringmaster.server.file.FileRoom;

/**
 * Messages that callers left. An agent sees those of the queues they serve, a supervisor all. Who
 * did what about one is in the facts.
 */
final class MessageRoutes {

  private static final long PATIENCE_SECONDS = 10;
  private static final long MICROS_PER_MILLI = 1_000;

  private final Boards boards;
  private final QueueNames names;
  private final Requests requests;
  private final BiFunction<WebRequest, RecordingId, CompletionStage<Reply>> file;
  private final FileRoom files;

  MessageRoutes(
      Boards boards,
      Requests requests,
      BiFunction<WebRequest, RecordingId, CompletionStage<Reply>> file,
      FileRoom files) {
    this.boards = boards;
    this.names = boards::nameOf;
    this.requests = requests;
    this.file = file;
    this.files = files;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/messages", Role.AGENT, this::all),
        Route.get("/api/messages/{message}", Role.AGENT, this::one),
        route("done", Role.AGENT, VoicemailInput.Finish::new),
        Route.later("GET", "/api/messages/{message}/file", Role.AGENT, this::hear),
        Route.later("POST", "/api/messages/{message}/delete", Role.SUPERVISOR, this::delete),
        Route.later("POST", "/api/messages/{message}/call-back", Role.AGENT, this::callBack));
  }

  private Route route(String verb, Role role, BiFunction<MessageId, Author, Input> input) {
    return Route.later(
        "POST",
        "/api/messages/{message}/" + verb,
        role,
        asked -> {
          Message message = seen(asked);
          return message == null
              ? gone(asked)
              : ask(asked, input.apply(message.id(), new Author(asked.who().name())));
        });
  }

  /** What was recorded, after it is in the journal who had it. */
  private CompletionStage<Reply> hear(WebRequest asked) {
    Message message = seen(asked);
    return message == null || message.recording() == null
        ? gone(asked)
        : file.apply(asked, message.recording());
  }

  private CompletionStage<Reply> delete(WebRequest asked) {
    Message message = seen(asked);
    if (message == null) {
      return gone(asked);
    }
    Author author = new Author(asked.who().name());
    return requests
        .ask(new VoicemailInput.Delete(message.id(), author), asked.who().name())
        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .thenApplyAsync(
            answer ->
                answer instanceof Answer.Accepted && message.recording() != null
                    ? deleted(message, message.recording(), author, answer)
                    : AgentRoutes.reply(answer));
  }

  private Reply deleted(Message message, RecordingId recording, Author author, Answer answer) {
    try {
      if (files.files().find(recording).isPresent()) {
        files.sweep().delete(recording, message.call(), FileEnd.ASKED, author);
      }
      return AgentRoutes.reply(answer);
    } catch (IOException e) {
      return Reply.error(
          503, "The message is deleted, its file is not: " + e.getMessage() + ". It expires.");
    }
  }

  private CompletionStage<Reply> callBack(WebRequest asked) {
    Message message = seen(asked);
    String named = asked.text("agent");
    AgentId agent = named == null ? asked.who().agent() : new AgentId(named);
    if (message == null) {
      return gone(asked);
    }
    if (agent == null) {
      return CompletableFuture.completedFuture(
          Reply.error(400, "\"agent\" must say who shall call back."));
    }
    if (!asked.who().mayActFor(agent)) {
      return CompletableFuture.completedFuture(
          Reply.error(403, asked.who().name() + " may not do this for agent " + agent + "."));
    }
    return ask(
        asked, new VoicemailInput.CallBack(message.id(), agent, new Author(asked.who().name())));
  }

  private CompletionStage<Reply> ask(WebRequest asked, Input input) {
    return requests
        .ask(input, asked.who().name())
        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .thenApply(AgentRoutes::reply);
  }

  private static CompletionStage<Reply> gone(WebRequest asked) {
    return CompletableFuture.completedFuture(missing(asked));
  }

  private static Reply missing(WebRequest asked) {
    return Reply.error(
        404,
        "No message "
            + asked.part("message")
            + " waits for you; those that are done are in the journey store.");
  }

  /** The message that is asked for, if it is there and who asks may know of it. */
  private @Nullable Message seen(WebRequest asked) {
    Message message = boards.voicemails().row(new MessageId(asked.part("message")));
    return message == null || !maySee(asked, message) ? null : message;
  }

  private boolean maySee(WebRequest asked, Message message) {
    if (asked.who().may(Role.SUPERVISOR)) {
      return true;
    }
    AgentId agent = asked.who().agent();
    QueueRow queue = boards.queues().row(message.queue());
    return agent != null && queue != null && queue.queue().agents().contains(agent);
  }

  private Reply all(WebRequest asked) {
    String wanted = asked.first("queue", "");
    QueueId queue = wanted.isEmpty() ? null : new QueueId(wanted);
    if (queue != null && boards.queues().row(queue) == null) {
      return Reply.error(404, "No queue " + queue + ".");
    }
    List<Message> rows =
        boards.voicemails().rows().stream()
            .filter(row -> !row.isBeingLeft())
            .filter(row -> queue == null || row.queue().equals(queue))
            .filter(row -> maySee(asked, row))
            .sorted(Comparator.comparingLong(Message::atMicros))
            .toList();
    return Reply.json(
        200,
        out -> {
          out.writeStartObject();
          out.writeArrayFieldStart("messages");
          for (Message row : rows) {
            write(out, row);
          }
          out.writeEndArray();
          out.writeEndObject();
        });
  }

  private Reply one(WebRequest asked) {
    Message row = seen(asked);
    return row == null ? missing(asked) : Reply.json(200, out -> write(out, row));
  }

  private void write(JsonGenerator out, Message row) throws IOException {
    out.writeStartObject();
    out.writeStringField("id", row.id().value());
    names.write(out, row.queue());
    out.writeStringField("state", BoardJson.word(row.state()));
    text(out, "number", row.number() == null ? null : row.number().text());
    text(out, "name", row.name() == null ? null : row.name().text());
    out.writeNumberField("leftMillis", row.atMicros() / MICROS_PER_MILLI);
    if (row.durationMillis() < 0) {
      out.writeNullField("durationMillis");
    } else {
      out.writeNumberField("durationMillis", row.durationMillis());
    }
    out.writeNumberField("expiresMillis", row.expiresAtMicros() / MICROS_PER_MILLI);
    text(out, "heardBy", row.heardBy());
    text(out, "calledBackBy", row.calledBackBy() == null ? null : row.calledBackBy().value());
    text(out, "customer", row.customer() == null ? null : row.customer().value());
    out.writeStringField("call", row.call().value());
    text(out, "recording", row.recording() == null ? null : row.recording().value());
    out.writeEndObject();
  }

  private static void text(JsonGenerator out, String name, @Nullable String text)
      throws IOException {
    if (text == null) {
      out.writeNullField(name);
    } else {
      out.writeStringField(name, text);
    }
  }
}
