// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class JournalTailTest {
  private static final long WAIT_MILLIS = 30_000;

  @TempDir Path folder;

  @Test
  void aTailSeesOnlyWhatIsSynced() throws InterruptedException {
    try (FileJournal journal = FileJournal.open(Journals.tiny(folder));
        JournalTail tail = journal.tail(1)) {
      assertFalse(tail.next(0));
      Journals.append(journal, 1, 2);
      assertFalse(tail.next(0));
      journal.sync();
      assertTrue(tail.next(0));
      assertTrue(tail.more());
      assertTrue(tail.next(0));
      assertEquals(Journals.payload(2), tail.payload());
      assertFalse(tail.more());
      assertFalse(tail.next(0));
    }
  }

  @Test
  void aTailGoesBackToWhereABatchBegan() throws InterruptedException {
    try (FileJournal journal = FileJournal.open(Journals.tiny(folder));
        JournalTail tail = journal.tail(1)) {
      Journals.append(journal, 1, 100);
      journal.sync();
      for (int i = 0; i < 90; i++) {
        assertTrue(tail.next(0));
      }
      tail.seek(40);
      assertTrue(tail.next(0));
      assertEquals(40, tail.sequence());
      assertEquals(Journals.payload(40), tail.payload());
    }
  }

  @Test
  void aClosedJournalEndsItsTails() throws Exception {
    FileJournal journal = FileJournal.open(Journals.tiny(folder));
    CompletableFuture<Long> read =
        CompletableFuture.supplyAsync(() -> follow(journal, 1, Long.MAX_VALUE));
    Journals.append(journal, 1, 10);
    journal.close();
    assertEquals(10, read.get(30, TimeUnit.SECONDS));
  }

  @Test
  void twoTailsReadEverythingInOrderWhileItIsWritten() throws Exception {
    long last = 20_000;
    JournalOptions options = Journals.tiny(folder).withSegmentBytes(1 << 16);
    try (FileJournal journal = FileJournal.open(options)) {
      List<CompletableFuture<Long>> tails = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        tails.add(CompletableFuture.supplyAsync(() -> follow(journal, 1, last)));
      }
      Random random = new Random(7);
      long next = 1;
      while (next <= last) {
        long to = Math.min(last, next + random.nextInt(50));
        Journals.append(journal, next, to);
        journal.sync();
        next = to + 1;
      }
      for (CompletableFuture<Long> tail : tails) {
        assertEquals(last, tail.get(30, TimeUnit.SECONDS));
      }
    }
  }

  @Test
  void anotherProcessMayReadWhileItIsWritten() throws Exception {
    long last = 20_000;
    JournalOptions options = Journals.tiny(folder).withSegmentBytes(1 << 16);
    try (FileJournal journal = FileJournal.open(options)) {
      CompletableFuture<Long> outside =
          CompletableFuture.supplyAsync(
              () -> {
                long read = 0;
                try (JournalReader reader = new JournalReader(folder, 1)) {
                  while (read < last && !journal.synced().ended()) {
                    while (reader.next()) {
                      read++;
                      assertEquals(Journals.payload(read), reader.payload());
                    }
                    Thread.onSpinWait();
                  }
                }
                return read;
              });
      for (long sequence = 1; sequence <= last; sequence++) {
        journal.append(sequence, Journals.payload(sequence));
        if (sequence % 17 == 0) {
          journal.sync();
        }
      }
      journal.sync();
      assertEquals(last, outside.get(30, TimeUnit.SECONDS));
    }
  }

  @Test
  void aTailOfWhatIsNoLongerThereSaysSo() {
    try (FileJournal journal = FileJournal.open(Journals.tiny(folder))) {
      Journals.append(journal, 1, 200);
      journal.sync();
      RetentionRule.delete(journal.segments().subList(0, 2));
      JournalException refused = assertThrows(JournalException.class, () -> journal.tail(1));
      assertTrue(refused.getMessage().contains("no longer"), refused.getMessage());
    }
  }

  private static long follow(FileJournal journal, long from, long to) {
    long read = from - 1;
    try (JournalTail tail = journal.tail(from)) {
      while (read < to && tail.next(WAIT_MILLIS)) {
        read++;
        assertEquals(read, tail.sequence());
        assertEquals(Journals.payload(read), tail.payload());
        assertTrue(read <= journal.synced().get());
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return read;
  }
}
