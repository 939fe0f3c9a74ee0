// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.list;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.store.JourneyStore;
import org.ringmaster.dialer.load.DialledNumbers;
import org.ringmaster.dialer.store.PastAttempts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who was dialled in the last days, from the journey store: it keeps every attempt, the kernel only
 * those for which some limit asks. Used by any thread.
 */
public final class StoredCalls implements RecentCalls {

  private static final Logger LOG = LoggerFactory.getLogger(StoredCalls.class);

  /** The state of a statement that was ended because its time was over. */
  private static final String TOO_LONG = "57014";

  private static final Duration CATCH_UP = Duration.ofSeconds(30);

  private final Supplier<Optional<JourneyStore>> store;
  private final int cell;
  private final LongSupplier syncedSequence;
  private final LongSupplier nowMicros;

  /**
   * Asks this store.
   *
   * @param cell whose facts it is to have
   * @param syncedSequence the last fact on disk: what the store should have before it is asked
   * @param nowMicros the clock, epoch microseconds
   */
  public StoredCalls(
      Supplier<Optional<JourneyStore>> store,
      int cell,
      LongSupplier syncedSequence,
      LongSupplier nowMicros) {
    this.store = store;
    this.cell = cell;
    this.syncedSequence = syncedSequence;
    this.nowMicros = nowMicros;
  }

  @Override
  public DialledNumbers within(int days) throws InterruptedException {
    JourneyStore open =
        store.get().orElseThrow(() -> away("is not there: ./ringmaster doctor says why", null));
    long fromMicros = nowMicros.getAsLong() - TimeUnit.DAYS.toMicros(days);
    try {
      if (!open.awaitApplied(syncedSequence.getAsLong(), CATCH_UP)) {
        throw away("is behind", null); // Whom it does not have yet would be called again.
      }
      return new PastAttempts(open.readers(), cell).dialledSince(fromMicros);
    } catch (SQLException | IOException e) {
      LOG.warn("the journey store did not tell who was dialled: {}", e.getMessage());
      boolean isLong = e instanceof SQLException sql && TOO_LONG.equals(sql.getSQLState());
      throw isLong
          ? new IllegalArgumentException(
              "Who was called within so many days takes too long to find: ask for fewer days.", e)
          : away("did not answer", e);
    }
  }

  private static IllegalArgumentException away(String why, @Nullable Throwable cause) {
    return new IllegalArgumentException(
        "Who was called recently is known to the journey store alone, and that "
            + why
            + ". Try again in a moment, or load the list without 'not called for'.",
        cause);
  }
}
