// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.list;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.ringmaster.dialer.load.DialledNumbers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who was dialled in the last days, from the journey store: it keeps every attempt, the kernel only
 * those for which some limit asks. Used by any thread.
 */
public final class StoredCalls implements RecentCalls {

  private static final Logger LOG = LoggerFactory.getLogger(StoredCalls.class);
  private static final String OR_ELSE = " Or load the list without 'not called for'.";

  private final JourneyRows.UpToNow store;
  private final LongSupplier nowMicros;

  /**
   * Asks this store.
   *
   * @param nowMicros the clock, epoch microseconds
   */
  public StoredCalls(JourneyRows.UpToNow store, LongSupplier nowMicros) {
    this.store = store;
    this.nowMicros = nowMicros;
  }

  @Override
  public DialledNumbers within(int days) throws InterruptedException {
    long fromMicros = nowMicros.getAsLong() - TimeUnit.DAYS.toMicros(days);
    try {
      return store.reader().dialledSince(fromMicros);
    } catch (IllegalStateException e) { // Whom it does not have yet would be called again.
      throw new IllegalArgumentException(e.getMessage() + OR_ELSE, e);
    } catch (SQLException | IOException e) {
      LOG.warn("the journey store did not tell who was dialled: {}", e.getMessage());
      boolean isLong =
          e instanceof SQLException sql && JourneyRows.CANCELLED.equals(sql.getSQLState());
      throw new IllegalArgumentException(
          (isLong
                  ? "Who was called within so many days takes too long to find: ask for fewer days."
                  : "The journey store does not answer now, and nothing was loaded: try again.")
              + OR_ELSE,
          e);
    }
  }
}
