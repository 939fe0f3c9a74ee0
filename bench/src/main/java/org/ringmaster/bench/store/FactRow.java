// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.store.StoreAddress;

/** A row of the table of facts as values for an insert: for peers nothing is left to encode. */
record FactRow(
    long sequence,
    long inputSequence,
    OffsetDateTime recordedAt,
    OffsetDateTime occurredAt,
    String kind,
    String fact,
    byte[] payload) {

  static final String INSERT =
      "insert into facts (cell, sequence, input_sequence, recorded_at, occurred_at, kind, fact,"
          + " payload) values (?, ?, ?, ?, ?, ?, ?, ?)";

  private static final String SELECT =
      "select sequence, input_sequence, recorded_at, occurred_at, kind, fact::text, payload"
          + " from facts where sequence between ? and ? order by sequence";

  /** The rows of some facts, from a database that the store has filled. */
  static List<FactRow> of(List<RecordedFact> facts, StoreAddress filled) throws SQLException {
    List<FactRow> rows = new ArrayList<>(facts.size());
    try (Connection connection = filled.connect("bench");
        PreparedStatement select = connection.prepareStatement(SELECT)) {
      select.setLong(1, facts.getFirst().sequence());
      select.setLong(2, facts.getLast().sequence());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          rows.add(
              new FactRow(
                  row.getLong(1),
                  row.getLong(2),
                  row.getObject(3, OffsetDateTime.class),
                  row.getObject(4, OffsetDateTime.class),
                  row.getString(5),
                  row.getString(6),
                  row.getBytes(7)));
        }
      }
    }
    return rows;
  }

  /** Sets the parameters of {@link #INSERT}. */
  void bind(PreparedStatement insert) throws SQLException {
    insert.setInt(1, RecordedDay.CELL);
    insert.setLong(2, sequence);
    insert.setLong(3, inputSequence);
    insert.setObject(4, recordedAt);
    insert.setObject(5, occurredAt);
    insert.setString(6, kind);
    insert.setObject(7, fact, Types.OTHER);
    insert.setBytes(8, payload);
  }
}
