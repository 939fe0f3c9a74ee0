// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileJournalTest {
  @TempDir Path folder;

  @Test
  void whatWasSyncedComesBackAndTheJournalGoesOn() {
    try (FileJournal journal = FileJournal.open(Journals.tiny(folder))) {
      assertEquals(0, journal.lastSequence());
      Journals.append(journal, 1, 3);
      assertEquals(0, journal.synced().get());
      assertEquals(3, journal.sync());
      assertEquals(3, journal.synced().get());
    }
    try (FileJournal journal = FileJournal.open(Journals.tiny(folder))) {
      assertEquals(3, journal.report().lastSequence());
      assertNull(journal.report().tornFile());
      Journals.append(journal, 4, 5);
      journal.sync();
    }
    assertEquals(5, Journals.readAll(folder, 1));
  }

  @Test
  void aFullSegmentIsFollowedByAnotherAndGivesBackItsRest() throws IOException {
    try (FileJournal journal = FileJournal.open(Journals.tiny(folder))) {
      Journals.append(journal, 1, 200);
      journal.sync();
      List<SegmentFile> segments = journal.segments();
      assertTrue(segments.size() > 5, "only " + segments.size() + " segments");
      for (SegmentFile segment : segments) {
        assertEquals(segment.newest() ? Journals.SEGMENT_BYTES : segment.bytes(), segment.bytes());
        assertTrue(segment.newest() || segment.bytes() < Journals.SEGMENT_BYTES);
      }
    }
    assertEquals(200, Journals.readAll(folder, 1));
    assertEquals(200, Journals.readAll(folder, 137));
  }

  @Test
  void oneSyncServesAWholeGroup() {
    TrickyDisk disk = new TrickyDisk();
    JournalOptions options = Journals.tiny(folder).withSegmentBytes(1 << 20).withDisk(disk);
    try (FileJournal journal = FileJournal.open(options)) {
      Journals.append(journal, 1, 1);
      journal.sync();
      long before = disk.syncs.get();
      Journals.append(journal, 2, 500);
      journal.sync();
      assertEquals(before + 1, disk.syncs.get());
      journal.sync();
      assertEquals(before + 1, disk.syncs.get(), "nothing new, nothing to sync");
    }
  }

  @Test
  void sequencesAreDense() {
    try (FileJournal journal = FileJournal.open(Journals.tiny(folder))) {
      Journals.append(journal, 1, 2);
      assertThrows(IllegalArgumentException.class, () -> journal.append(4, Journals.payload(4)));
      assertThrows(IllegalArgumentException.class, () -> journal.append(2, Journals.payload(2)));
      Journals.append(journal, 3, 3);
    }
  }

  @Test
  void aPayloadThatFitsNowhereIsRefusedAndTheLargestIsKept() {
    JournalOptions options = Journals.tiny(folder).withSegmentBytes(4 << 20);
    byte[] largest = new byte[JournalOptions.MAX_PAYLOAD_BYTES];
    largest[largest.length - 1] = 7;
    try (FileJournal journal = FileJournal.open(options)) {
      assertThrows(
          IllegalArgumentException.class,
          () -> journal.append(1, ByteBuffer.allocate(JournalOptions.MAX_PAYLOAD_BYTES + 1)));
      assertThrows(IllegalArgumentException.class, () -> journal.append(1, ByteBuffer.allocate(0)));
      for (long sequence = 1; sequence <= 8; sequence++) {
        journal.append(sequence, ByteBuffer.wrap(largest));
      }
      journal.sync();
    }
    try (JournalReader reader = new JournalReader(folder, 1)) {
      for (long sequence = 1; sequence <= 8; sequence++) {
        assertTrue(reader.next());
        assertEquals(ByteBuffer.wrap(largest), reader.payload());
      }
      assertFalse(reader.next());
    }
  }

  @Test
  void aSecondInstanceIsRefusedAndToldWhoHasTheFolder() {
    FileJournal first = FileJournal.open(Journals.tiny(folder));
    JournalException refused =
        assertThrows(JournalException.class, () -> FileJournal.open(Journals.tiny(folder)));
    assertTrue(
        refused.getMessage().contains("process " + ProcessHandle.current().pid()),
        refused.getMessage());
    first.close();
    FileJournal.open(Journals.tiny(folder)).close();
  }

  @Test
  void anotherProcessIsRefusedToo() throws Exception {
    try (FileJournal journal = FileJournal.open(Journals.tiny(folder))) {
      Journals.append(journal, 1, 1);
      Process other =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  SecondInstance.class.getName(),
                  folder.toString())
              .redirectErrorStream(true)
              .start();
      String said = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(other.waitFor(30, TimeUnit.SECONDS));
      assertEquals(3, other.exitValue(), said);
      assertTrue(said.contains("process " + ProcessHandle.current().pid()), said);
    }
  }

  /** What another process does in the test above. */
  static final class SecondInstance {
    private SecondInstance() {}

    public static void main(String[] args) {
      try {
        FileJournal.open(Journals.tiny(Path.of(args[0]))).close();
      } catch (JournalException e) {
        System.out.println(e.getMessage());
        System.exit(3);
      }
    }
  }

  @Test
  void theJournalOfAnotherCellIsRefused() {
    try (FileJournal journal = FileJournal.open(Journals.tiny(folder))) {
      Journals.append(journal, 1, 1);
    }
    JournalOptions other = JournalOptions.in(folder, 2).withSegmentBytes(Journals.SEGMENT_BYTES);
    JournalException refused = assertThrows(JournalException.class, () -> FileJournal.open(other));
    assertTrue(refused.getMessage().contains("cell 1"), refused.getMessage());
  }

  @Test
  void aForeignFileInTheFolderIsNamed() throws IOException {
    Files.writeString(
        folder.resolve(SegmentFile.name(SegmentKind.FACTS, 1)), "not a segment ".repeat(20));
    JournalException refused =
        assertThrows(JournalException.class, () -> FileJournal.open(Journals.tiny(folder)));
    assertTrue(refused.getMessage().contains("facts-"), refused.getMessage());
  }

  @Test
  void aJournalMayBeginLaterThanOne() {
    try (FileJournal journal = FileJournal.open(Journals.tiny(folder))) {
      Journals.append(journal, 1000, 1050);
    }
    try (FileJournal journal = FileJournal.open(Journals.tiny(folder))) {
      assertEquals(1050, journal.lastSequence());
    }
    assertEquals(1050, Journals.readAll(folder, 1000));
    assertThrows(JournalException.class, () -> new JournalReader(folder, 999).close());
  }
}
