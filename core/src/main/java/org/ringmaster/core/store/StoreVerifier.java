// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks through the store for what must not be: sequences with gaps or doubles, books that do not
 * close, sums that do not agree. Sees one moment of the store, also while it is written. Used by
 * any thread, on a connection of the caller's.
 */
public final class StoreVerifier {
  private static final int EXAMPLES = 5;
  private static final String ALL_FACTS =
      "select count(*), coalesce(min(sequence), 0), coalesce(max(sequence), 0) from facts"
          + " where cell = ?";

  private final int cell;
  private final List<StoreCheck> checks = new ArrayList<>(CoreChecks.CHECKS);
  private final List<StoreSum> sums = new ArrayList<>(CoreChecks.SUMS);

  /** Looks at one cell with the core's own checks. */
  public StoreVerifier(int cell) {
    this.cell = cell;
  }

  /** Adds what another module wants checked of its tables. */
  public StoreVerifier with(List<StoreCheck> moreChecks, List<StoreSum> moreSums) {
    checks.addAll(moreChecks);
    sums.addAll(moreSums);
    return this;
  }

  /** Makes every check. Takes a while in a large store; writes nothing. */
  public StoreReport verify(Connection connection) throws SQLException {
    boolean autoCommit = connection.getAutoCommit();
    connection.setAutoCommit(false);
    try (PreparedStatement statement =
        connection.prepareStatement("set transaction isolation level repeatable read, read only")) {
      statement.execute();
      return look(connection);
    } finally {
      connection.rollback();
      connection.setAutoCommit(autoCommit);
    }
  }

  private StoreReport look(Connection connection) throws SQLException {
    List<StoreFinding> findings = new ArrayList<>();
    for (StoreCheck check : checks) {
      check(connection, check, findings);
    }
    try (PreparedStatement statement = connection.prepareStatement(ALL_FACTS)) {
      statement.setInt(1, cell);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        long first = row.getLong(2);
        // Rows of facts that retention has dropped cannot be counted again.
        boolean all = first <= 1;
        if (all) {
          sums(connection, findings);
        }
        int made = checks.size() + (all ? sums.size() : 0);
        return new StoreReport(
            cell, row.getLong(1), first, row.getLong(3), made, List.copyOf(findings));
      }
    }
  }

  private void check(Connection connection, StoreCheck check, List<StoreFinding> findings)
      throws SQLException {
    String query =
        "select count(*), (array_agg(x order by x))[1:"
            + EXAMPLES
            + "] from ("
            + check.offenders()
            + ") offenders(x)";
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setInt(1, cell);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        if (row.getLong(1) > 0) {
          findings.add(
              new StoreFinding(
                  check.name(), check.meaning(), row.getLong(1), texts(row.getArray(2))));
        }
      }
    }
  }

  private static List<String> texts(Array array) throws SQLException {
    List<String> texts = new ArrayList<>();
    for (Object text : (Object[]) array.getArray()) {
      texts.add(String.valueOf(text));
    }
    return texts;
  }

  private void sums(Connection connection, List<StoreFinding> findings) throws SQLException {
    Map<String, Long> kinds = kinds(connection);
    for (StoreSum sum : sums) {
      long facts = sum.kinds().stream().mapToLong(kind -> kinds.getOrDefault(kind, 0L)).sum();
      long rows = rows(connection, sum);
      if (rows != facts) {
        findings.add(
            new StoreFinding(
                "sums",
                "rows of (" + sum.rows() + ") and facts that make them differ",
                Math.abs(rows - facts),
                List.of(rows + " rows", facts + " facts")));
      }
    }
  }

  private Map<String, Long> kinds(Connection connection) throws SQLException {
    Map<String, Long> kinds = new HashMap<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select kind, count(*) from facts where cell = ? group by kind")) {
      statement.setInt(1, cell);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          kinds.put(row.getString(1), row.getLong(2));
        }
      }
    }
    return kinds;
  }

  private long rows(Connection connection, StoreSum sum) throws SQLException {
    String glue = sum.rows().contains(" where ") ? " and cell = ?" : " where cell = ?";
    try (PreparedStatement statement =
        connection.prepareStatement("select count(*) from " + sum.rows() + glue)) {
      statement.setInt(1, cell);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
