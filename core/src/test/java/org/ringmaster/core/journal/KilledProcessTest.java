// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class KilledProcessTest {
  private static final int ROUNDS = 3;
  private static final int GROUPS_BEFORE_THE_END = 200;
  private static final long SEGMENT_BYTES = 1 << 14;

  @TempDir Path folder;

  @Test
  void whatAKilledProcessHadSyncedIsThereAndTheNextOneGoesOn() throws Exception {
    long synced = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long before = synced;
      synced = lastSyncedBeforeTheKill();
      assertTrue(synced > before, "round " + round);
      long last = Journals.readAll(folder, 1);
      assertTrue(last >= synced, "synced up to " + synced + ", only " + last + " are left");
    }
    try (FileJournal journal = FileJournal.open(options(folder))) {
      assertTrue(journal.lastSequence() >= synced);
    }
  }

  private long lastSyncedBeforeTheKill() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    long last = 0;
    int groups = 0;
    try (BufferedReader said = process.inputReader()) {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        if (line.startsWith("synced ")) {
          last = Long.parseLong(line.substring("synced ".length()));
          groups++;
        }
        if (groups == GROUPS_BEFORE_THE_END) {
          process.toHandle().destroyForcibly(); // leaves what it has said readable
        }
      }
    }
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    assertEquals(128 + 9, process.exitValue(), "ended by itself");
    return last;
  }

  private static JournalOptions options(Path folder) {
    return JournalOptions.in(folder, 1).withSegmentBytes(SEGMENT_BYTES);
  }

  /** The process that is killed: writes groups for ever and tells after each sync how far it is. */
  static final class Writer {
    private Writer() {}

    public static void main(String[] args) {
      try (FileJournal journal = FileJournal.open(options(Path.of(args[0])))) {
        Random random = new Random(1);
        long next = journal.lastSequence() + 1;
        while (!Thread.currentThread().isInterrupted()) {
          long to = next + random.nextInt(20);
          Journals.append(journal, next, to);
          journal.sync();
          System.out.println("synced " + to);
          System.out.flush();
          next = to + 1;
        }
      }
    }
  }
}
