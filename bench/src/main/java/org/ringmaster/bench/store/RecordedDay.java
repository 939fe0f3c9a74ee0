// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.engine.Centre;
import org.ringmaster.core.journal.FactFrame;
import org.ringmaster.core.journal.FileJournal;
import org.ringmaster.core.journal.Journal;
import org.ringmaster.core.journal.JournalOptions;
import org.ringmaster.core.journal.JournalReader;
import org.ringmaster.core.kernel.RecordedFact;

/**
 * A busy day in a journal of its own: every contestant reads the same facts from it. Written once,
 * then read by any thread.
 */
final class RecordedDay {
  static final FactCodec CODEC = FactCodec.of(Centre.names().build());
  static final int CELL = 1;
  static final long SEED = 42;

  private static final int SYNC_FACTS = 20_000;

  private final Path folder;

  private RecordedDay(Path folder) {
    this.folder = folder;
  }

  /** Lets the kernel decide at least so many facts and journals them. */
  static RecordedDay record(Path folder, long facts) {
    FactFrame frame = new FactFrame(CODEC);
    BusyDay day = new BusyDay(SEED);
    try (Journal journal = FileJournal.open(JournalOptions.in(folder, CELL))) {
      long synced = 0;
      while (journal.lastSequence() < facts) {
        for (RecordedFact fact : day.next()) {
          journal.append(fact.sequence(), frame.encode(fact));
        }
        if (journal.lastSequence() - synced > SYNC_FACTS) {
          synced = journal.sync();
        }
      }
      journal.sync();
    }
    return new RecordedDay(folder);
  }

  /** The frames from a sequence on; the caller closes it. */
  JournalReader frames(long fromSequence) {
    return new JournalReader(folder, fromSequence);
  }

  /** So many facts from a sequence on. */
  List<RecordedFact> facts(long fromSequence, int count) {
    FactFrame frame = new FactFrame(CODEC);
    List<RecordedFact> facts = new ArrayList<>(count);
    try (JournalReader reader = frames(fromSequence)) {
      while (facts.size() < count && reader.next()) {
        facts.add(frame.decode(reader.sequence(), reader.payload()));
      }
    }
    if (facts.size() < count) {
      throw new IllegalStateException("the day is over after " + facts.size() + " facts");
    }
    return facts;
  }
}
