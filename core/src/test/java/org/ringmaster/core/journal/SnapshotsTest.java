// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.core.codec.CodecRegistry;
import org.ringmaster.core.codec.FactCodec;

class SnapshotsTest {
  record Row(String name, long count) {}

  record Novelty(String name) {}

  @TempDir Path folder;

  private final FactCodec codec =
      FactCodec.of(CodecRegistry.builder().add("state.row", Row.class).build());
  private final TrickyDisk disk = new TrickyDisk();
  private Snapshots snapshots;

  @BeforeEach
  void open() {
    snapshots = new Snapshots(Journals.tiny(folder).withDisk(disk), codec);
  }

  private static Snapshot state(long sequence, int rows) {
    List<Record> entities = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      entities.add(new Row("row " + i, i == 1 ? 0 : sequence + i));
    }
    return new Snapshot(sequence, -sequence * 31, entities);
  }

  @Test
  void theNewestSnapshotComesBackWhole() {
    assertEquals(Optional.empty(), snapshots.newest());
    snapshots.write(state(10, 3));
    snapshots.write(state(20, 50_000));
    assertEquals(Optional.of(state(20, 50_000)), snapshots.newest());
    snapshots.write(state(30, 0));
    assertEquals(Optional.of(state(30, 0)), snapshots.newest());
  }

  @Test
  void twoAreKeptAndTheOlderOneTellsWhichFactsAreNeeded() {
    assertEquals(0, snapshots.oldestSequence());
    snapshots.write(state(5, 1));
    assertEquals(0, snapshots.oldestSequence(), "the only one might be broken");
    for (long sequence = 10; sequence <= 40; sequence += 10) {
      snapshots.write(state(sequence, 1));
    }
    assertEquals(30, snapshots.oldestSequence());
    assertEquals(Optional.of(state(40, 1)), snapshots.newest(40));
  }

  @Test
  void anAlbumKeepsOneEverySoManyFactsThoughTheOthersGo() {
    SnapshotAlbum album = new SnapshotAlbum(Journals.tiny(folder), codec, 25, 0);
    snapshots = new Snapshots(Journals.tiny(folder), codec, album);
    for (long sequence = 10; sequence <= 100; sequence += 10) {
      snapshots.write(known(sequence));
    }
    assertEquals(Optional.empty(), album.upTo(9));
    assertEquals(Optional.of(known(10)), album.upTo(39));
    assertEquals(Optional.of(known(40)), album.upTo(69));
    assertEquals(Optional.of(known(100)), album.upTo(1_000));
    assertEquals(90, snapshots.oldestSequence());
    assertEquals(Optional.of(known(100)), snapshots.newest());
  }

  @Test
  void ofAnotherSchemaOrBrokenTheOneBeforeIsTaken() throws IOException {
    SnapshotAlbum album = new SnapshotAlbum(Journals.tiny(folder), codec, 1, 0);
    snapshots = new Snapshots(Journals.tiny(folder), codec, album);
    snapshots.write(known(10));
    snapshots.write(state(20, 1));
    snapshots.write(known(30));
    Files.writeString(folder.resolve("past").resolve("%019d.snap".formatted(30)), "nothing");
    assertEquals(Optional.of(known(10)), album.upTo(40));
  }

  private Snapshot known(long sequence) {
    Snapshot state = state(sequence, 3);
    return new Snapshot(sequence, state.stateHash(), state.entities(), codec.fingerprint());
  }

  @Test
  void oneThatIsAheadOfTheJournalSaysThatTheJournalHasLostFacts() {
    snapshots.write(state(30, 1));
    snapshots.write(state(40, 1));
    JournalException refused = assertThrows(JournalException.class, () -> snapshots.newest(39));
    assertTrue(refused.getMessage().contains("ends with sequence 39"), refused.getMessage());
    assertTrue(refused.getMessage().contains("facts up to 40"), refused.getMessage());
  }

  @Test
  void cutAtAnyByteOrWithAnyBitFlippedItIsPassedOver() throws IOException {
    snapshots.write(state(10, 3));
    snapshots.write(state(20, 5));
    Path file = folder.resolve("snapshot-0000000000000000020.snap");
    byte[] whole = Files.readAllBytes(file);
    for (int cut = 0; cut < whole.length; cut++) {
      Files.write(file, Arrays.copyOf(whole, cut));
      assertThrows(JournalException.class, () -> SnapshotFile.read(file, codec), "cut at " + cut);
    }
    for (int bit = 0; bit < whole.length * 8; bit++) {
      byte[] flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(file, flipped);
      assertThrows(JournalException.class, () -> SnapshotFile.read(file, codec), "bit " + bit);
    }
    assertEquals(10, snapshots.newest().orElseThrow().sequence());
    Files.write(file, whole);
    assertEquals(20, snapshots.newest().orElseThrow().sequence());
  }

  @Test
  void aSnapshotThatCannotBeWrittenLeavesTheOthersAlone() throws IOException {
    snapshots.write(state(10, 3));
    disk.room.set(100);
    assertThrows(JournalException.class, () -> snapshots.write(state(20, 1000)));
    assertTrue(unfinished().isEmpty(), "what fills the disk up is taken away");
    disk.room.set(Long.MAX_VALUE);
    assertEquals(10, snapshots.newest().orElseThrow().sequence());
    snapshots.write(state(20, 1000));
    assertEquals(20, snapshots.newest().orElseThrow().sequence());
  }

  @Test
  void whatADeadProcessDidNotFinishIsDeletedAtTheNextStart() throws IOException {
    snapshots.write(state(10, 3));
    Path dead = folder.resolve("snapshot-0000000000000000020.snap.tmp");
    Files.write(dead, new byte[100]);
    Path other = Files.write(folder.resolve("notes.tmp"), new byte[1]);

    snapshots.forgetUnfinished();

    assertEquals(List.of(), unfinished());
    assertTrue(Files.exists(other));
    assertEquals(10, snapshots.newest().orElseThrow().sequence());
  }

  private List<Path> unfinished() throws IOException {
    try (var names = Files.list(folder)) {
      return names.filter(name -> name.toString().endsWith(".snap.tmp")).toList();
    }
  }

  @Test
  void aSnapshotOfATypeThatIsNotKnownIsNotUsed() {
    snapshots.write(state(10, 1));
    FactCodec other = FactCodec.of(CodecRegistry.builder().build());
    assertTrue(new Snapshots(Journals.tiny(folder), other).newest().isEmpty());
  }

  @Test
  void norIsOneOfWhoseManyRecordsASingleOneIsNotKnownWhereverItStands() {
    FactCodec newer =
        FactCodec.of(
            CodecRegistry.builder()
                .add("state.row", Row.class)
                .add("state.novelty", Novelty.class)
                .build());
    snapshots.write(state(10, 3));
    int rows = 5_000;
    for (int at : List.of(0, 1_023, 1_024, 3_000, rows)) {
      List<Record> entities = new ArrayList<>(state(20, rows).entities());
      entities.add(at, new Novelty("news"));
      new Snapshots(Journals.tiny(folder), newer).write(new Snapshot(20, 1, entities));
      assertEquals(Optional.of(state(10, 3)), snapshots.newest(), "at " + at);
    }
  }
}
