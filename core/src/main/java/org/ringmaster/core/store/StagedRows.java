// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The statements that bring rows from the temporary tables of a connection to where they belong,
 * gathered so that all go in one round trip. Owned by the store's writing thread.
 */
final class StagedRows {
  private static final int ANY = -1;

  private final List<String> statements = new ArrayList<>();
  private final List<Integer> expected = new ArrayList<>();

  /** Adds a statement that fits whatever is there. */
  void merge(String statement) {
    statements.add(statement);
    expected.add(ANY);
  }

  /** Adds an update of rows which shall all be there. */
  void update(String statement, int rows) {
    statements.add(statement);
    expected.add(rows);
  }

  /**
   * Executes and forgets them.
   *
   * @return whether each update found all its rows
   */
  boolean execute(Connection connection) throws SQLException {
    if (statements.isEmpty()) {
      return true;
    }
    boolean found = true;
    try (Statement all = connection.createStatement()) {
      for (String statement : statements) {
        all.addBatch(statement);
      }
      int[] counts = all.executeBatch();
      for (int i = 0; i < counts.length; i++) {
        found &= expected.get(i) == ANY || expected.get(i) == counts[i];
      }
    } finally {
      forget();
    }
    return found;
  }

  /** Forgets them: the transaction that they belong to is over. */
  void forget() {
    statements.clear();
    expected.clear();
  }
}
