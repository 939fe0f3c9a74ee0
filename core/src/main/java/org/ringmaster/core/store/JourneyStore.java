// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journey store: every leg, wait, offer and handoff of every contact in PostgreSQL, as a
 * reading of the facts. One thread of its own writes; readers take connections from a small pool.
 * The platform runs without it: while PostgreSQL is away facts wait in the journal.
 */
public final class JourneyStore implements AutoCloseable {
  private static final Logger LOGGER = LoggerFactory.getLogger(JourneyStore.class);
  private static final int READERS = 5;
  private static final long CLOSE_MILLIS = 10_000;

  /** The server is not there, is starting or is stopping: it is tried again later. */
  private static final Set<String> AWAY = Set.of("08", "57", "53");

  private final StoreOptions options;
  private final StoreSchema schema;
  private final HikariDataSource readers;
  private @Nullable StoreWriter writer;
  private @Nullable Thread thread;

  private JourneyStore(StoreOptions options) {
    this.options = options;
    this.schema = new StoreSchema(options);
    HikariConfig pool = new HikariConfig();
    pool.setPoolName("ringmaster-readers");
    pool.setJdbcUrl(options.address().jdbcUrl());
    pool.setDataSourceProperties(options.address().properties("ringmaster-reader"));
    pool.setMaximumPoolSize(READERS);
    pool.setMinimumIdle(1);
    pool.setConnectionTimeout(TimeUnit.SECONDS.toMillis(2));
    pool.setInitializationFailTimeout(-1);
    pool.setReadOnly(true);
    this.readers = new HikariDataSource(pool);
  }

  /**
   * Opens the store: checks the server, brings the tables up to date. A server that is not there is
   * no failure: it is waited for in the background.
   *
   * @throws StoreException where waiting will not help: too old, a wrong password, no such database
   */
  public static JourneyStore open(StoreOptions options) {
    JourneyStore store = new JourneyStore(options);
    try {
      store.schema.migrateOnce();
    } catch (SQLException e) {
      String state = String.valueOf(e.getSQLState());
      if (!AWAY.contains(state.substring(0, 2))) {
        store.close();
        throw new StoreException(
            "PostgreSQL at " + options.address() + " does not let us in: " + e.getMessage(), e);
      }
      LOGGER.warn("PostgreSQL at {} is away and waited for", options.address().shown());
    } catch (RuntimeException | Error e) {
      store.close();
      throw e;
    }
    return store;
  }

  /** Begins to write what comes from a source; once. */
  public synchronized void follow(FactSource source) {
    if (writer != null) {
      throw new IllegalStateException("the store follows a source already");
    }
    writer = new StoreWriter(options, schema, source);
    thread = new Thread(writer, "store-writer");
    thread.setDaemon(true);
    thread.start();
  }

  /** Connections to read with, whose unqualified names mean our schema; any thread. */
  public DataSource readers() {
    return readers;
  }

  /** What the server promises to keep; any thread. */
  public StoreSettings settings() throws SQLException {
    try (Connection connection = readers.getConnection()) {
      return StoreSettings.of(connection);
    }
  }

  /** How the writer keeps up; any thread. */
  public StoreProgress progress() {
    StoreWriter now = writer;
    return now == null ? new StoreProgress(false, 0, 0, 0, 0, 0, null) : now.progress();
  }

  /**
   * Waits until the store has a fact.
   *
   * @return whether it came in time
   */
  public boolean awaitApplied(long sequence, Duration wait) throws InterruptedException {
    StoreWriter now = writer;
    return now != null && now.awaitApplied(sequence, wait);
  }

  /** Has the tables of a projection filled anew from the facts, while we go on. */
  public CompletableFuture<Void> rebuild(String projection) {
    StoreWriter now = writer;
    return now == null
        ? CompletableFuture.failedFuture(new IllegalStateException("the store follows nothing"))
        : now.rebuild(projection);
  }

  /** Ends after the batch at hand; what is not written yet waits in the journal. */
  @Override
  public synchronized void close() {
    StoreWriter now = writer;
    Thread writing = thread;
    if (now != null && writing != null) {
      now.stop();
      try {
        writing.join(CLOSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    readers.close();
  }
}
