// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.board.AgentRow;
import org.ringmaster.core.board.Boards;
import org.ringmaster.core.board.CallRow;
import org.ringmaster.core.board.CallStage;
import org.ringmaster.core.board.QueueRow;
import org.ringmaster.core.history.PastBoards;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.staffing.DayPattern;
import org.ringmaster.core.staffing.StaffingHint;
import org.ringmaster.core.staffing.StaffingLine;
import org.ringmaster.core.wall.Alarm;
import org.ringmaster.server.config.Role;
import org.ringmaster.server.wall.QueueSight;

/** The boards of a past second, and what the next hours need by the pattern of past days. */
final class PastRoutes {
  private static final long MICROS_PER_MILLI = 1_000;
  private static final int INTERVALS_AN_HOUR = 4;
  private static final int USUAL_HOURS = 4;
  private static final int MOST_HOURS = 24;
  private static final int USUAL_PERCENT = 80;
  private static final double PERCENT = 100;
  private static final double MILLIS_PER_SECOND = 1_000;

  private final Boards now;
  private final Past past;

  PastRoutes(Boards now, Past past) {
    this.now = now;
    this.past = past;
  }

  List<Route> routes() {
    return List.of(
        Route.later("GET", "/api/board", Role.SUPERVISOR, this::board),
        Route.later("GET", "/api/queues/{queue}/staffing", Role.SUPERVISOR, this::staffing));
  }

  private CompletionStage<Reply> board(WebRequest asked) {
    long clock = past.nowMicros().getAsLong();
    long at = Times.micros("at", asked.wanted("at"), past.zone(), clock);
    PastBoards.As as = HistoryRoutes.word(PastBoards.As.class, "as", asked.first("as", "shown"));
    if (at > clock) {
      throw new RefusedRequest(400, "'at' lies in the future.", null);
    }
    return past.read(
        readers -> {
          PastBoards.Then then;
          try {
            then = readers.boards().at(at, as);
          } catch (PastBoards.TooManyFacts | PastBoards.FactsGone e) {
            throw new RefusedRequest(409, String.valueOf(e.getMessage()), e);
          }
          return Reply.json(200, out -> board(out, at, as, then));
        });
  }

  private void board(JsonGenerator out, long at, PastBoards.As as, PastBoards.Then then)
      throws IOException {
    LocalDate day = LocalDate.ofInstant(Instant.EPOCH.plus(at, ChronoUnit.MICROS), past.zone());
    boolean shown = as == PastBoards.As.SHOWN;
    out.writeStartObject();
    out.writeNumberField("atMillis", at / MICROS_PER_MILLI);
    out.writeStringField("as", as.name().toLowerCase(Locale.ROOT));
    out.writeNumberField("facts", then.facts());
    out.writeNumberField("lastSequence", then.lastSequence());
    out.writeStringField("by", shown ? "what had been recorded" : "what had happened");
    out.writeArrayFieldStart("queues");
    for (QueueRow row : then.boards().queues().rows()) {
      BoardJson.queue(out, new QueueSight(row, Alarm.NONE, null), day);
    }
    out.writeEndArray();
    out.writeArrayFieldStart("agents");
    for (AgentRow row : then.boards().agents().rows()) {
      BoardJson.agent(out, row);
    }
    out.writeEndArray();
    out.writeArrayFieldStart("calls");
    for (CallRow row : then.boards().calls().rows()) {
      if (row.stage() != CallStage.ENDED) {
        BoardJson.call(out, row, true, then.boards()::nameOf);
      }
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private CompletionStage<Reply> staffing(WebRequest asked) {
    String queue = asked.part("queue");
    QueueRow row = now.queues().row(new QueueId(queue));
    if (row == null) {
      throw new RefusedRequest(404, "No queue " + queue + ".", null);
    }
    int hours = HistoryRoutes.number(asked, "hours", USUAL_HOURS, 1, MOST_HOURS);
    int percent = HistoryRoutes.number(asked, "percent", USUAL_PERCENT, 1, 99);
    DayPattern.Target target =
        new DayPattern.Target(
            percent / PERCENT, row.queue().serviceLevelMillis() / MILLIS_PER_SECOND);
    long clock = past.nowMicros().getAsLong();
    long signedIn =
        now.agents().rows().stream()
            .filter(agent -> agent.agent().state() != AgentState.SIGNED_OUT)
            .filter(agent -> row.queue().agents().contains(agent.agent().id()))
            .count();
    return past.read(
        readers -> {
          StaffingHint hint;
          try {
            hint =
                new DayPattern(readers.history())
                    .hint(queue, clock, hours * INTERVALS_AN_HOUR, target);
          } catch (IllegalArgumentException e) {
            throw new RefusedRequest(409, String.valueOf(e.getMessage()), e);
          }
          return Reply.json(200, out -> hint(out, hint, target, signedIn));
        });
  }

  private static void hint(
      JsonGenerator out, StaffingHint hint, DayPattern.Target target, long signedIn)
      throws IOException {
    out.writeStartObject();
    out.writeStringField("queue", hint.queue());
    out.writeNumberField("days", hint.days());
    out.writeNumberField("handleSeconds", hint.handleSeconds());
    if (Double.isInfinite(hint.patienceSeconds())) {
      out.writeNullField("patienceSeconds");
    } else {
      out.writeNumberField("patienceSeconds", hint.patienceSeconds());
    }
    out.writeNumberField("targetShare", target.share());
    out.writeNumberField("withinSeconds", target.withinSeconds());
    out.writeNumberField("signedIn", signedIn);
    out.writeStringField("model", "Erlang A (M/M/n+M)");
    out.writeArrayFieldStart("lines");
    for (StaffingLine line : hint.lines()) {
      out.writeStartObject();
      out.writeNumberField("atMillis", line.atMicros() / MICROS_PER_MILLI);
      out.writeNumberField("callers", line.callers());
      out.writeNumberField("agents", line.agents());
      out.writeNumberField("servedShare", line.servedShare());
      out.writeNumberField("abandonShare", line.abandonShare());
      out.writeNumberField("meanWaitSeconds", line.meanWaitSeconds());
      out.writeNumberField("occupancy", line.occupancy());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }
}
