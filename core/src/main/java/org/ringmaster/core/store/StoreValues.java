// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The values of a table's rows as the driver takes and gives them. Immutable. */
final class StoreValues {
  private final int cell;
  private final StoreTable table;

  StoreValues(int cell, StoreTable table) {
    this.cell = cell;
    this.table = table;
  }

  /** Reads a row as {@link TableSql#selectAll} gives it. */
  @Nullable Object[] read(ResultSet row) throws SQLException {
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

  /** Sets the parameters of {@link TableSql#upsert}. */
  void bind(@Nullable Object[] values, PreparedStatement statement) throws SQLException {
    statement.setInt(1, cell);
    for (int i = 0; i < values.length; i++) {
      bind(statement, i + 2, table.column(i).kind(), values[i]);
    }
  }

  private static void bind(
      PreparedStatement statement, int at, ColumnKind kind, @Nullable Object value)
      throws SQLException {
    if (value == null) {
      statement.setNull(at, typeOf(kind));
      return;
    }
    switch (kind) {
      case TEXT -> statement.setString(at, CopyBuffer.storable((String) value));
      case SMALLINT -> statement.setShort(at, ((Long) value).shortValue());
      case INTEGER -> statement.setInt(at, Math.toIntExact((Long) value));
      case BIGINT -> statement.setLong(at, (Long) value);
      case BOOLEAN -> statement.setBoolean(at, (Boolean) value);
      case INSTANT -> statement.setObject(at, instant((Long) value));
      case JSON -> statement.setObject(at, value, Types.OTHER);
      case BYTES -> statement.setBytes(at, (byte[]) value);
    }
  }

  private static OffsetDateTime instant(long epochMicros) {
    return OffsetDateTime.ofInstant(
        Instant.EPOCH.plus(epochMicros, ChronoUnit.MICROS), ZoneOffset.UTC);
  }

  private static int typeOf(ColumnKind kind) {
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
