// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.board.Boards;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.callback.Booking;
import org.ringmaster.core.callback.Callback;
import org.ringmaster.core.callback.CallbackId;
import org.ringmaster.core.callback.CallbackInput;
import org.ringmaster.core.desk.DeskWork;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.server.config.Role;

/** Callbacks that agents agree with customers on their page: each their own. */
final class BookingRoutes {

  private static final long PATIENCE_SECONDS = 10;
  private static final long MICROS_PER_MILLI = 1_000;
  private static final long MICROS_PER_MINUTE = 60_000_000;
  private static final long MOST_MINUTES = 60 * 24 * 7;
  private static final long USUAL_MINUTES = 60;
  private static final int MOST_NOTE = 1_000;
  private static final Pattern NUMBER = Pattern.compile("\\+?[0-9 ()./-]{5,32}");

  private final Boards boards;
  private final QueueNames names;
  private final Requests requests;

  BookingRoutes(Boards boards, Requests requests) {
    this.boards = boards;
    this.names = boards::nameOf;
    this.requests = requests;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/desk/callbacks", Role.AGENT, this::mine),
        Route.later(
            "POST",
            "/api/desk/callback",
            Role.AGENT,
            asked -> ask(asked, booked(asked, DeskRoutes.agent(asked)))),
        Route.later("POST", "/api/agents/{agent}/callback", Role.AGENT, this::bookFor),
        Route.later("POST", "/api/desk/callback/cancel", Role.AGENT, this::cancel));
  }

  private CompletionStage<Reply> ask(WebRequest asked, Input input) {
    return requests
        .ask(input, asked.who().name())
        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .thenApply(AgentRoutes::reply);
  }

  private CompletionStage<Reply> bookFor(WebRequest asked) {
    AgentId agent = new AgentId(asked.part("agent"));
    if (!asked.who().mayActFor(agent)) {
      return CompletableFuture.completedFuture(
          Reply.error(403, asked.who().name() + " may not do this for agent " + agent + "."));
    }
    return boards.agents().row(agent) == null
        ? CompletableFuture.completedFuture(Reply.error(404, "No agent " + agent + "."))
        : ask(asked, booked(asked, agent));
  }

  private Input booked(WebRequest asked, AgentId agent) {
    DeskWork work = boards.desks().row(agent).work();
    String zone = zone(asked);
    long fromMicros = instantMicros(asked, zone);
    long minutes = asked.whole("minutes", 1, MOST_MINUTES, USUAL_MINUTES);
    String whose = asked.text("whose");
    if (whose != null && !whose.equals("mine") && !whose.equals("anyone")) {
      throw new RefusedRequest(400, "'whose' must be mine or anyone.", null);
    }
    String note = asked.prose("note", MOST_NOTE);
    return new CallbackInput.Book(
        new Booking(agent, "mine".equals(whose), fromMicros, zone, Personal.ofNullable(note)),
        callOf(asked, work),
        queueOf(asked, work),
        number(asked),
        fromMicros + minutes * MICROS_PER_MINUTE,
        new Author(asked.who().name()));
  }

  private static @Nullable CallId callOf(WebRequest asked, @Nullable DeskWork work) {
    String call = asked.text("call");
    if (call != null && work != null && work.call().value().equals(call)) {
      return work.call();
    }
    return null;
  }

  private static @Nullable QueueId queueOf(WebRequest asked, @Nullable DeskWork work) {
    return asked.text("queue") != null
        ? new QueueId(AgentRoutes.mustWord(asked, "queue"))
        : work == null ? null : work.queue();
  }

  private static Personal number(WebRequest asked) {
    String text = asked.text("number");
    if (text == null || !NUMBER.matcher(text).matches()) {
      throw new RefusedRequest(
          400, "'number' must be a telephone number, such as +4930123456.", null);
    }
    return new Personal(text.replaceAll("[ ()./-]", ""));
  }

  private static String zone(WebRequest asked) {
    String zone = asked.text("zone");
    try {
      return ZoneId.of(zone == null ? "" : zone).getId();
    } catch (DateTimeException e) {
      throw new RefusedRequest(400, "'zone' must be a time zone, such as Europe/Berlin.", e);
    }
  }

  /** A time that a clock there jumps over is taken as long after the jump. */
  private static long instantMicros(WebRequest asked, String zone) {
    String at = asked.text("at");
    try {
      return LocalDateTime.parse(at == null ? "" : at)
              .atZone(ZoneId.of(zone))
              .toInstant()
              .toEpochMilli()
          * MICROS_PER_MILLI;
    } catch (DateTimeException e) {
      throw new RefusedRequest(
          400, "'at' must be a day and a time there, such as 2026-11-27T15:00.", e);
    }
  }

  private CompletionStage<Reply> cancel(WebRequest asked) {
    AgentId agent = DeskRoutes.agent(asked);
    CallbackId id = new CallbackId(AgentRoutes.mustWord(asked, "callback"));
    Callback row = boards.callbacks().row(id);
    boolean isTheirs = row != null && row.booking() != null && row.booking().agent().equals(agent);
    return isTheirs
        ? ask(asked, new CallbackInput.Cancel(id, new Author(asked.who().name())))
        : CompletableFuture.completedFuture(
            Reply.error(404, "You have agreed no callback " + id + ", or it is over."));
  }

  private Reply mine(WebRequest asked) {
    AgentId agent = DeskRoutes.agent(asked);
    List<Callback> rows =
        boards.callbacks().rows().stream()
            .filter(row -> row.booking() != null && row.booking().agent().equals(agent))
            .sorted(Comparator.comparingLong(Callback::sinceMicros))
            .toList();
    return Reply.json(
        200,
        out -> {
          out.writeStartObject();
          out.writeArrayFieldStart("callbacks");
          for (Callback row : rows) {
            write(out, row, Objects.requireNonNull(row.booking()));
          }
          out.writeEndArray();
          out.writeEndObject();
        });
  }

  private void write(JsonGenerator out, Callback row, Booking booking) throws IOException {
    ZonedDateTime there =
        Instant.ofEpochMilli(booking.fromMicros() / MICROS_PER_MILLI)
            .atZone(ZoneId.of(booking.zone()));
    out.writeStartObject();
    out.writeStringField("id", row.id().value());
    names.write(out, row.queue());
    out.writeStringField("number", row.number().text());
    out.writeStringField("state", BoardJson.word(row.state()));
    out.writeStringField("whose", booking.mine() ? "mine" : "anyone");
    out.writeStringField("at", there.toLocalDateTime().toString());
    out.writeStringField("zone", booking.zone());
    out.writeNumberField("fromMillis", booking.fromMicros() / MICROS_PER_MILLI);
    out.writeNumberField("untilMillis", row.expiresAtMicros() / MICROS_PER_MILLI);
    out.writeStringField("note", booking.note() == null ? "" : booking.note().text());
    out.writeStringField("call", row.call() == null ? null : row.call().value());
    out.writeEndObject();
  }
}
