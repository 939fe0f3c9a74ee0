// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How long the disk under the journal takes until data is safe, and how much room it has. Every
 * command waits for one such sync.
 */
final class DiskCheck {
  private static final int SYNCS = 200;
  private static final int BLOCK = 4_096;
  private static final double NANOS_PER_MILLI = 1_000_000;
  private static final double SLOW_P99_MILLIS = 20;
  private static final long LITTLE_ROOM = 2L << 30;
  private static final int PERCENT = 100;
  private static final int MOST = 99;

  private DiskCheck() {}

  static List<Check> checks(Path varFolder) {
    try {
      Files.createDirectories(varFolder);
      return List.of(sync(varFolder), room(varFolder));
    } catch (IOException e) {
      return List.of(Check.fail("disk", varFolder + " cannot be written: " + e.getMessage()));
    }
  }

  private static Check sync(Path varFolder) throws IOException {
    long[] nanos = measured(varFolder);
    double p50 = nanos[SYNCS / 2] / NANOS_PER_MILLI;
    double p99 = nanos[SYNCS * MOST / PERCENT] / NANOS_PER_MILLI;
    String detail =
        String.format(Locale.ROOT, "fdatasync p50 %.2f ms, p99 %.2f ms, of %d", p50, p99, SYNCS);
    return p99 <= SLOW_P99_MILLIS
        ? Check.ok("disk", detail)
        : Check.warn(
            "disk", detail, "every command waits for a sync: put journal.folder on a faster disk");
  }

  private static long[] measured(Path varFolder) throws IOException {
    Path file = Files.createTempFile(varFolder, "doctor", ".sync");
    long[] nanos = new long[SYNCS];
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer block = ByteBuffer.allocateDirect(BLOCK);
      for (int i = 0; i < SYNCS; i++) {
        // The same place again, as in a journal whose segments are written ahead.
        channel.write(block.clear(), 0);
        long began = System.nanoTime();
        channel.force(false);
        nanos[i] = System.nanoTime() - began;
      }
    } finally {
      Files.delete(file);
    }
    Arrays.sort(nanos);
    return nanos;
  }

  private static Check room(Path varFolder) throws IOException {
    long usable = Files.getFileStore(varFolder).getUsableSpace();
    String detail = String.format(Locale.ROOT, "%.1f GiB free", usable / (double) (1L << 30));
    return usable >= LITTLE_ROOM
        ? Check.ok("room", detail)
        : Check.warn(
            "room", detail, "the journal stops new calls when its disk is full: make room");
  }
}
