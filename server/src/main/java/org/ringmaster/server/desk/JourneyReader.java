// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.desk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.store.JourneyStore;
import org.ringmaster.server.http.Callers;
import org.ringmaster.server.http.StoreAway;

/**
 * Reads callers' earlier contacts from the journey store, on two threads of its own, so that
 * neither calls nor other pages wait for PostgreSQL. Any thread may ask.
 */
public final class JourneyReader implements Callers, AutoCloseable {

  private static final int THREADS = 2;
  private static final int MAX_WAITING = 200;
  private static final Duration CATCH_UP = Duration.ofSeconds(3);

  private static final String BEFORE =
      """
      select t.medium, t.began_at, t.ended_at, t.outcome, e.queue_id, e.agent_id,
             n.disposition, n.note
        from touchpoints t
        left join lateral
             (select queue_id, agent_id from queue_entries q
               where q.cell = t.cell and q.call_id = t.call_id
               order by joined_at desc limit 1) e on true
        left join lateral
             (select disposition, note from call_notes c
               where c.cell = t.cell and c.call_id = t.call_id
               order by coalesce(noted_at, disposed_at) desc limit 1) n on true
       where t.customer_id = (select customer_id from touchpoints where call_id = ? limit 1)
         and t.call_id is distinct from ?
       order by t.began_at desc limit 8""";

  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          THREADS,
          THREADS,
          1,
          TimeUnit.MINUTES,
          new ArrayBlockingQueue<>(MAX_WAITING),
          Thread.ofPlatform().daemon().name("journey-reader-", 1).factory());
  private final Supplier<Optional<JourneyStore>> store;
  private final LongSupplier syncedSequence;

  /**
   * Reads this store.
   *
   * @param syncedSequence the last fact on disk: what the store should have before it is asked
   */
  public JourneyReader(Supplier<Optional<JourneyStore>> store, LongSupplier syncedSequence) {
    this.store = store;
    this.syncedSequence = syncedSequence;
    threads.allowCoreThreadTimeOut(true);
  }

  @Override
  public CompletableFuture<List<Contact>> contactsBefore(CallId call) {
    try {
      return CompletableFuture.supplyAsync(() -> read(call), threads);
    } catch (RejectedExecutionException e) {
      return CompletableFuture.failedFuture(StoreAway.because("too many ask at once", e));
    }
  }

  private List<Contact> read(CallId call) {
    JourneyStore open =
        store.get().orElseThrow(() -> StoreAway.because("PostgreSQL is not there yet", null));
    try {
      if (!open.awaitApplied(syncedSequence.getAsLong(), CATCH_UP)) {
        throw StoreAway.because("it is behind, a moment", null); // Nobody is called a stranger.
      }
      try (Connection connection = open.readers().getConnection();
          PreparedStatement statement = connection.prepareStatement(BEFORE)) {
        statement.setString(1, call.value());
        statement.setString(2, call.value());
        return contacts(statement);
      }
    } catch (SQLException e) {
      throw StoreAway.because("PostgreSQL does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw StoreAway.because("the platform is stopping", e);
    }
  }

  private static List<Contact> contacts(PreparedStatement statement) throws SQLException {
    List<Contact> contacts = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        contacts.add(
            new Contact(
                row.getString(1),
                millis(row.getTimestamp(2)),
                millis(row.getTimestamp(3)),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8)));
      }
    }
    return contacts;
  }

  private static long millis(@Nullable Timestamp at) {
    return at == null ? 0 : at.getTime();
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
