// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journal;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes the segments that the rule lets go, every so often, on a thread of its own. */
public final class JournalSweeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(JournalSweeper.class);

  private final Path folder;
  private final RetentionRule rule;
  private final LongSupplier snapshotSequence;
  private final LongSupplier storedSequence;
  private final LongSupplier nowMicros;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("journal-sweeper").factory());

  /**
   * A sweeper for a journal's folder; it does nothing before {@link #start} or {@link #sweep}.
   *
   * @param snapshotSequence what the older of the kept snapshots contains: {@link
   *     Snapshots#oldestSequence}
   * @param storedSequence what the store has applied; 0 as long as it is not known
   * @param nowMicros now, epoch microseconds
   */
  public JournalSweeper(
      Path folder,
      RetentionRule rule,
      LongSupplier snapshotSequence,
      LongSupplier storedSequence,
      LongSupplier nowMicros) {
    this.folder = folder;
    this.rule = rule;
    this.snapshotSequence = snapshotSequence;
    this.storedSequence = storedSequence;
    this.nowMicros = nowMicros;
  }

  /** Sweeps from now on, every so many milliseconds. */
  public JournalSweeper start(long everyMillis) {
    Future<?> unused =
        thread.scheduleWithFixedDelay(
            this::sweepOrTell, everyMillis, everyMillis, TimeUnit.MILLISECONDS);
    return this;
  }

  /**
   * Sweeps once, on the caller's thread.
   *
   * @return the segments that went
   */
  public List<SegmentFile> sweep() {
    List<SegmentFile> old =
        rule.deletable(
            SegmentFile.list(folder),
            snapshotSequence.getAsLong(),
            storedSequence.getAsLong(),
            nowMicros.getAsLong());
    RetentionRule.delete(old);
    if (!old.isEmpty()) {
      LOG.info("Deleted {} old segments up to {}", old.size(), old.getLast().file());
    }
    return old;
  }

  private void sweepOrTell() {
    try {
      sweep();
    } catch (RuntimeException e) {
      LOG.error("Old segments of {} stay: {}", folder, e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    thread.shutdown();
  }
}
