// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** The statements by which rows come into one table. Immutable. */
final class TableSql {
  private final StoreTable table;
  private final List<String> columns;
  private final List<String> keys;
  private final String stage;

  TableSql(StoreTable table) {
    this.table = table;
    List<String> all = new ArrayList<>(List.of("cell"));
    table.columns().forEach(column -> all.add(column.name()));
    this.columns = List.copyOf(all);
    this.keys = columns.subList(0, table.keyColumns() + 1);
    this.stage = "stage_" + table.name();
  }

  /** Makes the temporary table; it is empty again after each commit. */
  String createStage() {
    return "create temporary table if not exists "
        + stage
        + " on commit delete rows as select "
        + listed()
        + " from "
        + table.name()
        + " with no data";
  }

  /** Copies binary rows into the temporary table. */
  String copyToStage() {
    return "copy " + stage + " (" + listed() + ") from stdin (format binary)";
  }

  /** Copies binary rows straight into the table. */
  String copyToTable() {
    return "copy " + table.name() + " (" + listed() + ") from stdin (format binary)";
  }

  /** Has the server plan, once for the connection, what {@link #executeMerge} does. */
  String prepareMerge() {
    return "prepare merge_"
        + table.name()
        + " as "
        + insert()
        + "select "
        + listed()
        + " from "
        + stage
        + conflict();
  }

  /** Inserts or updates the rows that lie in the temporary table. */
  String executeMerge() {
    return "execute merge_" + table.name();
  }

  /** Has the server plan, once for the connection, what {@link #executeUpdate} does. */
  String prepareUpdate() {
    return "prepare update_"
        + table.name()
        + " as update "
        + table.name()
        + " t set "
        + values().stream()
            .map("%1$s = coalesce(s.%1$s, t.%1$s)"::formatted)
            .collect(Collectors.joining(", "))
        + " from "
        + stage
        + " s where "
        + keys.stream().map("t.%1$s = s.%1$s"::formatted).collect(Collectors.joining(" and "));
  }

  /** Updates the rows that lie in the temporary table, and tells how many were there. */
  String executeUpdate() {
    return "execute update_" + table.name();
  }

  /** Whether there is anything but the key to update. */
  boolean hasValues() {
    return !values().isEmpty();
  }

  /** Inserts or updates one row given as parameters. */
  String upsert() {
    return insert()
        + "values ("
        + String.join(", ", Collections.nCopies(columns.size(), "?"))
        + ")"
        + conflict();
  }

  /** All rows of the cell, instants in epoch microseconds. */
  String selectAll() {
    return table.columns().stream()
        .map(
            column ->
                column.kind() == ColumnKind.INSTANT
                    ? "(extract(epoch from " + column.name() + ") * 1000000)::bigint"
                    : column.name())
        .collect(Collectors.joining(", ", "select ", " from " + table.name() + " where cell = ?"));
  }

  private String listed() {
    return String.join(", ", columns);
  }

  private List<String> values() {
    return columns.subList(keys.size(), columns.size());
  }

  private String insert() {
    return "insert into " + table.name() + " as t (" + listed() + ") ";
  }

  private String conflict() {
    String pattern =
        table.merge() == StoreTable.Merge.WHOLE
            ? "%1$s = excluded.%1$s"
            : "%1$s = coalesce(excluded.%1$s, t.%1$s)";
    String action =
        hasValues()
            ? "update set "
                + values().stream().map(pattern::formatted).collect(Collectors.joining(", "))
            : "nothing";
    return " on conflict (" + String.join(", ", keys) + ") do " + action;
  }
}
