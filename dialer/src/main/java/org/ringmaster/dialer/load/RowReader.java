// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.load;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.ringmaster.dialer.list.RejectKind;

/**
 * Reads a delimited file row by row, as bytes of an encoding that contains ASCII, within one buffer
 * whatever comes. A row that is broken is told as such, and reading goes on at the next line: of a
 * quote that is never closed only the line where it begins is lost. For one thread.
 */
final class RowReader {

  /** No row may be longer, with all lines that its quotes hold together. */
  static final int LONGEST_ROW = 1 << 16;

  private static final int MOST_CELLS = 1_024;
  private static final int BUFFER_BYTES = 1 << 18;
  private static final int NEEDED_BYTES = LONGEST_ROW + 2;
  private static final int SHOWN_BYTES = 1_000;

  private enum In {
    CELL_START,
    PLAIN,
    QUOTED,
    QUOTE_SEEN,
    BROKEN,
    DONE
  }

  private final InputStream from;
  private final byte delimiter;
  private final int columns;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private final int[] starts = new int[MOST_CELLS];
  private final int[] ends = new int[MOST_CELLS];
  private final boolean[] escaped = new boolean[MOST_CELLS];
  private int begin;
  private int next;
  private int limit;
  private boolean ended;
  private long line;
  private long lineOfNext = 1;

  // Of the row at hand.
  private int at;
  private int cells;
  private int cellStart;
  private boolean cellEscaped;
  private int firstLineEnd;
  private int breaks;
  private boolean control;
  private boolean ascii;
  private @Nullable RejectKind kind;
  private String reason = "";
  private byte @Nullable [] shown;

  /**
   * A reader of rows.
   *
   * @param columns how many cells a row must have; 0: any number
   */
  RowReader(InputStream from, char delimiter, int columns) {
    this.from = from;
    this.delimiter = (byte) delimiter;
    this.columns = columns;
  }

  /**
   * Goes to the next row that is not empty; false where there is none. Afterwards {@link #kind}
   * tells whether the row is broken, and its cells can be asked for if not.
   */
  boolean next() throws IOException {
    do {
      begin = next;
      fill();
      if (begin == limit) {
        return false;
      }
      line = lineOfNext;
      read();
    } while (kind == null && cells == 1 && at == begin);
    return true;
  }

  private void read() throws IOException {
    at = begin;
    cells = 0;
    cellStart = begin;
    firstLineEnd = -1;
    breaks = 0;
    control = false;
    ascii = true;
    kind = null;
    reason = "";
    shown = null;
    int top = Math.min(limit, begin + LONGEST_ROW);
    In state = In.CELL_START;
    while (at < top) {
      byte b = buffer[at];
      if (b < ' ') {
        look(b, state);
      }
      state =
          switch (state) {
            case QUOTED -> b == '"' ? In.QUOTE_SEEN : In.QUOTED;
            case QUOTE_SEEN -> afterQuote(b);
            default -> inCell(b, state);
          };
      if (state == In.DONE || state == In.BROKEN) {
        break;
      }
      at++;
    }
    if (state == In.BROKEN) {
      brokenQuotes("a quote is closed in the middle of a cell");
    } else if (state != In.DONE && top < limit) {
      tooLong();
    } else if (state == In.QUOTED) {
      brokenQuotes("a quote is never closed");
    } else {
      if (state != In.DONE) {
        cell(state == In.QUOTE_SEEN ? at - 1 : at);
      }
      finish();
    }
  }

  private void look(byte b, In state) {
    if (b < 0) {
      ascii = false;
    } else if (b == '\n' && state == In.QUOTED) {
      breaks++;
      firstLineEnd = firstLineEnd < 0 ? at : firstLineEnd;
    } else if (b != '\t' && b != '\n' && b != '\r') {
      control = true;
    }
  }

  private In inCell(byte b, In state) {
    if (b == delimiter) {
      cell(at);
      return In.CELL_START;
    } else if (b == '\n' || b == '\r') {
      cell(at);
      return In.DONE;
    } else if (b == '"' && state == In.CELL_START) {
      cellStart = at + 1;
      return In.QUOTED;
    }
    return In.PLAIN;
  }

  private In afterQuote(byte b) {
    if (b == '"') {
      cellEscaped = true;
      return In.QUOTED;
    } else if (b == delimiter) {
      cell(at - 1);
      return In.CELL_START;
    } else if (b == '\n' || b == '\r') {
      cell(at - 1);
      return In.DONE;
    }
    return In.BROKEN;
  }

