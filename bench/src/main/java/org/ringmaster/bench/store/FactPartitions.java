// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The partitions of the table of facts, which the store makes as it goes. Pure functions. */
final class FactPartitions {
  private FactPartitions() {}

  /** Gives a database the partitions that another one has. */
  static void copy(Connection from, Connection to) throws SQLException {
    List<String> statements = new ArrayList<>();
    try (Statement ask = from.createStatement();
        ResultSet row =
            ask.executeQuery(
                "select 'create table ' || c.relname || ' partition of facts '"
                    + " || pg_get_expr(c.relpartbound, c.oid)"
                    + " from pg_inherits i join pg_class c on c.oid = i.inhrelid"
                    + " where i.inhparent = 'facts'::regclass")) {
      while (row.next()) {
        statements.add(row.getString(1));
      }
    }
    try (Statement make = to.createStatement()) {
      for (String statement : statements) {
        make.execute(statement);
      }
    }
  }
}
