// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ringmaster.core.codec.EncodeMode;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.RecordedFact;

/**
 * The facts themselves, as they are, in a partition for each day. Each fact is there twice: as JSON
 * for people, and as the journal's own bytes, from which everything else can be filled anew. Owned
 * by the store's writing thread.
 */
final class FactsTable {
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
  private final FactDays days;

  FactsTable(int cell, FactCodec codec, long keepMillis) {
    this.cell = cell;
    this.codec = codec;
    this.days = new FactDays(keepMillis);
  }

  /** Learns which partitions there are. */
  void load(Connection connection) throws SQLException {
    days.load(connection);
  }

  /** Sees to it that the facts of a batch have partitions; outside of any transaction. */
  void prepare(Connection connection, List<RecordedFact> facts) throws SQLException {
    long last = Long.MIN_VALUE;
    for (RecordedFact fact : facts) {
      long day = FactDays.dayOf(fact.envelope().recordedAtMicros());
      if (day != last) {
        last = day;
        days.make(connection, day);
      }
    }
  }

  /** Lets go of what is older than is kept, now that a batch is written; outside of any too. */
  void forgetOld(Connection connection, List<RecordedFact> written) throws SQLException {
    days.drop(connection, written.getLast().envelope().recordedAtMicros());
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
      JsonBuffer readable = json.of(fact);
      copy.row(COLUMNS)
          .smallint(cell)
          .bigint(envelope.sequence())
          .bigint(envelope.inputSequence())
          .instant(envelope.recordedAtMicros())
          .instant(envelope.occurredAtMicros())
          .text(codec.nameOf(fact))
          .json(readable.array(), readable.length())
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

  /** Whether a fact is the one that is here, or none of its number is here. */
  boolean mayBe(Connection connection, RecordedFact wanted) throws SQLException {
    Record content = (Record) wanted.fact();
    for (RecordedFact found : take(connection, wanted.sequence() - 1, 1)) {
      boolean same =
          found.sequence() == wanted.sequence()
              && found.envelope().inputSequence() == wanted.envelope().inputSequence()
              && found.envelope().recordedAtMicros() == wanted.envelope().recordedAtMicros()
              && Arrays.equals(
                  codec.encode((Record) found.fact(), EncodeMode.FULL),
                  codec.encode(content, EncodeMode.FULL));
      return same || found.sequence() != wanted.sequence();
    }
    return true;
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
