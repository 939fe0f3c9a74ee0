// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.fault;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.store.EmbeddedStore;
import org.ringmaster.core.store.JourneyStore;
import org.ringmaster.core.store.StoreAddress;
import org.ringmaster.core.store.StoreOptions;
import org.ringmaster.core.store.StoreSettings;

/**
 * The built-in PostgreSQL with the settings that the product uses, in a folder of its own, and a
 * database for every round. Used by one thread.
 */
final class Databases implements AutoCloseable {
  private static final String TEMPLATE = "migrated";
  private static final String AT_WORK =
      """
      select concat_ws(' ', pid, application_name, state, wait_event_type, wait_event,
                       'since', now() - query_start, 'in transaction since', now() - xact_start,
                       'blocked by', pg_blocking_pids(pid), query)
        from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid()""";

  private final EmbeddedStore server;
  private final String version;
  private int made;

  Databases(Path folder, FactCodec codec) throws SQLException {
    server = EmbeddedStore.start(folder);
    run(server.address(), "create database " + TEMPLATE);
    StoreAddress template = named(TEMPLATE);
    try (JourneyStore store = JourneyStore.open(StoreOptions.ofCore(template, Life.CELL, codec))) {
      StoreSettings settings = store.settings();
      if (!settings.durable()) {
        throw new IllegalStateException("a PostgreSQL that does not wait for its disk");
      }
      version = settings.toString();
    }
    run(template, NoRoom.STATEMENTS);
  }

  /** The server and its settings, in words. */
  String version() {
    return version;
  }

  /** A new one whose tables are there and empty. */
  StoreAddress next() throws SQLException {
    String name = "round" + ++made;
    run(server.address(), "create database " + name + " template " + TEMPLATE);
    return named(name);
  }

  /** Deletes one that is no longer needed. */
  void drop(StoreAddress address) throws SQLException {
    String url = address.jdbcUrl();
    run(
        server.address(),
        "drop database " + url.substring(url.lastIndexOf('/') + 1) + " with (force)");
  }

  private StoreAddress named(String name) {
    StoreAddress address = server.address();
    String url = address.jdbcUrl();
    return new StoreAddress(
        url.substring(0, url.lastIndexOf('/') + 1) + name, address.user(), address.password());
  }

  static void run(StoreAddress address, String... statements) throws SQLException {
    try (Connection connection = address.connect("judge");
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  /** What the sessions of a database do, for whoever waits for one of them. */
  static List<String> atWork(StoreAddress address) throws SQLException {
    List<String> sessions = new ArrayList<>();
    try (Connection connection = address.connect("judge");
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(AT_WORK)) {
      while (row.next()) {
        sessions.add(row.getString(1));
      }
    }
    return sessions;
  }

  @Override
  public void close() {
    server.stop();
  }
}
