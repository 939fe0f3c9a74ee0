// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.sheet;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Writes rows as CSV (UTF-8, comma), the row of the sheet on the line of that number. All are as
 * wide as the widest of the first ones, for a sheet does not write cells that are empty; wider ones
 * stay wider. For one thread.
 */
final class CsvRows {

  /** Cells of a row; of one with more, one more is written, so that it is seen to be too wide. */
  static final int MOST_CELLS = 1_024;

  private static final int LONGEST_ROW = CellWords.LONGEST;
  private static final int FIRST_ROWS = 100;

  private final Writer out;
  private final long enough;
  private final String[] cells = new String[MOST_CELLS + 1];
  private final List<List<String>> first = new ArrayList<>();
  private int count;
  private int chars;
  private int width;
  private int line = 1;
  private long written;

  /**
   * Rows that go there.
   *
   * @param enough after so many letters no more are wanted
   */
  CsvRows(OutputStream to, long enough) {
    out = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
    this.enough = enough;
    Arrays.fill(cells, "");
  }

  boolean isEnough() {
    return written > enough;
  }

  /** Whether the row at hand is too long for a list already, whatever else it has. */
  boolean isRowFull() {
    return chars > LONGEST_ROW;
  }

  /** A cell of the row at hand. */
  void cell(int column, String text) {
    if (!text.isEmpty()) {
      int at = Math.min(column, MOST_CELLS);
      cells[at] = text;
      chars += text.length();
      count = Math.max(count, at + 1);
    }
  }

  /** The row at hand is over. */
  void row(int number) throws IOException {
    List<String> row = List.of(Arrays.copyOf(cells, count));
    Arrays.fill(cells, 0, count, "");
    count = 0;
    chars = 0;
    if (first.size() < FIRST_ROWS && written == 0) {
      while (first.size() < Math.min(number - 1, FIRST_ROWS)) {
        first.add(List.of());
      }
      if (first.size() < FIRST_ROWS) {
        first.add(row);
        width = Math.max(width, Math.min(row.size(), MOST_CELLS));
        return;
      }
    }
    writeFirst();
    write(number, row);
  }

  private void writeFirst() throws IOException {
    for (List<String> row : first) {
      write(line, row);
    }
    first.clear();
  }

  private void write(int number, List<String> row) throws IOException {
    while (line < number) {
      out.write('\n');
      line++;
      written++;
    }
    if (!row.isEmpty()) {
      for (int i = 0; i < Math.max(width, row.size()); i++) {
        if (i > 0) {
          out.write(',');
        }
        if (i < row.size()) {
          write(row.get(i));
        }
      }
    }
    out.write('\n');
    line++;
    written++;
  }

  private void write(String text) throws IOException {
    boolean isQuoted = text.indexOf(',') >= 0 || text.indexOf('"') >= 0;
    if (isQuoted) {
      out.write('"');
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        out.write('"');
      }
      out.write(c == '\n' || c == '\r' || c == '\t' ? ' ' : c);
    }
    written += text.length() + 1;
    if (isQuoted) {
      out.write('"');
    }
  }

  /** The last row is over. */
  void finish() throws IOException {
    writeFirst();
    out.flush();
  }
}
