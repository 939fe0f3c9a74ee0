// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.outage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.ringmaster.core.store.EmbeddedStore;
import org.ringmaster.core.store.StoreAddress;
import org.ringmaster.core.store.StoreReport;
import org.ringmaster.dialer.store.DialerStore;

/** Looks into the journey store of a var folder, beside the platform. */
final class StoreReading {

  private static final String UNDEFINED_TABLE = "42P01";

  private final StoreAddress address;

  StoreReading(Path folder) {
    address = EmbeddedStore.start(folder.resolve("postgres")).address();
  }

  /** The one number that a query gives; -1 while the tables are not made yet. */
  long number(String sql) {
    try (Connection connection = address.connect("test");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      if (UNDEFINED_TABLE.equals(e.getSQLState())) {
        return -1;
      }
      throw new IllegalStateException(sql, e);
    }
  }

  /** Does what PostgreSQL would do by itself in the next minutes, after so many facts at once. */
  void settle() {
    try (Connection connection = address.connect("test");
        Statement statement = connection.createStatement()) {
      statement.execute("vacuum (analyze)");
      statement.execute("checkpoint");
    } catch (SQLException e) {
      throw new IllegalStateException("cannot vacuum", e);
    }
  }

  /** The one text of each row that a query gives. */
  List<String> texts(String sql) {
    List<String> texts = new ArrayList<>();
    try (Connection connection = address.connect("test");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** What {@code db verify} finds, a sentence for each; empty where all is well. */
  List<String> findings() {
    return verify().findings().stream().map(String::valueOf).toList();
  }

  /** What a whole check of the store finds. */
  StoreReport verify() {
    try (Connection connection = address.connect("test")) {
      return DialerStore.verifier(1).verify(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot verify", e);
    }
  }
}
