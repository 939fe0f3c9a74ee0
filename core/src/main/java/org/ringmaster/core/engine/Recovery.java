// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.engine;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.board.Board;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.crash.CrashPoint;
import org.ringmaster.core.crash.CrashPoints;
import org.ringmaster.core.journal.JournalOptions;
import org.ringmaster.core.journal.Snapshot;
import org.ringmaster.core.journal.Snapshots;
import org.ringmaster.core.kernel.RecordedFact;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings state back: the newest good snapshot, then every fact after it. Reads only; used before
 * the engine starts, by one thread, which a second one helps: that reads and folds the boards while
 * the first applies to the state.
 */
public final class Recovery {

  private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

  private final JournalOptions options;
  private final FactCodec codec;
  private @Nullable CompletableFuture<@Nullable Snapshot> begun;

  /** A recovery from the journal in this folder. */
  public Recovery(JournalOptions options, FactCodec codec) {
    this.options = options;
    this.codec = codec;
  }

  /** Begins to read the newest snapshot, beside whoever opens the journal meanwhile. */
  public void begin() {
    begun = CompletableFuture.supplyAsync(() -> read(Long.MAX_VALUE), Tail::helper);
  }

  /**
   * Fills an empty centre and empty boards.
   *
   * @param lastSequence the journal's last whole fact; a snapshot after it is not used
   * @return how many facts were applied after the snapshot
   * @throws IllegalStateException where the snapshot's state has another hash than it says, unless
   *     a version with another schema wrote it
   */
  public long into(Centre centre, List<? extends Board> boards, long lastSequence) {
    long begun = System.nanoTime();
    Snapshot snapshot = newest(lastSequence);
    long applied = 0;
    try (Tail tail = Tail.readBeside(options.folder(), codec, snapshot, boards)) {
      if (snapshot != null) {
        restoreBesideHashes(snapshot, centre, begun);
      }
      for (List<RecordedFact> facts = tail.next(); !facts.isEmpty(); facts = tail.next()) {
        facts.forEach(centre::replay);
        applied += facts.size();
      }
    }
    boards.forEach(Board::publish);
    CrashPoints.reach(CrashPoint.RECOVERY_REPLAYED);
    return applied;
  }

  /**
   * Fills an empty centre and empty boards from the newest good snapshot alone.
   *
   * @param lastSequence the journal's last whole fact; a snapshot after it is not used
   * @return the snapshot's fact; 0 where there is none
   * @throws IllegalStateException where the snapshot's state has another hash than it says, unless
   *     a version with another schema wrote it
   */
  public long snapshotInto(Centre centre, List<? extends Board> boards, long lastSequence) {
    Snapshot snapshot = newest(lastSequence);
    if (snapshot == null) {
      return 0;
    }
    snapshot.entities().forEach(centre::restore);
    check(snapshot, centre.hash(codec));
    Tail.restore(snapshot, boards);
    return snapshot.sequence();
  }

  private @Nullable Snapshot newest(long lastSequence) {
    CompletableFuture<@Nullable Snapshot> early = begun;
    begun = null;
    if (early != null) {
      Snapshot snapshot = join(early);
      if (snapshot == null || snapshot.sequence() <= lastSequence) {
        return snapshot;
      }
    }
    return read(lastSequence);
  }

  private static @Nullable Snapshot join(CompletableFuture<@Nullable Snapshot> early) {
    try {
      return early.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException why ? why : e;
    }
  }

  private @Nullable Snapshot read(long lastSequence) {
    return new Snapshots(options, codec).newest(lastSequence).orElse(null);
  }

  private void restoreBesideHashes(Snapshot snapshot, Centre centre, long begunNanos) {
    long read = System.nanoTime();
    EntityHashes hashes = EntityHashes.begin(snapshot.entities(), codec);
    snapshot.entities().forEach(centre::restore);
    long restored = System.nanoTime();
    check(snapshot, hashes.of(centre));
    LOG.info(
        "the snapshot at fact {}: {} ms until it was read, {} to restore {} records, {} to compare"
            + " the hash",
        snapshot.sequence(),
        TimeUnit.NANOSECONDS.toMillis(read - begunNanos),
        TimeUnit.NANOSECONDS.toMillis(restored - read),
        snapshot.entities().size(),
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - restored));
  }

  private void check(Snapshot snapshot, long restoredHash) {
    if (restoredHash == snapshot.stateHash()) {
      return;
    }
    if (snapshot.schema() == codec.fingerprint()) {
      throw new IllegalStateException(
          "the snapshot at fact "
              + snapshot.sequence()
              + " does not give the state it was made of: delete it and start again");
    }
    // What a state holds may have grown since, so that its hash is another one.
    LOG.warn(
        "the snapshot at fact {} was made by another version; its hash cannot be compared",
        snapshot.sequence());
  }
}
