// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.outage;

import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ringmaster.bench.routing.Crowd;
import org.ringmaster.core.store.EmbeddedStore;

/**
 * PostgreSQL is away for a while in which callers come, talk and go: they must not notice, and the
 * store must have all of it afterwards.
 */
final class StoreGone {
  private static final long CAUGHT_UP_SECONDS = 120;
  private static final long DRAINED_SECONDS = 60;
  private static final String FACTS =
      "select coalesce(min(applied_sequence), 0) from projections where cell = 1";

  private final Path folder;
  private final int agents;
  private final int callers;
  private final long seconds;

  /**
   * Makes the outage.
   *
   * @param folder an empty folder
   * @param agents how many there are
   * @param callers how many are there at any time: who has talked is followed by another
   * @param seconds how long PostgreSQL is away
   */
  StoreGone(Path folder, int agents, int callers, long seconds) {
    this.folder = folder;
    this.agents = agents;
    this.callers = callers;
    this.seconds = seconds;
  }

  /**
   * What came of it.
   *
   * @param seconds how long it was away
   * @param served callers who came while it was away and talked with somebody
   * @param unserved what became of each caller who came then and did not
   * @param facts what it had to catch up with
   * @param caughtUpMillis from the moment at which it might be started again to all facts in it
   * @param findings what {@code db verify} finds
   */
  record Outcome(
      long seconds,
      long served,
      List<String> unserved,
      long facts,
      double caughtUpMillis,
      List<String> findings) {}

  /** Takes it away and lets it come back. */
  Outcome run() throws Exception {
    try (Site site = Site.open(folder, agents, 0)) {
      Crowd crowd = new Crowd(site.lab().outside(), Site.NUMBER, callers);
      crowd.keep(agents, TimeUnit.SECONDS.toMillis(DRAINED_SECONDS));
      site.awaitStored();
      long before = site.store().number(FACTS);
      Instant from = Instant.now();
      Instant to;
      double caughtUp;
      long facts;
      try (FileChannel file =
          FileChannel.open(folder.resolve("postgres/start.lock"), StandardOpenOption.WRITE)) {
        // Whoever would start it again, the platform too, waits for this lock.
        FileLock held = file.lock();
        EmbeddedStore.stop(folder.resolve("postgres"), EmbeddedStore.defaultCache());
        crowd.keep(Integer.MAX_VALUE, TimeUnit.SECONDS.toMillis(seconds));
        to = Instant.now();
        facts = site.journaled() - before;
        held.release();
      }
      long back = System.nanoTime();
      StoreReading store = site.store();
      long all = before + facts;
      caughtUp =
          WatchedCentre.millisUntil(
              back, () -> store.number(FACTS) >= all, CAUGHT_UP_SECONDS, "it has caught up");
      crowd.drain(TimeUnit.SECONDS.toMillis(DRAINED_SECONDS));
      // The last one's leg ends out there before the books know of it.
      Until.holds(() -> site.present() == 0, DRAINED_SECONDS, "the books have all ends");
      site.awaitStored();
      return new Outcome(
          seconds,
          store.number("select count(*) " + joined(from, to) + " and outcome = 'COMPLETED'"),
          store.texts(
              "select concat_ws(' ', entry_id, outcome, talk_end, 'waited', wait_ms, 'talked', talk_ms) "
                  + joined(from, to)
                  + " and coalesce(outcome, '') <> 'COMPLETED'"),
          facts,
          caughtUp,
          store.findings());
    }
  }

  private static String joined(Instant from, Instant to) {
    return "from queue_entries where joined_at between '" + from + "' and '" + to + "'";
  }
}
