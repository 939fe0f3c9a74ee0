// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.TalkEnd;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.queue.QueueFact;

/** What each waiting contact counts for. Owned by the store's writing thread. */
final class FigureEntries {
  private static final long MICROS_PER_MILLI = 1_000;

  /** A contact that is not over; 0 as the instant of the answer while there is none. */
  private record Open(
      String queue, long joinedAtMicros, long answeredAtMicros, @Nullable String agentLeg) {

    boolean waits() {
      return answeredAtMicros == 0;
    }
  }

  private final StoreTable table =
      StoreTable.of("figure_entries")
          .key("entry_id", ColumnKind.TEXT)
          .column(ColumnKind.TEXT, "queue_id", "call_id")
          .column(ColumnKind.INSTANT, "joined_at")
          .column(ColumnKind.BOOLEAN, "answered")
          .column(ColumnKind.INSTANT, "answered_at")
          .column(ColumnKind.TEXT, "agent_id", "agent_leg_id")
          .column(ColumnKind.BOOLEAN, "in_time")
          .column(ColumnKind.BIGINT, "waited_us")
          .column(ColumnKind.TEXT, "went")
          .column(ColumnKind.BOOLEAN, "flowed_out", "held")
          .column(ColumnKind.INSTANT, "ended_at")
          .column(ColumnKind.INTEGER, "foreseen_s")
          .column(ColumnKind.BOOLEAN, "foreseen_kept")
          .build();
  private final FigureHolds holds;
  private final Map<String, Open> open = new HashMap<>();
  private final Map<String, Long> targetMicros = new HashMap<>();

  FigureEntries(FigureHolds holds) {
    this.holds = holds;
  }

  StoreTable table() {
    return table;
  }

  /** The queue of a contact that is not over, or null. */
  @Nullable String queueOf(String entry) {
    Open known = open.get(entry);
    return known == null ? null : known.queue();
  }

  void load(Connection connection, int cell) throws SQLException {
    open.clear();
    targetMicros.clear();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select entry_id, queue_id, (extract(epoch from joined_at) * 1000000)::bigint,"
                + " case when answered then (extract(epoch from answered_at) * 1000000)::bigint"
                + " else 0 end, agent_leg_id"
                + " from figure_entries where cell = ? and ended_at is null")) {
      statement.setInt(1, cell);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          open.put(
              row.getString(1),
              new Open(row.getString(2), row.getLong(3), row.getLong(4), row.getString(5)));
        }
      }
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select queue_id, service_level_ms from queues where cell = ? and removed_at is null"
                + " and service_level_ms is not null")) {
      statement.setInt(1, cell);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          targetMicros.put(row.getString(1), row.getLong(2) * MICROS_PER_MILLI);
        }
      }
    }
  }

  void apply(QueueFact fact, Envelope envelope) {
    switch (fact) {
      case QueueFact.QueueConfigured f ->
          targetMicros.put(
              f.queue().id().value(), f.queue().serviceLevelMillis() * MICROS_PER_MILLI);
      case QueueFact.QueueRemoved f -> targetMicros.remove(f.queue().value());
      case QueueFact.EntryJoined f -> joined(f, FigureProjection.moment(envelope));
      case QueueFact.EntryConnected f -> connected(f, envelope);
      case QueueFact.WaitJudged f -> judged(f);
      case QueueFact.EntryReturned f -> returned(f.entry().value());
      case QueueFact.EntryCompleted f -> completed(f, envelope);
      case QueueFact.EntryAbandoned f -> abandoned(f, envelope);
      case QueueFact.EntryOverflowed f -> overflowed(f, envelope);
      default -> {}
    }
  }

  private void joined(QueueFact.EntryJoined f, long atMicros) {
    open.put(f.entry().value(), new Open(f.queue().value(), atMicros, 0, null));
    table
        .fresh(f.entry())
        .text("queue_id", f.queue())
        .text("call_id", f.call())
        .at("joined_at", atMicros)
        .flag("answered", false)
        .flag("in_time", false)
        .flag("flowed_out", false)
        .flag("held", false);
  }

  private void connected(QueueFact.EntryConnected f, Envelope envelope) {
    Open known = open.get(f.entry().value());
    if (known == null || !known.waits()) {
      return;
    }
    long at = FigureProjection.moment(envelope, known.joinedAtMicros());
    open.put(
        f.entry().value(),
        new Open(known.queue(), known.joinedAtMicros(), at, f.agentLeg().value()));
    waited(f.entry().value(), known, at)
        .flag("answered", true)
        .at("answered_at", at)
        .text("agent_id", f.agent())
        .text("agent_leg_id", f.agentLeg());
  }

  private void judged(QueueFact.WaitJudged f) {
    if (open.containsKey(f.entry().value())) {
      table.row(f.entry()).number("foreseen_s", f.p80Seconds()).flag("foreseen_kept", f.within());
    }
  }

  private void returned(String entry) {
    Open known = open.get(entry);
    if (known != null && !known.waits()) {
      open.put(entry, new Open(known.queue(), known.joinedAtMicros(), 0, null));
      table.row(entry).flag("answered", false).flag("in_time", false);
    }
  }

  private void completed(QueueFact.EntryCompleted f, Envelope envelope) {
    Open known = open.remove(f.entry().value());
    if (known != null) {
      String leg = known.agentLeg();
      boolean held = leg != null && holds.isHolding(leg) && f.end() == TalkEnd.CALLER;
      long notBefore = Math.max(known.joinedAtMicros(), known.answeredAtMicros());
      table
          .row(f.entry())
          .flag("held", held)
          .at("ended_at", FigureProjection.moment(envelope, notBefore));
    }
  }

  private void abandoned(QueueFact.EntryAbandoned f, Envelope envelope) {
    Open known = open.remove(f.entry().value());
    if (known != null) {
      long at = FigureProjection.moment(envelope, known.joinedAtMicros());
      waited(f.entry().value(), known, at)
          .text("went", f.whileRinging() ? "RINGING" : "WAITING")
          .at("ended_at", at);
    }
  }

  private void overflowed(QueueFact.EntryOverflowed f, Envelope envelope) {
    Open known = open.remove(f.entry().value());
    if (known != null) {
      long at = FigureProjection.moment(envelope, known.joinedAtMicros());
      waited(f.entry().value(), known, at).flag("flowed_out", true).at("ended_at", at);
    }
  }

  private StoreRow waited(String entry, Open known, long atMicros) {
    long waited = atMicros - known.joinedAtMicros();
    boolean inTime = waited <= targetMicros.getOrDefault(known.queue(), 0L);
    return table.row(entry).number("waited_us", waited).flag("in_time", inTime);
  }
}
