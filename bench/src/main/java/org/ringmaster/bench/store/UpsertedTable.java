// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.store.ColumnKind;
import org.ringmaster.core.store.StoreColumn;
import org.ringmaster.core.store.StoreTable;

/** A peer's way into one table: insert, or fill in what the row does not know yet. */
final class UpsertedTable {
  private final StoreTable table;
  private final PreparedStatement upsert;

  UpsertedTable(Connection connection, StoreTable table) throws SQLException {
    this.table = table;
    List<String> names = new ArrayList<>(List.of("cell"));
    table.columns().forEach(column -> names.add(column.name()));
    List<String> keys = names.subList(0, table.keyColumns() + 1);
    String sets =
        names.subList(keys.size(), names.size()).stream()
            .map("%1$s = coalesce(excluded.%1$s, t.%1$s)"::formatted)
            .collect(Collectors.joining(", "));
    this.upsert =
        connection.prepareStatement(
            "insert into "
                + table.name()
                + " as t ("
                + String.join(", ", names)
                + ") values ("
                + String.join(", ", Collections.nCopies(names.size(), "?"))
                + ") on conflict ("
                + String.join(", ", keys)
                + ") do update set "
                + sets);
  }

  /** Writes the rows touched since the last call, one statement each. */
  void writeEach() throws SQLException {
    for (@Nullable Object[] row : table.takeRows()) {
      bind(row);
      upsert.executeUpdate();
    }
  }

  /** Writes the rows touched since the last call as one batch of the driver's. */
  void writeBatch() throws SQLException {
    List<@Nullable Object[]> rows = table.takeRows();
    if (rows.isEmpty()) {
      return;
    }
    for (@Nullable Object[] row : rows) {
      bind(row);
      upsert.addBatch();
    }
    upsert.executeBatch();
  }

  private void bind(@Nullable Object[] row) throws SQLException {
    upsert.setInt(1, RecordedDay.CELL);
    for (int i = 0; i < row.length; i++) {
      StoreColumn column = table.columns().get(i);
      upsert.setObject(i + 2, value(column.kind(), row[i]), type(column.kind()));
    }
  }

  private static @Nullable Object value(ColumnKind kind, @Nullable Object value) {
    return kind == ColumnKind.INSTANT && value != null
        ? OffsetDateTime.ofInstant(
            Instant.EPOCH.plus((Long) value, ChronoUnit.MICROS), ZoneOffset.UTC)
        : value;
  }

  private static int type(ColumnKind kind) {
    return switch (kind) {
      case TEXT -> Types.VARCHAR;
      case SMALLINT -> Types.SMALLINT;
      case INTEGER -> Types.INTEGER;
      case BIGINT -> Types.BIGINT;
      case BOOLEAN -> Types.BOOLEAN;
      case INSTANT -> Types.TIMESTAMP_WITH_TIMEZONE;
      case JSON -> Types.OTHER;
      case BYTES -> Types.BINARY;
    };
  }
}
