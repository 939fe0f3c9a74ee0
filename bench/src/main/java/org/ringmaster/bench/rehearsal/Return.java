// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.rehearsal;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ringmaster.core.board.Board;
import org.ringmaster.core.board.Boards;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.engine.Centre;
import org.ringmaster.core.engine.Recovery;
import org.ringmaster.core.journal.JournalOptions;
import org.ringmaster.core.journal.Snapshot;
import org.ringmaster.core.journal.Snapshots;
import org.ringmaster.dialer.DialerCentre;
import org.ringmaster.dialer.board.CampaignBoard;

/**
 * Comes back from the journal of a platform, beside it, as one that was killed does: with all
 * facts, and again and again from a snapshot. Reads that journal only; its snapshot has a folder of
 * its own. One thread, and those that a recovery has.
 */
final class Return {
  private static final int CELL = 1;

  private final FactCodec codec = FactCodec.of(DialerCentre.names().build());
  private final JournalOptions left;
  private final JournalOptions kept;

  /**
   * A return that is still to come.
   *
   * @param journal what the platform writes
   * @param empty where a snapshot of it may be written; made where it is not there
   */
  Return(Path journal, Path empty) {
    left = JournalOptions.in(journal, CELL);
    kept = JournalOptions.in(empty, CELL);
  }

  /**
   * Comes back so long, at least once.
   *
   * @return how many facts were brought back the first time
   */
  long repeated(long millis) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    Centre first = back(left);
    long last = first.state().lastSequence();
    List<Record> entities = new ArrayList<>();
    first.snapshot(entities::add);
    new Snapshots(kept, codec)
        .write(new Snapshot(last, first.hash(codec), entities, codec.fingerprint()));
    do {
      back(kept);
    } while (System.nanoTime() < end);
    return last;
  }

  private Centre back(JournalOptions from) {
    Centre centre = DialerCentre.centre();
    List<Board> boards =
        List.of(new Boards(ZoneId.systemDefault(), System::nanoTime), new CampaignBoard());
    Recovery recovery = new Recovery(from, codec);
    recovery.begin();
    recovery.into(centre, boards, Long.MAX_VALUE);
    return centre;
  }
}
