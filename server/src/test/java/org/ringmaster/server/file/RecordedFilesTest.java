// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.RecordingId;
import org.ringmaster.core.engine.Inlet;
import org.ringmaster.core.file.FileEnd;
import org.ringmaster.core.file.FileInput;
import org.ringmaster.core.kernel.Answer;
import org.ringmaster.core.kernel.Input;

class RecordedFilesTest {
  private static final RecordingId FILE = new RecordingId("r01-t3k9a2-0000012345");
  private static final RecordingId OTHER = new RecordingId("r01-t3k9a2-0000012346");
  private static final CallId CALL = new CallId("c01-t3k9a2-0000000007");

  @TempDir private Path folder;

  private RecordedFiles files() {
    return new RecordedFiles(folder);
  }

  private static long micros(String instant) {
    return Instant.parse(instant).getEpochSecond() * 1_000_000;
  }

  private KeptFile keep(RecordingId file, byte[] content, long expires) throws Exception {
    return files().keep(file, CALL, expires, target -> Files.write(target, content));
  }

  @Test
  void aFileIsKeptWithItsHashItsSizeAndItsLength() throws Exception {
    byte[] wave = Waves.closed(1_250);
    KeptFile kept = keep(FILE, wave, 0);
    assertEquals(1_250, kept.lengthMillis());
    assertEquals(wave.length, kept.bytes());
    String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(wave));
    assertEquals(hash, kept.sha256());
    assertArrayEquals(wave, Files.readAllBytes(files().find(FILE).orElseThrow()));
  }

  @Test
  void aFileThatAsteriskDidNotCloseIsMendedAndPlaysWhole() throws Exception {
    byte[] wave = Waves.notClosed(700);
    KeptFile kept = keep(FILE, wave, 0);
    assertEquals(700, kept.lengthMillis());
    Path file = files().find(FILE).orElseThrow();
    assertEquals(700 * 16, Waves.saysOf(file));
    assertEquals(kept.sha256(), RecordedFiles.sha256(file));
  }

  @Test
  void whatIsNoSoundIsRefusedAndNothingStays() throws Exception {
    byte[] page = "<html>no such recording, said politely</html>".getBytes(StandardCharsets.UTF_8);
    assertThrows(IOException.class, () -> keep(FILE, page, 0));
    assertThrows(IOException.class, () -> keep(FILE, new byte[0], 0));
    assertEquals(Optional.empty(), files().find(FILE));
    try (Stream<Path> left = Files.walk(folder)) {
      assertEquals(List.of(), left.filter(Files::isRegularFile).toList());
    }
  }

  @Test
  void aSourceThatBreaksOffLeavesTheKeptFileAsItWas() throws Exception {
    keep(FILE, Waves.closed(500), 0);
    assertThrows(
        IOException.class,
        () ->
            files()
                .keep(
                    FILE,
                    CALL,
                    0,
                    target -> {
                      Files.write(target, new byte[10]);
                      throw new IOException("the line broke");
                    }));
    assertEquals(500 * 16, Waves.saysOf(files().find(FILE).orElseThrow()));
  }

  @Test
  void aNameThatIsNoIdFindsNothing() {
    for (String name : List.of("../../../etc/passwd", "r01-t3k9a2-00000123451", "", "x")) {
      assertEquals(Optional.empty(), files().find(new RecordingId(name)));
    }
  }

  @Test
  void whatHasExpiredIsDeletedAfterItIsInTheJournalAndNotBefore() throws Exception {
    keep(FILE, Waves.closed(100), micros("2026-11-02T08:00:00Z"));
    keep(OTHER, Waves.closed(100), micros("2026-11-03T08:00:00Z"));
    ManualInlet inlet = new ManualInlet();
    try (FileSweep sweep = new FileSweep(files(), inlet, () -> micros("2026-11-02T23:00:00Z"))) {
      assertEquals(0, sweep.sweepNow(), "on its last day it is kept");
    }
    try (FileSweep sweep = new FileSweep(files(), inlet, () -> micros("2026-11-03T09:00:00Z"))) {
      inlet.refuses = true;
      assertThrows(IOException.class, sweep::sweepNow);
      assertTrue(files().find(FILE).isPresent(), "not in the journal, so still there");
      inlet.refuses = false;
      assertEquals(1, sweep.sweepNow());
      assertEquals(Optional.empty(), files().find(FILE));
      assertTrue(files().find(OTHER).isPresent());
      assertEquals(
          new FileInput.Delete(FILE, CALL, FileEnd.EXPIRED, null), inlet.last, "what was told");
      assertEquals(0, sweep.sweepNow(), "once");
      assertEquals(List.of(), files().expiredBefore(LocalDate.parse("2026-11-03")));
    }
  }

  /** A kernel that says yes, or no. */
  private static final class ManualInlet implements Inlet {
    private boolean refuses;
    private Input last = new FileInput.NotThere(FILE);

    @Override
    public void offer(Input input, long occurredAtMicros) {
      last = input;
    }

    @Override
    public CompletableFuture<Answer> ask(Input input) {
      last = input;
      return CompletableFuture.completedFuture(
          refuses ? new Answer.Refused("Shutting down.") : new Answer.Accepted(""));
    }
  }
}
