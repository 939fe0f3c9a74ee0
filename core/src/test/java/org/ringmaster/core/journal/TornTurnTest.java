// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Turns of 2, 3 and 4 frames: after a crash a turn is there as a whole or not at all. */
class TornTurnTest {
  private static final int[] TURN_ENDS = {2, 5, 9};

  @TempDir Path folder;

  private JournalOptions options;

  @BeforeEach
  void tinySegments() {
    options = Journals.tiny(folder);
  }

  @Test
  void cutAtAnyByteOnlyWholeTurnsComeBack() throws IOException {
    writeTurns();
    Path file = folder.resolve(SegmentFile.name(SegmentKind.FACTS, 1));
    byte[] whole = Files.readAllBytes(file);
    int[] ends = new int[TURN_ENDS[2] + 1];
    ends[0] = SegmentHeader.BYTES;
    for (int i = 1; i < ends.length; i++) {
      ends[i] = ends[i - 1] + Frame.HEADER_BYTES + Journals.payload(i).remaining();
    }
    for (int cut = SegmentHeader.BYTES; cut <= ends[9]; cut++) {
      Files.write(file, Arrays.copyOf(whole, cut));
      long expected = 0;
      for (int end : TURN_ENDS) {
        expected = ends[end] <= cut ? end : expected;
      }
      assertEquals(expected, Recovery.of(options).report().lastSequence(), "cut at byte " + cut);
      assertEquals(expected, Journals.readAll(folder, 1), "cut at byte " + cut);
    }
  }

  @Test
  void whatComesAfterAHalfTurnTakesItsPlace() throws IOException {
    try (FileJournal journal = FileJournal.open(options)) {
      journal.append(1, Journals.payload(1));
      journal.append(2, Journals.payload(2), true);
      journal.append(3, Journals.payload(3), true);
    }
    try (FileJournal journal = FileJournal.open(options)) {
      assertEquals(1, journal.report().lastSequence());
      Journals.append(journal, 2, 4);
    }
    assertEquals(4, Journals.readAll(folder, 1));
  }

  @Test
  void aTurnIsNeverSplitBetweenSegments() {
    try (FileJournal journal = FileJournal.open(options)) {
      for (long sequence = 1; sequence < 100; sequence++) {
        journal.append(sequence, Journals.payload(sequence), true);
      }
      journal.append(100, Journals.payload(100), false);
      journal.append(101, Journals.payload(101), false);
      assertEquals(2, journal.segments().size());
      assertEquals(101, journal.segments().getLast().firstSequence());
    }
    assertEquals(101, Journals.readAll(folder, 1));
  }

  private void writeTurns() {
    try (FileJournal journal = FileJournal.open(options)) {
      int end = 0;
      for (long sequence = 1; sequence <= TURN_ENDS[2]; sequence++) {
        boolean isLast = sequence == TURN_ENDS[end];
        end += isLast ? 1 : 0;
        journal.append(sequence, Journals.payload(sequence), !isLast);
      }
    }
  }
}
