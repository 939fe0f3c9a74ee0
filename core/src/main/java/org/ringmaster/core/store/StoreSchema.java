// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.ds.PGSimpleDataSource;

/** Brings the tables to what this version of the platform needs. Used by one thread at a time. */
final class StoreSchema {
  private final StoreOptions options;
  private boolean migrated;

  StoreSchema(StoreOptions options) {
    this.options = options;
  }

  /**
   * Checks the server's version and migrates, unless that has been done.
   *
   * @throws StoreException where the server is too old or the tables are not ours
   * @throws SQLException where the server is not there or does not let us in
   */
  synchronized void migrateOnce() throws SQLException {
    if (migrated) {
      return;
    }
    StoreAddress address = options.address();
    List<String> due = new ArrayList<>();
    try (Connection connection = address.connect("ringmaster-start")) {
      StoreSettings.of(connection).mustBeRecent(address);
      for (String location : options.migrations()) {
        if (!Migrations.at(location).areApplied(connection, table(location))) {
          due.add(location);
        }
      }
    }
    // Flyway takes a second to begin, which most starts need not spend.
    due.forEach(this::migrate);
    migrated = true;
  }

  /** Each module counts its migrations for itself, in a table named after its folder. */
  private static String table(String location) {
    return "migrations_" + location.substring(location.lastIndexOf('/') + 1);
  }

  private void migrate(String location) {
    StoreAddress address = options.address();
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(address.jdbcUrl());
    source.setUser(address.user());
    source.setPassword(address.password());
    try {
      Flyway.configure()
          .dataSource(source)
          .schemas(StoreAddress.SCHEMA)
          .createSchemas(true)
          .table(table(location))
          .baselineOnMigrate(true)
          .baselineVersion("0")
          .locations(location)
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new StoreException(
          "the tables at " + address.shown() + " cannot be migrated: " + e.getMessage(), e);
    }
  }
}
