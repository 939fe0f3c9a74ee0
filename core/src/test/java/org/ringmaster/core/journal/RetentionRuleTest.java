// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionRuleTest {
  private static final long HOUR_MICROS = 3_600_000_000L;

  @TempDir Path folder;

  /** Four segments of 100 facts, written an hour after each other; the last is being written. */
  private static final List<SegmentFile> FOUR =
      List.of(
          new SegmentFile(Path.of("a"), 1, 100, HOUR_MICROS, 10),
          new SegmentFile(Path.of("b"), 101, 200, 2 * HOUR_MICROS, 10),
          new SegmentFile(Path.of("c"), 201, 300, 3 * HOUR_MICROS, 10),
          new SegmentFile(Path.of("d"), 301, 0, 4 * HOUR_MICROS, 10));

  @ParameterizedTest(name = "snapshot {0}, store {1}, at hour {2}, keeping {3} h: {4} go")
  @CsvSource({
    "1000, 1000, 100, 0, 3",
    "1000, 1000, 100, 24, 3",
    " 300,  300, 100, 0, 3",
    " 299, 1000, 100, 0, 2",
    "1000,  299, 100, 0, 2",
    "  99, 1000, 100, 0, 0",
    "1000,    0, 100, 0, 0",
    "   0, 1000, 100, 0, 0",
    "1000, 1000,   4, 2, 2",
    "1000, 1000,   4, 3, 1",
    "1000, 1000,   4, 4, 0",
  })
  void onlyWhatIsSnapshottedAndStoredAndOldGoes(
      long snapshot, long stored, long nowHours, long keepHours, int gone) {
    RetentionRule rule = new RetentionRule(keepHours * HOUR_MICROS / 1000);
    List<SegmentFile> old = rule.deletable(FOUR, snapshot, stored, nowHours * HOUR_MICROS);
    assertEquals(FOUR.subList(0, gone), old);
  }

  @Test
  void whatIsLeftAfterDeletingCanStillBeReadAndWritten() {
    try (FileJournal journal = FileJournal.open(Journals.tiny(folder))) {
      Journals.append(journal, 1, 200);
      journal.sync();
      List<SegmentFile> old =
          new RetentionRule(0).deletable(journal.segments(), 100, 150, Long.MAX_VALUE / 2);
      RetentionRule.delete(old);
      long first = journal.segments().getFirst().firstSequence();
      assertEquals(old.getLast().lastSequence() + 1, first);
      Journals.append(journal, 201, 210);
      journal.sync();
      assertEquals(210, Journals.readAll(folder, first));
    }
    try (FileJournal journal = FileJournal.open(Journals.tiny(folder))) {
      assertEquals(210, journal.lastSequence());
    }
  }

  @Test
  void aSweepFollowsSnapshotAndStore() {
    AtomicLong stored = new AtomicLong();
    try (FileJournal journal = FileJournal.open(Journals.tiny(folder));
        JournalSweeper sweeper =
            new JournalSweeper(
                folder, new RetentionRule(0), () -> 200, stored::get, () -> Long.MAX_VALUE / 2)) {
      Journals.append(journal, 1, 200);
      journal.sync();
      assertEquals(List.of(), sweeper.sweep());
      stored.set(journal.segments().get(1).lastSequence());
      assertEquals(2, sweeper.sweep().size());
      assertEquals(List.of(), sweeper.sweep());
      assertEquals(stored.get() + 1, journal.segments().getFirst().firstSequence());
    }
  }
}
