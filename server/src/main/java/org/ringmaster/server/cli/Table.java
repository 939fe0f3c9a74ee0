// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows in aligned columns, as Asterisk's command line prints them. A column whose name begins with
 * {@code >} stands to the right.
 */
final class Table {
  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();
  private final boolean[] right;

  Table(String... columns) {
    right = new boolean[columns.length];
    List<String> head = new ArrayList<>();
    for (int i = 0; i < columns.length; i++) {
      right[i] = columns[i].startsWith(">");
      head.add(right[i] ? columns[i].substring(1) : columns[i]);
    }
    rows.add(head);
  }

  /** Adds a row; an empty text is shown as a dash. */
  void add(String... cells) {
    if (cells.length != right.length) {
      throw new IllegalArgumentException("a row needs " + right.length + " cells");
    }
    rows.add(Arrays.stream(cells).map(Plain::word).map(Table::dashed).toList());
  }

  private static String dashed(String cell) {
    return cell.isEmpty() ? "-" : cell;
  }

  /** How many rows there are, without the head. */
  int size() {
    return rows.size() - 1;
  }

  /** The lines, without blanks at their ends. */
  List<String> lines() {
    int[] widths = new int[right.length];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], TextWidth.of(row.get(i)));
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private String line(List<String> row, int[] widths) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < widths.length; i++) {
      cells.add(
          right[i]
              ? TextWidth.paddedLeft(row.get(i), widths[i])
              : TextWidth.padded(row.get(i), widths[i]));
    }
    return String.join(GAP, cells).stripTrailing();
  }
}
