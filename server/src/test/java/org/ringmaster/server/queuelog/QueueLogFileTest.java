// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.queuelog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueueLogFileTest {
  private static final byte[] STATE = {1, 2, 3};

  @TempDir Path folder;

  private QueueLogFile open() {
    return new QueueLogFile(folder.resolve("log/queue_log"), folder.resolve("bookmark"));
  }

  private String text() throws Exception {
    return Files.readString(folder.resolve("log/queue_log"));
  }

  private static QueueLogLine line(int second) {
    return QueueLogLine.of(second * 1_000_000L, "c-" + second, "sales", "NONE", "ABANDON", 1, 1, 9);
  }

  @Test
  void theNextProcessGoesOnBehindTheBookmark() throws Exception {
    try (QueueLogFile file = open()) {
      assertNull(file.bookmark());
      file.write(List.of(line(1)), new QueueLogSink.Bookmark(7, STATE));
    }
    try (QueueLogFile file = open()) {
      QueueLogSink.Bookmark bookmark = assertNotNullBookmark(file);
      assertEquals(7, bookmark.sequence());
      file.write(List.of(line(2)), new QueueLogSink.Bookmark(9, STATE));
    }
    assertEquals("1|c-1|sales|NONE|ABANDON|1|1|9\n2|c-2|sales|NONE|ABANDON|1|1|9\n", text());
  }

  @Test
  void whatADeadProcessWroteBehindItsBookmarkIsNotWrittenTwice() throws Exception {
    String whole;
    try (QueueLogFile file = open()) {
      file.bookmark();
      file.write(List.of(line(1)), new QueueLogSink.Bookmark(7, STATE));
      byte[] bookmark = Files.readAllBytes(folder.resolve("bookmark"));
      file.write(List.of(line(2), line(3)), new QueueLogSink.Bookmark(9, STATE));
      Files.write(folder.resolve("bookmark"), bookmark);
      whole = text();
    }
    for (int torn = 0; torn <= 20; torn++) {
      String kept = whole.substring(0, whole.length() - torn);
      byte[] bookmark = Files.readAllBytes(folder.resolve("bookmark"));
      Files.writeString(
          folder.resolve("log/queue_log"), kept, StandardOpenOption.TRUNCATE_EXISTING);
      try (QueueLogFile file = open()) {
        assertEquals(7, assertNotNullBookmark(file).sequence());
        file.write(List.of(line(2)), new QueueLogSink.Bookmark(8, STATE));
        file.write(List.of(line(3), line(4)), new QueueLogSink.Bookmark(10, STATE));
      }
      assertEquals(whole + line(4).text() + "\n", text(), torn + " bytes torn off");
      Files.write(folder.resolve("bookmark"), bookmark);
    }
  }

  @Test
  void aFileThatWasRenamedIsFollowedByANewOneAsAfterLoggerReload() throws Exception {
    try (QueueLogFile file = open()) {
      file.bookmark();
      file.write(List.of(line(1)), new QueueLogSink.Bookmark(7, STATE));
      Files.move(folder.resolve("log/queue_log"), folder.resolve("log/queue_log.1"));
      file.write(List.of(line(2)), new QueueLogSink.Bookmark(8, STATE));
    }
    assertEquals("2|NONE|NONE|NONE|CONFIGRELOAD|\n" + line(2).text() + "\n", text());
    assertEquals(line(1).text() + "\n", Files.readString(folder.resolve("log/queue_log.1")));
  }

  @Test
  void aFileThatWasEmptiedIsWrittenFromItsBegin() throws Exception {
    try (QueueLogFile file = open()) {
      file.bookmark();
      file.write(List.of(line(1)), new QueueLogSink.Bookmark(7, STATE));
      Files.write(
          folder.resolve("log/queue_log"),
          "".getBytes(StandardCharsets.UTF_8),
          StandardOpenOption.TRUNCATE_EXISTING);
      file.write(List.of(line(2)), new QueueLogSink.Bookmark(8, STATE));
    }
    assertEquals(line(2).text() + "\n", text());
  }

  @Test
  void whatIsHostileInANameOrANumberStaysInItsField() {
    QueueLogLine hostile = QueueLogLine.of(0, "c", "q", "NONE", "ENTERQUEUE", "", "1|2\n3", 1);
    assertEquals("0|c|q|NONE|ENTERQUEUE||1_2_3|1", hostile.text());
  }

  private static QueueLogSink.Bookmark assertNotNullBookmark(QueueLogFile file) throws Exception {
    QueueLogSink.Bookmark bookmark = file.bookmark();
    assertNotNull(bookmark);
    return bookmark;
  }
}
