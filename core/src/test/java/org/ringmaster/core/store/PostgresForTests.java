// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.engine.Centre;

/**
 * One real PostgreSQL for all tests of a JVM, started at the first call and gone with the JVM; each
 * caller gets a database of its own.
 */
public final class PostgresForTests {
  /** Of all facts of the core. */
  public static final FactCodec CODEC = FactCodec.of(Centre.names().build());

  private static final AtomicInteger DATABASES = new AtomicInteger();

  private static final class Shared {
    static final EmbeddedStore STORE = started();

    private static EmbeddedStore started() {
      Path folder = newFolder();
      EmbeddedStore store = EmbeddedStore.start(folder);
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    store.stop();
                    delete(folder);
                  }));
      // Nothing here outlives the JVM; what has to is tested on servers of its own.
      run(store.address(), "alter system set fsync = off");
      run(store.address(), "alter system set full_page_writes = off");
      run(store.address(), "select pg_reload_conf()");
      run(store.address(), "create database migrated");
      JourneyStore.open(options(store.address().database("migrated"))).close();
      return store;
    }
  }

  private PostgresForTests() {}

  /** A new folder for a PostgreSQL, which the caller deletes. */
  static Path newFolder() {
    try {
      return Files.createTempDirectory("ringmaster-postgres-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void delete(Path folder) {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A new database whose tables are there and empty. */
  public static StoreAddress newDatabase() {
    StoreAddress address = Shared.STORE.address();
    String name = "t" + DATABASES.incrementAndGet();
    run(address, "create database " + name + " template migrated");
    return address.database(name);
  }

  /** What a store of the core alone is made of. */
  public static StoreOptions options(StoreAddress address) {
    return StoreOptions.ofCore(address, 1, CODEC);
  }

  /** All rows of a query, each as its columns joined by {@code |}. */
  public static List<String> rows(StoreAddress address, String query) {
    try (Connection connection = address.connect("test");
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      List<String> rows = new ArrayList<>();
      int columns = row.getMetaData().getColumnCount();
      while (row.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          values.add(row.getString(i));
        }
        rows.add(String.join("|", values.stream().map(String::valueOf).toList()));
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  /** The one value of a query. */
  public static String value(StoreAddress address, String query) {
    return rows(address, query).get(0);
  }

  /** Runs a statement. */
  public static void run(StoreAddress address, String statement) {
    try (Connection connection = address.connect("test");
        Statement run = connection.createStatement()) {
      run.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(statement, e);
    }
  }
}
