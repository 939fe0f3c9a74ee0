// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeMap;
import org.ringmaster.core.interval.AgentFigure;
import org.ringmaster.core.interval.QueueFigure;
import org.ringmaster.core.interval.Tally;

/** Lines as they are put together from the rows of several statements. Used by one thread. */
final class HistoryLines {

  /** Where a line stands. */
  private record Place(String whom, long atMicros) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int byTime = Long.compare(atMicros, other.atMicros);
      return byTime != 0 ? byTime : whom.compareTo(other.whom);
    }
  }

  /** A line that is not finished. */
  private static final class Draft {
    final Tally<QueueFigure> contacts = new Tally<>(QueueFigure.class);
    final Tally<AgentFigure> work = new Tally<>(AgentFigure.class);
    Spread talk = Spread.NONE;
    Spread hold = Spread.NONE;
    Spread wrapUp = Spread.NONE;
    long heldContacts;
    long handedOn;
    long conferences;
    long served;
    long once;
    long foreseen;
    long foreseenKept;
  }

  private static final int FIRST = 3;

  private final HistoryBy by;
  private final int most;
  private final TreeMap<Place, Draft> drafts = new TreeMap<>();

  HistoryLines(HistoryBy by, int most) {
    this.by = by;
    this.most = most;
  }

  private Draft at(ResultSet row) throws SQLException {
    Draft draft =
        drafts.computeIfAbsent(new Place(row.getString(1), row.getLong(2)), place -> new Draft());
    if (drafts.size() > most) {
      throw new History.TooManyLines(most);
    }
    return draft;
  }

  void entries(ResultSet row) throws SQLException {
    Draft draft = at(row);
    Tally<QueueFigure> contacts = draft.contacts;
    int column = FIRST;
    for (QueueFigure figure : HistorySql.COUNTS) {
      contacts.add(figure, row.getLong(column++));
    }
    for (QueueFigure figure : HistorySql.WAITS) {
      contacts.add(figure, row.getLong(column++));
    }
    contacts.raise(QueueFigure.LONGEST_WAIT_MICROS, row.getLong(column));
    draft.foreseen = row.getLong(column + 1);
    draft.foreseenKept = row.getLong(column + 2);
  }

  void work(ResultSet row) throws SQLException {
    WorkSums.Pair figures = WorkSums.OF_WORK.get(row.getString(FIRST));
    if (figures == null) {
      return;
    }
    long micros = row.getLong(FIRST + 1);
    Draft draft = at(row);
    if (by == HistoryBy.AGENT) {
      draft.work.add(figures.ofAgent(), micros);
    } else if (figures.ofQueue() != null) {
      draft.contacts.add(figures.ofQueue(), micros);
    }
  }

  void handled(ResultSet row) throws SQLException {
    Draft draft = at(row);
    long handled = row.getLong(FIRST);
    if (by == HistoryBy.AGENT) {
      draft.work.add(AgentFigure.HANDLED, handled);
    } else {
      draft.contacts.add(QueueFigure.HANDLED, handled);
    }
    draft.heldContacts = row.getLong(FIRST + 1);
    draft.talk = spread(row, FIRST + 2);
    draft.hold = spread(row, FIRST + 4);
    draft.wrapUp = spread(row, FIRST + 6);
    draft.handedOn = row.getLong(FIRST + 8);
    draft.conferences = row.getLong(FIRST + 9);
  }

  private static Spread spread(ResultSet row, int column) throws SQLException {
    return new Spread(row.getLong(column), row.getLong(column + 1));
  }

  void firstContacts(ResultSet row) throws SQLException {
    Draft draft = at(row);
    draft.served = row.getLong(FIRST);
    draft.once = row.getLong(FIRST + 1);
  }

  void inFlow(ResultSet row) throws SQLException {
    at(row).contacts.add(QueueFigure.ABANDONED_IN_FLOW, row.getLong(FIRST));
  }

  /** All lines, oldest first, and by name. */
  List<HistoryLine> all() {
    return drafts.entrySet().stream().map(it -> line(it.getKey(), it.getValue())).toList();
  }

  private HistoryLine line(Place place, Draft draft) {
    return new HistoryLine(
        by,
        place.whom(),
        place.atMicros(),
        draft.contacts,
        draft.work,
        draft.talk,
        draft.hold,
        draft.wrapUp,
        draft.heldContacts,
        draft.handedOn,
        draft.conferences,
        draft.served,
        draft.once,
        draft.foreseen,
        draft.foreseenKept);
  }
}
