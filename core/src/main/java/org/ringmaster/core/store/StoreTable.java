// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table as a projection sees it: the columns it writes, and the rows that the facts of this batch
 * touch. Rows of one key become one within a batch. Every table has {@code cell} as the first
 * column of its key, which is filled by itself. Owned by the store's writing thread.
 */
public final class StoreTable {

  /** How a row of a batch meets the row that is there. */
  enum Merge {
    /** What the batch does not know stays as it is. */
    PATCH,
    /** The batch's row is all there is to say; the last one is kept in memory. */
    WHOLE
  }

  private final String name;
  private final Merge merge;
  private final int keys;
  private final StoreColumn[] columns;
  private final Map<String, Integer> places = new HashMap<>();
  private final Map<Object, StoreRow> touched = new LinkedHashMap<>();
  private final Map<Object, @Nullable Object[]> kept = new HashMap<>();

  private StoreTable(String name, Merge merge, int keys, List<StoreColumn> columns) {
    this.name = name;
    this.merge = merge;
    this.keys = keys;
    this.columns = columns.toArray(StoreColumn[]::new);
    for (int i = 0; i < this.columns.length; i++) {
      places.put(this.columns[i].name(), i);
    }
  }

  /** A table of things that live: each fact knows some columns, the others stay as they are. */
  public static Builder of(String name) {
    return new Builder(name, Merge.PATCH);
  }

  /** A small table, as of configuration: rows are kept in memory and always written whole. */
  public static Builder small(String name) {
    return new Builder(name, Merge.WHOLE);
  }

  /** Its name, without the schema. */
  public String name() {
    return name;
  }

  /** All columns that are written, without {@code cell}; those of the key first. */
  public List<StoreColumn> columns() {
    return List.of(columns);
  }

  /** How many columns, after {@code cell}, make the key. */
  public int keyColumns() {
    return keys;
  }

  /** The row of a key in this batch, made at the first call. */
  public StoreRow row(Object... key) {
    Object[] plain = new Object[key.length];
    for (int i = 0; i < plain.length; i++) {
      plain[i] = key[i] instanceof Number number ? (Object) number.longValue() : key[i].toString();
    }
    Object place = plain.length == 1 ? plain[0] : Arrays.asList(plain);
    StoreRow row = touched.get(place);
    if (row == null) {
      @Nullable Object[] values = kept.get(place);
      row = new StoreRow(this, values == null ? new Object[columns.length] : values);
      System.arraycopy(plain, 0, row.values(), 0, plain.length);
      touched.put(place, row);
      if (merge == Merge.WHOLE) {
        kept.put(place, row.values());
      }
    }
    return row;
  }

  /**
   * The row of a key that no fact of an earlier batch has named, so that the store need not look
   * for it. Where that is not so after all, it costs time, not truth.
   */
  public StoreRow fresh(Object... key) {
    StoreRow row = row(key);
    row.setFresh();
    return row;
  }

  Merge merge() {
    return merge;
  }

  StoreColumn column(int place) {
    return columns[place];
  }

  int place(String column) {
    Integer place = places.get(column);
    if (place == null) {
      throw new IllegalArgumentException(name + " has no column " + column);
    }
    return place;
  }

  /** The rows of this batch, in the order of their first fact. */
  Collection<StoreRow> touched() {
    return touched.values();
  }

  /**
   * Takes the rows of this batch away, each as its values in the order of the columns: for whoever
   * writes them in another way than the store does.
   */
  public List<@Nullable Object[]> takeRows() {
    List<@Nullable Object[]> rows = new ArrayList<>(touched.size());
    touched.values().forEach(row -> rows.add(row.values().clone()));
    written();
    return rows;
  }

  /** The batch is written. */
  void written() {
    touched.clear();
  }

  /** Forgets the batch and what was kept: it is about to be read again. */
  void forget() {
    touched.clear();
    kept.clear();
  }

  /** Takes a row that was read from the table. */
  void keep(@Nullable Object[] values) {
    Object place = keys == 1 ? values[0] : Arrays.asList(values).subList(0, keys);
    kept.put(java.util.Objects.requireNonNull(place), values);
  }

  /** Lists the columns of a table. */
  public static final class Builder {
    private final String name;
    private final Merge merge;
    private final List<StoreColumn> columns = new ArrayList<>();
    private int keys;

    private Builder(String name, Merge merge) {
      this.name = name;
      this.merge = merge;
    }

    /** Adds a column of the key, after {@code cell}; before all others. */
    public Builder key(String column, ColumnKind kind) {
      if (keys != columns.size()) {
        throw new IllegalArgumentException(name + ": the columns of the key come first");
      }
      keys++;
      return column(kind, column);
    }

    /** Adds columns of one kind. */
    public Builder column(ColumnKind kind, String... names) {
      for (String column : names) {
        columns.add(new StoreColumn(column, kind));
      }
      return this;
    }

    /** The finished table. */
    public StoreTable build() {
      return new StoreTable(name, merge, keys, columns);
    }
  }
}
