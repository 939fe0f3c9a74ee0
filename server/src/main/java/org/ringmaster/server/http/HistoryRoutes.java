// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.board.Boards;
import org.ringmaster.core.history.BehindFigure;
import org.ringmaster.core.history.HistoryBy;
import org.ringmaster.core.history.HistoryLine;
import org.ringmaster.core.history.HistoryQuestion;
import org.ringmaster.core.history.HistorySpan;
import org.ringmaster.core.history.HistoryStep;
import org.ringmaster.core.interval.Kpis;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.server.config.Role;

/** Figures of the past, and the calls that each is made of. */
final class HistoryRoutes {
  private static final long DAY_MICROS = 86_400_000_000L;
  private static final int MAX_DAYS = 366;
  private static final int MAX_WITHIN = 30;
  private static final int USUAL_PAGE = 100;
  private static final int MAX_PAGE = 10_000;

  private final Past past;
  private final Boards boards;
  private final QueueNames names;

  HistoryRoutes(Past past, Boards boards) {
    this.past = past;
    this.boards = boards;
    names = boards::nameOf;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/figures", Role.VIEWER, asked -> figures()),
        Route.later("GET", "/api/history", Role.SUPERVISOR, this::lines),
        Route.later("GET", "/api/history.csv", Role.SUPERVISOR, this::csv),
        Route.later("GET", "/api/history/behind", Role.SUPERVISOR, this::behind));
  }

  private static Reply figures() {
    return Reply.json(
        200,
        out -> {
          out.writeStartObject();
          HistoryJson.formulas(out, "formulas", Kpis.formulas());
          HistoryJson.formulas(out, "earlierFormulas", Kpis.earlier());
          out.writeEndObject();
        });
  }

  private CompletionStage<Reply> lines(WebRequest asked) {
    HistoryQuestion question = question(asked, "hour");
    return past.read(
        readers -> {
          List<HistoryLine> lines = known(question, readers.history().lines(question));
          return Reply.json(
              200, out -> HistoryJson.lines(out, question, past.zone(), lines, names));
        });
  }

  private CompletionStage<Reply> csv(WebRequest asked) {
    HistoryQuestion question = question(asked, "hour");
    return past.read(
        readers -> {
          byte[] body =
              HistoryCsv.of(known(question, readers.history().lines(question)), past.zone(), names);
          return new Reply(
                  200, "text/csv; charset=utf-8", body, List.of("cache-control", "no-store"))
              .with("content-disposition", "attachment; filename=\"" + fileName(question) + "\"");
        });
  }

  private static String fileName(HistoryQuestion question) {
    return "history-by-" + question.by().name().toLowerCase(Locale.ROOT) + ".csv";
  }

  private CompletionStage<Reply> behind(WebRequest asked) {
    HistoryQuestion question = question(asked, "whole");
    String figure = asked.wanted("figure").toUpperCase(Locale.ROOT).replace('-', '_');
    int limit = number(asked, "limit", USUAL_PAGE, 1, MAX_PAGE);
    int offset = number(asked, "offset", 0, 0, Integer.MAX_VALUE);
    return past.read(
        readers -> {
          BehindFigure behind;
          try {
            behind = readers.history().behind(question, figure, limit, offset);
          } catch (IllegalArgumentException e) {
            throw new RefusedRequest(400, "There is no figure '" + figure + "'.", e);
          }
          if (behind.count() == 0) {
            known(question, readers.history().lines(question));
          }
          return Reply.json(200, out -> HistoryJson.behind(out, figure, offset, behind));
        });
  }

  /** A name that is spelled wrong must not read like a quiet day. */
  private List<HistoryLine> known(HistoryQuestion question, List<HistoryLine> lines) {
    String whom = question.whom();
    if (lines.isEmpty() && whom != null && !isConfigured(question.by(), whom)) {
      throw new RefusedRequest(
          404,
          "No "
              + question.by().name().toLowerCase(Locale.ROOT)
              + " "
              + whom
              + ": the configuration has none, and nothing of it was counted in that time.",
          null);
    }
    return lines;
  }

  private boolean isConfigured(HistoryBy by, String whom) {
    return switch (by) {
      case QUEUE -> boards.queues().row(new QueueId(whom)) != null;
      case AGENT -> boards.agents().row(new AgentId(whom)) != null;
      case TRUNK ->
          boards.trunks().trunks().stream().anyMatch(row -> row.trunk().id().value().equals(whom));
    };
  }

  private HistoryQuestion question(WebRequest asked, String usualStep) {
    long now = past.nowMicros().getAsLong();
    long from = Times.micros("from", asked.first("from", "today"), past.zone(), now);
    long until = Times.micros("until", asked.first("until", "now"), past.zone(), now);
    if (until <= from) {
      throw new RefusedRequest(400, "'until' must be after 'from'.", null);
    }
    if (until - from > MAX_DAYS * DAY_MICROS) {
      throw new RefusedRequest(400, "Ask for " + MAX_DAYS + " days at most.", null);
    }
    @Nullable String whom = asked.query().containsKey("whom") ? asked.first("whom", "") : null;
    return new HistoryQuestion(
        word(HistoryBy.class, "by", asked.first("by", "queue")),
        word(HistoryStep.class, "step", asked.first("step", usualStep)),
        new HistorySpan(from, until, now),
        whom,
        number(asked, "within", HistoryQuestion.USUAL_DAYS, 1, MAX_WITHIN));
  }

  static <E extends Enum<E>> E word(Class<E> type, String name, String text) {
    for (E each : type.getEnumConstants()) {
      if (each.name().equalsIgnoreCase(text)) {
        return each;
      }
    }
    String known =
        Arrays.stream(type.getEnumConstants())
            .map(each -> each.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    throw new RefusedRequest(
        400, "'" + name + "' is '" + text + "' and must be one of " + known + ".", null);
  }

  static int number(WebRequest asked, String name, int usual, int least, int most) {
    String text = asked.first(name, Integer.toString(usual));
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new RefusedRequest(
        400,
        "'" + name + "' is '" + text + "' and must be from " + least + " to " + most + ".",
        null);
  }
}
