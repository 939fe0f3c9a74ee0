// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.ringmaster.core.board.Boards;
import org.ringmaster.core.board.QueueRow;
import org.ringmaster.core.board.QueueSample;
import org.ringmaster.core.kernel.Answer;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.wall.Thresholds;
import org.ringmaster.core.wall.WallInput;
import org.ringmaster.core.wall.WallLink;
import org.ringmaster.core.wall.WallLinkId;
import org.ringmaster.server.config.Role;
import org.ringmaster.server.wall.AlarmWatch;
import org.ringmaster.server.wall.QueueLimits;
import org.ringmaster.server.wall.WallLinks;

/** What wallboards ask beside the live stream: the last half hour, and what people set. */
final class WallRoutes {

  private static final long PATIENCE_SECONDS = 10;
  private static final long MICROS_PER_MILLI = 1_000;
  private static final long MICROS_PER_MINUTE = 60_000_000;
  private static final long MOST_MINUTES = 400 * 24 * 60;

  private final Boards boards;
  private final AlarmWatch alarms;
  private final WallLinks links;
  private final Requests requests;
  private final LongSupplier clockMillis;

  /**
   * Routes to these parts.
   *
   * @param clockMillis epoch milliseconds
   */
  WallRoutes(
      Boards boards,
      AlarmWatch alarms,
      WallLinks links,
      Requests requests,
      LongSupplier clockMillis) {
    this.boards = boards;
    this.alarms = alarms;
    this.links = links;
    this.requests = requests;
    this.clockMillis = clockMillis;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/wall/history", Role.VIEWER, asked -> history(asked.number("sinceMillis"))),
        Route.now("POST", "/tv/history", null, this::wallHistory),
        Route.get("/api/wall/limits", Role.VIEWER, asked -> limits()),
        Route.later("POST", "/api/queues/{queue}/thresholds", Role.SUPERVISOR, this::setThresholds),
        Route.later("POST", "/api/queues/{queue}/mute", Role.SUPERVISOR, this::mute),
        Route.get("/api/wall/links", Role.SUPERVISOR, asked -> links()),
        Route.later("POST", "/api/wall/links", Role.SUPERVISOR, this::issue),
        Route.later("POST", "/api/wall/links/{link}/revoke", Role.SUPERVISOR, this::revoke));
  }

  private long nowMicros() {
    return clockMillis.getAsLong() * MICROS_PER_MILLI;
  }

  private Reply history(long sinceMillis) {
    long now = nowMicros();
    return Reply.json(
        200,
        out -> {
          out.writeStartObject();
          out.writeArrayFieldStart("queues");
          for (QueueRow row : boards.queues().rows()) {
            List<QueueSample> samples =
                boards.history().samples(row.queue().id(), now).stream()
                    .filter(sample -> sample.atMicros() / MICROS_PER_MILLI > sinceMillis)
                    .toList();
            WallJson.samples(out, row.queue().id().value(), samples);
          }
          out.writeEndArray();
          out.writeEndObject();
        });
  }

  /** The same for a wall, which has a link and no login. */
  private Reply wallHistory(WebRequest asked) {
    return links.valid(asked.text("token")) == null
        ? Reply.error(401, "This link is over, or is none.")
        : history(asked.whole("sinceMillis", 0, Long.MAX_VALUE, 0));
  }

  private Reply limits() {
    List<QueueLimits> all = alarms.limits();
    return Reply.json(
        200,
        out -> {
          out.writeStartObject();
          out.writeArrayFieldStart("limits");
          for (QueueLimits one : all) {
            WallJson.limits(out, one, true);
          }
          out.writeEndArray();
          out.writeEndObject();
        });
  }

  private CompletionStage<Reply> setThresholds(WebRequest asked) {
    Thresholds thresholds =
        new Thresholds(
            (int) asked.whole("waitingAmber", 0, Integer.MAX_VALUE, 0),
            (int) asked.whole("waitingRed", 0, Integer.MAX_VALUE, 0),
            asked.whole("longestAmberMillis", 0, Long.MAX_VALUE, 0),
            asked.whole("longestRedMillis", 0, Long.MAX_VALUE, 0),
            (int) asked.whole("levelTarget", 0, 100, 80),
            (int) asked.whole("levelAmber", 0, 100, 0),
            (int) asked.whole("levelRed", 0, 100, 0));
    long seen = asked.whole("seenVersion", 0, Long.MAX_VALUE, 0);
    return ask(
        new WallInput.SetThresholds(
            new QueueId(asked.part("queue")), seen, thresholds, author(asked)),
        asked);
  }

  private CompletionStage<Reply> mute(WebRequest asked) {
    long minutes = asked.whole("minutes", 0, MOST_MINUTES, 0);
    long until = minutes == 0 ? 0 : nowMicros() + minutes * MICROS_PER_MINUTE;
    return ask(
        new WallInput.MuteAlarm(new QueueId(asked.part("queue")), until, author(asked)), asked);
  }

  private Reply links() {
    List<WallLink> all = boards.walls().links();
    long now = nowMicros();
    return Reply.json(
        200,
        out -> {
          out.writeStartObject();
          out.writeArrayFieldStart("links");
          for (WallLink link : all) {
            WallJson.link(out, link, link.isValid(now));
          }
          out.writeEndArray();
          out.writeEndObject();
        });
  }

  private CompletionStage<Reply> issue(WebRequest asked) {
    String label = asked.text("label");
    long minutes = asked.whole("minutes", 1, MOST_MINUTES, 24 * 60);
    long expires = nowMicros() + minutes * MICROS_PER_MINUTE;
    Input input =
        new WallInput.IssueLink(label == null ? "" : label.strip(), expires, author(asked));
    return requests
        .ask(input, asked.who().name())
        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .thenApply(
            answer ->
                answer instanceof Answer.Accepted accepted
                    ? issued(new WallLinkId(accepted.detail()), expires)
                    : AgentRoutes.reply(answer));
  }

  private Reply issued(WallLinkId id, long expiresAtMicros) {
    String token = links.token(id, expiresAtMicros);
    return Reply.json(
        200,
        out -> {
          out.writeStartObject();
          out.writeStringField("id", id.value());
          // Behind the hash, so that no server and no log on the way ever sees it.
          out.writeStringField("path", "/tv#" + token);
          out.writeEndObject();
        });
  }

  private CompletionStage<Reply> revoke(WebRequest asked) {
    return ask(new WallInput.RevokeLink(new WallLinkId(asked.part("link")), author(asked)), asked);
  }

  private static Author author(WebRequest asked) {
    return new Author(asked.who().name());
  }

  private CompletableFuture<Reply> ask(Input input, WebRequest asked) {
    return requests
        .ask(input, asked.who().name())
        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .thenApply(AgentRoutes::reply);
  }
}
