// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.ringmaster.core.codec.EncodeMode;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.RecordedFact;

/**
 * The facts themselves, as they are: a partition for each day (UTC) in which they were recorded,
 * made two days ahead. Each fact is there twice: as JSON for people, and as the journal's own
 * bytes, from which everything else can be filled anew. Owned by the store's writing thread.
 */
final class FactsTable {
  private static final int DAYS_AHEAD = 2;
  private static final DateTimeFormatter SUFFIX = DateTimeFormatter.ofPattern("yyyy_MM_dd");
  private static final String COPY =
      "copy facts (cell, sequence, input_sequence, recorded_at, occurred_at, kind, fact, payload)"
          + " from stdin (format binary)";
  private static final int COLUMNS = 8;
  private static final String TAKE =
      "select sequence, input_sequence, (extract(epoch from recorded_at) * 1000000)::bigint,"
          + " (extract(epoch from occurred_at) * 1000000)::bigint, kind, payload"
          + " from facts where cell = ? and sequence > ? order by sequence limit ?";

  private final int cell;
  private final FactCodec codec;
  private final FactJson json = new FactJson();
  private final Set<LocalDate> days = new HashSet<>();

  FactsTable(int cell, FactCodec codec) {
    this.cell = cell;
    this.codec = codec;
  }

  /** Learns which partitions there are. */
  void load(Connection connection) throws SQLException {
    days.clear();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid"
                    + " where i.inhparent = 'facts'::regclass")) {
      while (row.next()) {
        days.add(LocalDate.parse(row.getString(1).substring("facts_".length()), SUFFIX));
      }
    }
  }

  /** Sees to it that the facts of a batch have partitions; outside of any transaction. */
  void prepare(Connection connection, List<RecordedFact> facts) throws SQLException {
    LocalDate last = null;
    for (RecordedFact fact : facts) {
      LocalDate day = dayOf(fact.envelope().recordedAtMicros());
      if (!day.equals(last)) {
        last = day;
        for (int ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
          make(connection, day.plusDays(ahead));
        }
      }
    }
  }

  private static LocalDate dayOf(long epochMicros) {
    return LocalDate.ofEpochDay(Math.floorDiv(epochMicros, TimeUnit.DAYS.toMicros(1)));
  }

  private void make(Connection connection, LocalDate day) throws SQLException {
    if (days.contains(day)) {
      return;
    }
    String name = "facts_" + SUFFIX.format(day);
    // Made beside and attached, which does not lock out those who read.
    try (Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(
          "create table "
              + name
              + " (like facts including defaults including constraints including comments"
              + " including storage including compression)");
      statement.execute("comment on table " + name + " is 'Facts recorded on " + day + " (UTC).'");
      statement.execute(
          "alter table facts attach partition "
              + name
              + " for values from ('"
              + startOf(day)
              + "') to ('"
              + startOf(day.plusDays(1))
              + "')");
      connection.commit();
      days.add(day);
    } catch (SQLException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  private static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** Begins to copy facts, straight into the table: they are new, or the transaction fails. */
  CopyStream begin(Connection connection, CopyBuffer buffer) throws SQLException {
    return new CopyStream(connection, COPY, buffer);
  }

  /** Adds facts to a copy that has begun. */
  void add(List<RecordedFact> facts, CopyStream copy) throws SQLException {
    for (RecordedFact recorded : facts) {
      Envelope envelope = recorded.envelope();
      Record fact = (Record) recorded.fact();
      byte[] readable = json.bytes(fact);
      copy.row(COLUMNS)
          .smallint(cell)
          .bigint(envelope.sequence())
          .bigint(envelope.inputSequence())
          .instant(envelope.recordedAtMicros())
          .instant(envelope.occurredAtMicros())
          .text(codec.nameOf(fact))
          .json(readable, readable.length)
          .bytes(codec.encode(fact, EncodeMode.FULL));
    }
  }

  /** Reads facts back, to fill a projection anew. */
  List<RecordedFact> take(Connection connection, long afterSequence, int max) throws SQLException {
    List<RecordedFact> facts = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(TAKE)) {
      statement.setInt(1, cell);
      statement.setLong(2, afterSequence);
      statement.setInt(3, max);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          Envelope envelope =
              new Envelope(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
          facts.add(
              new RecordedFact(envelope, (Fact) codec.decode(row.getString(5), row.getBytes(6))));
        }
      }
    }
    return facts;
  }

  /** The oldest sequence that is still here; 1 while nothing was dropped. */
  long firstSequence(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select coalesce(min(sequence), 1) from facts where cell = ?")) {
      statement.setInt(1, cell);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
