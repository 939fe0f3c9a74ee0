// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far each projection of this build has come, in memory and in the table {@code projections}.
 * Lines of projections that only another version knows are left where they are: that version fills
 * them when it comes back. Owned by the store's writing thread.
 */
final class AppliedSequences {

  /** The table of facts, which is not a projection but comes along with them. */
  static final String FACTS = "facts";

  private record Line(int version, long sequence) {}

  private final int cell;
  private final Set<String> ours;
  private final Map<String, Line> lines = new HashMap<>();

  /**
   * The sequences of a cell.
   *
   * @param ours the names of this build's projections; the facts come along by themselves
   */
  AppliedSequences(int cell, Set<String> ours) {
    this.cell = cell;
    this.ours = ours;
  }

  void load(Connection connection) throws SQLException {
    lines.clear();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select projection, version, applied_sequence from projections where cell = ?")) {
      statement.setInt(1, cell);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          String name = row.getString(1);
          if (name.equals(FACTS) || ours.contains(name)) {
            lines.put(name, new Line(row.getInt(2), row.getLong(3)));
          }
        }
      }
    }
  }

  /** The last sequence applied; 0 where there is none. */
  long of(String projection) {
    Line line = lines.get(projection);
    return line == null ? 0 : line.sequence();
  }

  /** Whether the tables were ever filled. */
  boolean isKnown(String projection) {
    return lines.containsKey(projection);
  }

  /** Whether the tables were filled by this version of the code. */
  boolean isVersion(String projection, int version) {
    Line line = lines.get(projection);
    return line != null && line.version() == version;
  }

  /** Sets a projection to a sequence, whatever was there. */
  void set(Connection connection, String projection, int version, long sequence)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "insert into projections values (?, ?, ?, ?, now()) on conflict (cell, projection)"
                + " do update set version = excluded.version,"
                + " applied_sequence = excluded.applied_sequence, applied_at = now()")) {
      statement.setInt(1, cell);
      statement.setString(2, projection);
      statement.setInt(3, version);
      statement.setLong(4, sequence);
      statement.executeUpdate();
    }
    lines.put(projection, new Line(version, sequence));
  }

  /**
   * Moves one projection, or all of this build's (null), from one sequence to another in the table;
   * {@link #moved} follows once that is committed. Fails where somebody else has moved them: two
   * platforms write as one cell.
   */
  void move(Connection connection, @Nullable String only, long from, long to) throws SQLException {
    String[] names = only == null ? lines.keySet().toArray(new String[0]) : new String[] {only};
    int moved;
    try (PreparedStatement statement =
        connection.prepareStatement(
            "update projections set applied_sequence = ?, applied_at = now()"
                + " where cell = ? and applied_sequence = ? and projection = any (?)")) {
      statement.setLong(1, to);
      statement.setInt(2, cell);
      statement.setLong(3, from);
      statement.setArray(4, connection.createArrayOf("text", names));
      moved = statement.executeUpdate();
    }
    if (moved != names.length) {
      throw new StoreException(
          "the store was not where we had left it (cell "
              + cell
              + ", sequence "
              + from
              + "): does another platform write as this cell? Give each a cell number of its own.");
    }
  }

  /** Takes it into memory that a move was committed. */
  void moved(@Nullable String only, long to) {
    lines.replaceAll(
        (name, line) -> only == null || only.equals(name) ? new Line(line.version(), to) : line);
  }
}
