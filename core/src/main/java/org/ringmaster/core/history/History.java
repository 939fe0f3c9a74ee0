// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.ringmaster.core.interval.QueueFigure;

/**
 * The past as the journey store tells it. Reads in one transaction, so that the figures of one
 * answer agree with each other. Any thread that may wait; an answer takes {@link #PATIENCE_SECONDS}
 * at most and then fails.
 */
public final class History {
  /** How long one statement may take, seconds. */
  public static final int PATIENCE_SECONDS = 20;

  /** So many lines are told in one answer at most. */
  public static final int MOST_LINES = 50_000;

  private static final int FETCHED = 2_000;

  /** More lines than one answer holds. */
  public static final class TooManyLines extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooManyLines(int most) {
      super("That is more than " + most + " lines: ask for a shorter time or a longer step.");
    }
  }

  private final DataSource store;
  private final int cell;
  private final ZoneId zone;
  private final int mostLines;

  /**
   * Over a store.
   *
   * @param zone whose hours and days are meant
   */
  public History(DataSource store, int cell, ZoneId zone) {
    this(store, cell, zone, MOST_LINES);
  }

  History(DataSource store, int cell, ZoneId zone, int mostLines) {
    this.store = store;
    this.cell = cell;
    this.zone = zone;
    this.mostLines = mostLines;
  }

  /** The zone whose hours and days are meant. */
  public ZoneId zone() {
    return zone;
  }

  /**
   * Every line there is, by whom and when.
   *
   * @throws TooManyLines where there are more than {@link #MOST_LINES}
   */
  public List<HistoryLine> lines(HistoryQuestion question) throws SQLException {
    HistorySql sql = new HistorySql(question, zone);
    HistoryLines lines = new HistoryLines(question.by(), mostLines);
    try (Connection connection = begin()) {
      each(connection, sql.entries(), question, lines::entries);
      each(connection, sql.work(), question, lines::work);
      each(connection, sql.handled(), question, lines::handled);
      each(connection, sql.firstContacts(), question, lines::firstContacts);
      if (question.by() == HistoryBy.TRUNK) {
        each(connection, sql.inFlow(), question, lines::inFlow);
      }
      connection.commit();
    }
    return lines.all();
  }

  /**
   * How many of those who joined a queue were called back and had joined it before, when they asked
   * for that; by the first instant of their step, epoch microseconds.
   */
  public Map<Long, Long> calledBack(HistoryQuestion question) throws SQLException {
    Map<Long, Long> found = new TreeMap<>();
    try (Connection connection = begin()) {
      each(
          connection,
          new HistorySql(question, zone).calledBack(),
          question,
          row -> found.put(row.getLong(1), row.getLong(2)));
      connection.commit();
    }
    return found;
  }

  /**
   * What a figure of a history is made of, over the whole time that is asked for.
   *
   * @param figure a name of {@link QueueFigure} or {@link
   *     org.ringmaster.core.interval.AgentFigure}, or what a formula opens
   * @throws IllegalArgumentException where there is no such figure
   */
  public BehindFigure behind(HistoryQuestion question, String figure, int limit, long offset)
      throws SQLException {
    BehindFigure page = page(question, figure, limit, offset);
    if (!page.lines().isEmpty() || offset == 0) {
      return page;
    }
    // Behind the last part no row tells how many there are.
    BehindFigure first = page(question, figure, 1, 0);
    return new BehindFigure(first.count(), first.sum(), List.of());
  }

  private BehindFigure page(HistoryQuestion question, String figure, int limit, long offset)
      throws SQLException {
    String sql = statementBehind(new HistorySql(question, zone), figure);
    try (Connection connection = begin();
        PreparedStatement statement = prepared(connection, sql, question)) {
      int next = question.whom() == null ? 2 : 3;
      statement.setInt(next, limit);
      statement.setLong(next + 1, offset);
      List<BehindLine> lines = new ArrayList<>();
      long count = 0;
      long sum = 0;
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          count = row.getLong(6);
          sum = row.getLong(7);
          lines.add(
              new BehindLine(
                  row.getString(1),
                  row.getString(2),
                  row.getString(3),
                  row.getLong(4),
                  row.getLong(5)));
        }
      }
      connection.commit();
      return new BehindFigure(count, sum, List.copyOf(lines));
    }
  }

  private static String statementBehind(HistorySql sql, String figure) {
    String contacts = EntryCounts.BEHIND.get(figure);
    if (contacts != null) {
      return sql.contactsBehind(contacts, "1");
    }
    if (figure.equals("HANDLED")) {
      return sql.spellsBehind(sql.closed(), "1");
    }
    String work = WorkSums.workOf(figure);
    if (work != null) {
      return sql.spellsBehind("s.work = '" + work + "' and " + sql.touches(), sql.timeOfSpell());
    }
    QueueFigure counted = QueueFigure.valueOf(figure);
    if (counted == QueueFigure.ABANDONED_IN_FLOW) {
      return sql.callsInFlow();
    }
    if (counted == QueueFigure.LONGEST_WAIT_MICROS) {
      return sql.contactsBehind("e.waited_us is not null", "e.waited_us");
    }
    String waits = EntryCounts.WAITS.get(counted);
    if (waits != null) {
      return sql.contactsBehind(waits, "e.waited_us");
    }
    return sql.contactsBehind(EntryCounts.CONDITIONS.getOrDefault(counted, "false"), "1");
  }

  /** Takes one row. */
  @FunctionalInterface
  private interface Row {
    void take(ResultSet row) throws SQLException;
  }

  private Connection begin() throws SQLException {
    Connection connection = store.getConnection();
    try {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
    return connection;
  }

  private void each(Connection connection, String sql, HistoryQuestion question, Row taker)
      throws SQLException {
    try (PreparedStatement statement = prepared(connection, sql, question)) {
      statement.setFetchSize(FETCHED); // Else all rows are in memory before the first is looked at.
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          taker.take(row);
        }
      }
    }
  }

  private PreparedStatement prepared(Connection connection, String sql, HistoryQuestion question)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    statement.setQueryTimeout(PATIENCE_SECONDS);
    statement.setInt(1, cell);
    if (question.whom() != null) {
      statement.setString(2, question.whom());
    }
    return statement;
  }
}
