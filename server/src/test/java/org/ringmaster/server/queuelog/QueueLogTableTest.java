// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.queuelog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.store.PostgresForTests;
import org.ringmaster.core.store.StoreAddress;

@Tag("postgres")
class QueueLogTableTest {
  private final StoreAddress address = PostgresForTests.newDatabase();

  @Test
  void linesAndBookmarkAreThereTogetherInTheColumnsOfAsterisk() throws Exception {
    QueueLogLine line =
        QueueLogLine.of(1_772_618_400_250_001L, "c-1", "sales", "anna", "CONNECT", 3, "leg", 2);
    try (QueueLogTable table = new QueueLogTable(() -> address, 1, ZoneOffset.UTC)) {
      assertNull(table.bookmark());
      table.write(List.of(line), new QueueLogSink.Bookmark(41, new byte[] {7}));
    }
    try (QueueLogTable table = new QueueLogTable(() -> address, 1, ZoneOffset.UTC)) {
      QueueLogSink.Bookmark bookmark = table.bookmark();
      assertNotNull(bookmark);
      assertEquals(41, bookmark.sequence());
      assertEquals(7, bookmark.state()[0]);
      table.write(List.of(), new QueueLogSink.Bookmark(42, new byte[] {8}));
      bookmark = table.bookmark();
      assertNotNull(bookmark);
      assertEquals(42, bookmark.sequence());
    }
    assertEquals(
        List.of("2026-03-04 10:00:00.250001|c-1|sales|anna|CONNECT|3|leg|2||"),
        PostgresForTests.rows(
            address,
            "select time, callid, queuename, agent, event, data1, data2, data3, data4, data5"
                + " from asterisk.queue_log"));
  }

  @Test
  void aNumberThatNoColumnHoldsDoesNotStopTheLog() throws Exception {
    QueueLogLine line =
        QueueLogLine.of(
            1_772_618_400_000_000L,
            "c".repeat(90),
            "sales",
            "NONE",
            "ENTERQUEUE",
            "",
            "4".repeat(300));
    try (QueueLogTable table = new QueueLogTable(() -> address, 1, ZoneOffset.UTC)) {
      assertNull(table.bookmark());
      table.write(List.of(line), new QueueLogSink.Bookmark(41, new byte[] {7}));
    }
    assertEquals(
        List.of("80|100"),
        PostgresForTests.rows(
            address, "select length(callid), length(data2) from asterisk.queue_log"));
  }
}