  private void cell(int end) {
    if (cells < MOST_CELLS) {
      starts[cells] = cellStart;
      ends[cells] = end;
      escaped[cells] = cellEscaped;
    }
    cells++;
    cellStart = at + 1;
    cellEscaped = false;
  }

  /** The row is whole; {@code at} is its line break, or the file's end. */
  private void finish() throws IOException {
    boolean isEmpty = at == begin;
    boolean isOdd = !isEmpty && (cells > MOST_CELLS || (columns > 0 && cells != columns));
    if (isOdd && firstLineEnd >= 0) {
      // Two broken quotes in two rows look like one cell with all that is between them in it.
      brokenQuotes("a quote is closed in a later row only");
      return;
    }
    lineOfNext += breaks;
    next = at;
    skipLineBreak();
    if (control) {
      kind = RejectKind.CONTROL_CHARACTERS;
      reason = "it has NUL or other control characters";
    } else if (isOdd) {
      kind = RejectKind.WRONG_COLUMNS;
      reason = cells + " cells where the file's first row has " + columns;
    }
  }

  /** Gives up the line where the row began and goes on at the one after it. */
  private void brokenQuotes(String why) throws IOException {
    kind = RejectKind.BROKEN_QUOTES;
    reason = why;
    cellEscaped = false;
    if (firstLineEnd < 0) {
      skipLine();
      return;
    }
    at = firstLineEnd;
    next = at;
    skipLineBreak();
  }

  private void tooLong() throws IOException {
    if (firstLineEnd >= 0) {
      brokenQuotes("a quote is not closed within " + LONGEST_ROW + " bytes");
      return;
    }
    kind = RejectKind.TOO_LONG;
    reason = "longer than " + LONGEST_ROW + " bytes";
    cellEscaped = false;
    skipLine();
  }

  /** Goes on after the line that holds {@code at}, however far its end is. */
  private void skipLine() throws IOException {
    shown = Arrays.copyOfRange(buffer, begin, Math.min(at, begin + SHOWN_BYTES));
    next = at;
    while (true) {
      while (next < limit && buffer[next] != '\n' && buffer[next] != '\r') {
        next++;
      }
      if (next < limit || ended) {
        break;
      }
      begin = next; // What was read is not needed any more.
      fill();
    }
    begin = next;
    fill();
    skipLineBreak();
  }

  private void skipLineBreak() throws IOException {
    if (next == limit) {
      return;
    }
    boolean carriage = buffer[next] == '\r';
    next++;
    lineOfNext++;
    if (carriage && next < limit && buffer[next] == '\n') {
      next++;
    }
  }

  /** Has as many bytes from {@code begin} on as a row may need, where the file has them. */
  private void fill() throws IOException {
    if (ended || limit - begin >= NEEDED_BYTES) {
      return;
    }
    System.arraycopy(buffer, begin, buffer, 0, limit - begin);
    limit -= begin;
    next -= begin;
    begin = 0;
    while (!ended && limit - begin < NEEDED_BYTES) {
      int count = from.read(buffer, limit, buffer.length - limit);
      ended = count < 0;
      limit += Math.max(count, 0);
    }
  }

  /** Why the row at hand cannot be used; null where it can. */
  @Nullable RejectKind kind() {
    return kind;
  }

  /** The same as part of a sentence. */
  String reason() {
    return reason;
  }

  /** The line of the file on which the row at hand begins, from 1. */
  long line() {
    return line;
  }

  /** How many cells the row at hand has. */
  int cells() {
    return cells;
  }

  /** Whether the row at hand is ASCII throughout. */
  boolean isAscii() {
    return ascii;
  }

  /** Where a cell begins in {@link #buffer()}. */
  int start(int cell) {
    return starts[cell];
  }

  /** Where a cell ends in {@link #buffer()}. */
  int end(int cell) {
    return ends[cell];
  }

  /** Whether each quote in a cell stands for two. */
  boolean isEscaped(int cell) {
    return escaped[cell];
  }

  /** Where the row at hand begins in {@link #buffer()}. */
  int begin() {
    return begin;
  }

  /** Where the row at hand ends in {@link #buffer()}. */
  int end() {
    return at;
  }

  /** The bytes; valid until the next row. */
  byte[] buffer() {
    return buffer;
  }

  /** The beginning of the row at hand as it stands in the file. */
  byte[] shown() {
    return shown != null
        ? shown
        : Arrays.copyOfRange(buffer, begin, Math.min(at, begin + SHOWN_BYTES));
  }
}
