// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.outage;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.ringmaster.core.board.Boards;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.engine.SnapshotFollower;
import org.ringmaster.core.engine.SnapshotRhythm;
import org.ringmaster.core.journal.FactFrame;
import org.ringmaster.core.journal.FileJournal;
import org.ringmaster.core.journal.JournalOptions;
import org.ringmaster.core.journal.Snapshots;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.kernel.Turn;
import org.ringmaster.dialer.DialerCentre;
import org.ringmaster.simulation.people.AgentHabits;
import org.ringmaster.simulation.people.CallerHabits;
import org.ringmaster.simulation.world.BusyCentre;
import org.ringmaster.simulation.world.SimulatedCentre;
import org.ringmaster.simulation.world.SimulationSettings;

/**
 * A journal with a long past, as a platform leaves it: decided by the production deciders over
 * simulated days, synced, with snapshots beside it. One thread, and the snapshots' own.
 */
final class History {
  /** The names of all facts that come of it, and of all others of the core. */
  static final FactCodec CODEC = FactCodec.of(DialerCentre.names().build());

  private static final long SEED = 1;
  private static final int CELL = 1;
  private static final int AGENTS = 100;
  private static final double CALLERS_PER_HOUR = 800;
  private static final long STEP_MICROS = 1_000_000;
  private static final long SNAPSHOT_SECONDS = 120;

  private final FactFrame frame = new FactFrame(CODEC);
  private final FileJournal journal;

  private History(FileJournal journal) {
    this.journal = journal;
  }

  /** Writes at least so many facts into an empty folder; how many they became. */
  static long write(Path folder, long facts) throws InterruptedException {
    JournalOptions options = JournalOptions.in(folder, CELL);
    SnapshotRhythm rhythm = SnapshotRhythm.USUAL;
    try (FileJournal journal = FileJournal.open(options);
        SnapshotFollower follower =
            new SnapshotFollower(
                journal,
                CODEC,
                new Snapshots(options, CODEC),
                DialerCentre.centre(),
                List.of(new Boards(ZoneId.systemDefault(), System::nanoTime)),
                rhythm,
                () -> {})) {
      follower.start();
      new History(journal).writeUpTo(facts);
      long last = journal.lastSequence();
      Until.holds(
          () -> last - follower.lastSnapshot() < rhythm.some(),
          SNAPSHOT_SECONDS,
          "snapshots are made");
      return last;
    }
  }

  private void writeUpTo(long facts) {
    BusyCentre busy =
        new BusyCentre(
            SimulationSettings.of(SEED, CODEC).forgetting(),
            AGENTS,
            AgentHabits.USUAL,
            CallerHabits.USUAL);
    SimulatedCentre centre = busy.centre();
    centre.watchedBy((turn, of) -> append(turn));
    busy.opens(CALLERS_PER_HOUR, Long.MAX_VALUE);
    while (journal.lastSequence() < facts) {
      centre.run(STEP_MICROS);
      journal.sync();
    }
  }

  private void append(Turn turn) {
    int left = turn.facts.size();
    for (RecordedFact fact : turn.facts) {
      journal.append(fact.sequence(), frame.encode(fact), --left > 0);
    }
  }
}
