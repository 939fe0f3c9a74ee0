// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.PauseReason;
import org.ringmaster.core.board.Boards;
import org.ringmaster.core.board.SteeringBoard;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.queue.Door;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.steering.Seat;
import org.ringmaster.core.steering.Steered;
import org.ringmaster.core.steering.SteeringInput;
import org.ringmaster.server.config.Role;

/**
 * What supervisors change while the centre is at work. A request may say in {@code seen} which
 * change it has seen last; one that has not seen another's is refused with what that one did.
 */
final class SteeringRoutes {

  private static final long PATIENCE_SECONDS = 10;
  private static final long MICROS_PER_MILLI = 1_000;
  private static final long MICROS_PER_MINUTE = 60_000_000;
  private static final long MOST_MINUTES = 60L * 24 * 366;
  private static final int MOST = 1_000;
  private static final int MOST_PROMPTS = 8;

  private final Boards boards;
  private final Requests requests;
  private final LongSupplier epochMillis;
  private final ZoneId zone;

  /** Routes of a site whose days end in the zone. */
  SteeringRoutes(Boards boards, Requests requests, LongSupplier epochMillis, ZoneId zone) {
    this.boards = boards;
    this.requests = requests;
    this.epochMillis = epochMillis;
    this.zone = zone;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/steering", Role.SUPERVISOR, asked -> all()),
        route("/api/agents/{agent}/move", this::move),
        route(
            "/api/agents/{agent}/restore",
            asked ->
                new SteeringInput.RestoreAgent(
                    new AgentId(asked.part("agent")), queue(asked), seen(asked), author(asked))),
        route("/api/calls/{call}/pull", SteeringRoutes::pull),
        route(
            "/api/calls/{call}/requeue",
            asked ->
                new SteeringInput.RequeueCall(
                    call(asked), queue(asked), seen(asked), author(asked))),
        route("/api/calls/{call}/priority", SteeringRoutes::prioritise),
        route("/api/queues/{queue}/open", asked -> door(asked, true)),
        route("/api/queues/{queue}/close", asked -> door(asked, false)),
        route(
            "/api/queues/{queue}/restore",
            asked ->
                new SteeringInput.RestoreDoor(
                    new QueueId(asked.part("queue")), seen(asked), author(asked))));
  }

  private Route route(String path, Function<WebRequest, Input> input) {
    return Route.later("POST", path, Role.SUPERVISOR, asked -> serve(asked, input.apply(asked)));
  }

  private CompletionStage<Reply> serve(WebRequest asked, Input input) {
    return requests
        .ask(input, asked.who().name())
        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .thenApply(AgentRoutes::reply);
  }

  // What is asked.

  static Author author(WebRequest asked) {
    return new Author(asked.who().name());
  }

  /** The last change that the asker has seen; without it nobody is told what others did. */
  static long seen(WebRequest asked) {
    return asked.whole("seen", 0, Long.MAX_VALUE, SteeringInput.UNSEEN);
  }

  /** Whether something shall be done now rather than after the call. */
  static boolean atOnce(WebRequest asked) {
    String when = asked.text("when");
    if (when == null || when.equals("after-call")) {
      return false;
    }
    if (when.equals("now")) {
      return true;
    }
    throw new RefusedRequest(400, "'when' must be now or after-call.", null);
  }

  private Input move(WebRequest asked) {
    String how = asked.text("serves");
    if (how != null && !how.equals("yes") && !how.equals("no")) {
      throw new RefusedRequest(400, "'serves' must be yes or no.", null);
    }
    return new SteeringInput.MoveAgent(
        new AgentId(asked.part("agent")),
        queue(asked),
        !"no".equals(how),
        (int) asked.whole("penalty", 0, MOST, 0),
        until(asked, endOfDayMicros()),
        seen(asked),
        author(asked));
  }

  /** To the agent named, or to the one whom the asker is. */
  private static Input pull(WebRequest asked) {
    AgentId self = asked.who().agent();
    if (asked.text("agent") == null && self == null) {
      throw new RefusedRequest(
          400, "'agent' is missing: " + asked.who().name() + " is no agent.", null);
    }
    AgentId to =
        asked.text("agent") == null && self != null
            ? self
            : new AgentId(AgentRoutes.mustWord(asked, "agent"));
    return new SteeringInput.PullCall(call(asked), to, seen(asked), author(asked));
  }

  private static Input prioritise(WebRequest asked) {
    long priority = asked.whole("priority", 0, MOST, -1);
    if (priority < 0) {
      throw new RefusedRequest(400, "'priority' is missing.", null);
    }
    return new SteeringInput.PrioritiseCall(
        call(asked), (int) priority, seen(asked), author(asked));
  }

  private Input door(WebRequest asked, boolean open) {
    return new SteeringInput.SetDoor(
        new QueueId(asked.part("queue")),
        open,
        until(asked, 0),
        prompts(asked.text("say")),
        seen(asked),
        author(asked));
  }

  private static List<Prompt> prompts(@Nullable String names) {
    List<Prompt> prompts = new ArrayList<>();
    for (String name : names == null ? new String[0] : names.strip().split("[ ,]+")) {
      try {
        prompts.add(Prompt.sound(name));
      } catch (IllegalArgumentException e) {
        throw new RefusedRequest(400, "'say' must be names of sounds with commas between them.", e);
      }
    }
    if (prompts.size() > MOST_PROMPTS) {
      throw new RefusedRequest(400, "'say' may name " + MOST_PROMPTS + " sounds.", null);
    }
    return prompts;
  }

  private static CallId call(WebRequest asked) {
    return new CallId(asked.part("call"));
  }

  private static QueueId queue(WebRequest asked) {
    return new QueueId(AgentRoutes.mustWord(asked, "queue"));
  }

  /** In so many minutes, or at that instant. */
  private long until(WebRequest asked, long otherwiseMicros) {
    long minutes = asked.whole("minutes", 1, MOST_MINUTES, 0);
    long millis = asked.whole("untilMillis", 0, Long.MAX_VALUE / MICROS_PER_MILLI, 0);
    if (minutes > 0 && millis > 0) {
      throw new RefusedRequest(400, "Name one of 'minutes' and 'untilMillis'.", null);
    }
    if (minutes > 0) {
      return epochMillis.getAsLong() * MICROS_PER_MILLI + minutes * MICROS_PER_MINUTE;
    }
    return millis > 0 ? millis * MICROS_PER_MILLI : otherwiseMicros;
  }

  private long endOfDayMicros() {
    return Instant.ofEpochMilli(epochMillis.getAsLong())
            .atZone(zone)
            .toLocalDate()
            .plusDays(1)
            .atStartOfDay(zone)
            .toInstant()
            .toEpochMilli()
        * MICROS_PER_MILLI;
  }

  // What is set.

  private Reply all() {
    SteeringBoard.Sight sight = boards.steering().sight();
    return Reply.json(
        200,
        out -> {
          out.writeStartObject();
          out.writeArrayFieldStart("changes");
          for (Steered change : sight.changes()) {
            write(out, change);
          }
          out.writeEndArray();
          out.writeArrayFieldStart("seats");
          for (Seat seat : sight.seats()) {
            write(out, seat);
          }
          out.writeEndArray();
          out.writeArrayFieldStart("doors");
          for (Door door : sight.doors()) {
            write(out, door);
          }
          out.writeEndArray();
          out.writeArrayFieldStart("pauseReasons");
          for (PauseReason reason : sight.pauseReasons()) {
            out.writeString(reason.value());
          }
          out.writeEndArray();
          out.writeEndObject();
        });
  }

  private static void write(JsonGenerator out, Steered change) throws IOException {
    out.writeStartObject();
    out.writeStringField("kind", BoardJson.word(change.subject().kind()));
    out.writeStringField("name", change.subject().name());
    out.writeNumberField("version", change.version());
    out.writeStringField("by", change.author().value());
    out.writeStringField("what", change.what());
    out.writeNumberField("atMillis", change.atMicros() / MICROS_PER_MILLI);
    out.writeEndObject();
  }

  private static void write(JsonGenerator out, Seat seat) throws IOException {
    out.writeStartObject();
    out.writeStringField("agent", seat.agent().value());
    out.writeStringField("queue", seat.queue().value());
    out.writeBooleanField("serves", seat.serves());
    out.writeNumberField("penalty", seat.penalty());
    out.writeNumberField("untilMillis", seat.untilMicros() / MICROS_PER_MILLI);
    out.writeEndObject();
  }

  private static void write(JsonGenerator out, Door door) throws IOException {
    out.writeStartObject();
    out.writeStringField("queue", door.queue().value());
    out.writeBooleanField("open", door.isOpen());
    if (door.untilMicros() == 0) {
      out.writeNullField("untilMillis");
    } else {
      out.writeNumberField("untilMillis", door.untilMicros() / MICROS_PER_MILLI);
    }
    out.writeArrayFieldStart("say");
    for (Prompt prompt : door.prompts()) {
      out.writeString(prompt.text());
    }
    out.writeEndArray();
    out.writeEndObject();
  }
}
