// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.ringmaster.core.store.EmbeddedStore;
import org.ringmaster.core.store.JourneyStore;
import org.ringmaster.core.store.Projection;
import org.ringmaster.core.store.StoreAddress;
import org.ringmaster.core.store.StoreOptions;
import org.ringmaster.core.store.StoreSettings;

/**
 * The one PostgreSQL of the bench, as the platform itself starts it; each contestant has a database
 * of its own with the same tables. Owned by one thread.
 */
final class BenchServer implements AutoCloseable {
  private static final String TEMPLATE = "migrated";

  private final EmbeddedStore server;

  BenchServer(Path folder) throws SQLException {
    server = EmbeddedStore.start(folder.resolve("postgres"));
    run("create database " + TEMPLATE);
    JourneyStore.open(options(address(TEMPLATE), List.of())).close();
  }

  static StoreOptions options(StoreAddress address, List<Projection> projections) {
    return new StoreOptions(
        address,
        RecordedDay.CELL,
        RecordedDay.CODEC,
        projections,
        List.of(StoreOptions.CORE_MIGRATIONS),
        0);
  }

  /** A new database whose tables are there and empty. */
  StoreAddress database(String name) throws SQLException {
    run("create database " + name + " template " + TEMPLATE);
    return address(name);
  }

  private StoreAddress address(String database) {
    StoreAddress any = server.address();
    String url = any.jdbcUrl();
    return new StoreAddress(
        url.substring(0, url.lastIndexOf('/') + 1) + database, any.user(), any.password());
  }

  private void run(String statement) throws SQLException {
    try (Connection connection = server.address().connect("bench");
        Statement run = connection.createStatement()) {
      run.execute(statement);
    }
  }

  /** What it promises to keep. */
  StoreSettings settings() throws SQLException {
    try (Connection connection = server.address().connect("bench")) {
      return StoreSettings.of(connection);
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
