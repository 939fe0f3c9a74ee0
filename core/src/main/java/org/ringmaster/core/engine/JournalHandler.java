// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.engine;

import com.lmax.disruptor.EventHandler;
import org.ringmaster.core.journal.FactFrame;
import org.ringmaster.core.journal.Journal;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.kernel.Turn;

/**
 * Second stage of the ring: writes the facts and syncs once for a whole group. Nothing passes it
 * before that.
 */
final class JournalHandler implements EventHandler<Turn> {

  private final Journal journal;
  private final FactFrame frame;
  private final InputRecorder recorder;
  private boolean written;

  JournalHandler(Journal journal, FactFrame frame, InputRecorder recorder) {
    this.journal = journal;
    this.frame = frame;
    this.recorder = recorder;
  }

  @Override
  public void onEvent(Turn turn, long sequence, boolean endOfBatch) {
    recorder.keep(turn, endOfBatch);
    int left = turn.facts.size();
    for (RecordedFact fact : turn.facts) {
      journal.append(fact.sequence(), frame.encode(fact), --left > 0);
      written = true;
    }
    if (endOfBatch && written) {
      journal.sync();
      written = false;
    }
  }
}
