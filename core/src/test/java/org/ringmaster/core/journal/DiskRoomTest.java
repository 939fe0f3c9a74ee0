// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DiskRoomTest {
  @TempDir Path folder;

  private final TrickyDisk disk = new TrickyDisk();
  private final BlockingQueue<DiskRoom> told = new LinkedBlockingQueue<>();

  private FileJournal open() {
    JournalOptions options = Journals.tiny(folder).withDisk(disk).withRoom(20_000, 10_000);
    return FileJournal.open(options, told::add);
  }

  @Test
  void asTheDiskFillsOutboundStopsBeforeInbound() {
    disk.usable = 30_000;
    open().close();
    assertTrue(told.isEmpty(), "ample room is nothing to tell");
    disk.usable = 15_000;
    try (FileJournal journal = open()) {
      assertEquals(DiskRoom.NO_OUTBOUND, journal.room());
      assertFalse(journal.room().allowsOutbound());
      assertTrue(journal.room().allowsInbound());
    }
    disk.usable = 5_000;
    try (FileJournal journal = open()) {
      assertEquals(DiskRoom.NO_INBOUND, journal.room());
      assertFalse(journal.room().allowsInbound());
    }
  }

  @Test
  void aFullDiskIsToldAndTheReserveCarriesOn() throws InterruptedException {
    try (FileJournal journal = open()) {
      disk.room.set(0);
      Journals.append(journal, 1, 20);
      journal.sync();
      assertEquals(DiskRoom.RESERVE, told.poll(30, TimeUnit.SECONDS));
      assertEquals(DiskRoom.RESERVE, journal.room());
      // One segment is in use, one is left; everything in them is kept.
      long last = 20;
      JournalException full = null;
      while (full == null && last < 1000) {
        try {
          Journals.append(journal, last + 1, last + 1);
          last++;
          journal.sync();
        } catch (JournalException e) {
          full = e;
        }
      }
      assertTrue(last > 25, "the reserve carried only to " + last);
      assertTrue(full != null && full.getMessage().contains("make room"), "never full");
      assertEquals(last, Journals.readAll(folder, 1));
    }
  }

  @Test
  void roomThatIsMadeIsSeenByItself() throws InterruptedException {
    try (FileJournal journal = open()) {
      disk.room.set(0);
      Journals.append(journal, 1, 1);
      journal.sync();
      assertEquals(DiskRoom.RESERVE, told.poll(30, TimeUnit.SECONDS));
      disk.room.set(Long.MAX_VALUE);
      assertEquals(DiskRoom.AMPLE, told.poll(30, TimeUnit.SECONDS));
      Journals.append(journal, 2, 100);
    }
    assertEquals(100, Journals.readAll(folder, 1));
  }

  @Test
  void theNextRunTakesOverTheReserveAndNothingThatWasBegun() throws IOException {
    open().close();
    Path begun = folder.resolve("reserve-1");
    Files.write(begun, new byte[] {1}, StandardOpenOption.WRITE);
    Path kept = folder.resolve("reserve-2");
    Files.setLastModifiedTime(kept, FileTime.fromMillis(1000));
    try (FileJournal journal = open()) {
      assertFalse(Files.exists(begun));
      assertEquals(1000, Files.getLastModifiedTime(kept).toMillis());
      assertTrue(Files.exists(folder.resolve("reserve-3")));
      Journals.append(journal, 1, 200);
    }
    assertEquals(200, Journals.readAll(folder, 1));
  }

  @Test
  void afterAFailedSyncNothingIsTakenAnyMore() throws InterruptedException {
    FileJournal journal = open();
    JournalTail tail = journal.tail(1);
    Journals.append(journal, 1, 3);
    journal.sync();
    Journals.append(journal, 4, 4);
    disk.syncFails = true;
    JournalException failed = assertThrows(JournalException.class, journal::sync);
    assertTrue(failed.getMessage().contains("Input/output error"), failed.getMessage());
    disk.syncFails = false;
    assertThrows(JournalException.class, journal::sync, "a second try would prove nothing");
    assertThrows(JournalException.class, () -> Journals.append(journal, 5, 5));
    assertEquals(3, journal.synced().get());
    for (int i = 0; i < 3; i++) {
      assertTrue(tail.next(0));
    }
    assertFalse(tail.next(30_000), "those who follow are let go at once");
    assertTrue(tail.ended());
    tail.close();
    journal.close();
  }
}
