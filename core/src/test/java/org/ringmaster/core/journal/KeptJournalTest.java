// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.core.codec.CodecRegistry;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.kernel.RecordedFact;

/**
 * A journal and a snapshot of format 1, written once and kept: whatever changes, they can be read.
 */
class KeptJournalTest {
  private static final Path KEPT = Path.of("src/test/resources/journals/format-1");
  private static final int FACTS = 24;

  enum Colour {
    RED,
    GREEN
  }

  record ThingId(String value) {}

  record ThingMade(ThingId thing, Colour colour, Personal owner, long weight) implements Fact {}

  /** The last component was appended after the journal had been written. */
  record ThingSeen(ThingId thing, double share, List<String> by, boolean twice, long appended)
      implements Fact {}

  record Thing(ThingId thing, long seen) {}

  private final FactCodec codec =
      FactCodec.of(
          CodecRegistry.builder()
              .add("fact.thing.made", ThingMade.class)
              .add("fact.thing.seen", ThingSeen.class)
              .add("state.thing", Thing.class)
              .build());
  private final FactFrame frame = new FactFrame(codec);

  @TempDir Path folder;

  @Test
  void theKeptJournalReads() {
    try (JournalReader reader = new JournalReader(KEPT, 1)) {
      for (long sequence = 1; sequence <= FACTS; sequence++) {
        assertTrue(reader.next());
        assertEquals(fact(sequence), frame.decode(sequence, reader.payload()));
      }
      assertFalse(reader.next());
    }
  }

  @Test
  void theKeptSnapshotReads() {
    assertEquals(
        snapshot(), new Snapshots(JournalOptions.in(KEPT, 1), codec).newest().orElseThrow());
  }

  @Test
  void theKeptJournalOpensAndGoesOn() throws IOException {
    try (var files = Files.list(KEPT)) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    try (FileJournal journal = FileJournal.open(Journals.tiny(folder))) {
      assertEquals(FACTS, journal.report().lastSequence());
      journal.append(FACTS + 1, frame.encode(fact(FACTS + 1)));
    }
    try (JournalReader reader = new JournalReader(folder, FACTS + 1)) {
      assertTrue(reader.next());
      assertEquals(fact(FACTS + 1), frame.decode(FACTS + 1, reader.payload()));
    }
  }

  private static RecordedFact fact(long sequence) {
    ThingId thing = new ThingId("t01-t3k9a2-000000000" + sequence % 3);
    Fact fact =
        sequence % 3 == 0
            ? new ThingMade(
                thing,
                Colour.values()[(int) sequence % 2],
                new Personal("Ada " + sequence),
                -sequence)
            : new ThingSeen(
                thing, sequence / 8.0, List.of("a", "b" + sequence), sequence % 2 == 0, 0);
    long at = 1_800_000_000_000_000L + sequence * 1000;
    return new RecordedFact(new Envelope(sequence, sequence / 2, at, at - 300), fact);
  }

  private static Snapshot snapshot() {
    return new Snapshot(
        12,
        0x1234_5678_9ABC_DEF0L,
        List.of(new Thing(new ThingId("x"), 4), new Thing(new ThingId("y"), 0)));
  }
}
