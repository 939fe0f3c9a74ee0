// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a disk forgets with its power, and what it does not. */
class DyingDiskTest {
  private static final int SEEDS = 40;

  @TempDir Path folder;

  private DyingDisk disk() throws IOException {
    Death death = new Death(null, 0, () -> {});
    SplittableRandom chance = new SplittableRandom(1);
    return new DyingDisk(death, folder, Breakage.NONE, Trouble.NONE, new Tally(), chance);
  }

  private static void write(DyingDisk disk, Path file, String text, boolean synced)
      throws IOException {
    try (FileChannel channel =
        disk.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      if (synced) {
        channel.force(true);
      }
    }
  }

  @Test
  void aNewFileIsNeverTakenForADeletedOneWhoseNumberItGot() throws IOException {
    Path segment = folder.resolve("segment");
    for (int seed = 0; seed < SEEDS; seed++) {
      DyingDisk disk = disk();
      write(disk, segment, "synced", true);
      disk.syncFolder(folder);
      Files.delete(segment);
      write(disk, folder.resolve("another"), "not synced", false);
      disk.release();
      disk.losePower(PageCache.Loss.A_TAIL, new SplittableRandom(seed));
      assertFalse(Files.exists(segment), "seed " + seed);
      Files.deleteIfExists(folder.resolve("another"));
    }
  }

  @Test
  void whatWasSyncedIsThereUnderItsOldNameOrItsNewOne() throws IOException {
    Path prepared = folder.resolve("prepared");
    Path segment = folder.resolve("segment");
    for (int seed = 0; seed < SEEDS; seed++) {
      DyingDisk disk = disk();
      write(disk, prepared, "synced", true);
      disk.syncFolder(folder);
      Files.move(prepared, segment);
      disk.release();
      disk.losePower(PageCache.Loss.ANY_SECTORS, new SplittableRandom(seed));
      Path left = Files.exists(segment) ? segment : prepared;
      assertEquals("synced", Files.readString(left), "seed " + seed);
      Files.delete(left);
    }
  }
}
