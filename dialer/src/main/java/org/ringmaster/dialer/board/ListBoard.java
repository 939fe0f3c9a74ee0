// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.board.Board;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.dialer.list.LeadSegments;
import org.ringmaster.dialer.list.Leads;
import org.ringmaster.dialer.list.ListBooks;
import org.ringmaster.dialer.list.ListFact;
import org.ringmaster.dialer.list.ListId;
import org.ringmaster.dialer.list.ListUse;
import org.ringmaster.dialer.list.LoadedList;

/** The lists that are loaded, with their leads. */
public final class ListBoard implements Board {

  private final ListBooks books;
  private boolean dirty;
  private volatile List<Row> rows = List.of();

  /**
   * A list and its leads.
   *
   * @param leads null where their file is missing or damaged
   */
  public record Row(LoadedList list, @Nullable Leads leads) {}

  /** A board whose leads are kept there. */
  public ListBoard(LeadSegments segments) {
    books = new ListBooks(segments);
  }

  /** All lists, oldest first. Any thread. */
  public List<Row> rows() {
    return rows;
  }

  /** One list, or null where none of that name is loaded. Any thread. */
  public @Nullable Row row(ListId id) {
    for (Row row : rows) {
      if (row.list().list().equals(id)) {
        return row;
      }
    }
    return null;
  }

  /** The leads that a campaign dials already. Any thread. */
  public List<Leads> dialledBy(String campaign) {
    return rows.stream()
        .filter(row -> row.list().use() == ListUse.DIAL && row.list().campaign().equals(campaign))
        .map(Row::leads)
        .filter(Objects::nonNull)
        .toList();
  }

  /** The do-not-call lists that hold for a campaign. Any thread. */
  public List<Leads> doNotCall(String campaign) {
    return rows.stream()
        .filter(row -> row.list().use() == ListUse.DO_NOT_CALL)
        .filter(row -> row.list().campaign().isEmpty() || row.list().campaign().equals(campaign))
        .map(Row::leads)
        .filter(Objects::nonNull)
        .toList();
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    if (fact instanceof ListFact) {
      books.apply(fact, envelope);
      dirty = true;
    }
  }

  @Override
  public void publish() {
    if (dirty) {
      dirty = false;
      List<Row> now = new ArrayList<>();
      for (LoadedList list : books.lists()) {
        now.add(new Row(list, books.leads(list.list())));
      }
      rows = List.copyOf(now);
    }
  }

  @Override
  public void snapshot(Consumer<Record> out) {}

  @Override
  public void restore(Record entity) {
    if (entity instanceof LoadedList) {
      books.restore(entity);
      dirty = true;
    }
  }
}
