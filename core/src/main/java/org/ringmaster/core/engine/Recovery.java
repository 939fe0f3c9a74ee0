// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.engine;

import java.util.List;
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
    long from = snapshotInto(centre, boards, lastSequence) + 1;
    long applied = 0;
    FactFrame frame = new FactFrame(codec);
    try (JournalReader reader = new JournalReader(options.folder(), from)) {
      while (reader.next()) {
        RecordedFact fact = frame.decode(reader.sequence(), reader.payload());
        centre.replay(fact);
        boards.forEach(board -> board.apply(fact.fact(), fact.envelope()));
        applied++;
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
   * @throws IllegalStateException where the snapshot's state has another hash than it says
   */
  public long snapshotInto(Centre centre, List<? extends Board> boards, long lastSequence) {
    Snapshot snapshot = new Snapshots(options, codec).newest(lastSequence).orElse(null);
    if (snapshot == null) {
      return 0;
    }
    restore(snapshot, centre, boards);
    return snapshot.sequence();
  }

  private void restore(Snapshot snapshot, Centre centre, List<? extends Board> boards) {
    for (Record entity : snapshot.entities()) {
      centre.restore(entity);
      boards.forEach(board -> board.restore(entity));
    }
    if (centre.hash(codec) != snapshot.stateHash()) {
      throw new IllegalStateException(
          "the snapshot at fact "
              + snapshot.sequence()
              + " does not give the state it was made of: delete it and start again");
    }
  }
}
