// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Three groups (1 to 3, 4 to 6, 7) in one segment, then everything that a crash or a bad disk can
 * do to it.
 */
class TornTailTest {
  private static final long LAST = 7;

  @TempDir Path folder;

  private Path file;
  private byte[] whole;
  private JournalOptions options;

  /** Where each frame ends; index 0 is where the first begins. */
  private final List<Integer> ends = new ArrayList<>();

  @BeforeEach
  void writeThreeGroups() throws IOException {
    options = Journals.tiny(folder);
    try (FileJournal journal = FileJournal.open(options)) {
      Journals.append(journal, 1, 3);
      journal.sync();
      Journals.append(journal, 4, 6);
      journal.sync();
      Journals.append(journal, 7, LAST);
      journal.sync();
    }
    file = folder.resolve(SegmentFile.name(SegmentKind.FACTS, 1));
    whole = Files.readAllBytes(file);
    ends.add(SegmentHeader.BYTES);
    for (long sequence = 1; sequence <= LAST; sequence++) {
      ends.add(ends.getLast() + Frame.HEADER_BYTES + Journals.payload(sequence).remaining());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void cutAtEveryByteExactlyTheWholeFramesComeBack(boolean fileKeepsItsSize) throws IOException {
    for (int cut = SegmentHeader.BYTES; cut <= ends.getLast(); cut++) {
      byte[] left = Arrays.copyOf(whole, cut);
      Files.write(file, fileKeepsItsSize ? Arrays.copyOf(left, whole.length) : left);
      int frames = framesWithin(cut);
      OpenReport report = Recovery.of(options).report();
      assertEquals(frames, report.lastSequence(), "cut at byte " + cut);
      int torn = lastNotZero(left) - ends.get(frames);
      assertEquals(Math.max(0, torn), report.tornBytes(), "cut at byte " + cut);
      assertEquals(frames, Journals.readAll(folder, 1), "cut at byte " + cut);
      assertNull(Recovery.of(options).report().tornFile(), "cut twice at byte " + cut);
    }
  }

  @Test
  void aSegmentCutWithinItsHeaderIsAnError() throws IOException {
    for (int cut = 0; cut < SegmentHeader.BYTES; cut++) {
      Files.write(file, Arrays.copyOf(whole, cut));
      assertThrows(JournalException.class, () -> Recovery.of(options), "cut at byte " + cut);
    }
  }

  @Test
  void everyFlippedBitIsFoundOrOnlyEndsTheLastGroup() throws IOException {
    int refused = 0;
    int cut = 0;
    for (int bit = 0; bit < whole.length * 8; bit++) {
      byte[] flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(file, flipped);
      try {
        OpenReport report = Recovery.of(options).report();
        assertTrue(bit / 8 >= ends.get(6), "bit " + bit + " of a synced group went unseen");
        assertEquals(bit / 8 < ends.get(7) ? 6 : LAST, report.lastSequence(), "bit " + bit);
        assertEquals(file, report.tornFile(), "bit " + bit);
        cut++;
      } catch (JournalException e) {
        assertTrue(bit / 8 < ends.get(6), "bit " + bit + ": " + e.getMessage());
        assertTrue(e.getMessage().contains(file + " at byte "), e.getMessage());
        Files.delete(file);
        refused++;
      }
    }
    assertEquals(ends.get(6) * 8, refused);
    assertEquals(whole.length * 8 - refused, cut);
  }

  @Test
  void aRefusedJournalIsLeftAsItWas() throws IOException {
    byte[] flipped = whole.clone();
    flipped[ends.get(1) + 30] ^= 4;
    Files.write(file, flipped);
    JournalException refused =
        assertThrows(JournalException.class, () -> FileJournal.open(options));
    assertTrue(refused.getMessage().contains("sequence 2 is damaged"), refused.getMessage());
    assertTrue(refused.getMessage().contains("Restore"), refused.getMessage());
    assertEquals(ByteBuffer.wrap(flipped), ByteBuffer.wrap(Files.readAllBytes(file)));
  }

  @Test
  void pagesOfTheLastGroupThatCameInTheWrongOrderAreCutWithIt() throws IOException {
    // The group 4 to 6 was never synced: 4 is missing, 5 and 6 are there, 7 was not written.
    byte[] bytes = whole.clone();
    Arrays.fill(bytes, ends.get(3), ends.get(4), (byte) 0);
    Arrays.fill(bytes, ends.get(6), bytes.length, (byte) 0);
    Files.write(file, bytes);
    try (FileJournal journal = FileJournal.open(options)) {
      assertEquals(3, journal.report().lastSequence());
      assertEquals(ends.get(6) - ends.get(3), journal.report().tornBytes());
      assertTrue(journal.report().sentence().contains("Cut "), journal.report().sentence());
      Journals.append(journal, 4, 5);
    }
    try (FileJournal journal = FileJournal.open(options)) {
      assertEquals(5, journal.report().lastSequence());
    }
    assertEquals(5, Journals.readAll(folder, 1));
  }

  @Test
  void aSyncedGroupThatTheDiskForgotIsAnError() throws IOException {
    byte[] bytes = whole.clone();
    Arrays.fill(bytes, ends.get(3), ends.get(6), (byte) 0);
    Files.write(file, bytes);
    assertThrows(JournalException.class, () -> FileJournal.open(options));
  }

  @Test
  void afterACutTheJournalGoesOnInTheSameSegment() throws IOException {
    byte[] left = Arrays.copyOf(Arrays.copyOf(whole, ends.get(5) + 3), whole.length);
    Files.write(file, left);
    try (FileJournal journal = FileJournal.open(options)) {
      assertEquals(5, journal.lastSequence());
      Journals.append(journal, 6, 60);
    }
    assertEquals(60, Journals.readAll(folder, 1));
  }

  @Test
  void aDamagedOlderSegmentIsFoundWhenItIsRead() throws IOException {
    try (FileJournal journal = FileJournal.open(options)) {
      Journals.append(journal, 8, 60);
    }
    byte[] bytes = Files.readAllBytes(file);
    bytes[ends.get(2) + 25] ^= 1;
    Files.write(file, bytes);
    FileJournal.open(options).close();
    try (JournalReader reader = new JournalReader(folder, 1)) {
      assertTrue(reader.next());
      assertTrue(reader.next());
      JournalException found = assertThrows(JournalException.class, reader::next);
      assertTrue(found.getMessage().contains("sequence 3"), found.getMessage());
      assertTrue(found.getMessage().contains("at byte " + ends.get(2)), found.getMessage());
    }
  }

  @Test
  void aMissingSegmentIsFoundWhenItIsRead() throws IOException {
    try (FileJournal journal = FileJournal.open(options)) {
      Journals.append(journal, 8, 60);
      Files.delete(journal.segments().get(1).file());
    }
    try (JournalReader reader = new JournalReader(folder, 1)) {
      long last = 0;
      while (reader.next()) {
        last = reader.sequence();
      }
      fail("read to " + last + " over a gap");
    } catch (JournalException e) {
      assertTrue(e.getMessage().contains("goes on behind it"), e.getMessage());
    }
  }

  private int framesWithin(int cut) {
    int frames = 0;
    while (frames < LAST && ends.get(frames + 1) <= cut) {
      frames++;
    }
    return frames;
  }

  private static int lastNotZero(byte[] bytes) {
    int at = bytes.length;
    while (at > 0 && bytes[at - 1] == 0) {
      at--;
    }
    return at;
  }
}
