// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.kernel.Personal;

/**
 * What a batch of facts says about one row. In a table of things that live, null means that nothing
 * is said; in a small table it means that there is nothing. Owned by the store's writing thread.
 */
public final class StoreRow {
  private final StoreTable table;
  private final @Nullable Object[] values;
  private boolean fresh;

  StoreRow(StoreTable table, @Nullable Object[] values) {
    this.table = table;
    this.values = values;
  }

  /** Sets a text: a string, an id or a constant by what it prints. */
  public StoreRow text(String column, @Nullable Object value) {
    return set(column, value == null ? null : value.toString(), ColumnKind.TEXT);
  }

  /** Sets a personal text, unmasked: the column's comment says that it is personal. */
  public StoreRow personal(String column, @Nullable Personal value) {
    return set(column, value == null ? null : value.text(), ColumnKind.TEXT);
  }

  /** Sets a number. */
  public StoreRow number(String column, long value) {
    int place = table.place(column);
    switch (table.column(place).kind()) {
      case SMALLINT, INTEGER, BIGINT -> values[place] = value;
      default -> throw wrong(column);
    }
    return this;
  }

  /** Sets a yes or no. */
  public StoreRow flag(String column, boolean value) {
    return set(column, value, ColumnKind.BOOLEAN);
  }

  /** Sets an instant, in epoch microseconds. */
  public StoreRow at(String column, long epochMicros) {
    return set(column, epochMicros, ColumnKind.INSTANT);
  }

  /** Sets a JSON value, given as text. */
  public StoreRow json(String column, @Nullable String json) {
    return set(column, json, ColumnKind.JSON);
  }

  /** Empties a column; only in a small table. */
  public StoreRow clear(String column) {
    if (table.merge() != StoreTable.Merge.WHOLE) {
      throw new IllegalStateException(table.name() + " cannot forget " + column);
    }
    values[table.place(column)] = null;
    return this;
  }

  private StoreRow set(String column, @Nullable Object value, ColumnKind kind) {
    int place = table.place(column);
    if (table.column(place).kind() != kind) {
      throw wrong(column);
    }
    if (value != null || table.merge() == StoreTable.Merge.WHOLE) {
      values[place] = value;
    }
    return this;
  }

  private IllegalArgumentException wrong(String column) {
    return new IllegalArgumentException(
        table.name() + "." + column + " is " + table.column(table.place(column)).kind());
  }

  void setFresh() {
    fresh = true;
  }

  /** Whether no fact before this batch has named it. */
  boolean isFresh() {
    return fresh;
  }

  @Nullable Object[] values() {
    return values;
  }
}
