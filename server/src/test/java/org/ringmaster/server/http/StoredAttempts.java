// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.history.History;
import org.ringmaster.core.history.PastBoards;
import org.ringmaster.core.history.PastCalls;
import org.ringmaster.core.history.PastRecordings;
import org.ringmaster.core.store.JourneyStore;
import org.ringmaster.core.store.PostgresForTests;
import org.ringmaster.core.store.StoreAddress;
import org.ringmaster.dialer.DialerCentre;
import org.ringmaster.dialer.store.DialerStore;
import org.ringmaster.dialer.store.PastAttempts;

/** A journey store that holds many attempts of a campaign. */
public final class StoredAttempts implements AutoCloseable {
  private static final FactCodec CODEC = FactCodec.of(DialerCentre.names().build());
  private static final long PATIENCE_SECONDS = 30;

  private final StoreAddress address;
  private final JourneyStore store;

  private StoredAttempts(StoreAddress address, JourneyStore store) {
    this.address = address;
    this.store = store;
  }

  /** So many attempts of a campaign, one a second in March 2026. */
  public static StoredAttempts of(String campaign, int attempts) {
    StoreAddress address = PostgresForTests.newDatabase();
    JourneyStore store = JourneyStore.open(DialerStore.options(address, 1, CODEC));
    PostgresForTests.run(
        address, "insert into campaigns (cell, campaign_id) values (1, '" + campaign + "')");
    PostgresForTests.run(
        address,
        """
        insert into attempts (cell, leg_id, campaign_id, list_id, lead, attempt, call_id, sequence,
                              dialled_at, ended_at, outcome, cause)
        select 1, '01-1-' || n, '%s', 'l1', n, 1, 'c01-1-' || n, n,
               timestamptz '2026-03-01Z' + n * interval '1 second',
               timestamptz '2026-03-01Z' + (n + 20) * interval '1 second', 'NO_ANSWER', 'no answer'
          from generate_series(1, %d) n"""
            .formatted(campaign, attempts));
    return new StoredAttempts(address, store);
  }

  /** Where it is. */
  public StoreAddress address() {
    return address;
  }

  /** What reads it. */
  public Optional<Past.Readers> readers() {
    return Optional.of(
        new Past.Readers(
            new History(store.readers(), 1, ZoneOffset.UTC),
            new PastCalls(store.readers(), 1, CODEC),
            new PastBoards(store.readers(), 1, CODEC, ZoneOffset.UTC),
            new PastRecordings(store.readers(), 1),
            new PastAttempts(store.readers(), 1)));
  }

  /**
   * Waits until a reader has waited so long for a lock, and ends its statement as the database
   * does.
   */
  public void cancelsWhoHasWaited(int seconds) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    String cancelled = "0";
    while (cancelled.equals("0")) {
      if (System.nanoTime() > end) {
        fail("no reader waits");
      }
      LockSupport.parkNanos(10_000_000);
      cancelled =
          PostgresForTests.value(
              address,
              "select count(pg_cancel_backend(pid)) from pg_stat_activity where datname ="
                  + " current_database() and application_name = 'ringmaster-reader'"
                  + " and wait_event_type = 'Lock' and clock_timestamp() - query_start >= interval '"
                  + seconds
                  + " seconds'");
    }
  }

  @Override
  public void close() {
    store.close();
  }
}
