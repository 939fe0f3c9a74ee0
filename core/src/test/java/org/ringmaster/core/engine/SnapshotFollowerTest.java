// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.core.board.Board;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.journal.Disk;
import org.ringmaster.core.journal.FactFrame;
import org.ringmaster.core.journal.FileJournal;
import org.ringmaster.core.journal.JournalOptions;
import org.ringmaster.core.journal.Snapshots;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.EpochBegan;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.RecordedFact;

class SnapshotFollowerTest {

  private static final FactCodec CODEC = FactCodec.of(Centre.names().build());
  private static final long PAUSE_MILLIS = 10;

  @TempDir Path folder;

  private volatile boolean full;
  private volatile boolean broken;
  private SnapshotRhythm rhythm = SnapshotRhythm.every(1);
  private final FactFrame frame = new FactFrame(CODEC);

  @Test
  void aSnapshotThatCannotBeWrittenIsToldAndTriedAgain() {
    try (FileJournal journal = FileJournal.open(options());
        SnapshotFollower follower = follower(journal)) {
      full = true;
      write(journal, 1);
      await(() -> follower.failures() > 1);
      assertTrue(follower.failure().contains("No space left"), follower.failure());
      assertEquals(0, follower.lastSnapshot());

      full = false;
      await(() -> follower.lastSnapshot() == 1);
      assertEquals("", follower.failure());

      write(journal, 2);
      await(() -> follower.lastSnapshot() == 2);
    }
  }

  @Test
  void whereAFactCannotBeAppliedNoSnapshotIsMadeOfWhatIsLeftAndItIsTold() {
    try (FileJournal journal = FileJournal.open(options());
        SnapshotFollower follower = follower(journal)) {
      broken = true;
      write(journal, 1);
      await(() -> follower.failures() == 1);
      assertTrue(follower.failure().contains("until the next start"), follower.failure());

      broken = false;
      write(journal, 2);
      await(() -> Thread.getAllStackTraces().keySet().stream().noneMatch(this::isFollower));
      assertEquals(0, follower.lastSnapshot());
    }
  }

  @Test
  void whereFactsComeSlowlyASnapshotIsWrittenAsSoonAsTheLastOneIsOld() {
    rhythm = new SnapshotRhythm(1_000, 2, 20);
    try (FileJournal journal = FileJournal.open(options());
        SnapshotFollower follower = follower(journal)) {
      write(journal, 1);
      write(journal, 2);
      await(() -> follower.lastSnapshot() == 2);
      write(journal, 3);
      write(journal, 4);
      await(() -> follower.lastSnapshot() == 4);
    }
  }

  @Test
  void aSnapshotIsDueWhenThereAreManyFactsOrSomeAndTheLastIsOldAndNoneIsLeftToRead() {
    SnapshotRhythm usual = SnapshotRhythm.USUAL;
    long old = TimeUnit.MILLISECONDS.toNanos(usual.oldMillis());
    assertTrue(usual.due(usual.many(), usual.many(), 0));
    assertFalse(usual.due(usual.many() - 1, 0, old - 1));
    assertTrue(usual.due(usual.some(), 0, old));
    assertFalse(usual.due(usual.some() - 1, 0, old));
    assertFalse(usual.due(usual.some(), usual.some(), old));
  }

  private boolean isFollower(Thread thread) {
    return thread.getName().equals("snapshots");
  }

  private void write(FileJournal journal, long sequence) {
    Envelope envelope = new Envelope(sequence, sequence, 1_000_000 + sequence, 1_000_000);
    RecordedFact fact = new RecordedFact(envelope, new EpochBegan(1, sequence));
    journal.append(sequence, frame.encode(fact), false);
    journal.sync();
  }

  private SnapshotFollower follower(FileJournal journal) {
    Snapshots snapshots = new Snapshots(options(), CODEC);
    return new SnapshotFollower(
            journal,
            CODEC,
            snapshots,
            new Centre(List.of()),
            List.of(new Tricky()),
            rhythm,
            () -> {},
            PAUSE_MILLIS)
        .start();
  }

  private JournalOptions options() {
    return JournalOptions.in(folder, 1)
        .withSegmentBytes(1 << 20)
        .withRoom(0, 0)
        .withDisk(new FullDisk());
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, "in five seconds");
      Thread.onSpinWait();
    }
  }

  /** A board on which a fact fails when the test says so. */
  private final class Tricky implements Board {
    @Override
    public void apply(Fact fact, Envelope envelope) {
      if (broken) {
        throw new IllegalStateException("broken");
      }
    }

    @Override
    public void snapshot(Consumer<Record> out) {}

    @Override
    public void restore(Record entity) {}
  }

  /** A disk without room for snapshots when the test says so. */
  private final class FullDisk implements Disk {
    private final Disk real = Disk.real();

    @Override
    public FileChannel open(Path file, OpenOption... options) throws IOException {
      if (full && file.toString().contains("snapshot")) {
        throw new IOException("No space left on device");
      }
      return real.open(file, options);
    }

    @Override
    public long usableBytes(Path where) throws IOException {
      return real.usableBytes(where);
    }
  }
}
