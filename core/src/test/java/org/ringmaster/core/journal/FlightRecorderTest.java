// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.core.codec.CodecRegistry;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.kernel.RequestId;

class FlightRecorderTest {
  record Told(String what) implements Input {}

  private static final long KEEP_MILLIS = 86_400_000L;
  private static final long NOW = System.currentTimeMillis() * 1000;

  @TempDir Path folder;

  private List<String> unreadable = List.of();
  private final TrickyDisk disk = new TrickyDisk();
  private final FactCodec codec =
      FactCodec.of(CodecRegistry.builder().add("in.told", Told.class).build());

  private FlightRecorder recorder(long maxBytes) {
    return new FlightRecorder(Journals.tiny(folder).withDisk(disk), codec, KEEP_MILLIS, maxBytes);
  }

  private static TakenInput told(long sequence) {
    return new TakenInput(
        sequence,
        NOW + sequence,
        NOW + sequence - 5,
        sequence % 3 * 7_200_000_000L,
        sequence % 2 == 0 ? new RequestId(sequence) : null,
        new Told("input " + sequence));
  }

  private static void take(FlightRecorder recorder, long from, long to) {
    for (long sequence = from; sequence <= to; sequence++) {
      recorder.take(told(sequence));
      recorder.write();
    }
  }

  private List<TakenInput> readAll(boolean missing) {
    FlightReader reader = new FlightReader(folder, codec);
    List<TakenInput> all = new ArrayList<>();
    for (TakenInput taken = reader.next(); taken != null; taken = reader.next()) {
      all.add(taken);
    }
    assertEquals(missing, reader.missing());
    unreadable = reader.unreadable();
    return all;
  }

  @Test
  void aDayOfInputsComesBackAsItWasTaken() {
    try (FlightRecorder recorder = recorder(1 << 20)) {
      take(recorder, 1, 200);
    }
    List<TakenInput> all = readAll(false);
    assertEquals(200, all.size());
    assertEquals(told(1), all.getFirst());
    assertEquals(told(200), all.getLast());
  }

  @Test
  void theNextRunBeginsAFileOfItsOwn() {
    try (FlightRecorder recorder = recorder(1 << 20)) {
      take(recorder, 1, 5);
    }
    try (FlightRecorder recorder = recorder(1 << 20)) {
      take(recorder, 6, 9);
    }
    assertEquals(9, readAll(false).size());
  }

  @Test
  void whatWasNotWrittenWhenTheMachineStoppedIsTold() throws IOException {
    try (FlightRecorder recorder = recorder(1 << 20)) {
      take(recorder, 1, 5);
    }
    Path file = SegmentFile.list(folder, SegmentKind.INPUTS).getFirst().file();
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 3));
    try (FlightRecorder recorder = recorder(1 << 20)) {
      take(recorder, 6, 9);
    }
    List<TakenInput> all = readAll(true);
    assertEquals(8, all.size());
    assertEquals(told(6), all.get(4));
  }

  @Test
  void aFileWhoseHeaderIsTornIsToldAndTheOthersAreRead() throws IOException {
    for (int run = 0; run < 3; run++) {
      try (FlightRecorder recorder = recorder(1 << 20)) {
        take(recorder, 1 + 5 * run, 5 + 5 * run);
      }
    }
    Path middle = SegmentFile.list(folder, SegmentKind.INPUTS).get(1).file();
    byte[] whole = Files.readAllBytes(middle);
    for (int cut = 0; cut < SegmentHeader.BYTES; cut++) {
      Files.write(middle, Arrays.copyOf(whole, cut));
      assertEquals(10, readAll(true).size(), "cut at " + cut);
      assertEquals(1, unreadable.size());
      assertTrue(unreadable.getFirst().contains(middle.toString()));
    }
    whole[20] ^= 1;
    Files.write(middle, whole);
    assertEquals(10, readAll(true).size());
  }

  @Test
  void aLastFileThatEndsInItsHeaderHeldNothing() throws IOException {
    try (FlightRecorder recorder = recorder(1 << 20)) {
      take(recorder, 1, 5);
    }
    String later = SegmentFile.name(SegmentKind.INPUTS, NOW + 1_000_000);
    Files.write(folder.resolve(later), new byte[10]);
    assertEquals(5, readAll(false).size());
    assertEquals(1, unreadable.size());
  }

  @Test
  void theOldestFilesGoWhenTheyAreTooMany() {
    try (FlightRecorder recorder = recorder(3 * Journals.SEGMENT_BYTES)) {
      take(recorder, 1, 200);
    }
    long bytes =
        SegmentFile.list(folder, SegmentKind.INPUTS).stream().mapToLong(SegmentFile::bytes).sum();
    assertTrue(bytes <= 3 * Journals.SEGMENT_BYTES, bytes + " bytes are left");
    List<TakenInput> all = readAll(false);
    assertEquals(told(200), all.getLast());
  }

  @Test
  void aFullDiskSwitchesItOffAndNothingElseHappens() {
    try (FlightRecorder recorder = recorder(1 << 20)) {
      take(recorder, 1, 5);
      disk.room.set(10);
      take(recorder, 6, 10);
      assertFalse(recorder.on());
      disk.room.set(Long.MAX_VALUE);
      recorder.switchOn(true);
      take(recorder, 11, 12);
    }
    List<TakenInput> all = readAll(true);
    assertEquals(told(12), all.getLast());
  }

  @Test
  void itPausesWhileTheFactsNeedTheRestOfTheDisk() {
    JournalOptions options = Journals.tiny(folder).withDisk(disk).withRoom(50_000, 0);
    disk.usable = 40_000;
    try (FlightRecorder recorder = new FlightRecorder(options, codec, KEEP_MILLIS, 1 << 20)) {
      take(recorder, 1, 5);
      assertTrue(recorder.on());
      disk.usable = Long.MAX_VALUE;
      take(recorder, 6, 7);
      recorder.take(
          new TakenInput(8, NOW + 20_000_000, NOW, 0, null, new Told("when it looks again")));
    }
    assertEquals(List.of(8L), readAll(false).stream().map(TakenInput::inputSequence).toList());
  }

  @Test
  void switchedOffItKeepsNothing() {
    try (FlightRecorder recorder = recorder(1 << 20)) {
      take(recorder, 1, 5);
      recorder.switchOn(false);
      take(recorder, 6, 7);
      recorder.switchOn(true);
      take(recorder, 8, 9);
    }
    assertEquals(7, readAll(true).size());
  }
}
