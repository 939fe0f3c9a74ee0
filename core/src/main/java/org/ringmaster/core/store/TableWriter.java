// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Brings the touched rows of one table into PostgreSQL. A few rows go as parameters of one
 * statement. Many go by COPY: those that the facts say are new straight into the table, the others
 * into a temporary table of the connection, from which one statement updates. Where something is
 * not as the facts made us expect (it was there, or was not), the caller has all rows merged, which
 * fits whatever is there. Owned by the store's writing thread.
 */
final class TableWriter {
  /** So many rows cost less as parameters than two more round trips and a temporary table do. */
  private static final int FEW_ROWS = 16;

  private final int cell;
  private final StoreTable table;
  private final TableSql sql;
  private final StoreValues values;
  private @Nullable PreparedStatement upsert;

  TableWriter(int cell, StoreTable table) {
    this.cell = cell;
    this.table = table;
    this.sql = new TableSql(table);
    this.values = new StoreValues(cell, table);
  }

  /** Makes what this connection needs, and reads again what is kept in memory. */
  void load(Connection connection) throws SQLException {
    table.forget();
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql.createStage());
      if (upsert == null) {
        statement.execute(sql.prepareMerge());
        if (mayUpdate()) {
          statement.execute(sql.prepareUpdate());
        }
        upsert = connection.prepareStatement(sql.upsert());
      }
    }
    if (table.merge() == StoreTable.Merge.WHOLE) {
      try (PreparedStatement statement = connection.prepareStatement(sql.selectAll())) {
        statement.setInt(1, cell);
        try (ResultSet row = statement.executeQuery()) {
          while (row.next()) {
            table.keep(values.read(row));
          }
        }
      }
    }
  }

  private boolean mayUpdate() {
    return table.merge() == StoreTable.Merge.PATCH && sql.hasValues();
  }

  /**
   * Sends the touched rows, within the connection's transaction.
   *
   * @param merging whether nothing is to be expected of what is there
   * @param rest takes what is still to be executed
   */
  void send(Connection connection, CopyBuffer buffer, boolean merging, StagedRows rest)
      throws SQLException {
    if (merging || !mayUpdate()) {
      List<StoreRow> rows = List.copyOf(table.touched());
      if (!sendFew(rows)) {
        copy(connection, buffer, sql.copyToStage(), rows);
        rest.merge(sql.executeMerge());
      }
      return;
    }
    List<StoreRow> fresh = new ArrayList<>();
    List<StoreRow> known = new ArrayList<>();
    table.touched().forEach(row -> (row.isFresh() ? fresh : known).add(row));
    if (!sendFew(fresh)) {
      copy(connection, buffer, sql.copyToTable(), fresh);
    }
    if (!sendFew(known)) {
      copy(connection, buffer, sql.copyToStage(), known);
      rest.update(sql.executeUpdate(), known.size());
    }
  }

  private boolean sendFew(List<StoreRow> rows) throws SQLException {
    PreparedStatement statement = upsert;
    if (rows.size() > FEW_ROWS || statement == null) {
      return false;
    }
    if (!rows.isEmpty()) {
      for (StoreRow row : rows) {
        values.bind(row.values(), statement);
        statement.addBatch();
      }
      statement.executeBatch();
    }
    return true;
  }

  private void copy(Connection connection, CopyBuffer buffer, String statement, List<StoreRow> rows)
      throws SQLException {
    int columns = table.columns().size();
    int[] places = IntStream.range(0, columns).toArray();
    try (CopyStream stream = new CopyStream(connection, statement, buffer)) {
      for (StoreRow row : rows) {
        CopyBuffer out = stream.row(columns + 1).smallint(cell);
        for (int i : places) {
          out.value(table.column(i).kind(), row.values()[i]);
        }
      }
      stream.end();
    }
  }

  /** The rows are in the table for good. */
  void written() {
    table.written();
  }

  /** Deletes all rows of the cell. */
  void empty(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("delete from " + table.name() + " where cell = ?")) {
      statement.setInt(1, cell);
      statement.executeUpdate();
    }
    table.forget();
  }
}
