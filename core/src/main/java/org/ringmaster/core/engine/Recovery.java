// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.board.Board;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.crash.CrashPoint;
import org.ringmaster.core.crash.CrashPoints;
import org.ringmaster.core.journal.FactFrame;
import org.ringmaster.core.journal.JournalOptions;
import org.ringmaster.core.journal.JournalReader;
import org.ringmaster.core.journal.Snapshot;
import org.ringmaster.core.journal.Snapshots;
import org.ringmaster.core.kernel.RecordedFact;

/**
 * Brings state back: the newest good snapshot, then every fact after it. Reads only; used before
 * the engine starts.
 */
public final class Recovery {

  private static final int BATCH = 4_096;

  private final JournalOptions options;
  private final FactCodec codec;

  /** A recovery from the journal in this folder. */
  public Recovery(JournalOptions options, FactCodec codec) {
    this.options = options;
    this.codec = codec;
  }

  /**
   * Fills an empty centre and empty boards.
   *
   * @param lastSequence the journal's last whole fact; a snapshot after it is not used
   * @return how many facts were applied after the snapshot
   * @throws IllegalStateException where the snapshot's state has another hash than it says
   */
  public long into(Centre centre, List<? extends Board> boards, long lastSequence) {
    try (Folding folding = new Folding(boards)) {
      long applied = into(centre, folding, lastSequence);
      folding.publish();
      CrashPoints.reach(CrashPoint.RECOVERY_REPLAYED);
      return applied;
    }
  }

  private long into(Centre centre, Folding folding, long lastSequence) {
    Snapshot snapshot = newest(lastSequence);
    if (snapshot != null) {
      folding.restore(snapshot);
      restore(snapshot, centre);
    }
    long from = snapshot == null ? 0 : snapshot.sequence();
    long applied = 0;
    FactFrame frame = new FactFrame(codec);
    List<RecordedFact> facts = new ArrayList<>(BATCH);
    try (JournalReader reader = new JournalReader(options.folder(), from + 1)) {
      boolean more = reader.next();
      while (more) {
        facts.add(frame.decode(reader.sequence(), reader.payload()));
        more = reader.next();
        if (!more || facts.size() == BATCH) {
          folding.apply(List.copyOf(facts));
          facts.forEach(centre::replay);
          applied += facts.size();
          facts.clear();
        }
      }
    }
    return applied;
  }

  /**
   * Fills an empty centre and empty boards from the newest good snapshot alone.
   *
   * @param lastSequence the journal's last whole fact; a snapshot after it is not used
   * @return the snapshot's fact; 0 where there is none
   * @throws IllegalStateException where the snapshot's state has another hash than it says
   */
  public long snapshotInto(Centre centre, List<? extends Board> boards, long lastSequence) {
    Snapshot snapshot = newest(lastSequence);
    if (snapshot == null) {
      return 0;
    }
    restore(snapshot, centre);
    for (Record entity : snapshot.entities()) {
      boards.forEach(board -> board.restore(entity));
    }
    return snapshot.sequence();
  }

  private @Nullable Snapshot newest(long lastSequence) {
    return new Snapshots(options, codec).newest(lastSequence).orElse(null);
  }

  private void restore(Snapshot snapshot, Centre centre) {
    snapshot.entities().forEach(centre::restore);
    if (centre.hash(codec) != snapshot.stateHash()) {
      throw new IllegalStateException(
          "the snapshot at fact "
              + snapshot.sequence()
              + " does not give the state it was made of: delete it and start again");
    }
  }

  /** Folds the boards on a thread of their own beside the state, which does not know them. */
  private static final class Folding implements AutoCloseable {
    private final List<? extends Board> boards;
    private final ExecutorService thread =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("recovery-boards").daemon().factory());
    private Future<?> last = CompletableFuture.completedFuture(null);

    Folding(List<? extends Board> boards) {
      this.boards = boards;
    }

    void restore(Snapshot snapshot) {
      then(
          () -> {
            for (Record entity : snapshot.entities()) {
              boards.forEach(board -> board.restore(entity));
            }
          });
    }

    void apply(List<RecordedFact> facts) {
      then(
          () -> {
            for (RecordedFact fact : facts) {
              boards.forEach(board -> board.apply(fact.fact(), fact.envelope()));
            }
          });
    }

    void publish() {
      then(() -> boards.forEach(Board::publish));
      await();
    }

    /** One at a time: what is read ahead stays small. */
    private void then(Runnable work) {
      await();
      last = thread.submit(work);
    }

    private void await() {
      try {
        last.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while the boards were brought back", e);
      } catch (ExecutionException e) {
        throw new IllegalStateException("the boards cannot be brought back", e.getCause());
      }
    }

    @Override
    public void close() {
      thread.shutdown();
    }
  }
}
