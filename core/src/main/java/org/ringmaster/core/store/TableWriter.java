// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Brings the touched rows of one table into PostgreSQL: a COPY into a temporary table of the
 * connection, then one statement that merges. Owned by the store's writing thread.
 */
final class TableWriter {
  private final int cell;
  private final StoreTable table;
  private final String stage;
  private final String copy;
  private final String merge;

  TableWriter(int cell, StoreTable table) {
    this.cell = cell;
    this.table = table;
    List<String> all = new ArrayList<>(List.of("cell"));
    table.columns().forEach(column -> all.add(column.name()));
    String columns = String.join(", ", all);
    String staged = "stage_" + table.name();
    this.stage =
        "create temporary table if not exists "
            + staged
            + " on commit delete rows as select "
            + columns
            + " from "
            + table.name()
            + " with no data";
    this.copy = "copy " + staged + " (" + columns + ") from stdin (format binary)";
    this.merge =
        "insert into "
            + table.name()
            + " as t ("
            + columns
            + ") select "
            + columns
            + " from "
            + staged
            + " on conflict ("
            + String.join(", ", all.subList(0, table.keyColumns() + 1))
            + ") do "
            + update(all.subList(table.keyColumns() + 1, all.size()));
  }

  private String update(List<String> columns) {
    if (columns.isEmpty()) {
      return "nothing";
    }
    String pattern =
        table.merge() == StoreTable.Merge.WHOLE
            ? "%1$s = excluded.%1$s"
            : "%1$s = coalesce(excluded.%1$s, t.%1$s)";
    return "update set "
        + columns.stream().map(pattern::formatted).collect(Collectors.joining(", "));
  }

  /** Makes the temporary table of this connection, and reads again what is kept in memory. */
  void load(Connection connection) throws SQLException {
    table.forget();
    try (Statement statement = connection.createStatement()) {
      statement.execute(stage);
    }
    if (table.merge() == StoreTable.Merge.WHOLE) {
      try (PreparedStatement statement = connection.prepareStatement(selectAll())) {
        statement.setInt(1, cell);
        try (ResultSet row = statement.executeQuery()) {
          while (row.next()) {
            table.keep(values(row));
          }
        }
      }
    }
  }

  private String selectAll() {
    return table.columns().stream()
        .map(
            column ->
                column.kind() == ColumnKind.INSTANT
                    ? "(extract(epoch from " + column.name() + ") * 1000000)::bigint"
                    : column.name())
        .collect(Collectors.joining(", ", "select ", " from " + table.name() + " where cell = ?"));
  }

  private @Nullable Object[] values(ResultSet row) throws SQLException {
    @Nullable Object[] values = new Object[table.columns().size()];
    for (int i : IntStream.range(0, values.length).toArray()) {
      Object value =
          switch (table.column(i).kind()) {
            case TEXT, JSON -> row.getString(i + 1);
            case SMALLINT, INTEGER, BIGINT, INSTANT -> row.getLong(i + 1);
            case BOOLEAN -> row.getBoolean(i + 1);
            case BYTES -> row.getBytes(i + 1);
          };
      values[i] = row.wasNull() ? null : value;
    }
    return values;
  }

  /** Writes the touched rows, within the connection's transaction. */
  void write(Connection connection, CopyBuffer buffer) throws SQLException {
    if (table.touched().isEmpty()) {
      return;
    }
    int columns = table.columns().size();
    try (CopyStream stream = new CopyStream(connection, copy, buffer)) {
      for (StoreRow row : table.touched()) {
        CopyBuffer out = stream.row(columns + 1).smallint(cell);
        @Nullable Object[] values = row.values();
        for (int i = 0; i < columns; i++) {
          out.value(table.column(i).kind(), values[i]);
        }
      }
      stream.end();
    }
    try (PreparedStatement statement = connection.prepareStatement(merge)) {
      statement.executeUpdate();
    }
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
