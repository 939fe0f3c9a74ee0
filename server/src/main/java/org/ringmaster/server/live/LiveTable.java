// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.live;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One table of the live page: the rows that viewers have, beside those of the board. Owned by the
 * live thread.
 *
 * @param <R> a row of the board, immutable
 */
final class LiveTable<R> {

  /** Writes one row. */
  @FunctionalInterface
  interface RowWriter<R> {
    void write(JsonGenerator out, R row) throws IOException;
  }

  private final String name;
  private final Supplier<Collection<R>> board;
  private final Function<R, String> id;
  private final RowWriter<R> writer;
  private final Map<String, R> shown = new LinkedHashMap<>();
  private final List<R> changed = new ArrayList<>();
  private final Set<String> gone = new LinkedHashSet<>();

  LiveTable(
      String name, Supplier<Collection<R>> board, Function<R, String> id, RowWriter<R> writer) {
    this.name = name;
    this.board = board;
    this.id = id;
    this.writer = writer;
  }

  /** Takes the board's rows over and keeps the differences; whether there are any. */
  boolean compare() {
    changed.clear();
    gone.clear();
    gone.addAll(shown.keySet());
    for (R row : board.get()) {
      String key = id.apply(row);
      gone.remove(key);
      if (!row.equals(shown.put(key, row))) {
        changed.add(row);
      }
    }
    shown.keySet().removeAll(gone);
    return !changed.isEmpty() || !gone.isEmpty();
  }

  /** Counts every row as changed in the next comparison. */
  void showAgain() {
    shown.clear();
  }

  void writeChanged(JsonGenerator out) throws IOException {
    if (!changed.isEmpty()) {
      write(out, changed);
    }
  }

  void writeGone(JsonGenerator out) throws IOException {
    if (!gone.isEmpty()) {
      out.writeArrayFieldStart(name);
      for (String key : gone) {
        out.writeString(key);
      }
      out.writeEndArray();
    }
  }

  void writeShown(JsonGenerator out) throws IOException {
    write(out, shown.values());
  }

  private void write(JsonGenerator out, Collection<R> rows) throws IOException {
    out.writeArrayFieldStart(name);
    for (R row : rows) {
      writer.write(out, row);
    }
    out.writeEndArray();
  }
}
