// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.journal.FactFrame;
import org.ringmaster.core.journal.FileJournal;
import org.ringmaster.core.journal.Journal;
import org.ringmaster.core.journal.JournalOptions;
import org.ringmaster.core.journal.JournalReader;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.kernel.Turn;
import org.ringmaster.dialer.DialerCentre;
import org.ringmaster.simulation.people.AgentHabits;
import org.ringmaster.simulation.people.CallerHabits;
import org.ringmaster.simulation.world.BusyCentre;
import org.ringmaster.simulation.world.SimulationSettings;

/**
 * The day of a thousand agents in ten queues, all of them busy, in a journal of its own: every
 * contestant reads the same facts from it. Written once, then read by any thread.
 */
final class RecordedDay {
  static final FactCodec CODEC = FactCodec.of(DialerCentre.names().build());
  static final int CELL = 1;

  private static final long SEED = 42;
  private static final int AGENTS = 1_000;
  private static final int QUEUES = 10;

  /** A few more than the agents can serve, so that some wait and some give up. */
  private static final double CALLERS_PER_HOUR = 1_900;

  private static final long LONG_MICROS = 1_000_000L * 3_600 * 1_000;
  private static final long STEP_MICROS = 1_000_000;
  private static final int SYNC_FACTS = 20_000;

  private final Path folder;

  private RecordedDay(Path folder) {
    this.folder = folder;
  }

  /** Lets the kernel decide at least so many facts and journals them. */
  static RecordedDay record(Path folder, long facts) {
    BusyCentre busy =
        new BusyCentre(
            SimulationSettings.of(SEED, CODEC).forgetting(),
            AGENTS,
            QUEUES,
            AgentHabits.USUAL,
            CallerHabits.USUAL);
    FactFrame frame = new FactFrame(CODEC);
    try (Journal journal = FileJournal.open(JournalOptions.in(folder, CELL))) {
      busy.centre().watchedBy((turn, centre) -> append(turn, frame, journal));
      busy.opens(CALLERS_PER_HOUR, busy.centre().agenda().micros() + LONG_MICROS);
      while (journal.lastSequence() < facts) {
        busy.centre().run(STEP_MICROS);
      }
      journal.sync();
    }
    return new RecordedDay(folder);
  }

  private static void append(Turn turn, FactFrame frame, Journal journal) {
    int left = turn.facts.size();
    for (RecordedFact fact : turn.facts) {
      journal.append(fact.sequence(), frame.encode(fact), --left > 0);
    }
    if (journal.lastSequence() - journal.synced().get() > SYNC_FACTS) {
      journal.sync();
    }
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
